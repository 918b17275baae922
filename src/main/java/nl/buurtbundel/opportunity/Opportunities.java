package nl.buurtbundel.opportunity;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.intake.Intake;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodSummary;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.provision.AnnualCost;
import nl.buurtbundel.provision.ConsentGiven;
import nl.buurtbundel.provision.ContractForm;
import nl.buurtbundel.provision.CostedProvision;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.Need;
import nl.buurtbundel.provision.PersonId;
import nl.buurtbundel.provision.Provisions;
import org.jspecify.annotations.Nullable;

/**
 * The opportunities of a neighbourhood. The team of the neighbourhood sees them as they are today; everybody else as they
 * were published this month: rounded, and without what could be derived.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Opportunities {
    private final Access access;
    private final CurrentUser currentUser;
    private final Provisions provisions;
    private final Neighbourhoods neighbourhoods;
    private final TakenNeeds takenNeeds;
    private final Snapshots snapshots;
    private final Intake intake;
    private final Clock clock;
    private final SuppressionRule rule;
    private final Usage usage;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Opportunities() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    Opportunities(
            Access access,
            CurrentUser currentUser,
            Provisions provisions,
            Neighbourhoods neighbourhoods,
            TakenNeeds takenNeeds,
            Snapshots snapshots,
            Intake intake,
            Clock clock,
            SuppressionRule rule,
            Usage usage) {
        this.access = access;
        this.currentUser = currentUser;
        this.provisions = provisions;
        this.neighbourhoods = neighbourhoods;
        this.takenNeeds = takenNeeds;
        this.snapshots = snapshots;
        this.intake = intake;
        this.clock = clock;
        this.rule = rule;
        this.usage = usage;
    }

    public SuppressionRule rule() {
        access.require(Operation.SEE_OPPORTUNITIES);
        return rule;
    }

    public Usage usage() {
        access.require(Operation.SEE_OPPORTUNITIES);
        return usage;
    }

    /** The opportunities of a neighbourhood, most households first. */
    @Transactional(REQUIRED)
    public List<Opportunity> list(NeighbourhoodCode neighbourhood) {
        User user = access.require(Operation.SEE_OPPORTUNITIES, neighbourhood);
        return user.isOfTheTeamOf(neighbourhood) ? exact(neighbourhood) : listPublished(user, neighbourhood);
    }

    /** As everybody outside the team may know them, for whoever sees no files but edits what is set against them. */
    @Transactional(REQUIRED)
    public List<Opportunity> listPublished(NeighbourhoodCode neighbourhood) {
        User user = access.require(Operation.EDIT_CATALOGUE);
        return listPublished(user, neighbourhood);
    }

    private List<Opportunity> listPublished(User user, NeighbourhoodCode neighbourhood) {
        PublishedMonth published = published(user.municipality());
        return published.table().list(neighbourhood, published.month());
    }

    /**
     * The opportunities with the classes that a sum is made of, for the rooms that plan and reckon; they answer for what they
     * show of it.
     */
    public List<Opportunity> listForPlanning(NeighbourhoodCode neighbourhood) {
        access.require(Operation.SEE_OPPORTUNITIES, neighbourhood);
        return exact(neighbourhood);
    }

    /**
     * What stands behind the numbers that everybody may know this month, for the rooms that reckon with it; they answer for what
     * they show of it.
     */
    @Transactional(REQUIRED)
    public List<BehindPublished> listBehindPublished(NeighbourhoodCode neighbourhood) {
        User user = access.require(Operation.SEE_OPPORTUNITIES, neighbourhood);
        PublishedMonth published = published(user.municipality());
        List<CellName> shown = published.table().needs().stream()
                .filter(need ->
                        published.table().cell(need, neighbourhood.value()).amount() != null)
                .map(need -> new CellName(need, neighbourhood.value()))
                .toList();
        return snapshots.readBehind(user.municipality(), shown).entrySet().stream()
                .map(one -> new BehindPublished(
                        one.getKey().need(),
                        published.month().atDay(1),
                        one.getValue().households(),
                        one.getValue().amount()))
                .toList();
    }

    /** All neighbourhoods of the municipality, as published this month. */
    @Transactional(REQUIRED)
    public Overview overview() {
        User user = access.require(Operation.SEE_OPPORTUNITIES);
        PublishedMonth published = published(user.municipality());
        PublishedTable table = published.table();
        List<Overview.Place> places = new ArrayList<>();
        for (NeighbourhoodSummary place : neighbourhoods.list(user.municipality())) {
            int column = table.neighbourhoods().indexOf(place.code().value());
            PublishedCell total = column < 0
                    ? PublishedCell.NOTHING
                    : table.neighbourhoodTotals().get(column);
            List<String> shown = table.needs().stream()
                    .filter(need -> table.cell(need, place.code().value()).households() != null)
                    .toList();
            places.add(new Overview.Place(place.code(), place.name(), total, shown));
        }
        return new Overview(published.month(), places, table.total());
    }

    private List<Opportunity> exact(NeighbourhoodCode neighbourhood) {
        LocalDate today = LocalDate.now(clock);
        List<CostedProvision> running = provisions.listCostedProvisions(neighbourhood, today);
        return NeedPicture.of(served(running, today)).stream()
                .map(picture -> Opportunity.of(picture, neighbourhood, today, rule, usage))
                .filter(Objects::nonNull)
                .sorted((one, other) -> Integer.compare(other.households(), one.households()))
                .toList();
    }

    /**
     * What is published this month; made at night or when it is first asked for. Nothing is kept of a municipality without data,
     * nor while data is coming in: what was published last stands until all of it is there.
     */
    private PublishedMonth published(MunicipalityCode municipality) {
        YearMonth month = YearMonth.now(clock);
        Optional<PublishedMonth> known = snapshots.find(municipality, month);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<PublishedMonth> last = snapshots.findLast(municipality);
        if (intake.isImporting(municipality)) {
            return last.orElseGet(() -> nothing(municipality, month));
        }
        LocalDate today = LocalDate.now(clock);
        List<CostedProvision> running = currentUser.runAs(
                User.system(municipality), () -> provisions.listCostedProvisions(municipality, today));
        Publication publication = publish(municipality, running, today);
        if (running.isEmpty() || intake.isImporting(municipality)) {
            return last.orElseGet(() -> nothing(municipality, month));
        }
        try {
            snapshots.keep(municipality, month, publication);
            return new PublishedMonth(month, publication.table());
        } catch (RuntimeException lost) {
            // somebody else published this month at the same moment: theirs is what everybody sees
            return snapshots.find(municipality, month).orElseThrow(() -> lost);
        }
    }

    private PublishedMonth nothing(MunicipalityCode municipality, YearMonth month) {
        return new PublishedMonth(
                month,
                Publication.of(rule, needs(), places(municipality), Map.of(), Publication.History.NONE)
                        .table());
    }

    private Publication publish(MunicipalityCode municipality, List<CostedProvision> running, LocalDate today) {
        Map<CellName, Behind> behind = new HashMap<>();
        running.stream()
                .collect(Collectors.groupingBy(CostedProvision::neighbourhood))
                .forEach((place, here) -> NeedPicture.of(served(here, today))
                        .forEach(picture ->
                                behind.put(new CellName(picture.need(), place.value()), picture.behind(usage))));
        return Publication.of(
                rule,
                needs(),
                places(municipality),
                behind,
                snapshots.readHistory(municipality, YearMonth.from(today)));
    }

    private static List<String> needs() {
        return Arrays.stream(Need.values())
                .filter(Need::canBeShared)
                .map(Need::code)
                .toList();
    }

    private List<String> places(MunicipalityCode municipality) {
        return neighbourhoods.list(municipality).stream()
                .map(place -> place.code().value())
                .toList();
    }

    private List<Served> served(Collection<CostedProvision> running, LocalDate day) {
        Map<PersonId, Set<ConsentGiven>> consents = provisions.consentsFor(
                running.stream().map(CostedProvision::person).toList(), day);
        Set<String> leftOut = takenNeeds.leftOut(
                running.stream().map(Opportunities::key).collect(Collectors.toSet()),
                running.stream().map(CostedProvision::household).collect(Collectors.toSet()),
                rule.threshold());
        return running.stream()
                .filter(one -> !leftOut.contains(key(one)))
                .map(one -> served(one, consents.getOrDefault(one.person(), Set.of())))
                .toList();
    }

    private static String key(CostedProvision one) {
        return TakenNeeds.key(one.household().value(), one.need().code());
    }

    private static Served served(CostedProvision one, Set<ConsentGiven> consents) {
        AnnualCost cost = one.allocated();
        @Nullable Money allocated = cost.find().orElse(null);
        Set<Law> others = consents.stream()
                .filter(consent -> consent.from() == one.law())
                .map(ConsentGiven::to)
                .collect(Collectors.toUnmodifiableSet());
        return new Served(
                one.household().value(),
                one.need().code(),
                one.law(),
                one.weeklyMinutes(),
                allocated,
                one.declared(),
                one.form() == ContractForm.LUMP_SUM,
                allocated == null,
                others);
    }
}
