package nl.buurtbundel.decision;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PlanStory;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.money.Money;

/** A decision is told with its reasons (Awb 3:46) to everybody who may read the plan. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class DecisionLetters {
    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected DecisionLetters() {
        this(null, null);
    }

    @Inject
    DecisionLetters(Initiatives initiatives, Access access) {
        this.initiatives = initiatives;
        this.access = access;
    }

    /** The decision that the plan stands on; more money refused to a plan that goes on is not one. */
    public Optional<DecisionLetter> find(InitiativeId initiative) {
        Map<InitiativeId, PlanStory> story = initiatives.listStories(List.of(initiative));
        PlanStory plan = story.get(initiative);
        if (plan == null) {
            throw new NotFound();
        }
        access.require(Operation.SEE_INITIATIVES, plan.neighbourhood());
        return Optional.ofNullable(letters(story).get(initiative));
    }

    /** For each of these plans the decision that it stands on, if there is one; in as many queries for many as for few. */
    public Map<InitiativeId, DecisionLetter> list(Collection<InitiativeId> plans) {
        access.require(Operation.SEE_INITIATIVES);
        return letters(initiatives.listStories(plans));
    }

    private Map<InitiativeId, DecisionLetter> letters(Map<InitiativeId, PlanStory> stories) {
        Map<InitiativeId, DecisionLetter> letters = new HashMap<>();
        for (List<InitiativeId> some : Parts.of(stories.keySet())) {
            Map<InitiativeId, List<Decision>> decided = entityManager
                    .createQuery(
                            "select d from Decision d where d.initiative in :initiatives and d.state in :states",
                            Decision.class)
                    .setParameter(
                            "initiatives",
                            some.stream().map(InitiativeId::value).toList())
                    .setParameter("states", List.of(DecisionState.REFUSED, DecisionState.FINAL))
                    .getResultStream()
                    .sorted(Decision.IN_TIME)
                    .collect(Collectors.groupingBy(Decisions::initiativeOf));
            decided.forEach((plan, decisions) -> letter(decisions, Objects.requireNonNull(stories.get(plan)))
                    .ifPresent(letter -> letters.put(plan, letter)));
        }
        return letters;
    }

    /** More money refused to a plan that goes on is not what it stands on. */
    private static Optional<DecisionLetter> letter(List<Decision> decisions, PlanStory story) {
        boolean refused = story.stage() == Stage.REFUSED;
        List<Decision> standing = decisions.stream()
                .filter(decision -> decision.state() == (refused ? DecisionState.REFUSED : DecisionState.FINAL))
                .toList();
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        Money asked = AskedAmount.of(story.yearlyCost(), story.startUp(), 0).total();
        return Optional.of(
                refused
                        ? DecisionLetter.of(standing.get(standing.size() - 1), asked)
                        : DecisionLetter.of(standing, asked, story.stage().isGranted()));
    }
}
