package nl.buurtbundel.initiative;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.provision.Households;
import nl.buurtbundel.provision.HouseholdsRegrouped;
import nl.buurtbundel.provision.PersonId;

/**
 * Which yes counts for a household and a need: the first, and the next one when that ends. Who comes second is not told,
 * because that would tell what somebody else of the household did.
 */
@ApplicationScoped
class HouseholdClaims {
    private final InitiativeRepository repository;
    private final Households households;
    private final Event<PledgeMoved> moved;
    private final Event<EnoughChanged> enoughChanged;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected HouseholdClaims() {
        this(null, null, null, null, null);
    }

    @Inject
    HouseholdClaims(
            InitiativeRepository repository,
            Households households,
            Event<PledgeMoved> moved,
            Event<EnoughChanged> enoughChanged,
            Clock clock) {
        this.repository = repository;
        this.households = households;
        this.moved = moved;
        this.enoughChanged = enoughChanged;
        this.clock = clock;
    }

    /** A pledge for this need has ended: who of the same household said yes too counts from now on. */
    void passOn(MunicipalityCode municipality, String need) {
        for (Pledge waiting : repository.listStandingAside(municipality, need)) {
            Initiative initiative = repository.read(waiting.initiative());
            boolean enoughBefore = repository.isEnough(initiative);
            if (claim(waiting) && waiting.countsFor(initiative.planVersion())) {
                moved.fire(new PledgeMoved(
                        initiative.id(),
                        initiative.neighbourhood(),
                        waiting.id(),
                        waiting.subjects(),
                        PledgeMoved.Kind.TAKES_PART,
                        Moment.of(clock).day()));
                boolean enough = repository.isEnough(initiative);
                if (enough != enoughBefore) {
                    enoughChanged.fire(new EnoughChanged(initiative.id(), enough));
                }
            }
        }
    }

    /**
     * The yes goes along to the household where its adults live now. Where a yes for that household counts already, both go
     * on: nobody leaves a plan by moving in with somebody.
     */
    void whenHouseholdsRegroup(@Observes @Priority(RunningNeeds.FIRST + 1) HouseholdsRegrouped regrouped) {
        List<Pledge> touched = repository.listActivePledgesOf(
                regrouped.persons().stream().map(PersonId::toString).toList());
        if (touched.isEmpty()) {
            return;
        }
        // first all of them: two households may have changed places
        touched.forEach(Pledge::leaveHouseholds);
        repository.flush();
        touched.stream().filter(pledge -> !pledge.standsAside()).forEach(this::claim);
        touched.stream()
                .map(Pledge::need)
                .collect(Collectors.toSet())
                .forEach(need -> passOn(regrouped.municipality(), need));
    }

    /** @return whether there is a household for which it is the one yes */
    private boolean claim(Pledge pledge) {
        boolean claimed = false;
        for (String subject : pledge.subjectsInOrder()) {
            Optional<String> key = PersonId.find(subject)
                    .flatMap(households::find)
                    .map(household -> Pledger.key(household.toString(), pledge.need()))
                    .filter(free -> repository.findActivePledgeOfHousehold(free).isEmpty());
            if (key.isPresent()) {
                pledge.standFor(subject, key.get());
                repository.flush();
                claimed = true;
            }
        }
        return claimed;
    }
}
