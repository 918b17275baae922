package nl.buurtbundel.initiative;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.opportunity.TakenNeeds;
import nl.buurtbundel.provision.HouseholdId;
import nl.buurtbundel.provision.Households;
import nl.buurtbundel.provision.Need;
import nl.buurtbundel.provision.PersonId;

/**
 * Tells which needs of households are served by a running plan. From the start on and not from the pledge: a yes costs
 * nothing, changes nothing, and shows nothing.
 */
@ApplicationScoped
class RunningNeeds {
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

    private void take(Initiative initiative, Collection<String> subjects) {
        Need.find(initiative.need())
                .ifPresent(need -> households(subjects)
                        .forEach(household ->
                                takenNeeds.take(household, need, initiative.id().reference())));
    }

    private void giveBack(Initiative initiative, Collection<String> subjects) {
        Set<HouseholdId> left = new HashSet<>(households(subjects));
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
