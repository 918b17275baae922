package nl.buurtbundel.initiative;

/** What a neighbour has to give. */
public enum OfferKind {
    HOURS,
    ROOM,
    SKILL
}
