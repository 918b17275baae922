package nl.buurtbundel.signal;

import java.time.YearMonth;

/** How often it was heard in a month. */
public record MonthCount(YearMonth month, int signals) {}
