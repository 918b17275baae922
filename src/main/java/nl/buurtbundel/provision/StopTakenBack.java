package nl.buurtbundel.provision;

/**
 * The provision goes on, as after a stop for a while, or its stop has another reason now than the initiative of the
 * municipality: its money is not free. Fired in the transaction that stores it.
 */
public record StopTakenBack(ProvisionId provision) {}
