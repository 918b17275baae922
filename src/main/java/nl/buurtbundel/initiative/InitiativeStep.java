package nl.buurtbundel.initiative;

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
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a plan. Never changed, and it names no person: who it was stands in the audit log. */
@Entity
@Table(name = "initiative_step")
class InitiativeStep {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "initiative_step")
    @SequenceGenerator(name = "initiative_step", sequenceName = "initiative_step_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "initiative")
    private Initiative initiative;

    @Column(name = "step_number")
    private int number;

    private Instant at;

    @Column(name = "on_day")
    private LocalDate on;

    @Enumerated(EnumType.STRING)
    private Deed deed;

    @Column(name = "cut_off")
    private @Nullable LocalDate cutOff;

    private @Nullable Long decision;

    @Column(name = "amount_cents")
    private @Nullable Long amountCents;

    /** How many took part in the plan that was granted. */
    private @Nullable Integer households;

    /** Questions, an answer, the code of a ground, or the name of a reason to stop. */
    private @Nullable String text;

    /** Who did it, where more than one office may. */
    @Enumerated(EnumType.STRING)
    private @Nullable Office office;

    @Column(name = "paused_until")
    private @Nullable LocalDate pausedUntil;

    protected InitiativeStep() {}

    InitiativeStep(Initiative initiative, int number, Moment moment, Deed deed, Details details) {
        this.initiative = initiative;
        this.number = number;
        this.at = moment.at();
        this.on = moment.day();
        this.deed = deed;
        this.cutOff = details.cutOff;
        this.decision = details.decision;
        this.amountCents = details.amountCents;
        this.households = details.households;
        this.text = details.text;
        this.office = details.office;
        this.pausedUntil = details.pausedUntil;
    }

    Initiative initiative() {
        return initiative;
    }

    int number() {
        return number;
    }

    LocalDate on() {
        return on;
    }

    Deed deed() {
        return deed;
    }

    @Nullable
    LocalDate cutOff() {
        return cutOff;
    }

    @Nullable
    LocalDate pausedUntil() {
        return pausedUntil;
    }

    @Nullable
    Long decision() {
        return decision;
    }

    @Nullable
    Long amountCents() {
        return amountCents;
    }

    @Nullable
    Integer households() {
        return households;
    }

    @Nullable
    String text() {
        return text;
    }

    TimelineEntry timelineEntry() {
        String reasonKey =
                deed == Deed.STOPPED && text != null ? StopReason.valueOf(text).key() : null;
        return new TimelineEntry(on, deed.messageKey(), office == null ? deed.office() : office, reasonKey);
    }

    /** What a deed brings with it besides the stage. */
    record Details(
            @Nullable LocalDate cutOff,
            @Nullable Long decision,
            @Nullable Long amountCents,
            @Nullable Integer households,
            @Nullable String text,
            @Nullable Office office,
            @Nullable LocalDate pausedUntil) {
        static final Details NONE = new Details(null, null, null, null, null, null, null);

        static Details cutOff(@Nullable LocalDate day) {
            return new Details(day, null, null, null, null, null, null);
        }

        static Details granted(long decision, long amountCents, int households) {
            return new Details(null, decision, amountCents, households, null, null, null);
        }

        static Details refused(long decision, String ground) {
            return new Details(null, decision, null, null, ground, null, null);
        }

        static Details text(String text) {
            return new Details(null, null, null, null, text, null, null);
        }

        static Details pausedUntil(LocalDate day) {
            return new Details(null, null, null, null, null, null, day);
        }

        static Details by(Office office) {
            return new Details(null, null, null, null, null, office, null);
        }
    }
}
