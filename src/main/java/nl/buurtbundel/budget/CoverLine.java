package nl.buurtbundel.budget;

import nl.buurtbundel.money.Money;

/** What one task field bears, and by what right. */
public record CoverLine(String taskField, CoverKind kind, Money amount) {}
