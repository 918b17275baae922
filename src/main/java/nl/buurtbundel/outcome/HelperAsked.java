package nl.buurtbundel.outcome;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** Somebody who takes part wants another helper. There is no place for a reason. */
@Entity
@Table(name = "helper_asked")
class HelperAsked {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "helper_asked")
    @SequenceGenerator(name = "helper_asked", sequenceName = "helper_asked_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;
    private String neighbourhood;

    @Column(name = "asked_by")
    private long askedBy;

    private String subject;

    @Column(name = "asked_on")
    private LocalDate askedOn;

    @Column(name = "settled_on")
    private @Nullable LocalDate settledOn;

    protected HelperAsked() {}

    /** @param subject the person in the files, or the account of who is not in them */
    HelperAsked(
            InitiativeId initiative,
            NeighbourhoodCode neighbourhood,
            UserId askedBy,
            String subject,
            LocalDate askedOn) {
        this.initiative = initiative.value();
        this.neighbourhood = neighbourhood.value();
        this.askedBy = askedBy.value();
        this.subject = subject;
        this.askedOn = askedOn;
    }

    void settle(LocalDate day) {
        if (settledOn != null) {
            throw new Refusal("outcome.error.settled");
        }
        settledOn = day;
    }

    HelperAskedId id() {
        return new HelperAskedId(id);
    }

    int version() {
        return version;
    }

    InitiativeId initiative() {
        return new InitiativeId(initiative);
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    UserId askedBy() {
        return new UserId(askedBy);
    }

    String subject() {
        return subject;
    }

    LocalDate askedOn() {
        return askedOn;
    }
}
