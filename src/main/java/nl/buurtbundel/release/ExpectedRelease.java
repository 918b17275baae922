package nl.buurtbundel.release;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.PledgeId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.provision.AnnualCost;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.PersonId;
import nl.buurtbundel.provision.ProvisionId;
import nl.buurtbundel.provision.ProvisionStopped;
import org.jspecify.annotations.Nullable;

/**
 * One provision on its way from a household’s own help to the plan. Keeps until when it was allocated, and at what a year: once
 * the allocation has been shortened, nothing else remembers. The forecast in euros stands in the budget, and covers nothing.
 */
@Entity
@Table(name = "expected_release")
class ExpectedRelease {
    /** The newest last. A key says nothing of time: each process hands out keys from a block of its own. */
    static final Comparator<ExpectedRelease> IN_TIME = Comparator.comparing((ExpectedRelease one) -> one.madeAt)
            .thenComparing(one -> one.id, Comparator.nullsLast(Comparator.naturalOrder()));

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "expected_release")
    @SequenceGenerator(name = "expected_release", sequenceName = "expected_release_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;
    private long provision;
    private long person;
    private String neighbourhood;

    /**
     * The yes it stands under. Who was a child in the household then may have come of age or moved since; the yes stays the
     * same.
     */
    private long pledge;

    @Column(name = "allocated_until")
    private @Nullable LocalDate allocatedUntil;

    /** What was allocated for a year; null where that was unknown. */
    @Column(name = "allocated_cents")
    private @Nullable Long allocatedCents;

    /** The law under which the help is given. */
    @Enumerated(EnumType.STRING)
    private @Nullable Law law;

    @Enumerated(EnumType.STRING)
    private ReleaseState state;

    /** When the plan first expected it. */
    @Column(name = "made_at")
    private Instant madeAt;

    /** The team marked that the person does not take part. Leaving the plan changes nothing in that. */
    private boolean excluded;

    protected ExpectedRelease() {}

    ExpectedRelease(
            InitiativeId initiative,
            ProvisionId provision,
            long person,
            NeighbourhoodCode neighbourhood,
            PledgeId pledge,
            @Nullable LocalDate allocatedUntil,
            @Nullable Money aYear,
            Instant now) {
        this.initiative = initiative.value();
        this.provision = provision.value();
        this.person = person;
        this.neighbourhood = neighbourhood.value();
        this.pledge = pledge.value();
        this.allocatedUntil = allocatedUntil;
        this.allocatedCents = cents(aYear);
        this.state = ReleaseState.PLANNED;
        this.madeAt = now;
    }

    void isGivenUnder(Law given) {
        law = given;
    }

    void realise() {
        excluded = false;
        state = ReleaseState.REALISED;
    }

    /** The stop was taken back. Until when it was allocated is kept: the register may have shortened it already. */
    void planAgain() {
        if (isRealised()) {
            state = ReleaseState.PLANNED;
        }
    }

    /** The household left before anything came free. */
    void lapse() {
        if (state == ReleaseState.PLANNED) {
            state = ReleaseState.LAPSED;
        }
    }

    /**
     * The provider stopped after the household had said that it leaves, after the plan had ended, or after the person had been
     * marked: nothing of it is for the plan, and the own help is gone all the same.
     *
     * @param takesPart the yes holds
     */
    void stopUnexpected(boolean takesPart) {
        if (state == ReleaseState.LAPSED) {
            state = takesPart ? ReleaseState.REALISED : ReleaseState.RETURNED;
        }
    }

    /** The household left after it came free. */
    void giveBack() {
        if (hasStopped()) {
            state = ReleaseState.RETURNED;
        }
    }

    /** The person does not take part. That is no way back: nobody asked for one. */
    void exclude() {
        lapse();
        excluded = true;
    }

    /** The person takes part after all. */
    void include() {
        excluded = false;
    }

    /** The help of somebody who does not take part, or has gone back to it, goes on. */
    void stayOwn() {
        if (hasStopped() || hasReturned()) {
            state = ReleaseState.LAPSED;
        }
    }

    /**
     * Another yes of the household; one that holds keeps what it has.
     *
     * @return whether it stands under another yes now
     */
    boolean standUnder(PledgeId yes) {
        if (isPlanned() || isRealised() || pledge == yes.value()) {
            return false;
        }
        pledge = yes.value();
        return true;
    }

    /** The household takes part again, and its own help has not come back. */
    void takePartAgain() {
        if (hasReturned()) {
            state = ReleaseState.REALISED;
        }
    }

    /** The household takes part again, with the help that it has now. */
    void revive(@Nullable LocalDate until, @Nullable Money aYear) {
        if (!isPlanned() && !isRealised()) {
            state = ReleaseState.PLANNED;
            excluded = false;
            allocatedUntil = until;
            allocatedCents = cents(aYear);
        }
    }

    private static @Nullable Long cents(@Nullable Money amount) {
        return amount == null ? null : (Long) amount.cents();
    }

    /**
     * What the stop leaves unspent. Days that the register took away once it knew of the stop were allocated; days that it
     * added are too. An amount for the whole period is not more a year because the period was shortened to the stop.
     */
    FreedMoney freed(ProvisionStopped stopped, int usageBasisPoints) {
        return FreedMoney.of(
                stopped.expectedCost(aYear(stopped), usageBasisPoints).orElse(null),
                stopped.stoppedOn(),
                allocatedUntil(stopped),
                stopped.successors().stream()
                        .map(successor -> new FreedMoney.TakenOver(
                                successor.firstDay(),
                                successor.lastDay(),
                                successor.expectedCost(usageBasisPoints).orElse(null)))
                        .toList());
    }

    /**
     * What the plan may expect of it, by year, when the own help ends on a day: a start in the middle of a year frees the months
     * that are left of it.
     */
    FreedMoney planned(LocalDate lastDay, Money replacedAYear) {
        return FreedMoney.of(replacedAYear, lastDay, until(allocatedUntil, lastDay), List.of());
    }

    private AnnualCost aYear(ProvisionStopped stopped) {
        LocalDate now = stopped.period().lastDay();
        boolean shortened = allocatedUntil != null && now != null && now.isBefore(allocatedUntil);
        return shortened && stopped.forWholePeriod() && allocatedCents != null
                ? AnnualCost.known(Money.ofCents(allocatedCents))
                : stopped.allocated();
    }

    private LocalDate allocatedUntil(ProvisionStopped stopped) {
        LocalDate promised = until(allocatedUntil, stopped.stoppedOn());
        LocalDate now = until(stopped.period().lastDay(), stopped.stoppedOn());
        return now.isAfter(promised) ? now : promised;
    }

    /** An allocation without an end frees the rest of the year in which it stops; the next year was never allocated. */
    private static LocalDate until(@Nullable LocalDate allocated, LocalDate stoppedOn) {
        return allocated == null ? FiscalYear.of(stoppedOn).lastDay() : allocated;
    }

    long id() {
        return id;
    }

    Optional<Law> findLaw() {
        return Optional.ofNullable(law);
    }

    /** What was allocated for a year before the allocation was shortened. */
    Optional<Money> findAllocated() {
        return Optional.ofNullable(allocatedCents).map(Money::ofCents);
    }

    boolean isPlanned() {
        return state == ReleaseState.PLANNED;
    }

    /** What came free of it is for the plan. */
    boolean isRealised() {
        return hasStopped() && !excluded;
    }

    /** The own help has stopped for the plan and has not come back. */
    boolean hasStopped() {
        return state == ReleaseState.REALISED;
    }

    boolean hasReturned() {
        return state == ReleaseState.RETURNED;
    }

    boolean isLapsed() {
        return state == ReleaseState.LAPSED;
    }

    boolean isExcluded() {
        return excluded;
    }

    PledgeId pledge() {
        return new PledgeId(pledge);
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    InitiativeId initiative() {
        return new InitiativeId(initiative);
    }

    ProvisionId provision() {
        return new ProvisionId(provision);
    }

    String provisionReference() {
        return provision().reference();
    }

    PersonId person() {
        return new PersonId(person);
    }

    String subject() {
        return Long.toString(person);
    }
}
