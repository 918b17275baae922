package nl.buurtbundel.ledger;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

@Entity
@Table(name = "ledger_proof")
class Proof {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_proof")
    @SequenceGenerator(name = "ledger_proof", sequenceName = "ledger_proof_seq", allocationSize = 50)
    private Long id;

    private String municipality;
    private Instant at;

    @OneToMany(mappedBy = "proof", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<ProofFinding> findings = new ArrayList<>();

    protected Proof() {}

    Proof(MunicipalityCode municipality, Instant at, List<ProofReport.Finding> findings) {
        this.municipality = municipality.value();
        this.at = at.truncatedTo(ChronoUnit.MICROS);
        findings.forEach(finding -> this.findings.add(new ProofFinding(this, finding)));
    }

    Long id() {
        return id;
    }

    ProofReport report() {
        return new ProofReport(at, findings.stream().map(ProofFinding::finding).toList());
    }
}
