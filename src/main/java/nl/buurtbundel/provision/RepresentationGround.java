package nl.buurtbundel.provision;

import nl.buurtbundel.foundation.Messages;

/** Why somebody may see the file of another: as the team read it in the paper that was shown. */
public enum RepresentationGround {
    /** A parent with authority who lives at another home (BW 1:245). */
    PARENT(true),
    /** BW 1:245. */
    GUARDIAN(true),
    /** BW 1:378. */
    CURATOR(false),
    /** BW 1:450. */
    MENTOR(false),
    /** By whom it is about, in writing (Awb 2:1); who gave it can take it back. */
    AUTHORISED(false);

    private final boolean ofChild;

    RepresentationGround(boolean ofChild) {
        this.ofChild = ofChild;
    }

    /** Over a child; it ends by itself when the child is old enough. */
    public boolean isOfChild() {
        return ofChild;
    }

    public String key() {
        return "provision.ground." + Messages.word(this);
    }
}
