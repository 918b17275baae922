package nl.buurtbundel.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** That a message came, and a digest of what it held; not the message. */
@Entity
@Table(name = "received_message")
class ReceivedMessage {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "received_message")
    @SequenceGenerator(name = "received_message", sequenceName = "received_message_seq", allocationSize = 50)
    private Long id;

    private String municipality;
    private String code;
    private String sender;
    private String identification;

    @Column(name = "message_date")
    private LocalDate date;

    private String digest;

    @Column(name = "import_run")
    private long importRun;

    protected ReceivedMessage() {}

    ReceivedMessage(MunicipalityCode municipality, CareMessage message, ImportId run) {
        this.municipality = municipality.value();
        this.code = message.identity().code();
        this.sender = message.identity().sender();
        this.identification = message.identity().identification();
        this.date = message.identity().date();
        this.digest = message.digest();
        this.importRun = run.value();
    }

    CareMessage.Identity identity() {
        return new CareMessage.Identity(code, sender, identification, date);
    }

    boolean isSameAs(CareMessage message) {
        return digest.equals(message.digest());
    }
}
