package nl.buurtbundel.catalogue;

import java.time.Instant;

/**
 * One version of an alternative.
 *
 * @param version counts from 1
 * @param since when this version came
 */
public record CatalogueItem(CollectiveAlternative alternative, int version, Instant since) {}
