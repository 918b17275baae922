package nl.buurtbundel.provision;

/** Somebody belongs to a household, as the municipality registers it; stronger than sharing an address. */
public record HouseholdCommand(String household, Bsn bsn, HouseholdRole role) implements ProvisionCommand {}
