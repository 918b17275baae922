package nl.buurtbundel.initiative;

/**
 * A yes of the user to a plan.
 *
 * @param standsAside another of the same home had said yes, and that one counts
 */
public record OwnYes(PledgeId id, boolean standsAside) {}
