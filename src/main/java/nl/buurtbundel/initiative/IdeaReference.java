package nl.buurtbundel.initiative;

import nl.buurtbundel.money.Money;

/** What a plan takes over from an idea of the municipality. */
public record IdeaReference(
        long suggestion,
        String alternative,
        String title,
        String need,
        Money yearlyCost,
        Money startUp,
        int householdsNeeded) {}
