package nl.buurtbundel.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import nl.buurtbundel.money.Money;

@Entity
@Table(name = "ledger_proof_finding")
class ProofFinding {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_proof_finding")
    @SequenceGenerator(name = "ledger_proof_finding", sequenceName = "ledger_proof_finding_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "proof")
    private Proof proof;

    @Enumerated(EnumType.STRING)
    private ProofRule rule;

    private long examined;
    private long wrong;

    @Column(name = "sum_cents")
    private long sumCents;

    private String examples;

    protected ProofFinding() {}

    ProofFinding(Proof proof, ProofReport.Finding finding) {
        this.proof = proof;
        this.rule = finding.rule();
        this.examined = finding.examined();
        this.wrong = finding.wrong();
        this.sumCents = finding.sum().cents();
        this.examples = finding.examples();
    }

    ProofReport.Finding finding() {
        return new ProofReport.Finding(rule, examined, wrong, Money.ofCents(sumCents), examples);
    }
}
