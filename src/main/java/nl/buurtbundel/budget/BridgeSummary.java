package nl.buurtbundel.budget;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * What was paid while it is argued who pays, and how far it is settled.
 *
 * @param version the version seen, to send along with a command
 * @param plan as the ledger knows it
 * @param amount paid ahead
 * @param givenBack of it, before any payer settled
 * @param borne by the bridging budget itself, because no payer took it in time
 * @param open what nobody has taken yet
 * @param payers as they agreed; none as long as they argue
 */
public record BridgeSummary(
        BridgeId id,
        int version,
        NeighbourhoodCode neighbourhood,
        EscalationLevel level,
        String taskField,
        String plan,
        String receiver,
        Money amount,
        Money givenBack,
        Money borne,
        Money open,
        LocalDate until,
        List<Payer> payers) {
    public BridgeSummary {
        payers = List.copyOf(payers);
    }

    public boolean isOpen() {
        return open.isPositive();
    }

    /** Nobody settled yet: what comes back and who pays can still change. */
    public boolean mayChange() {
        return isOpen() && payers.stream().noneMatch(payer -> payer.settledOn() != null);
    }

    /**
     * @param kind null for the municipality itself
     * @param name of the organisation, or the task field
     * @param due what it bears of the whole
     */
    public record Payer(
            int place,
            @Nullable ContributorKind kind,
            String name,
            Money due,
            @Nullable LocalDate settledOn) {}
}
