package nl.buurtbundel.provision;

/**
 * What a provider reports about an allocation. A number is easily mistyped, so the report only counts when it also names the
 * person and the provider of that allocation.
 */
public sealed interface ReportCommand extends ProvisionCommand permits StartCommand, StopCommand, DeclaredCostCommand {

    AllocationNumber number();

    ProviderCode provider();

    Bsn bsn();
}
