package nl.buurtbundel.initiative;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import nl.buurtbundel.money.Money;

@Embeddable
class CostLine {
    private String description;

    @Column(name = "yearly_cents")
    private long yearlyCents;

    protected CostLine() {}

    CostLine(PlanLine line) {
        description = line.description();
        yearlyCents = line.yearly().cents();
    }

    PlanLine line() {
        return new PlanLine(description, Money.ofCents(yearlyCents));
    }
}
