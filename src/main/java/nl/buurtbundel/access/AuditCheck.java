package nl.buurtbundel.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the verifier of the audit log found, kept to be read again. */
@Entity
@Table(name = "audit_check")
class AuditCheck {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_check")
    @SequenceGenerator(name = "audit_check", sequenceName = "audit_check_seq", allocationSize = 50)
    private Long id;

    private Instant at;
    private long sealed;
    private long tail;
    private @Nullable Long anchored;

    @Column(name = "faults")
    private String faults;

    protected AuditCheck() {}

    AuditCheck(AuditVerdict verdict) {
        this.at = verdict.at();
        this.sealed = verdict.sealed();
        this.tail = verdict.tail();
        this.anchored = verdict.anchored();
        this.faults = verdict.faults().stream()
                .map(fault -> fault.kind() + ":" + fault.number())
                .collect(Collectors.joining(" "));
    }

    AuditVerdict verdict() {
        return new AuditVerdict(
                at,
                sealed,
                tail,
                anchored,
                Arrays.stream(faults.split(" "))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.split(":"))
                        .map(parts ->
                                new AuditVerdict.Fault(AuditVerdict.Kind.valueOf(parts[0]), Long.parseLong(parts[1])))
                        .toList());
    }
}
