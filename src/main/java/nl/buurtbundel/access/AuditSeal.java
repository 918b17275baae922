package nl.buurtbundel.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import nl.buurtbundel.foundation.Sha256;

/** One link of the chain over the audit log: a hash of the event and of the link before it. */
@Entity
@Table(name = "audit_seal")
class AuditSeal {
    static final String BEFORE_THE_FIRST = "0".repeat(64);

    @Id
    @Column(name = "sequence_number")
    private long sequenceNumber;

    private long event;

    @Column(name = "previous_hash")
    private String previousHash;

    private String hash;

    protected AuditSeal() {}

    AuditSeal(long sequenceNumber, AuditEvent event, String previousHash) {
        this.sequenceNumber = sequenceNumber;
        this.event = event.id();
        this.previousHash = previousHash;
        this.hash = hash(previousHash, event.sealedText());
    }

    long sequenceNumber() {
        return sequenceNumber;
    }

    long event() {
        return event;
    }

    String hash() {
        return hash;
    }

    AuditLink link() {
        return new AuditLink(sequenceNumber, hash);
    }

    SealedDeed.Seal view() {
        return new SealedDeed.Seal(sequenceNumber, previousHash, hash);
    }

    boolean follows(String before) {
        return previousHash.equals(before);
    }

    boolean fits(AuditEvent found) {
        return hash.equals(hash(previousHash, found.sealedText()));
    }

    private static String hash(String previous, String text) {
        MessageDigest digest = Sha256.begin();
        digest.update(previous.getBytes(StandardCharsets.US_ASCII));
        return Sha256.finish(digest, text);
    }
}
