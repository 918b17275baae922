package nl.buurtbundel.ledger;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Money held on one or more accounts until it is posted or let go: one of the two, and once. */
@Entity
@Table(name = "ledger_reservation")
class Reservation {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_reservation")
    @SequenceGenerator(name = "ledger_reservation", sequenceName = "ledger_reservation_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;
    private String reference;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    @Column(name = "expires_on")
    private LocalDate expiresOn;

    @Enumerated(EnumType.STRING)
    private ReservationState state;

    @Column(name = "resolved_on")
    private @Nullable LocalDate resolvedOn;

    @OneToMany(mappedBy = "reservation", cascade = CascadeType.PERSIST)
    @OrderBy("place")
    private List<ReservationLine> lines = new ArrayList<>();

    protected Reservation() {}

    Reservation(MunicipalityCode municipality, String reference, Reason reason, LocalDate expiresOn) {
        this.municipality = municipality.value();
        this.reference = reference;
        this.reason = reason;
        this.expiresOn = expiresOn;
        this.state = ReservationState.PENDING;
    }

    void hold(Account from, Account to, Money amount) {
        from.hold(amount);
        lines.add(new ReservationLine(this, lines.size(), from, to, amount));
    }

    /**
     * Frees the held money so that it can be moved at once, in the same transaction.
     *
     * @return what is to be moved
     */
    List<ReservationLine> post(LocalDate today) {
        return post(total(), today);
    }

    /**
     * Frees what is held. A part of it, line after line, is to be moved at once; the rest is free again, for good.
     *
     * @return what is to be moved
     */
    List<ReservationLine> post(Money part, LocalDate today) {
        if (!part.isPositive() || part.compareTo(total()) > 0) {
            throw new Refusal("ledger.error.not-so-much-held", total().inEuros(), part.inEuros());
        }
        if (state == ReservationState.PENDING && today.isAfter(expiresOn)) {
            throw new Refusal("ledger.error.reservation-expired", expiresOn.toString());
        }
        resolve(ReservationState.POSTED, part, today);
        return lines.stream().filter(line -> line.posted().isPositive()).toList();
    }

    private Money total() {
        return Money.sum(lines.stream().map(ReservationLine::amount).toList());
    }

    /** Past its last day it may have been freed already; who then takes the proposal back finds it done. */
    void letGo(LocalDate today) {
        if (hasLapsed()) {
            return;
        }
        resolve(ReservationState.VOIDED, Money.ZERO, today);
    }

    private boolean hasLapsed() {
        return state == ReservationState.VOIDED && resolvedOn != null && resolvedOn.isAfter(expiresOn);
    }

    private void resolve(ReservationState outcome, Money part, LocalDate today) {
        if (state == ReservationState.POSTED) {
            throw new Refusal("ledger.error.reservation-posted");
        }
        if (state == ReservationState.VOIDED) {
            throw new Refusal("ledger.error.reservation-voided");
        }
        state = outcome;
        resolvedOn = today;
        Money left = part;
        for (ReservationLine line : lines) {
            Money moved = left.min(line.amount());
            line.resolve(moved);
            left = left.minus(moved);
        }
    }

    Long id() {
        return id;
    }

    String municipality() {
        return municipality;
    }

    String reference() {
        return reference;
    }

    Reason reason() {
        return reason;
    }

    ReservationState state() {
        return state;
    }

    List<ReservationLine> lines() {
        return List.copyOf(lines);
    }

    ReservationSummary summary() {
        return new ReservationSummary(
                new ReservationId(id),
                reference,
                reason,
                state,
                expiresOn,
                lines.stream()
                        .map(line -> new NewReservation.Line(
                                line.from().key(), line.to().key(), line.amount()))
                        .toList());
    }
}
