package nl.buurtbundel.initiative;

import static nl.buurtbundel.initiative.Plans.MONDAY;
import static nl.buurtbundel.initiative.Plans.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.buurtbundel.foundation.Refusal;
import org.junit.jupiter.api.Test;

/** Long runs of neighbours who join, leave, confirm and come back while plans change under them. */
class PledgeSequencesTest {
    private static final int RUNS = 150;
    private static final int DEEDS = 120;
    private static final int PEOPLE = 8;

    @Test
    void whatever_neighbours_do_columns_follow_history_and_nobody_counts_who_did_not_say_yes_to_this_plan() {
        for (long seed = 1; seed <= RUNS; seed++) {
            new Street(seed).live();
        }
    }

    /** Two plans for the same need, and a simple model of what each person said last. */
    private static final class Street {
        private final long seed;
        private final Random random;
        private final List<Initiative> plans = List.of(Plans.open(Plans.creche()), Plans.open(Plans.creche(1)));
        private final List<Pledge> pledges = new ArrayList<>();
        private final Map<Pledge, Map<String, Integer>> saidYesTo = new HashMap<>();
        private LocalDate today = MONDAY;
        private int price = 10;

        Street(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void live() {
            for (int i = 0; i < DEEDS; i++) {
                today = today.plusDays(random.nextInt(2));
                try {
                    deed();
                } catch (Refusal refused) {
                    // a rule said no; everything must still hold
                }
                check();
            }
        }

        private void deed() {
            String person = "p" + random.nextInt(PEOPLE);
            Initiative plan = plans.get(random.nextInt(plans.size()));
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> join(person, plan);
                case 3, 4 ->
                    ofHousehold(person, plan, pledge -> {
                        pledge.confirm(person, plan, on(today));
                        saidYesTo.get(pledge).put(person, plan.planVersion());
                    });
                case 5, 6 ->
                    ofHousehold(person, plan, pledge -> {
                        pledge.leave(person, LeavingTerms.of(plan), on(today));
                        saidYesTo.get(pledge).clear();
                    });
                case 7 -> plan.changePlan(Plans.withPrice(plan.plan(), ++price), on(today));
                case 8 ->
                    plan.changePlan(Plans.withTitle(plan.plan(), "Crèche " + price + random.nextInt()), on(today));
                default -> secondAdult(person, plan);
            }
        }

        /** As the service does: the key is free, or its notice is over. */
        private boolean isFree(String person) {
            String key = PledgeAdult.activeKey(person, "parenting-support");
            return pledges.stream().filter(p -> p.activeKeys().contains(key)).allMatch(p -> p.closeIfOver(on(today)));
        }

        private void join(String person, Initiative plan) {
            if (!isFree(person)) {
                return;
            }
            Pledge pledge = Plans.withId(new Pledge(plan, new Pledger(person, null), 1 + random.nextInt(2), on(today)));
            if (!pledge.isComplete()) {
                pledge.handOut("hash" + pledge.id().value(), on(today));
            }
            pledges.add(pledge);
            saidYesTo.put(pledge, new HashMap<>(Map.of(person, plan.planVersion())));
        }

        private void secondAdult(String person, Initiative plan) {
            for (Pledge pledge : pledges) {
                if (pledge.initiative().equals(plan.id()) && !pledge.isComplete() && isFree(person)) {
                    pledge.secondAdultSaysYes(new Pledger(person, null), plan, on(today));
                    saidYesTo.get(pledge).put(person, plan.planVersion());
                    return;
                }
            }
        }

        private void ofHousehold(String person, Initiative plan, java.util.function.Consumer<Pledge> deed) {
            pledges.stream()
                    .filter(p -> p.initiative().equals(plan.id()) && p.binds(person) && p.isActive())
                    .findFirst()
                    .ifPresent(deed);
        }

        private void check() {
            Set<String> keys = new HashSet<>();
            for (Pledge pledge : pledges) {
                assertThat(pledge.recomputed()).as("seed " + seed).isEqualTo(pledge.position());
                for (String key : pledge.activeKeys()) {
                    assertThat(keys.add(key))
                            .as("seed " + seed + ": two plans for " + key)
                            .isTrue();
                }
                assertThat(pledge.activeKeys().isEmpty()).isEqualTo(!pledge.isActive());
                Initiative plan = plans.stream()
                        .filter(p -> p.id().equals(pledge.initiative()))
                        .findFirst()
                        .orElseThrow();
                if (pledge.countsFor(plan.planVersion())) {
                    assertThat(saidYesTo.get(pledge).keySet())
                            .as("seed " + seed)
                            .containsAll(pledge.subjects());
                    assertThat(saidYesTo.get(pledge).values())
                            .as("seed " + seed)
                            .allMatch(version -> version == plan.planVersion());
                    assertThat(pledge.isComplete()).isTrue();
                }
            }
            for (Initiative plan : plans) {
                assertThat(plan.recomputed()).as("seed " + seed).isEqualTo(plan.state());
            }
        }
    }
}
