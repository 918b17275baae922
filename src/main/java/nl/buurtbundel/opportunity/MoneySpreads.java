package nl.buurtbundel.opportunity;

import static jakarta.transaction.Transactional.TxType.REQUIRED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.intake.Intake;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.provision.CostedProvision;
import nl.buurtbundel.provision.HouseholdId;
import nl.buurtbundel.provision.Provisions;

/** Where the money for help sits, as it is published once a month. */
@ApplicationScoped
public class MoneySpreads {
    private final Access access;
    private final CurrentUser currentUser;
    private final Provisions provisions;
    private final SpreadSnapshots snapshots;
    private final Intake intake;
    private final SuppressionRule rule;
    private final Usage usage;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected MoneySpreads() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    MoneySpreads(
            Access access,
            CurrentUser currentUser,
            Provisions provisions,
            SpreadSnapshots snapshots,
            Intake intake,
            SuppressionRule rule,
            Usage usage,
            Clock clock) {
        this.access = access;
        this.currentUser = currentUser;
        this.provisions = provisions;
        this.snapshots = snapshots;
        this.intake = intake;
        this.rule = rule;
        this.usage = usage;
        this.clock = clock;
    }

    /**
     * As published this month; made at night or when it is first asked for. While data are coming in what was published last
     * stands; empty where nothing has been published yet.
     */
    @Transactional(REQUIRED)
    public Optional<MoneySpread> find() {
        User user = access.require(Operation.SEE_MONEY_SPREAD);
        MunicipalityCode municipality = user.municipality();
        YearMonth month = YearMonth.now(clock);
        Optional<MoneySpread> last = snapshots.findLast(municipality);
        if (last.isPresent() && last.get().month().equals(month) || intake.isImporting(municipality)) {
            return last;
        }
        List<HelpOfHousehold> households = listHelp(municipality);
        if (households.isEmpty() || intake.isImporting(municipality)) {
            return last;
        }
        SpreadPublication publication = SpreadPublication.of(
                rule,
                month,
                households,
                snapshots.findLastWithBehind(municipality).orElse(null));
        try {
            snapshots.keep(municipality, publication);
            return Optional.of(publication.spread());
        } catch (RuntimeException lost) {
            // somebody else published this month at the same moment: theirs is what everybody sees
            return Optional.of(snapshots
                    .findLast(municipality)
                    .filter(other -> other.month().equals(month))
                    .orElseThrow(() -> lost));
        }
    }

    /** By which it is decided what is shown. */
    public SuppressionRule rule() {
        access.require(Operation.SEE_MONEY_SPREAD);
        return rule;
    }

    private List<HelpOfHousehold> listHelp(MunicipalityCode municipality) {
        List<CostedProvision> running = currentUser.runAs(
                User.system(municipality), () -> provisions.listForStatistics(municipality, LocalDate.now(clock)));
        Map<HouseholdId, List<CostedProvision>> byHousehold =
                running.stream().collect(Collectors.groupingBy(CostedProvision::household));
        return byHousehold.entrySet().stream()
                .map(one -> HelpOfHousehold.of(one.getKey().value(), one.getValue(), usage))
                .toList();
    }
}
