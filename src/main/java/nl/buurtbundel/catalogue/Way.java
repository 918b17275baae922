package nl.buurtbundel.catalogue;

import nl.buurtbundel.foundation.Messages;

/** A way in which help can come. Who cannot get to the shop is helped by any of the four. */
public enum Way {
    /** The means to do it oneself: a bicycle. */
    MEANS,
    /** Learning to do it oneself: lessons. */
    LEARNING,
    /** Somebody else does it, or does it along: on the back. */
    CARRIED,
    /** Something else that makes it unnecessary to do it as it was done: a scooter. */
    ANOTHER;

    public String key() {
        return "catalogue.way." + Messages.word(this);
    }
}
