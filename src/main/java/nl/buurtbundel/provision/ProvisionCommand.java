package nl.buurtbundel.provision;

/**
 * Something that came in and is true from now on. Commands hold what costing and placing need and nothing else: no names, no
 * relations, no comments; the BSN and the address only until {@link Provisions} has made opaque keys of them.
 */
public sealed interface ProvisionCommand
        permits AllocationCommand,
                ReportCommand,
                ProvisionWithoutMessageCommand,
                TariffCommand,
                HouseholdCommand,
                ConsentCommand {}
