package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Capacity;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.UserId;
import org.junit.jupiter.api.Test;

class FourEyesTest {
    /** Every hand that somebody can have in a plan. */
    private enum Hand {
        PROPOSED,
        INITIATED,
        ASSESSED,
        PAID,
        INTERESTED,
        SIGNED
    }

    private static final UserId USER = new UserId(1);
    private static final UserId OTHER = new UserId(2);

    private static final Map<Hand, String> REASONS = new EnumMap<>(Map.of(
            Hand.PROPOSED, "decision.error.own-proposal",
            Hand.INITIATED, "decision.error.own-plan",
            Hand.ASSESSED, "decision.error.own-assessment",
            Hand.PAID, "decision.error.paid-from-plan",
            Hand.INTERESTED, "decision.error.has-interest",
            Hand.SIGNED, "decision.error.signed-already"));

    @Test
    void any_hand_in_it_keeps_somebody_from_signing_and_no_hand_does_not() {
        for (Hand one : Hand.values()) {
            for (Hand other : Hand.values()) {
                Set<Hand> hands = EnumSet.of(one, other);
                assertThat(eyes(hands::contains).whyNot(USER).orElseThrow())
                        .isIn(hands.stream().map(REASONS::get).collect(Collectors.toSet()));
            }
            assertThat(eyes(hand -> hand == one).whyNot(USER)).contains(REASONS.get(one));
        }
        assertThat(eyes(hand -> false).whyNot(USER)).isEmpty();
    }

    @Test
    void nobody_proposes_money_for_what_they_made_or_asked_to_be_paid_from() {
        FourEyes.requireOutsider(USER, OTHER, Set.of(OTHER), Set.of(OTHER));
        assertThatThrownBy(() -> FourEyes.requireOutsider(USER, USER, Set.of(), Set.of()))
                .hasMessage("decision.error.own-plan");
        assertThatThrownBy(() -> FourEyes.requireOutsider(USER, OTHER, Set.of(OTHER, USER), Set.of()))
                .hasMessage("decision.error.paid-from-plan");
        assertThatThrownBy(() -> FourEyes.requireOutsider(USER, OTHER, Set.of(), Set.of(OTHER, USER)))
                .hasMessage("decision.error.has-interest");
    }

    @Test
    void who_stands_in_uses_no_power_that_the_absent_one_could_not_use() {
        UserId deputy = new UserId(3);
        for (Hand one : Hand.values()) {
            FourEyes absentHasAHand = eyes(hand -> hand == one).inPowerOf(USER);
            assertThat(absentHasAHand.whyNot(deputy)).contains("decision.error.absent-has-a-hand");
            FourEyes deputyHasAHand = eyes(hand -> hand == one).inPowerOf(new UserId(4));
            assertThat(deputyHasAHand.whyNot(USER)).contains(REASONS.get(one));
        }
        assertThat(eyes(hand -> false).inPowerOf(USER).whyNot(deputy)).isEmpty();
    }

    @Test
    void an_interest_that_was_told_after_a_hand_was_given_leaves_no_hand_to_stand_on() {
        assertThat(eyes(hand -> hand == Hand.INTERESTED).hasInterestedHand()).isFalse();
        assertThat(eyes(Set.of(Hand.INTERESTED, Hand.PROPOSED)::contains).hasInterestedHand())
                .isTrue();
        assertThat(eyes(Set.of(Hand.INTERESTED, Hand.SIGNED)::contains).hasInterestedHand())
                .isTrue();
    }

    private static FourEyes eyes(Predicate<Hand> users) {
        return new FourEyes(
                users.test(Hand.PROPOSED) ? USER : OTHER,
                users.test(Hand.INITIATED) ? USER : OTHER,
                users.test(Hand.ASSESSED) ? Set.of(OTHER, USER) : Set.of(OTHER),
                users.test(Hand.PAID) ? Set.of(OTHER, USER) : Set.of(),
                users.test(Hand.INTERESTED) ? Set.of(USER) : Set.of(),
                users.test(Hand.SIGNED) ? Set.of(OTHER, USER) : Set.of(),
                null);
    }

    @Test
    void who_stands_in_acts_in_the_office_of_the_absent_one_whoever_decides() {
        assertThat(new Capacity(Set.of(Role.ALDERMAN), USER).findLent().map(Office::of))
                .contains(Office.ALDERMAN);
        assertThat(new Capacity(Set.of(Role.BUDGET_HOLDER), USER).findLent().map(Office::of))
                .contains(Office.BUDGET_HOLDER);
        assertThat(new Capacity(Set.of(Role.ALDERMAN), null).findLent()).isEmpty();
    }
}
