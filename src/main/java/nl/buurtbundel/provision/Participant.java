package nl.buurtbundel.provision;

import nl.buurtbundel.money.Period;

/**
 * Whether the person of one provision takes part; no more of the provision than shows that it is the right one.
 *
 * @param version what the user saw; goes along with the mark
 */
public record Participant(AllocationNumber number, Need need, Period period, boolean takesPart, int version) {}
