package nl.buurtbundel.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    @Enumerated(EnumType.STRING)
    @Column(name = "lent_role")
    private @Nullable Role lentRole;

    @Column(name = "audit_event")
    private long auditEvent;

    protected ProcessingEntry() {}

    /** @param lentRole in what office of somebody else, where who looked stood in */
    ProcessingEntry(
            Instant at,
            String trace,
            String activity,
            String dataSubject,
            Set<Role> roles,
            @Nullable Role lentRole,
            long auditEvent) {
        this.at = at;
        this.trace = trace;
        this.activity = activity;
        this.dataSubject = dataSubject;
        this.roles = roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
        this.lentRole = lentRole;
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
                        .collect(Collectors.toSet()),
                lentRole);
    }
}
