package nl.buurtbundel.opportunity;

import java.time.YearMonth;

/** What was published, and for which month. */
record PublishedMonth(YearMonth month, PublishedTable table) {}
