package nl.buurtbundel.budget;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who can break through, one after the other (Kamerstukken 34 477, nrs. 81 and 84). The last two sit outside the municipality:
 * what they answer comes back to its breakthrough officer, who acts on it.
 */
public enum EscalationLevel {
    /** The neighbourhood team. */
    TEAM,
    /** The breakthrough officer of the municipality: the manager of the teams. */
    LOCAL,
    REGIONAL,
    NATIONAL;

    private static final EscalationLevel[] LEVELS = values();

    /** Empty for the last. */
    public Optional<EscalationLevel> next() {
        return ordinal() + 1 < LEVELS.length ? Optional.of(LEVELS[ordinal() + 1]) : Optional.empty();
    }

    public boolean isOutside() {
        return this == REGIONAL || this == NATIONAL;
    }

    /** The team looks for a way within the rules and its own money; it has no clock to stop, for it would be its own. */
    public Set<EscalationPower> powers() {
        return this == TEAM ? EnumSet.noneOf(EscalationPower.class) : EnumSet.allOf(EscalationPower.class);
    }

    /** Whether money can be set apart for it to bridge with. */
    public boolean bridges() {
        return powers().contains(EscalationPower.BRIDGE);
    }
}
