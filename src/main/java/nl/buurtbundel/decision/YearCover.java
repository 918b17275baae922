package nl.buurtbundel.decision;

import nl.buurtbundel.budget.CoverLine;
import nl.buurtbundel.money.FiscalYear;

/** What bears a grant in one year: task field, by what right, and how much. */
public record YearCover(FiscalYear year, CoverLine line) {}
