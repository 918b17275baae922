package nl.buurtbundel.initiative;

import static nl.buurtbundel.initiative.Plans.MONDAY;
import static nl.buurtbundel.initiative.Plans.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.OneTimeCode;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class PledgeTest {
    private static final LocalDate CUT_OFF = MONDAY.plusDays(30);

    @Test
    void a_household_of_one_adult_counts_at_once() {
        Initiative initiative = Plans.open(Plans.creche());
        assertThat(pledge(initiative, "p1", 1).countsFor(1)).isTrue();
    }

    @Test
    void a_household_of_two_counts_when_both_said_yes() {
        Initiative initiative = Plans.open(Plans.creche());
        Pledge pledge = pledge(initiative, "p1", 2);
        pledge.handOut("hash", on(MONDAY));
        assertThat(pledge.countsFor(1)).isFalse();
        assertThatThrownBy(() -> pledge.secondAdultSaysYes(new Pledger("p1", null), initiative, on(MONDAY)))
                .isInstanceOf(Refusal.class);
        pledge.secondAdultSaysYes(new Pledger("p2", null), initiative, on(MONDAY));
        assertThat(pledge.countsFor(1)).isTrue();
        assertThatThrownBy(() -> pledge.secondAdultSaysYes(new Pledger("p3", null), initiative, on(MONDAY)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_household_is_bound_once_for_a_need_and_free_again_when_it_leaves() {
        Initiative initiative = Plans.open(Plans.creche());
        Pledge pledge = Plans.withId(new Pledge(initiative, new Pledger("p1", "7"), 2, on(MONDAY)));
        pledge.handOut("hash", on(MONDAY));
        pledge.secondAdultSaysYes(new Pledger("p2", "7"), initiative, on(MONDAY));
        assertThat(pledge.householdKeys()).containsExactly("7|" + initiative.need());
        pledge.leave("p2", LeavingTerms.of(initiative), on(MONDAY));
        assertThat(pledge.householdKeys()).isEmpty();
        assertThat(pledge.activeKeys()).isEmpty();
    }

    @Test
    void who_comes_second_in_a_household_says_yes_all_the_same_and_counts_when_the_first_has_gone() {
        Initiative initiative = Plans.open(Plans.creche());
        Pledge second = Plans.withId(new Pledge(initiative, new Pledger("p2", "7", true), 1, on(MONDAY)));
        assertThat(second.countsFor(1)).isFalse();
        assertThat(second.householdKeys()).isEmpty();
        assertThat(second.mine("p2", initiative, MONDAY).answer())
                .as("as anybody else who says yes")
                .isEqualTo(MyPledge.Answer.TAKES_PART);
        second.standFor("p2", "7|" + initiative.need());
        assertThat(second.countsFor(1)).isTrue();
        second.leaveHouseholds();
        assertThat(second.countsFor(1)).as("nobody’s yes ends by moving house").isTrue();
    }

    @Test
    void adults_of_two_homes_bind_both() {
        Initiative initiative = Plans.open(Plans.creche());
        Pledge pledge = Plans.withId(new Pledge(initiative, new Pledger("p1", "7"), 2, on(MONDAY)));
        pledge.handOut("hash", on(MONDAY));
        pledge.secondAdultSaysYes(new Pledger("p2", "8"), initiative, on(MONDAY));
        assertThat(pledge.householdKeys())
                .containsExactlyInAnyOrder("7|" + initiative.need(), "8|" + initiative.need());
    }

    @Test
    void the_code_for_the_other_adult_works_for_a_fortnight() {
        Initiative initiative = Plans.open(Plans.creche());
        Pledge pledge = pledge(initiative, "p1", 2);
        pledge.handOut("hash", on(MONDAY));
        assertThatThrownBy(
                        () -> pledge.secondAdultSaysYes(new Pledger("p2", null), initiative, on(MONDAY.plusDays(15))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void another_price_asks_everybody_again() {
        Initiative initiative = Plans.open(Plans.creche());
        Pledge pledge = pledge(initiative, "p1", 2);
        pledge.handOut("hash", on(MONDAY));
        pledge.secondAdultSaysYes(new Pledger("p2", null), initiative, on(MONDAY));
        initiative.changePlan(Plans.withPrice(initiative.plan(), 12), on(MONDAY));
        assertThat(pledge.countsFor(initiative.planVersion())).isFalse();
        assertThat(pledge.mine("p1", initiative, MONDAY).answer()).isEqualTo(MyPledge.Answer.ASKED_AGAIN);
        pledge.confirm("p1", initiative, on(MONDAY));
        assertThat(pledge.countsFor(initiative.planVersion())).isFalse();
        pledge.confirm("p2", initiative, on(MONDAY));
        assertThat(pledge.countsFor(initiative.planVersion())).isTrue();
    }

    @Test
    void a_typo_asks_nobody() {
        Initiative initiative = Plans.open(Plans.creche());
        Pledge pledge = pledge(initiative, "p1", 1);
        initiative.changePlan(Plans.withTitle(initiative.plan(), "Crèche"), on(MONDAY));
        assertThat(pledge.countsFor(initiative.planVersion())).isTrue();
    }

    @Test
    void leaving_is_free_through_the_cut_off_date() {
        Initiative initiative = Plans.open(Plans.creche());
        Pledge pledge = pledge(initiative, "p1", 1);
        assertThat(pledge.leave("p1", LeavingTerms.of(initiative), on(CUT_OFF))).isEqualTo(CUT_OFF);
        assertThat(pledge.isActive()).isFalse();
        assertThat(pledge.activeKeys()).isEmpty();
    }

    @Test
    void after_the_cut_off_date_leaving_takes_the_notice_of_the_plan() {
        Initiative initiative = Plans.open(Plans.creche());
        Pledge pledge = pledge(initiative, "p1", 1);
        LocalDate day = CUT_OFF.plusDays(1);
        LocalDate last = pledge.leave("p1", LeavingTerms.of(initiative), on(day));
        assertThat(last).isEqualTo(day.plusDays(14));
        assertThat(pledge.countsFor(1)).isFalse();
        assertThat(pledge.activeKeys()).hasSize(1);
        assertThat(pledge.leave("p1", LeavingTerms.of(initiative), on(day.plusDays(3))))
                .isEqualTo(last);
        assertThat(pledge.closeIfOver(on(last))).isFalse();
        assertThat(pledge.closeIfOver(on(last.plusDays(1)))).isTrue();
        assertThat(pledge.activeKeys()).isEmpty();
    }

    @Test
    void who_is_leaving_can_stay_after_all() {
        Initiative initiative = Plans.open(Plans.creche());
        Pledge pledge = pledge(initiative, "p1", 1);
        pledge.leave("p1", LeavingTerms.of(initiative), on(CUT_OFF.plusDays(1)));
        pledge.confirm("p1", initiative, on(CUT_OFF.plusDays(2)));
        assertThat(pledge.countsFor(1)).isTrue();
        assertThat(pledge.position().lastDay()).isNull();
    }

    @Test
    void who_is_asked_again_leaves_free_also_after_the_cut_off_date() {
        Initiative initiative = Plans.at(Stage.RETURNED);
        Pledge pledge = pledge(initiative, "p1", 1);
        initiative.changePlan(Plans.withPrice(initiative.plan(), 99), on(CUT_OFF.plusDays(5)));
        LocalDate day = initiative.cutOff().plusDays(1);
        assertThat(pledge.leave("p1", LeavingTerms.of(initiative), on(day))).isEqualTo(day);
    }

    @Test
    void who_stands_aside_leaves_on_the_same_day_as_who_counts() {
        Initiative initiative = Plans.open(Plans.creche());
        LocalDate day = CUT_OFF.plusDays(1);
        Pledge counts = new Pledge(initiative, new Pledger("p1", "h1", false), 1, on(MONDAY));
        Pledge aside = new Pledge(initiative, new Pledger("p2", "h1", true), 1, on(MONDAY));
        assertThat(aside.standsAside()).isTrue();
        assertThat(aside.leave("p2", LeavingTerms.of(initiative), on(day)))
                .isEqualTo(counts.leave("p1", LeavingTerms.of(initiative), on(day)))
                .isAfter(day);
    }

    @Test
    void leaving_is_free_during_the_trial_and_until_the_choice_after_it() {
        Initiative initiative = Plans.at(Stage.TRIAL);
        LocalDate day = CUT_OFF.plusDays(1);
        assertThat(pledge(initiative, "p1", 1).leave("p1", LeavingTerms.of(initiative), on(day)))
                .isEqualTo(day);
        Pledge undecided = pledge(initiative, "p2", 1);
        Pledge decided = pledge(initiative, "p3", 1);
        initiative.endTrial(on(day));
        decided.chooseAfterTrial("p3", initiative, on(day));
        assertThat(undecided.leave("p2", LeavingTerms.of(initiative), on(day))).isEqualTo(day);
        assertThat(decided.leave("p3", LeavingTerms.of(initiative), on(day))).isEqualTo(day.plusDays(14));
    }

    @Test
    void no_own_help_may_change_before_the_start_during_a_trial_or_without_the_choice_after_it() {
        Initiative initiative = Plans.at(Stage.GRANTED);
        Pledge pledge = pledge(initiative, "p1", 1);
        assertThat(pledge.persons(initiative)).noneMatch(PledgedPerson::definite);
        initiative.start(on(MONDAY));
        assertThat(pledge.persons(initiative)).noneMatch(PledgedPerson::definite);
        assertThatThrownBy(() -> pledge.chooseAfterTrial("p1", initiative, on(MONDAY)))
                .isInstanceOf(Refusal.class);
        initiative.endTrial(on(MONDAY));
        assertThat(pledge.persons(initiative)).noneMatch(PledgedPerson::definite);
        assertThat(pledge.mine("p1", initiative, MONDAY).answer()).isEqualTo(MyPledge.Answer.CHOOSE_AFTER_TRIAL);
        pledge.chooseAfterTrial("p1", initiative, on(MONDAY));
        assertThat(pledge.persons(initiative)).allMatch(PledgedPerson::definite);
    }

    @Test
    void without_a_trial_own_help_may_change_from_the_start() {
        Initiative initiative = Plans.open(Plans.creche(0));
        Pledge pledge = pledge(initiative, "p1", 1);
        initiative.submit(true, on(MONDAY));
        initiative.takeIntoAssessment(Plans.WORKER, on(MONDAY));
        initiative.advise(on(MONDAY));
        initiative.grant(1, Money.ofEuros(1), 12, on(MONDAY));
        assertThat(pledge.persons(initiative)).noneMatch(PledgedPerson::definite);
        initiative.start(on(MONDAY));
        assertThat(pledge.persons(initiative)).allMatch(PledgedPerson::definite);
    }

    @Test
    void nobody_joins_an_idea_or_a_plan_that_has_ended() {
        for (Stage stage : Stage.values()) {
            Initiative initiative = Plans.at(stage);
            if (stage.takesPledges()) {
                assertThat(pledge(initiative, "p1", 1).isActive()).isTrue();
            } else {
                assertThatThrownBy(() -> pledge(initiative, "p1", 1)).isInstanceOf(Refusal.class);
            }
        }
    }

    @Test
    void to_somebody_else_a_pledge_is_not_there() {
        Initiative initiative = Plans.open(Plans.creche());
        Pledge pledge = pledge(initiative, "p1", 1);
        assertThatThrownBy(() -> pledge.leave("p9", LeavingTerms.of(initiative), on(MONDAY)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> pledge.mine("p9", initiative, MONDAY)).isInstanceOf(NotFound.class);
    }

    @Test
    void the_code_may_be_typed_with_spaces_and_small_letters() {
        OneTimeCode code = OneTimeCode.random();
        String typed = " " + code.text().toLowerCase(java.util.Locale.ROOT).substring(0, 5) + "-"
                + code.text().substring(5);
        assertThat(OneTimeCode.of(typed).hash()).isEqualTo(code.hash());
        assertThat(code.hash()).doesNotContain(code.text());
    }

    private static Pledge pledge(Initiative initiative, String subject, int adults) {
        return Plans.withId(new Pledge(initiative, new Pledger(subject, null), adults, on(MONDAY)));
    }
}
