package nl.buurtbundel.spending;

/** A payment on a bank statement. */
public record BankLineId(long value) {}
