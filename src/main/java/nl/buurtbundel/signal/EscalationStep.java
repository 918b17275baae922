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
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.budget.EscalationLevel;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/** One thing that was done about a plan that is stuck. Never changed, and it names the level, never the person. */
@Entity
@Table(name = "escalation_step")
class EscalationStep {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "escalation_step")
    @SequenceGenerator(name = "escalation_step", sequenceName = "escalation_step_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "escalation")
    private Escalation escalation;

    private int place;

    @Column(name = "on_day")
    private LocalDate on;

    @Enumerated(EnumType.STRING)
    private EscalationDeed deed;

    @Enumerated(EnumType.STRING)
    @Column(name = "escalation_level")
    private EscalationLevel level;

    @Column(name = "until_day")
    private @Nullable LocalDate until;

    private @Nullable String article;

    @Column(name = "amount_cents")
    private @Nullable Long amountCents;

    private String words;

    protected EscalationStep() {}

    EscalationStep(Escalation escalation, int place, EscalationDeed deed, EscalationLevel level, LocalDate on) {
        this.escalation = escalation;
        this.place = place;
        this.deed = deed;
        this.level = level;
        this.on = on;
        this.words = "";
    }

    EscalationStep until(@Nullable LocalDate day) {
        this.until = day;
        return this;
    }

    EscalationStep by(ArticleReference reference) {
        this.article = reference.text();
        return this;
    }

    EscalationStep of(Money amount) {
        this.amountCents = amount.cents();
        return this;
    }

    EscalationStep saying(ShortWords said) {
        this.words = said.text();
        return this;
    }

    /** @param whole what was said and paid is for staff; neighbours read what was done */
    EscalationView.Step view(boolean whole) {
        return new EscalationView.Step(
                on,
                deed,
                level,
                until,
                ArticleReference.find(article).orElse(null),
                whole && amountCents != null ? Money.ofCents(amountCents) : null,
                whole ? words : "");
    }
}
