package nl.buurtbundel.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.Sha256;

/** A command that was carried out, so that the same again gives the same answer and another under its key is refused. */
@Entity
@Table(name = "ledger_command")
class LedgerCommand {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_command")
    @SequenceGenerator(name = "ledger_command", sequenceName = "ledger_command_seq", allocationSize = 50)
    private Long id;

    private String municipality;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Column(name = "content_hash")
    private String contentHash;

    private long result;

    protected LedgerCommand() {}

    LedgerCommand(String municipality, String key, String content, long result) {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("no key of a command: " + key);
        }
        this.municipality = municipality;
        this.idempotencyKey = key;
        this.contentHash = Sha256.of(content);
        this.result = result;
    }

    /** What came of it then. */
    long answer(String content) {
        if (!contentHash.equals(Sha256.of(content))) {
            throw new Refusal("ledger.error.key-used");
        }
        return result;
    }
}
