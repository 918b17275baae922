package nl.buurtbundel.initiative;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.opportunity.TakenNeeds;
import nl.buurtbundel.provision.HouseholdId;
import nl.buurtbundel.provision.Households;
import nl.buurtbundel.provision.HouseholdsRegrouped;
import nl.buurtbundel.provision.Need;
import nl.buurtbundel.provision.PersonId;

/**
 * Tells which needs of households are served by a running plan. From the start on and not from the pledge: a yes costs
 * nothing, changes nothing, and shows nothing.
 */
@ApplicationScoped
class RunningNeeds {
    /** The first to hear that households were regrouped. */
    static final int FIRST = 1_000;

    private final InitiativeRepository repository;
    private final Households households;
    private final TakenNeeds takenNeeds;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected RunningNeeds() {
        this(null, null, null);
    }

    @Inject
    RunningNeeds(InitiativeRepository repository, Households households, TakenNeeds takenNeeds) {
        this.repository = repository;
        this.households = households;
        this.takenNeeds = takenNeeds;
    }

    void whenPlanMoves(@Observes InitiativeMoved moved) {
        if (moved.to().isRunning()) {
            Initiative initiative = repository.read(moved.initiative());
            take(initiative, subjects(initiative));
        } else if (moved.to().isEnded()) {
            takenNeeds.giveBackAll(moved.initiative().reference());
        }
    }

    void whenHouseholdMoves(@Observes PledgeMoved moved) {
        Initiative initiative = repository.read(moved.initiative());
        if (!initiative.stage().isRunning()) {
            return;
        }
        switch (moved.kind()) {
            case LEAVES, HAS_LEFT -> giveBack(initiative, moved.subjects());
            case TAKES_PART, CHOSE_AFTER_TRIAL -> take(initiative, moved.subjects());
        }
    }

    /**
     * The need goes along to the household where its adults live now. Before {@link HouseholdClaims}: whose yes counts from
     * now on for the household that was left can take its need only once it is given back.
     */
    void whenHouseholdsRegroup(@Observes @Priority(FIRST) HouseholdsRegrouped regrouped) {
        Map<String, HouseholdsRegrouped.Move> moves = regrouped.moves().stream()
                .collect(Collectors.toMap(move -> move.person().toString(), move -> move));
        Map<Initiative, List<String>> moved = new LinkedHashMap<>();
        for (Pledge pledge : repository.listActivePledgesOf(moves.keySet())) {
            Initiative initiative = repository.read(pledge.initiative());
            if (initiative.stage().isRunning() && pledge.countsFor(initiative.planVersion())) {
                pledge.subjects().stream()
                        .filter(moves::containsKey)
                        .forEach(subject -> moved.computeIfAbsent(initiative, plan -> new ArrayList<>())
                                .add(subject));
            }
        }
        // first all of them: two households may have changed places
        moved.forEach((initiative, subjects) -> giveBackOf(
                initiative,
                subjects.stream()
                        .map(subject ->
                                Objects.requireNonNull(moves.get(subject)).from())
                        .toList()));
        moved.forEach(this::take);
    }

    private void take(Initiative initiative, Collection<String> subjects) {
        Need.find(initiative.need())
                .ifPresent(need -> households(subjects)
                        .forEach(household ->
                                takenNeeds.take(household, need, initiative.id().reference())));
    }

    private void giveBack(Initiative initiative, Collection<String> subjects) {
        giveBackOf(initiative, households(subjects));
    }

    private void giveBackOf(Initiative initiative, Collection<HouseholdId> before) {
        Set<HouseholdId> left = new HashSet<>(before);
        // who lives with somebody who stays still takes part
        left.removeAll(households(subjects(initiative)));
        Need.find(initiative.need())
                .ifPresent(need -> left.forEach(household ->
                        takenNeeds.giveBack(household, need, initiative.id().reference())));
    }

    private Set<String> subjects(Initiative initiative) {
        return repository.listActivePledges(initiative.id()).stream()
                .filter(pledge -> pledge.countsFor(initiative.planVersion()))
                .flatMap(pledge -> pledge.subjects().stream())
                .collect(Collectors.toSet());
    }

    private Set<HouseholdId> households(Collection<String> subjects) {
        List<PersonId> persons = subjects.stream()
                .flatMap(subject -> PersonId.find(subject).stream())
                .toList();
        return households.listHouseholds(persons);
    }
}
