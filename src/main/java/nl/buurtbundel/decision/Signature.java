package nl.buurtbundel.decision;

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
import java.util.Objects;
import java.util.stream.Stream;
import nl.buurtbundel.access.UserId;
import org.jspecify.annotations.Nullable;

/** A name under a decision. One person signs once: the database holds that too. */
@Entity
@Table(name = "decision_signature")
class Signature {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "decision_signature")
    @SequenceGenerator(name = "decision_signature", sequenceName = "decision_signature_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "decision_id")
    private Decision decision;

    @Enumerated(EnumType.STRING)
    private SignatureKind kind;

    @Enumerated(EnumType.STRING)
    private Office office;

    @Column(name = "signed_by")
    private long signedBy;

    /** In whose power, where somebody stood in. */
    @Column(name = "in_power_of")
    private @Nullable Long inPowerOf;

    @Column(name = "signed_at")
    private Instant signedAt;

    protected Signature() {}

    /** @param absent in whose power, where somebody stood in */
    Signature(Decision decision, SignatureKind kind, Office office, UserId by, @Nullable UserId absent, Instant at) {
        this.decision = decision;
        this.kind = kind;
        this.office = office;
        this.signedBy = by.value();
        this.inPowerOf = absent == null ? null : absent.value();
        this.signedAt = at;
    }

    SignatureKind kind() {
        return kind;
    }

    /** Who wrote it, and in whose power. */
    Stream<UserId> hands() {
        return Stream.of(signedBy, inPowerOf).filter(Objects::nonNull).map(UserId::new);
    }

    DecisionFile.Hand inFile() {
        return new DecisionFile.Hand(kind, office, signedBy, inPowerOf, signedAt);
    }

    Signed view() {
        return new Signed(kind, office, inPowerOf != null, signedAt);
    }
}
