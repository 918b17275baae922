package nl.buurtbundel.provision;

import java.util.Locale;

/** Where a provision is in its life. */
public enum Status {
    /** Allocated; the provider has not said that it started. */
    WAITING,
    ACTIVE,
    STOPPED,
    /** Taken back by the municipality: counts as never sent. The row stays, so that an older message cannot revive it. */
    REMOVED;

    public String key() {
        return "provision.status." + name().toLowerCase(Locale.ROOT);
    }
}
