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
import java.util.Set;
import java.util.stream.Collectors;

@Entity
@Table(name = "processing_log")
class ProcessingEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "processing_log")
    @SequenceGenerator(name = "processing_log", sequenceName = "processing_log_seq", allocationSize = 50)
    private Long id;

    private Instant at;
    private String trace;
    private String activity;

    @Column(name = "data_subject")
    private String dataSubject;

    private String roles;

    @Column(name = "audit_event")
    private long auditEvent;

    protected ProcessingEntry() {}

    ProcessingEntry(Instant at, String trace, String activity, String dataSubject, Set<Role> roles, long auditEvent) {
        this.at = at;
        this.trace = trace;
        this.activity = activity;
        this.dataSubject = dataSubject;
        this.roles = roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
        this.auditEvent = auditEvent;
    }

    Look look() {
        return new Look(
                at,
                activity,
                dataSubject,
                Arrays.stream(roles.split(" "))
                        .filter(role -> !role.isEmpty())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()));
    }
}
