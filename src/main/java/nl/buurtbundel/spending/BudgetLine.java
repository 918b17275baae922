package nl.buurtbundel.spending;

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
import java.util.Optional;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent on one thing. The limit comes from a decision and moves only by another one, or from line to line by the
 * team. What is agreed, in process and paid together never passes it.
 */
@Entity
@Table(name = "budget_line")
class BudgetLine {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "budget_line")
    @SequenceGenerator(name = "budget_line", sequenceName = "budget_line_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;
    private String neighbourhood;
    private int place;

    @Enumerated(EnumType.STRING)
    private LineKind kind;

    private String title;

    @Column(name = "granted_cents")
    private long grantedCents;

    @Column(name = "limit_cents")
    private long limitCents;

    @Column(name = "committed_cents")
    private long committedCents;

    @Column(name = "in_process_cents")
    private long inProcessCents;

    @Column(name = "paid_cents")
    private long paidCents;

    /** Of what was granted for it: unspent at the end of a year, and not back since. */
    @Column(name = "given_back_cents")
    private long givenBackCents;

    @Column(name = "why_different")
    private @Nullable String whyDifferent;

    protected BudgetLine() {}

    BudgetLine(InitiativeId initiative, NeighbourhoodCode neighbourhood, int place, LineKind kind, String title) {
        this.initiative = initiative.value();
        this.neighbourhood = neighbourhood.value();
        this.place = place;
        this.kind = kind;
        this.title = title;
    }

    /** A decision adds to it. */
    void grant(Money more) {
        grantedCents = Money.ofCents(grantedCents).plus(more).cents();
        limitCents = limit().plus(more).cents();
    }

    /** Gives what is left of it to another line: together they stay what was granted. */
    void shiftTo(BudgetLine other, Money amount) {
        requirePositive(amount);
        if (other.initiative != initiative || other.place == place) {
            throw new Refusal("spending.error.same-line");
        }
        requireLeft(amount);
        limitCents = limit().minus(amount).cents();
        other.limitCents = other.limit().plus(amount).cents();
    }

    /** The year ended with it unspent: it went back by the rule of the decision. */
    void giveBack(Money amount) {
        requireLeft(amount);
        limitCents = limit().minus(amount).cents();
        givenBackCents = givenBack().plus(amount).cents();
    }

    /** What went back of it at the end of years, and did not bear the plan again. */
    Money givenBack() {
        return Money.ofCents(givenBackCents);
    }

    /** What went back bears the plan again in a later year. */
    void bearAgain(Money amount) {
        limitCents = limit().plus(amount).cents();
        givenBackCents = givenBack().minus(amount).max(Money.ZERO).cents();
    }

    /** An agreement is made on it. */
    void commit(Money amount) {
        requirePositive(amount);
        requireLeft(amount);
        committedCents = committed().plus(amount).cents();
    }

    /** What was agreed and will not be asked for is left again. */
    void uncommit(Money amount) {
        committedCents = lessOf(committed(), amount);
    }

    /** An expense was approved. */
    void approve(Money amount) {
        requirePositive(amount);
        requireLeft(amount);
        inProcessCents = inProcess().plus(amount).cents();
    }

    /** An expense was approved that had been agreed before. */
    void approveCommitted(Money amount) {
        committedCents = lessOf(committed(), amount);
        inProcessCents = inProcess().plus(amount).cents();
    }

    /** What was approved is not paid after all. */
    void letGo(Money amount) {
        inProcessCents = lessOf(inProcess(), amount);
    }

    /** As {@link #letGo}, where it had been agreed: that still stands. */
    void letGoCommitted(Money amount) {
        inProcessCents = lessOf(inProcess(), amount);
        committedCents = committed().plus(amount).cents();
    }

    void pay(Money amount) {
        inProcessCents = lessOf(inProcess(), amount);
        paidCents = paid().plus(amount).cents();
    }

    /** What was paid came back: it is left again. */
    void comeBack(Money amount) {
        paidCents = lessOf(paid(), amount);
    }

    /** As {@link #comeBack}, where it had been agreed: that still stands. */
    void comeBackCommitted(Money amount) {
        comeBack(amount);
        committedCents = committed().plus(amount).cents();
    }

    /** What was paid or approved before there were lines, on the line that was made for it. */
    void takeOver(Money paid, Money inProcess) {
        grant(paid.plus(inProcess));
        approve(paid.plus(inProcess));
        if (paid.isPositive()) {
            pay(paid);
        }
    }

    /** Once: why so much more or less was paid than was granted. */
    void explain(String because, boolean ended, int percent) {
        if (!asksWhy(ended, percent)) {
            throw new Refusal("spending.error.nothing-to-explain");
        }
        whyDifferent = Words.required(because, "spending.error.no-reason");
    }

    /** It ended further from what was granted than the municipality lets pass without a word. */
    boolean asksWhy(boolean ended, int percent) {
        Money away = difference();
        Money apart = away.isNegative() ? away.negated() : away;
        return ended
                && whyDifferent == null
                && apart.isPositive()
                && apart.times(100).compareTo(Money.ofCents(grantedCents).times(percent)) > 0;
    }

    Optional<String> why() {
        return Optional.ofNullable(whyDifferent);
    }

    private Money difference() {
        return paid().minus(Money.ofCents(grantedCents));
    }

    private void requireLeft(Money amount) {
        if (amount.compareTo(left()) > 0) {
            throw new Refusal("spending.error.line-full", left().inEuros());
        }
    }

    private static void requirePositive(Money amount) {
        if (!amount.isPositive()) {
            throw new Refusal("spending.error.no-amount");
        }
    }

    private static long lessOf(Money there, Money amount) {
        if (amount.isNegative() || amount.compareTo(there) > 0) {
            throw new IllegalStateException(amount + " taken out of " + there);
        }
        return there.minus(amount).cents();
    }

    BudgetLineId id() {
        return new BudgetLineId(id);
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

    int place() {
        return place;
    }

    LineKind kind() {
        return kind;
    }

    Money limit() {
        return Money.ofCents(limitCents);
    }

    Money committed() {
        return Money.ofCents(committedCents);
    }

    Money inProcess() {
        return Money.ofCents(inProcessCents);
    }

    Money paid() {
        return Money.ofCents(paidCents);
    }

    Money granted() {
        return Money.ofCents(grantedCents);
    }

    Money left() {
        return limit().minus(committed()).minus(inProcess()).minus(paid());
    }

    LineFigures figures(boolean ended, int percent) {
        return new LineFigures(
                id(),
                version,
                title,
                kind == LineKind.COST ? null : "spending.line." + Messages.word(kind),
                granted(),
                limit(),
                committed(),
                inProcess(),
                paid(),
                left(),
                whyDifferent,
                asksWhy(ended, percent));
    }
}
