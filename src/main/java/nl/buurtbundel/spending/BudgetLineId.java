package nl.buurtbundel.spending;

/** A line of what was granted to a plan. */
public record BudgetLineId(long value) {}
