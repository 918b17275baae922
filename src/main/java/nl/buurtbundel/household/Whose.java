package nl.buurtbundel.household;

import nl.buurtbundel.foundation.Messages;

/** Whose it is in a file, seen from the reader. */
public enum Whose {
    OWN,
    /** Younger than sixteen, at the reader’s home or at the other parent’s. */
    CHILD,
    /** By a guardian, curator or mentor, or by who was authorised. */
    REPRESENTED;

    public String key() {
        return "household.whose." + Messages.word(this);
    }
}
