package nl.buurtbundel.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "audit_event")
class AuditEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_event")
    @SequenceGenerator(name = "audit_event", sequenceName = "audit_event_seq", allocationSize = 50)
    private Long id;

    private Instant at;
    private @Nullable Long actor;
    private @Nullable String municipality;
    private String action;

    @Column(name = "subject_type")
    private String subjectType;

    private String subject;

    @Column(name = "on_behalf_of")
    private @Nullable Long onBehalfOf;

    private String details;

    protected AuditEvent() {}

    /** @param behind who set it going, or in whose power it was done, where that is somebody else than who did it */
    AuditEvent(
            Instant at,
            @Nullable User user,
            @Nullable UserId behind,
            String action,
            String subjectType,
            String subject,
            String details) {
        // databases keep microseconds: the sealed text must read the same after a round trip
        this.at = at.truncatedTo(ChronoUnit.MICROS);
        this.actor = user == null ? null : user.id().value();
        this.municipality = user == null ? null : user.municipality().value();
        this.onBehalfOf = behind == null ? null : behind.value();
        this.action = action;
        this.subjectType = subjectType;
        this.subject = subject;
        this.details = details;
    }

    /** Of nobody in particular. */
    AuditEvent(
            Instant at,
            MunicipalityCode municipality,
            String action,
            String subjectType,
            String subject,
            String details) {
        this(at, null, null, action, subjectType, subject, details);
        this.municipality = municipality.value();
    }

    Long id() {
        return id;
    }

    @Nullable
    Long actor() {
        return actor;
    }

    @Nullable
    Long onBehalfOf() {
        return onBehalfOf;
    }

    AuditLine line(Set<Role> offices, Set<Role> behind) {
        return new AuditLine(at, offices, behind, action, subjectType, subject);
    }

    /** @param office of who did it, who must be known */
    StaffDeed deedOfStaff(Role office) {
        return new StaffDeed(
                at, new UserId(Objects.requireNonNull(actor)), office, action, subjectType, subject, details);
    }

    SealedDeed deed(@Nullable AuditSeal seal) {
        return new SealedDeed(
                id,
                at,
                actor,
                municipality,
                action,
                subjectType,
                subject,
                onBehalfOf,
                details,
                seal == null ? null : seal.view());
    }

    /** Everything that must not change, in a fixed order, each part with its length so that parts cannot slide. */
    String sealedText() {
        StringBuilder text = new StringBuilder();
        for (Object part : new @Nullable Object[] {
            id, at.toEpochMilli(), at.getNano(), actor, municipality, action, subjectType, subject, onBehalfOf, details
        }) {
            String word = String.valueOf(part);
            text.append(word.length()).append(':').append(word).append('|');
        }
        return text.toString();
    }
}
