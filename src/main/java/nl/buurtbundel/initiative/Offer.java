package nl.buurtbundel.initiative;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/** What a neighbour can do for a plan. Nobody needs an allocation for it. */
@Entity
class Offer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "offer")
    @SequenceGenerator(name = "offer", sequenceName = "offer_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;

    @Column(name = "offered_by")
    private long offeredBy;

    @Enumerated(EnumType.STRING)
    private OfferKind kind;

    private String description;

    @Column(name = "hours_a_week")
    private @Nullable Integer hoursAWeek;

    private boolean paid;

    @Column(name = "offered_on")
    private LocalDate offeredOn;

    @Column(name = "withdrawn_on")
    private @Nullable LocalDate withdrawnOn;

    protected Offer() {}

    Offer(Initiative initiative, UserId by, NewOffer offer, Moment now) {
        if (initiative.stage().isEnded()) {
            throw new Refusal("initiative.error.not-open");
        }
        this.initiative = initiative.id().value();
        this.offeredBy = by.value();
        this.kind = offer.kind();
        this.description = offer.description();
        this.hoursAWeek = offer.hoursAWeek();
        this.paid = offer.paid();
        this.offeredOn = now.day();
    }

    void withdraw(UserId by, Moment now) {
        if (offeredBy != by.value()) {
            throw new NotFound();
        }
        if (withdrawnOn == null) {
            withdrawnOn = now.day();
        }
    }

    OfferId id() {
        return new OfferId(id);
    }

    int version() {
        return version;
    }

    UserId offeredBy() {
        return new UserId(offeredBy);
    }

    InitiativeId initiative() {
        return new InitiativeId(initiative);
    }

    OfferSummary summary(String name) {
        return new OfferSummary(id(), version, initiative(), name, kind, description, hoursAWeek, paid, offeredOn);
    }
}
