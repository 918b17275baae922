package nl.buurtbundel.budget;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.ledger.GeneralLedger;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.MunicipalEntry;
import nl.buurtbundel.ledger.Origin;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.opportunity.SuppressionRule;

/** What the municipality’s own ledger books of this one: no line is what a few households freed, or got. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class MunicipalEntries {
    private static final Set<Reason> MAY_TELL =
            EnumSet.of(Reason.GRANTED, Reason.PRE_FINANCING_REPAID, Reason.UNSPENT_RETURNED, Reason.CARRIED_OVER);

    private final Access access;
    private final Ledger ledger;
    private final GeneralLedger generalLedger;
    private final HelpedHouseholds households;
    private final SuppressionRule rule;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected MunicipalEntries() {
        this(null, null, null, null, null);
    }

    @Inject
    MunicipalEntries(
            Access access,
            Ledger ledger,
            GeneralLedger generalLedger,
            HelpedHouseholds households,
            SuppressionRule rule) {
        this.access = access;
        this.ledger = ledger;
        this.generalLedger = generalLedger;
        this.households = households;
        this.rule = rule;
    }

    /** The lines of a month; zero together. */
    public List<MunicipalEntry> list(MunicipalityCode municipality, YearMonth month) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        List<TransferSummary> moved =
                ledger.listTransfers(municipality, MAY_TELL, month.withMonth(1).atDay(1), month.atEndOfMonth()).stream()
                        .filter(transfer -> MunicipalEntry.mayTellOfHousehold(
                                transfer.reason(),
                                transfer.from().kind(),
                                transfer.to().kind()))
                        .toList();
        List<MunicipalEntry> entries = new ArrayList<>(
                LinesOfTeams.together(generalLedger.listForMunicipalLedger(municipality, month), month));
        entries.addAll(new LinesOfMany(moved, behind(moved), rule).of(month));
        return entries;
    }

    private Map<TransferId, Map<String, Money>> behind(List<TransferSummary> moved) {
        Set<TransferId> ids = new LinkedHashSet<>();
        for (TransferSummary transfer : moved) {
            TransferId undone = transfer.counters();
            ids.add(undone == null ? transfer.id() : undone);
        }
        List<Origin> origins = ledger.traceBack(ids);
        Map<String, String> helped = households.of(helps(origins));
        Map<TransferId, Map<String, Money>> behind = new HashMap<>();
        for (Origin origin : origins) {
            MoneyWay.householdBehind(origin, helped)
                    .ifPresent(household -> behind.computeIfAbsent(
                                    origin.steps().get(0).transfer(), transfer -> new HashMap<>())
                            .merge(household, origin.amount(), Money::plus));
        }
        return behind;
    }

    private static Collection<String> helps(List<Origin> origins) {
        return origins.stream()
                .flatMap(origin -> MoneyWay.releaseOf(origin).stream())
                .toList();
    }
}
