package nl.buurtbundel.provision;

/**
 * The provider stopped for a reason that frees nothing, or the allocation was removed: what anybody expected of this provision
 * does not come. Fired in the transaction that stores it.
 */
public record ProvisionEnded(ProvisionId provision) {}
