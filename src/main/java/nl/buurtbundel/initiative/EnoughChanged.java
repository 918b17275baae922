package nl.buurtbundel.initiative;

/** A plan has enough households now, or no longer. All that screens are told when somebody joins or leaves. */
public record EnoughChanged(InitiativeId initiative, boolean enough) {}
