package nl.buurtbundel.budget;

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
import java.time.LocalDate;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/** Who bears a part of a bridge, and what of it was settled. */
@Entity
@Table(name = "bridge_payer")
class BridgePayer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bridge_payer")
    @SequenceGenerator(name = "bridge_payer", sequenceName = "bridge_payer_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "bridge")
    private Bridge bridge;

    private int place;

    /** None: the municipality itself. */
    @Enumerated(EnumType.STRING)
    @Column(name = "payer_kind")
    private @Nullable ContributorKind kind;

    private String name;
    private int parts;

    @Column(name = "settled_cents")
    private long settledCents;

    @Column(name = "settled_on")
    private @Nullable LocalDate settledOn;

    protected BridgePayer() {}

    BridgePayer(Bridge bridge, int place, BridgeShare share) {
        this.bridge = bridge;
        this.place = place;
        this.kind = share.kind();
        this.name = share.name();
        this.parts = share.parts();
    }

    void settle(Money amount, LocalDate on) {
        if (isSettled()) {
            throw new Refusal("budget.error.bridge-settled");
        }
        settledCents = amount.cents();
        settledOn = on;
    }

    boolean isSettled() {
        return settledOn != null;
    }

    boolean isMunicipality() {
        return kind == null;
    }

    int place() {
        return place;
    }

    long parts() {
        return parts;
    }

    String name() {
        return name;
    }

    Money settled() {
        return Money.ofCents(settledCents);
    }

    /** @param due what it bears of the whole */
    BridgeSummary.Payer summary(Money due) {
        return new BridgeSummary.Payer(place, kind, name, due, settledOn);
    }
}
