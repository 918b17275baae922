package nl.buurtbundel.budget;

public record PaymentId(long value) {}
