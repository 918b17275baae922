package nl.buurtbundel.catalogue;

/** How well a number is known. What a provider says of itself is a claim, never proof. */
public enum Evidence {
    PROOF,
    CLAIM,
    ASSUMPTION
}
