package nl.buurtbundel.provision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** One line of a declaration; it finds its provision by number, whichever came first. */
@Entity
@Table(name = "declared_cost")
class DeclaredCost {
    private static final int YEAR = 365;
    /** A shorter time says too little about a year. */
    private static final int LEAST_DAYS = 28;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "declared_cost")
    @SequenceGenerator(name = "declared_cost", sequenceName = "declared_cost_seq", allocationSize = 50)
    private Long id;

    private String municipality;

    @Enumerated(EnumType.STRING)
    private Law law;

    private String number;
    private String provider;
    private String pseudonym;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "amount_cents")
    private long amountCents;

    protected DeclaredCost() {}

    DeclaredCost(MunicipalityCode municipality, String pseudonym, DeclaredCostCommand command) {
        this.municipality = municipality.value();
        this.law = command.number().law();
        this.number = command.number().value();
        this.provider = command.provider().value();
        this.pseudonym = pseudonym;
        this.firstDay = command.period().firstDay();
        LocalDate last = command.period().lastDay();
        this.lastDay = last == null ? firstDay : last;
        this.amountCents = command.amount().cents();
    }

    AllocationNumber number() {
        return new AllocationNumber(law, AllocationNumber.Source.MESSAGE, number);
    }

    String pseudonym() {
        return pseudonym;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    ProviderCode provider() {
        return new ProviderCode(provider);
    }

    /**
     * What the declarations of the last year come to in a whole year: their sum over the days that they cover. Empty if they
     * cover less than four weeks, or if credits take back all of it: then it says nothing about what a year costs.
     */
    static Optional<Money> yearly(Collection<DeclaredCost> declared) {
        LocalDate newest = declared.stream()
                .map(cost -> cost.lastDay)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        Set<LocalDate> days = new HashSet<>();
        Money sum = Money.ZERO;
        for (DeclaredCost cost : declared) {
            if (cost.firstDay.isAfter(newest.minusDays(YEAR))) {
                sum = sum.plus(Money.ofCents(cost.amountCents));
                cost.firstDay.datesUntil(cost.lastDay.plusDays(1)).limit(YEAR).forEach(days::add);
            }
        }
        return days.size() < LEAST_DAYS || !sum.isPositive()
                ? Optional.empty()
                : Optional.of(sum.timesFraction(YEAR, days.size()));
    }
}
