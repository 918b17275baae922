package nl.buurtbundel.spending;

/** An expense of a plan. */
public record ExpenseId(long value) {}
