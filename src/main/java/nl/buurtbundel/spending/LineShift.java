package nl.buurtbundel.spending;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;

/** The team gave what was left of one line to another. Kept for good. */
@Entity
@Table(name = "line_shift")
class LineShift {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "line_shift")
    @SequenceGenerator(name = "line_shift", sequenceName = "line_shift_seq", allocationSize = 50)
    private Long id;

    private long initiative;

    @Column(name = "from_line")
    private long fromLine;

    @Column(name = "to_line")
    private long toLine;

    @Column(name = "amount_cents")
    private long amountCents;

    private String reason;

    @Column(name = "shifted_by")
    private long shiftedBy;

    @Column(name = "shifted_on")
    private LocalDate shiftedOn;

    protected LineShift() {}

    /** Shifts, and keeps that it was done and why. */
    LineShift(BudgetLine from, BudgetLine to, Money amount, String because, UserId by, LocalDate today) {
        this.reason = Words.required(because, "spending.error.no-reason");
        from.shiftTo(to, amount);
        InitiativeId plan = from.initiative();
        this.initiative = plan.value();
        this.fromLine = from.id().value();
        this.toLine = to.id().value();
        this.amountCents = amount.cents();
        this.shiftedBy = by.value();
        this.shiftedOn = today;
    }

    ShiftSummary summary() {
        return new ShiftSummary(
                new BudgetLineId(fromLine), new BudgetLineId(toLine), Money.ofCents(amountCents), reason, shiftedOn);
    }
}
