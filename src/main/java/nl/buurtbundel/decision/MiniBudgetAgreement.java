package nl.buurtbundel.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import nl.buurtbundel.access.UserId;

/** The yes of one colleague. */
@Entity
@Table(name = "mini_budget_agreement")
class MiniBudgetAgreement {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mini_budget_agreement")
    @SequenceGenerator(name = "mini_budget_agreement", sequenceName = "mini_budget_agreement_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "mini_budget")
    private MiniBudget miniBudget;

    /** Beside the yes, so that the database refuses a yes to the own proposal. */
    @Column(name = "proposed_by")
    private long proposedBy;

    private int place;

    @Column(name = "agreed_by")
    private long agreedBy;

    @Column(name = "agreed_on")
    private LocalDate agreedOn;

    protected MiniBudgetAgreement() {}

    MiniBudgetAgreement(MiniBudget miniBudget, UserId proposer, int place, UserId by, LocalDate today) {
        this.miniBudget = miniBudget;
        this.proposedBy = proposer.value();
        this.place = place;
        this.agreedBy = by.value();
        this.agreedOn = today;
    }

    UserId by() {
        return new UserId(agreedBy);
    }
}
