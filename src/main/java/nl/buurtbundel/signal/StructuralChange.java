package nl.buurtbundel.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/** What is to change in a rule, so that the same thing is not solved case by case for years. */
@Entity
@Table(name = "structural_change")
class StructuralChange {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "structural_change")
    @SequenceGenerator(name = "structural_change", sequenceName = "structural_change_seq", allocationSize = 50)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "pattern")
    private Pattern pattern;

    private int place;
    private String what;

    @Enumerated(EnumType.STRING)
    private ChangeState state;

    @Column(name = "proposed_on")
    private LocalDate proposedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "decided_by")
    private @Nullable ChangeDecider decidedBy;

    @Column(name = "decided_on")
    private @Nullable LocalDate decidedOn;

    @Column(name = "done_on")
    private @Nullable LocalDate doneOn;

    protected StructuralChange() {}

    StructuralChange(Pattern pattern, int place, String what, LocalDate today) {
        this.pattern = pattern;
        this.place = place;
        this.what = what;
        this.state = ChangeState.PROPOSED;
        this.proposedOn = today;
    }

    void decide(ChangeDecider by, boolean yes, LocalDate on) {
        if (state != ChangeState.PROPOSED) {
            throw new Refusal("signal.error.nothing-to-decide");
        }
        state = yes ? ChangeState.DECIDED : ChangeState.REJECTED;
        decidedBy = by;
        decidedOn = on;
        // a register that begins late can be told of what was decided before it
        proposedOn = proposedOn.isAfter(on) ? on : proposedOn;
    }

    void finish(LocalDate on) {
        LocalDate decided = decidedOn;
        if (state != ChangeState.DECIDED || decided == null) {
            throw new Refusal("signal.error.not-decided");
        }
        if (on.isBefore(decided)) {
            throw new Refusal("signal.error.done-before-decided");
        }
        state = ChangeState.DONE;
        doneOn = on;
    }

    boolean isUnderWay() {
        return state == ChangeState.PROPOSED || state == ChangeState.DECIDED;
    }

    @Nullable
    LocalDate doneOn() {
        return doneOn;
    }

    Long id() {
        return id;
    }

    ChangeView view() {
        return new ChangeView(what, state, proposedOn, decidedBy, decidedOn, doneOn);
    }
}
