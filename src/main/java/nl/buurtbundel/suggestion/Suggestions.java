package nl.buurtbundel.suggestion;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.catalogue.CatalogueItem;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.catalogue.Way;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.opportunity.BehindPublished;
import nl.buurtbundel.opportunity.IntensityClass;
import nl.buurtbundel.opportunity.Opportunities;
import nl.buurtbundel.opportunity.Opportunity;
import nl.buurtbundel.opportunity.SuppressionRule;
import nl.buurtbundel.provision.Need;
import org.jspecify.annotations.Nullable;

/**
 * What we propose in a neighbourhood. A suggestion comes into being when it is first shown, and is then kept as it was; the
 * team sees the whole sum, everybody else a headline, residents an idea.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Suggestions {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Opportunities opportunities;
    private final Catalogue catalogue;
    private final Neighbourhoods neighbourhoods;
    private final Clock clock;
    private final SuppressionRule rule;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Suggestions() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    Suggestions(
            Access access,
            AuditLog audit,
            Opportunities opportunities,
            Catalogue catalogue,
            Neighbourhoods neighbourhoods,
            Clock clock,
            SuppressionRule rule) {
        this.access = access;
        this.audit = audit;
        this.opportunities = opportunities;
        this.catalogue = catalogue;
        this.neighbourhoods = neighbourhoods;
        this.clock = clock;
        this.rule = rule;
    }

    /** The opportunities of a neighbourhood, each with the best we can propose. */
    @Transactional(REQUIRED)
    public List<SuggestionCard> list(NeighbourhoodCode neighbourhood) {
        User user = access.require(Operation.SEE_SUGGESTIONS, neighbourhood);
        access.require(Operation.SEE_OPPORTUNITIES, neighbourhood);
        if (!user.isOfTheTeamOf(neighbourhood)) {
            return opportunities.list(neighbourhood).stream()
                    .map(one ->
                            new SuggestionCard(one, one.expected() == null ? null : shown(neighbourhood, one.need())))
                    .toList();
        }
        List<Opportunity> found = opportunities.listForPlanning(neighbourhood);
        Planning planning = planning(found);
        Map<String, Basis> published = behindPublished(neighbourhood);
        List<SuggestionCard> cards = new ArrayList<>();
        for (Opportunity opportunity : found) {
            Optional<Suggestion> best = basis(opportunity)
                    .flatMap(planning::best)
                    .map(sum -> freeze(neighbourhood, sum, published.get(opportunity.need())));
            best.ifPresent(this::propose);
            cards.add(new SuggestionCard(
                    opportunity, best.map(Suggestions::proposed).orElse(null)));
        }
        return cards;
    }

    /** The suggestion for one need and one alternative, for the team that wants to look at another than the best. */
    @Transactional(REQUIRED)
    public SuggestionId propose(NeighbourhoodCode neighbourhood, String need, String alternative) {
        requireTeam(neighbourhood);
        List<Opportunity> found = opportunities.listForPlanning(neighbourhood);
        Basis basis = found.stream()
                .filter(one -> one.need().equals(need))
                .findFirst()
                .flatMap(this::basis)
                .orElseThrow(NotFound::new);
        CatalogueItem item = catalogue.read(alternative);
        if (!item.alternative().serves(need)) {
            throw new NotFound();
        }
        return freeze(
                        neighbourhood,
                        planning(found).sum(basis, item),
                        behindPublished(neighbourhood).get(need))
                .suggestionId();
    }

    /** The whole sum, for the team of the neighbourhood. */
    public SuggestionView read(SuggestionId id) {
        Suggestion suggestion = find(id);
        NeighbourhoodCode neighbourhood = suggestion.neighbourhood();
        requireTeam(neighbourhood);
        List<Opportunity> found = opportunities.listForPlanning(neighbourhood);
        List<SuggestionView.Other> others = found.stream()
                .filter(one -> one.need().equals(suggestion.need()))
                .findFirst()
                .flatMap(this::basis)
                .map(basis -> planning(found).list(basis))
                .orElse(List.of())
                .stream()
                .filter(sum -> !sum.alternative().id().equals(suggestion.alternative()))
                .map(sum -> new SuggestionView.Other(
                        sum.alternative().id(), sum.alternative().name(), Headline.of(sum)))
                .toList();
        return new SuggestionView(
                id,
                neighbourhood,
                neighbourhoods.read(neighbourhood).name(),
                suggestion.madeAt(),
                suggestion.isCurrent(),
                suggestion.invitedOn(),
                suggestion.sum(),
                others);
    }

    /** What residents may see of it, once the neighbourhood has been invited; the team and the alderman see it before. */
    public Idea readIdea(SuggestionId id) {
        Suggestion suggestion = find(id);
        User user = access.require(Operation.SEE_IDEAS, suggestion.neighbourhood());
        if (suggestion.invitedOn() == null && !isStaff(user, suggestion.neighbourhood())) {
            throw new NotFound();
        }
        return suggestion.idea();
    }

    /** For those who decide on a plan that began with it: as coarse as in the lists they see. */
    public BeganWith readBeganWith(SuggestionId id) {
        Suggestion suggestion = find(id);
        access.require(Operation.SEE_DECISIONS, suggestion.neighbourhood());
        return suggestion.beganWith();
    }

    /** The prices and assumptions behind it, and what came of them as those who decide are shown it. */
    public DecisionGround readGround(SuggestionId id) {
        Suggestion suggestion = find(id);
        access.require(Operation.SEE_DECISIONS, suggestion.neighbourhood());
        return suggestion.ground();
    }

    /** In which ways what it proposed helps; none where nobody had said when it was made. */
    public List<Way> listWays(SuggestionId id) {
        Suggestion suggestion = find(id);
        requireTeam(suggestion.neighbourhood());
        return suggestion.sum().alternative().ways();
    }

    /**
     * The two fractions for everybody, once a plan that began with it is public. Who knows the cost and a fraction knows about
     * what is spent: so only where that was published when the sum was made, and not for too few who likely join.
     */
    @WithoutAccessCheck("a public page: two rounded fractions, under the rules of suppression")
    public Optional<CostAgainstToday> findPublicCost(SuggestionId id) {
        return find(id).outside()
                .filter(sum -> !rule.tooFew(sum.likely().households()))
                .map(Headline::outside)
                .map(CostAgainstToday::of);
    }

    /**
     * What it expects to come free, for those who decide on a plan that began with it: exact for the team alone, and nothing
     * outside it when what is spent was not published.
     */
    public Optional<LikelyRelease> findLikelyRelease(SuggestionId id) {
        Suggestion suggestion = find(id);
        User user = access.require(Operation.SEE_DECISIONS, suggestion.neighbourhood());
        boolean ofTheTeam = user.isOfTheTeamOf(suggestion.neighbourhood());
        Optional<Sum> sum = ofTheTeam ? Optional.of(suggestion.sum()) : suggestion.outside();
        return sum.map(one -> LikelyRelease.of(id, one, !ofTheTeam));
    }

    /** The ideas to which this neighbourhood has been invited, the newest of each kind. */
    public List<Idea> listIdeas(NeighbourhoodCode neighbourhood) {
        access.require(Operation.SEE_IDEAS, neighbourhood);
        return entityManager
                .createQuery(
                        "select s from Suggestion s where s.id in (select max(n.id) from Suggestion n"
                                + " where n.neighbourhood = :neighbourhood and n.invitedOn is not null"
                                + " group by n.need, n.alternative) order by s.id desc",
                        Suggestion.class)
                .setParameter("neighbourhood", neighbourhood.value())
                .getResultStream()
                .map(Suggestion::idea)
                .toList();
    }

    /**
     * What an edit of the catalogue, or a new alternative, would do before it is made: to the suggestions that stand now, and to
     * what we would propose instead of it or it instead of something else. Reckoned with what was published this month, and on
     * record: whoever edits the catalogue sees no files.
     */
    @Transactional(REQUIRED)
    public List<SuggestionChange> preview(CollectiveAlternative changed) {
        User user = access.require(Operation.EDIT_CATALOGUE);
        List<CatalogueItem> present = catalogue.list();
        int version = present.stream()
                .filter(item -> item.alternative().id().equals(changed.id()))
                .mapToInt(CatalogueItem::version)
                .findFirst()
                .orElse(0);
        CatalogueEdit edit = new CatalogueEdit(present, new CatalogueItem(changed, version + 1, clock.instant()));
        audit.record("suggestion.preview", "catalogue", changed.id(), "version=" + (version + 1));
        return listStanding(user.municipality()).entrySet().stream()
                .flatMap(place -> edit
                        .changes(published(place.getKey(), place.getValue()), suggested(place.getValue(), changed.id()))
                        .stream()
                        .map(change -> new SuggestionChange(
                                place.getKey(),
                                neighbourhoods.read(place.getKey()).name(),
                                change.need(),
                                change.before(),
                                change.after(),
                                change.proposedBefore(),
                                change.proposedAfter())))
                .toList();
    }

    private Map<NeighbourhoodCode, List<Suggestion>> listStanding(MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select s from Suggestion s where s.municipality = :municipality and s.standing = true"
                                + " order by s.neighbourhood, s.id",
                        Suggestion.class)
                .setParameter("municipality", municipality.value())
                .getResultStream()
                .collect(Collectors.groupingBy(Suggestion::neighbourhood, LinkedHashMap::new, Collectors.toList()));
    }

    /** The needs that have a suggestion here, as far as they were published this month. */
    private List<Basis> published(NeighbourhoodCode neighbourhood, List<Suggestion> standing) {
        Set<String> needs = standing.stream().map(Suggestion::need).collect(Collectors.toSet());
        return opportunities.listPublished(neighbourhood).stream()
                .filter(one -> needs.contains(one.need()))
                .map(Suggestions::publishedBasis)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Basis> publishedBasis(Opportunity published) {
        Money expected = published.expected();
        return expected == null || !expected.isPositive()
                ? Optional.empty()
                : Optional.of(Basis.published(published.need(), published.day(), published.households(), expected));
    }

    private Map<String, Basis> behindPublished(NeighbourhoodCode neighbourhood) {
        return opportunities.listBehindPublished(neighbourhood).stream()
                .filter(one -> one.expected().isPositive())
                .collect(Collectors.toMap(
                        BehindPublished::need,
                        one -> Basis.published(one.need(), one.firstOfMonth(), one.households(), one.expected())));
    }

    private static Set<String> suggested(List<Suggestion> standing, String alternative) {
        return standing.stream()
                .filter(one -> one.alternative().equals(alternative))
                .map(Suggestion::need)
                .collect(Collectors.toSet());
    }

    private Planning planning(List<Opportunity> found) {
        List<Basis> bases =
                found.stream().map(this::basis).flatMap(Optional::stream).toList();
        return Planning.of(bases, catalogue.list());
    }

    private Optional<Basis> basis(Opportunity opportunity) {
        if (opportunity.classes().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Basis(
                opportunity.need(),
                opportunity.day(),
                opportunity.classes().stream().map(Suggestions::basisClass).toList(),
                opportunities.usage().basisPoints(),
                opportunity.lumpSumHouseholds(),
                opportunity.unknownHouseholds()));
    }

    private static BasisClass basisClass(IntensityClass one) {
        String need = Need.find(one.need()).map(Need::key).orElseThrow();
        Text name = new Text(
                Messages.text(Messages.DUTCH, need) + ", " + one.band().text(Messages.DUTCH),
                Messages.text(Messages.ENGLISH, need) + ", " + one.band().text(Messages.ENGLISH));
        return new BasisClass(
                one.id(),
                name,
                one.households(),
                one.declared(),
                one.allocatedHouseholds(),
                one.allocated(),
                one.unsplit());
    }

    /** Keeps from when on this is what we propose; that it still is changes nothing. */
    private void propose(Suggestion best) {
        Optional<Long> last = entityManager
                .createQuery(
                        "select p.suggestion from SuggestionProposal p join Suggestion s on s.id = p.suggestion"
                                + " where s.neighbourhood = :neighbourhood and s.need = :need order by p.proposedAt desc, p.id desc",
                        Long.class)
                .setParameter("neighbourhood", best.neighbourhood().value())
                .setParameter("need", best.need())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
        if (!last.equals(Optional.of(best.suggestionId().value()))) {
            entityManager.persist(new SuggestionProposal(best.suggestionId(), clock.instant()));
        }
    }

    /** The suggestion as it stands, or the next one when the sum has become another. */
    private Suggestion freeze(NeighbourhoodCode neighbourhood, Sum sum, @Nullable Basis published) {
        List<Suggestion> standing = entityManager
                .createQuery(
                        "select s from Suggestion s where s.neighbourhood = :neighbourhood and s.need = :need"
                                + " and s.alternative = :alternative and s.standing = true",
                        Suggestion.class)
                .setParameter("neighbourhood", neighbourhood.value())
                .setParameter("need", sum.basis().need())
                .setParameter("alternative", sum.alternative().id())
                .getResultList();
        for (Suggestion one : standing) {
            if (one.says(sum, published)) {
                return one;
            }
            one.replaced();
        }
        Suggestion next = new Suggestion(neighbourhood, sum, published, clock.instant());
        entityManager.persist(next);
        audit.record(
                "suggestion.freeze",
                "suggestion",
                Long.toString(next.suggestionId().value()),
                "alternative=" + next.alternative() + " version=" + sum.catalogueVersion());
        return next;
    }

    /**
     * What readers outside the team see of this need in this month: the last that we proposed before it began, or else the
     * first in it, of those that have something to tell outside. It stands for the month, so that two looks cannot be compared; what the team looked at besides does not
     * show.
     */
    private SuggestionCard.@Nullable Proposed shown(NeighbourhoodCode neighbourhood, String need) {
        LocalDate month = LocalDate.now(clock).withDayOfMonth(1);
        Instant begin = month.atStartOfDay(clock.getZone()).toInstant();
        return first(neighbourhood, need, begin, "p.proposedAt < :begin order by p.proposedAt desc, p.id desc")
                .or(() -> first(neighbourhood, need, begin, "p.proposedAt >= :begin order by p.proposedAt, p.id"))
                .flatMap(one -> one.outside()
                        .map(sum -> new SuggestionCard.Proposed(
                                one.suggestionId(), sum.alternative().name(), Headline.outside(sum), null)))
                .orElse(null);
    }

    private Optional<Suggestion> first(NeighbourhoodCode neighbourhood, String need, Instant begin, String which) {
        return entityManager
                .createQuery(
                        "select s from SuggestionProposal p join Suggestion s on s.id = p.suggestion"
                                + " where s.neighbourhood = :neighbourhood and s.need = :need"
                                + " and s.published is not null and " + which,
                        Suggestion.class)
                .setParameter("neighbourhood", neighbourhood.value())
                .setParameter("need", need)
                .setParameter("begin", begin)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private static SuggestionCard.Proposed proposed(Suggestion suggestion) {
        Sum sum = suggestion.sum();
        return new SuggestionCard.Proposed(
                suggestion.suggestionId(),
                sum.alternative().name(),
                Headline.of(sum),
                new SuggestionCard.Joining(
                        sum.likely().households(), sum.basis().households()));
    }

    private Suggestion find(SuggestionId id) {
        Suggestion suggestion = entityManager.find(Suggestion.class, id.value());
        if (suggestion == null) {
            throw new NotFound();
        }
        return suggestion;
    }

    private void requireTeam(NeighbourhoodCode neighbourhood) {
        if (!access.require(Operation.SEE_SUGGESTIONS, neighbourhood).isOfTheTeamOf(neighbourhood)) {
            throw new NotFound();
        }
    }

    private static boolean isStaff(User user, NeighbourhoodCode neighbourhood) {
        return user.isOfTheTeamOf(neighbourhood)
                || user.allRoles().contains(Role.ALDERMAN)
                || user.allRoles().contains(Role.BUDGET_HOLDER)
                || user.is(Role.CONTROLLER);
    }
}
