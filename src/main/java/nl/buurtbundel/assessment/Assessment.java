package nl.buurtbundel.assessment;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** The assessment of one version of a plan: reverse test, legal gates, advice. Its objections stand beside it. */
@Entity
class Assessment {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "assessment")
    @SequenceGenerator(name = "assessment", sequenceName = "assessment_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;

    @Column(name = "plan_version")
    private int planVersion;

    private String neighbourhood;

    @Enumerated(EnumType.STRING)
    private AssessmentState state;

    @Column(name = "opened_on")
    private LocalDate openedOn;

    @Column(name = "opened_by")
    private long openedBy;

    /** Written by every verb, so that a change in an answer or a gate is a change of the whole. */
    @Column(name = "changed_at")
    private Instant changedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "advice_kind")
    private @Nullable AdviceKind adviceKind;

    @Enumerated(EnumType.STRING)
    @Column(name = "advice_ground")
    private @Nullable RefusalGround adviceGround;

    @Column(name = "advice_text")
    private @Nullable String adviceText;

    @Column(name = "advised_by")
    private @Nullable Long advisedBy;

    @Column(name = "advised_at")
    private @Nullable Instant advisedAt;

    @OneToMany(mappedBy = "assessment", cascade = CascadeType.PERSIST)
    @OrderBy("place")
    private List<TestAnswer> answers = new ArrayList<>();

    @OneToMany(mappedBy = "assessment", cascade = CascadeType.PERSIST)
    @OrderBy("place")
    private List<LegalGate> gates = new ArrayList<>();

    protected Assessment() {}

    /** @throws Refusal if the assessor made the plan or will be paid from it */
    Assessment(
            long initiative,
            int planVersion,
            NeighbourhoodCode neighbourhood,
            List<GateText> gateTexts,
            UserId by,
            Set<UserId> partiesInThePlan,
            LocalDate today,
            Instant now) {
        requireOutsider(by, partiesInThePlan);
        this.initiative = initiative;
        this.planVersion = planVersion;
        this.neighbourhood = neighbourhood.value();
        this.state = AssessmentState.OPEN;
        this.openedOn = today;
        this.openedBy = by.value();
        this.changedAt = now;
        for (GateText text : gateTexts) {
            gates.add(new LegalGate(this, gates.size(), text));
        }
    }

    /** The residents answered without changing what households said yes to: the work goes on where it was. */
    void reopen(UserId by, Set<UserId> partiesInThePlan, Instant now) {
        requireOutsider(by, partiesInThePlan);
        requireState(AssessmentState.RETURNED);
        state = AssessmentState.OPEN;
        openedBy = by.value();
        changedAt = now;
    }

    void answer(Answer answer, UserId by, Instant now) {
        requireState(AssessmentState.OPEN);
        answer.requireWhole();
        reverseTest().with(answer);
        answers.add(new TestAnswer(this, answers.size(), answer, by, now));
        changedAt = now;
    }

    /** Gates may still close between advice and decision: a registration often arrives late. */
    void checkGate(int place, GateCheck result, UserId by, LocalDate today, Instant now) {
        if (state == AssessmentState.RETURNED) {
            throw new Refusal("assessment.error.not-open");
        }
        gates.stream()
                .filter(gate -> gate.place() == place)
                .findFirst()
                .orElseThrow(NotFound::new)
                .check(result, by, today);
        changedAt = now;
    }

    void giveBack(Instant now) {
        requireState(AssessmentState.OPEN);
        state = AssessmentState.RETURNED;
        changedAt = now;
    }

    void advise(Advice advice, Collection<Objection> objections, UserId by, LocalDate today, Instant now) {
        requireState(AssessmentState.OPEN);
        requireGroundFor(advice, objections, today);
        adviceKind = advice.kind();
        adviceGround = advice.ground();
        adviceText = advice.text();
        advisedBy = by.value();
        advisedAt = now;
        state = AssessmentState.ADVISED;
        changedAt = now;
    }

    private void requireGroundFor(Advice advice, Collection<Objection> objections, LocalDate today) {
        ReverseTest test = reverseTest();
        if (advice.kind() == AdviceKind.NEGATIVE) {
            if (!test.isWalkedOnce()) {
                throw new Refusal("assessment.error.test-unfinished");
            }
            return;
        }
        if (!test.isComplete()) {
            throw new Refusal("assessment.error.test-unfinished");
        }
        if (objections.stream().anyMatch(objection -> objection.blocksOn(today, planVersion))) {
            throw new Refusal("assessment.error.objection-blocks");
        }
        ValueTriangle triangle = test.triangle();
        if (advice.kind() == AdviceKind.POSITIVE && !triangle.holds()) {
            throw new Refusal("assessment.error.triangle-does-not-hold");
        }
        // conditions can mend commitment or return; nothing mends what goes against the law’s own purpose
        if (triangle.legitimacy() != ValueTriangle.Side.HOLDS) {
            throw new Refusal("assessment.error.not-legitimate");
        }
    }

    ReverseTest reverseTest() {
        return ReverseTest.of(answers.stream().map(TestAnswer::answer).toList());
    }

    Optional<Advice> advice() {
        return adviceKind == null
                ? Optional.empty()
                : Optional.of(new Advice(adviceKind, adviceText == null ? "" : adviceText, adviceGround));
    }

    /** Everybody who had a hand in the judgement, and so may not decide on it. */
    Set<UserId> assessors() {
        Set<UserId> assessors = new LinkedHashSet<>();
        assessors.add(new UserId(openedBy));
        answers.forEach(answer -> assessors.add(answer.by()));
        gates.forEach(gate -> gate.checkedBy().ifPresent(assessors::add));
        if (advisedBy != null) {
            assessors.add(new UserId(advisedBy));
        }
        return assessors;
    }

    Long id() {
        return id;
    }

    int version() {
        return version;
    }

    long initiative() {
        return initiative;
    }

    int planVersion() {
        return planVersion;
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    AssessmentState state() {
        return state;
    }

    LocalDate openedOn() {
        return openedOn;
    }

    List<Gate> gates() {
        return gates.stream().map(LegalGate::gate).toList();
    }

    private static void requireOutsider(UserId by, Set<UserId> partiesInThePlan) {
        if (partiesInThePlan.contains(by)) {
            throw new Refusal("assessment.error.own-plan");
        }
    }

    private void requireState(AssessmentState wanted) {
        if (state != wanted) {
            throw new Refusal("assessment.error.not-open");
        }
    }
}
