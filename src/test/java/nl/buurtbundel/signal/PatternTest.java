package nl.buurtbundel.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.junit.jupiter.api.Test;

class PatternTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final MunicipalityCode HERE = new MunicipalityCode("GM9901");

    private final Pattern pattern = new Pattern(HERE, " VOG per plan ", new UserId(1), TODAY);

    @Test
    void a_pattern_has_a_name() {
        assertThat(pattern.title()).isEqualTo("VOG per plan");
        assertThatThrownBy(() -> new Pattern(HERE, "  ", new UserId(1), TODAY))
                .hasMessage("signal.error.title-missing");
        assertThatThrownBy(() -> pattern.describe("x".repeat(121), "", "")).hasMessage("signal.error.text-too-long");
    }

    @Test
    void nobody_proposes_a_change_before_the_cause_is_known() {
        assertThatThrownBy(() -> pattern.propose("Drie jaar geldig", TODAY)).hasMessage("signal.error.cause-first");
        pattern.describe("VOG", "Oude subsidieregel", "jurist");
        pattern.propose("Drie jaar geldig", TODAY);
        assertThat(pattern.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.state()).isEqualTo(ChangeState.PROPOSED));
        assertThatThrownBy(() -> pattern.propose("Iets anders", TODAY)).hasMessage("signal.error.change-under-way");
    }

    @Test
    void a_change_is_decided_and_then_done_and_never_before_or_in_time_to_come() {
        pattern.describe("VOG", "Oude subsidieregel", "jurist");
        assertThatThrownBy(() -> pattern.decide(ChangeDecider.COLLEGE, true, TODAY, TODAY))
                .hasMessage("signal.error.nothing-to-decide");
        pattern.propose("Drie jaar geldig", TODAY);
        assertThatThrownBy(() -> pattern.finish(TODAY, TODAY)).hasMessage("signal.error.not-decided");
        assertThatThrownBy(() -> pattern.decide(ChangeDecider.COLLEGE, true, TODAY.plusDays(1), TODAY))
                .hasMessage("signal.error.day-to-come");
        pattern.decide(ChangeDecider.COLLEGE, true, TODAY.minusDays(30), TODAY);
        assertThatThrownBy(() -> pattern.finish(TODAY.minusDays(31), TODAY))
                .hasMessage("signal.error.done-before-decided");
        assertThatThrownBy(() -> pattern.decide(ChangeDecider.COLLEGE, false, TODAY, TODAY))
                .hasMessage("signal.error.nothing-to-decide");
        assertThat(pattern.findDone()).isEmpty();
        pattern.finish(TODAY.minusDays(10), TODAY);
        assertThat(pattern.findDone())
                .get()
                .extracting(StructuralChange::doneOn)
                .isEqualTo(TODAY.minusDays(10));
    }

    @Test
    void after_a_no_another_change_can_be_proposed() {
        pattern.describe("VOG", "Oude subsidieregel", "jurist");
        pattern.propose("Drie jaar geldig", TODAY);
        pattern.decide(ChangeDecider.ALDERMAN, false, TODAY, TODAY);
        pattern.propose("Een jaar geldig", TODAY);
        assertThat(pattern.changes())
                .extracting(ChangeView::state)
                .containsExactly(ChangeState.REJECTED, ChangeState.PROPOSED);
    }

    @Test
    void of_who_went_back_to_the_own_help_no_plan_and_no_day_is_kept() {
        Signal signal = Signal.wentBack(HERE, TODAY);
        assertThat(signal.raisedOn()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(signal.initiative()).isNull();
        assertThat(signal.raisedBy()).isNull();
    }

    @Test
    void nobody_can_tap_that_somebody_went_back() {
        Tap tap = new Tap(Place.PLAN, 1L, SignalKind.WENT_BACK, new ShortWords(""), false);
        assertThatThrownBy(() -> Signal.tapped(HERE, tap, Voice.RESIDENT, "RUNNING", 1L, null, TODAY))
                .hasMessage("signal.error.not-to-be-tapped");
    }

    @Test
    void what_stands_alone_belongs_nowhere_until_somebody_places_it() {
        Signal signal = Signal.wentBack(HERE, TODAY);
        signal.place(new PatternId(5));
        signal.standAlone();
        assertThat(signal.pattern()).isNull();
        signal.place(new PatternId(6));
        assertThat(signal.pattern()).isEqualTo(6);
    }

    @Test
    void words_that_point_at_somebody_are_sent_back() {
        assertThat(new ShortWords("  artikel 2.3.5 houdt het tegen sinds 2024 ").text())
                .isEqualTo("artikel 2.3.5 houdt het tegen sinds 2024");
        for (String words :
                new String[] {"bsn 999990019", "bel 06 12 34 56 78", "mail j@voorbeeld.nl", "06-12345678"}) {
            assertThatThrownBy(() -> new ShortWords(words)).hasMessage("signal.error.words-name-somebody");
        }
        assertThatThrownBy(() -> new ShortWords("a".repeat(201))).hasMessage("signal.error.words-too-long");
    }

    @Test
    void a_plan_is_taken_up_once() {
        CaseToRepair plan = new CaseToRepair(1, new PatternId(1), 2, new NeighbourhoodCode("BU99010101"), TODAY);
        plan.takeUp(new UserId(3), TODAY);
        assertThatThrownBy(() -> plan.takeUp(new UserId(4), TODAY)).hasMessage("signal.error.taken-up");
    }
}
