package nl.buurtbundel.provision;

import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** The team marked that somebody does not take part, or does again. Fired in the transaction that stores it. */
public record TakingPartMarked(PersonId person, MunicipalityCode municipality, boolean takesPart) {}
