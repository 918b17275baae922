package nl.buurtbundel.provision;

/** Data held under one law may be used for another. */
public record ConsentGiven(Law from, Law to) {}
