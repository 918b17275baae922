package nl.buurtbundel.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** Something was solved that cost the municipality nothing: where, when and how, and nothing of whom. */
@Entity
@Table(name = "solved_without_money")
class SolvedWithoutMoney {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "solved_without_money")
    @SequenceGenerator(name = "solved_without_money", sequenceName = "solved_without_money_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String neighbourhood;

    @Enumerated(EnumType.STRING)
    private Solution solution;

    @Column(name = "solved_on")
    private LocalDate solvedOn;

    @Column(name = "told_by")
    private long toldBy;

    /** The case that it ended, if there was one. */
    @Column(name = "mini_budget")
    private @Nullable Long miniBudget;

    protected SolvedWithoutMoney() {}

    SolvedWithoutMoney(
            NeighbourhoodCode neighbourhood,
            Solution solution,
            @Nullable MiniBudgetId miniBudget,
            UserId by,
            LocalDate today) {
        this.neighbourhood = neighbourhood.value();
        this.solution = solution;
        this.miniBudget = miniBudget == null ? null : miniBudget.value();
        this.toldBy = by.value();
        this.solvedOn = today;
    }

    /** @throws Refusal for who did not tell it today, and for what ended a case */
    void requireTakeBackBy(UserId user, LocalDate today) {
        if (!user.equals(new UserId(toldBy)) || !solvedOn.equals(today) || miniBudget != null) {
            throw new Refusal("decision.error.mini-solved-stands");
        }
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    SolvedId id() {
        return new SolvedId(id);
    }
}
