package nl.buurtbundel.access;

import nl.buurtbundel.money.Period;

/** Who stands in for whom, as the administrator reads it. */
public record DeputyLine(DeputyId id, int version, String deputy, String absent, Role role, Period validity) {}
