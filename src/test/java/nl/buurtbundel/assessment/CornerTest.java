package nl.buurtbundel.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.assessment.Corner.Lack;
import nl.buurtbundel.assessment.Corner.Value;
import nl.buurtbundel.assessment.Corner.Why;
import nl.buurtbundel.assessment.ValueTriangle.Side;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CornerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, Month.MARCH, 2);
    private static final NeighbourhoodCode HERE = new NeighbourhoodCode("BU99010101");

    @Test
    void what_nobody_asked_is_not_yet_and_never_a_no() {
        List<Corner> corners = view(ReverseTest.NOT_BEGUN, List.of(), List.of()).corners(true);
        assertThat(corners).extracting(Corner::value).containsExactly(Value.values());
        assertThat(corners).extracting(Corner::side).containsOnly(Side.NOT_KNOWN_YET);
        assertThat(corners.get(0).lacks())
                .containsExactly(new Lack(Why.NOT_ASKED, 2, ""), new Lack(Why.NOT_ASKED, 4, ""));
    }

    @Test
    void four_times_yes_holds_only_with_the_gates_closed_nothing_in_the_way_and_enough_households() {
        ReverseTest yes = ReverseTestTest.allYes();
        assertThat(view(yes, List.of(gate(GateState.MET)), List.of()).corners(true))
                .extracting(Corner::side)
                .containsOnly(Side.HOLDS);
        assertThat(lacks(view(yes, List.of(gate(GateState.OPEN), gate(GateState.OPEN)), List.of()), true))
                .containsExactly(new Lack(Why.GATES_OPEN, 2, ""));
        assertThat(lacks(view(yes, List.of(), List.of()), false)).containsExactly(new Lack(Why.TOO_FEW, 0, ""));
        assertThat(lacks(view(yes, List.of(), List.of(objection(true, null))), true))
                .containsExactly(new Lack(Why.OBJECTED, 0, ""));
        assertThat(lacks(view(yes, List.of(), List.of(objection(false, null))), true))
                .as("past its day without an article it is for the decider")
                .isEmpty();
    }

    @Test
    void an_article_that_forbids_weighs_more_than_a_question_that_is_open() {
        List<Corner> corners = view(
                        ReverseTestTest.allYes(),
                        List.of(),
                        List.of(objection(true, ObjectionOutcome.NOT_ALLOWED), objection(true, null)))
                .corners(true);
        assertThat(corners.get(0).side()).isEqualTo(Side.DOES_NOT_HOLD);
        assertThat(corners.get(0).lacks()).containsExactly(new Lack(Why.FORBIDDEN, 0, ""));
        assertThat(corners.subList(1, 3)).extracting(Corner::side).containsOnly(Side.HOLDS);
    }

    /** The wide look and the narrow one that advice goes by never contradict each other on a no. */
    @Test
    void a_no_is_said_where_the_triangle_has_it_with_its_reason() {
        for (Question broken : Question.values()) {
            List<Answer> answers = new ArrayList<>();
            for (Question question : Question.values()) {
                answers.add(question == broken ? ReverseTestTest.no(question) : ReverseTestTest.yes(question));
            }
            AssessmentView view = view(ReverseTest.of(answers), List.of(), List.of());
            List<Side> sides = view.corners(true).stream().map(Corner::side).toList();
            assertThat(sides)
                    .as(broken.name())
                    .containsExactly(
                            view.triangle().legitimacy(),
                            view.triangle().commitment(),
                            view.triangle().publicReturn());
            assertThat(lacks(view, true)).containsExactly(new Lack(Why.SAID_NO, broken.ordinal() + 1, "Nee, want"));
        }
    }

    private static List<Lack> lacks(AssessmentView view, boolean enoughPledged) {
        return view.corners(enoughPledged).stream()
                .flatMap(corner -> corner.lacks().stream())
                .toList();
    }

    private static Gate gate(GateState state) {
        Text words = new Text("Inschrijving", "Registration");
        return new Gate(0, new GateText("Wet kinderopvang 1.45", words, words), state, null, null, null);
    }

    private static ObjectionView objection(boolean blocks, @Nullable ObjectionOutcome outcome) {
        return new ObjectionView(
                new ObjectionId(1),
                0,
                ObjectionKind.LAW,
                "Dit mag niet",
                null,
                null,
                Role.CONTROLLER,
                TODAY,
                TODAY,
                outcome == null ? ObjectionState.OPEN : ObjectionState.ANSWERED,
                List.of(),
                blocks,
                outcome,
                null,
                null,
                null);
    }

    private static AssessmentView view(ReverseTest test, List<Gate> gates, List<ObjectionView> objections) {
        return new AssessmentView(
                new AssessmentId(1),
                0,
                new InitiativeId(1),
                1,
                HERE,
                AssessmentState.OPEN,
                TODAY,
                test,
                gates,
                objections,
                null);
    }
}
