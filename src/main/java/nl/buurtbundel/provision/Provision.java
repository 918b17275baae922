package nl.buurtbundel.provision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** A provision: what somebody gets, since when, from whom, where and at what cost. The newest allocation is the truth. */
@Entity
class Provision {
    static final String STOPPED_BY_MUNICIPALITY = "36";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "provision")
    @SequenceGenerator(name = "provision", sequenceName = "provision_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;

    @Enumerated(EnumType.STRING)
    private Law law;

    @Enumerated(EnumType.STRING)
    private AllocationNumber.Source source;

    private String number;
    private Long person;
    private @Nullable String provider;
    private @Nullable String category;

    @Column(name = "product_code")
    private @Nullable String productCode;

    @Enumerated(EnumType.STRING)
    private Need need;

    @Column(name = "task_field")
    private @Nullable String taskField;

    private @Nullable String neighbourhood;

    @Column(name = "placed_by_hand")
    private boolean placedByHand;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private @Nullable LocalDate lastDay;

    @Column(name = "allocated_at")
    private LocalDateTime allocatedAt;

    @Column(name = "change_reason")
    private @Nullable String changeReason;

    private @Nullable Long volume;

    @Enumerated(EnumType.STRING)
    private @Nullable Unit unit;

    @Enumerated(EnumType.STRING)
    private @Nullable Frequency frequency;

    @Column(name = "budget_cents")
    private @Nullable Long budgetCents;

    @Enumerated(EnumType.STRING)
    @Column(name = "contract_form")
    private @Nullable ContractForm form;

    @Column(name = "annual_cents")
    private @Nullable Long annualCents;

    @Enumerated(EnumType.STRING)
    @Column(name = "cost_unknown")
    private @Nullable UnknownReason costUnknown;

    @Column(name = "cost_by_hand")
    private boolean costByHand;

    @Enumerated(EnumType.STRING)
    @Column(name = "place_unknown")
    private @Nullable UnknownReason placeUnknown;

    /** Of an address that is in no list: all that the worker who places it by hand can recognise it by. */
    @Column(name = "unplaced_postcode")
    private @Nullable String unplacedPostcode;

    /** Since when this waits for a repair. */
    @Column(name = "unknown_since")
    private @Nullable Instant unknownSince;

    @Enumerated(EnumType.STRING)
    private Status status = Status.WAITING;

    @Column(name = "started_on")
    private @Nullable LocalDate startedOn;

    @Column(name = "start_reported_on")
    private @Nullable LocalDate startReportedOn;

    @Column(name = "stopped_on")
    private @Nullable LocalDate stoppedOn;

    @Column(name = "stop_reason")
    private @Nullable String stopReason;

    @Column(name = "stop_reported_on")
    private @Nullable LocalDate stopReportedOn;

    protected Provision() {}

    Provision(MunicipalityCode municipality, AllocationNumber number) {
        this.municipality = municipality.value();
        this.law = number.law();
        this.source = number.source();
        this.number = number.value();
        this.placeUnknown = UnknownReason.NO_ADDRESS;
        this.costUnknown = UnknownReason.NO_VOLUME;
    }

    /** Whether this allocation is older than what is known; then it changes nothing. */
    boolean isNewerThan(AllocationCommand allocation) {
        return allocatedAt != null && allocatedAt.isAfter(allocation.allocatedAt());
    }

    /** Which need it answers and what it costs is seen to afterwards: both depend on the day on which it stopped. */
    void take(AllocationCommand allocation, PersonId whose) {
        person = whose.value();
        provider = allocation.provider().value();
        category = allocation.category();
        productCode = allocation.productCode();
        firstDay = allocation.period().firstDay();
        lastDay = allocation.period().lastDay();
        allocatedAt = allocation.allocatedAt();
        changeReason = allocation.changeReason();
        Extent extent = allocation.extent();
        volume = extent == null ? null : (Long) extent.volume();
        unit = extent == null ? null : extent.unit();
        frequency = extent == null ? null : extent.frequency();
        Money budget = allocation.budget();
        budgetCents = budget == null ? null : (Long) budget.cents();
        costByHand = false;
        if (allocation.isRemoved()) {
            status = Status.REMOVED;
            unplacedPostcode = null;
        } else {
            settle();
        }
    }

    void take(ProvisionWithoutMessageCommand given, PersonId whose, LocalDateTime at) {
        person = whose.value();
        need = given.need();
        taskField = given.taskField();
        firstDay = given.period().firstDay();
        lastDay = given.period().lastDay();
        allocatedAt = at;
        form = given.form();
        annualCents = given.annualCost().cents();
        costUnknown = null;
        startedOn = firstDay;
        settle();
    }

    /** @return whether it changed anything: an older report does not undo a newer one */
    boolean take(StartCommand start) {
        if (startReportedOn != null && startReportedOn.isAfter(start.reportedOn())) {
            return false;
        }
        startReportedOn = start.reportedOn();
        startedOn = start.removed() ? null : start.startedOn();
        settle();
        return true;
    }

    /** An older report does not undo a newer one. */
    void take(StopCommand stop) {
        if (stopReportedOn != null && stopReportedOn.isAfter(stop.reportedOn())) {
            return;
        }
        stopReportedOn = stop.reportedOn();
        stoppedOn = stop.removed() ? null : stop.endedOn();
        stopReason = stop.removed() ? null : stop.reason();
        settle();
    }

    Course course() {
        return switch (status) {
            case REMOVED -> new Course(Course.Kind.ENDED, null);
            case STOPPED ->
                new Course(
                        STOPPED_BY_MUNICIPALITY.equals(stopReason) ? Course.Kind.FREED : Course.Kind.ENDED, stoppedOn);
            case WAITING, ACTIVE -> Course.RUNS;
        };
    }

    /**
     * In what this differs from something that carries its number; null if that is about this.
     *
     * @param from null if it comes from the register of the municipality
     */
    Misdirected.@Nullable Difference differenceFrom(@Nullable PersonId whose, @Nullable ProviderCode from) {
        if (!person().equals(whose)) {
            return Misdirected.Difference.PERSON;
        }
        return Objects.equals(from == null ? null : from.value(), provider) ? null : Misdirected.Difference.PROVIDER;
    }

    private void settle() {
        if (status == Status.REMOVED && AllocationCommand.REMOVED.equals(changeReason)) {
            return;
        }
        status = isOver() ? Status.STOPPED : startedOn != null ? Status.ACTIVE : Status.WAITING;
    }

    /** After a stop for a while, as for a stay in hospital, the provider reports a start again, under the same number. */
    private boolean isOver() {
        return stoppedOn != null && (startedOn == null || !startedOn.isAfter(stoppedOn));
    }

    /** When it was allocated, or was reported to begin (again) since: what ran before says nothing new. */
    LocalDate lastGiven() {
        LocalDate allocated = allocatedAt.toLocalDate();
        return startReportedOn != null && startReportedOn.isAfter(allocated) ? startReportedOn : allocated;
    }

    /** What its product is for today, or was for when it last ran: a stop keeps the need of its last day, as its price. */
    void answers(Collection<NeedMapping> mappings, LocalDate today) {
        need = needOn(mappings, dayOfPrice(today));
    }

    private Need needOn(Collection<NeedMapping> mappings, LocalDate day) {
        return source == AllocationNumber.Source.MESSAGE
                ? NeedMapping.find(mappings, law, category, productCode, day)
                : need;
    }

    /** Today’s price while it runs, else the price of the day nearest to today on which it ran. */
    void price(Collection<Tariff> tariffs, LocalDate today, Instant at) {
        if (isPricedByTariff()) {
            Price price = price(tariffs, today);
            form = price == null ? null : price.form();
            costs(cost(price), at);
        }
    }

    /** Whether the cost can be told with the tariffs there were, and no longer with others. */
    boolean losesCost(Collection<Tariff> before, Collection<Tariff> after, LocalDate today) {
        return isPricedByTariff()
                && cost(price(before, today)).isKnown()
                && !cost(price(after, today)).isKnown();
    }

    private boolean isPricedByTariff() {
        return source == AllocationNumber.Source.MESSAGE && !costByHand;
    }

    private @Nullable Price price(Collection<Tariff> tariffs, LocalDate today) {
        return Tariff.find(
                        tariffs,
                        Objects.requireNonNull(provider),
                        law,
                        category,
                        productCode,
                        extent(),
                        dayOfPrice(today))
                .orElse(null);
    }

    private LocalDate dayOfPrice(LocalDate today) {
        LocalDate last = course().lastDay();
        return period().nearestTo(last != null && last.isBefore(today) ? last : today);
    }

    private AnnualCost cost(@Nullable Price price) {
        return AnnualCost.of(extent(), budget(), period(), price);
    }

    private @Nullable Money budget() {
        return budgetCents == null ? null : Money.ofCents(budgetCents);
    }

    void costsByHand(Money amount, Instant at) {
        costs(AnnualCost.known(amount), at);
        costByHand = true;
    }

    private void costs(AnnualCost cost, Instant at) {
        Long cents = cost.find().map(Money::cents).orElse(null);
        if (!Objects.equals(cents, annualCents)) {
            // the same amount again is no change, and no conflict for who looks at it
            annualCents = cents;
        }
        costUnknown = cost.unknown();
        waitsForRepair(at);
    }

    void isIn(NeighbourhoodCode place, Instant at) {
        neighbourhood = place.value();
        placeUnknown = null;
        unplacedPostcode = null;
        placedByHand = false;
        waitsForRepair(at);
    }

    @Nullable
    UnknownReason placeUnknown() {
        return placeUnknown;
    }

    @Nullable
    UnknownReason costUnknown() {
        return costUnknown;
    }

    /**
     * A place that was found by hand stays until an address gives another.
     *
     * @param postcode of the address, if there is one; forgotten as soon as the place is known or the allocation is removed
     */
    void hasNoPlace(UnknownReason unknown, @Nullable String postcode, Instant at) {
        if (placedByHand) {
            return;
        }
        neighbourhood = null;
        placeUnknown = unknown;
        unplacedPostcode = status == Status.REMOVED ? null : postcode;
        waitsForRepair(at);
    }

    void isPlacedByHandIn(NeighbourhoodCode place, Instant at) {
        isIn(place, at);
        placedByHand = true;
    }

    /** What waits already waits since it began; what is known or removed waits no longer. */
    private void waitsForRepair(Instant at) {
        boolean costMissing = costUnknown != null && costUnknown.canBeRepaired();
        if (status == Status.REMOVED || placeUnknown == null && !costMissing) {
            unknownSince = null;
        } else if (unknownSince == null) {
            unknownSince = at;
        }
    }

    boolean runsOn(LocalDate day) {
        boolean stopped = stoppedOn != null
                && day.isAfter(stoppedOn)
                && (isOver() || startedOn == null || day.isBefore(startedOn));
        return status != Status.REMOVED && period().contains(day) && !stopped;
    }

    /** Runs on a day, or runs again afterwards: it stopped for a while, and the provider has said when it starts again. */
    boolean goesOn(LocalDate day) {
        return runsOn(day)
                || status == Status.ACTIVE
                        && startedOn != null
                        && day.isBefore(startedOn)
                        && period().contains(day)
                        && period().contains(startedOn);
    }

    /**
     * Whether this is help that follows on another provision, which stopped. What answered the same need when this began
     * still takes over after the need table says something else.
     */
    boolean takesOver(Provision stopped, Collection<NeedMapping> mappings) {
        LocalDate last = stopped.course().lastDay();
        Need begunFor = needOn(mappings, firstDay);
        return status != Status.REMOVED
                && last != null
                && !id.equals(stopped.id)
                && Objects.equals(person, stopped.person)
                && (begunFor == stopped.need || begunFor == stopped.needOn(mappings, firstDay))
                && !firstDay.isBefore(last);
    }

    /**
     * Whether a day may still be one that this, which stopped, leaves unspent. A register that ends the allocation with the
     * stop no longer says until when it was; then it is taken to be the rest of that year.
     */
    boolean mayBeFreeOn(LocalDate day) {
        LocalDate last = course().lastDay();
        if (last == null || !course().isFreed()) {
            return false;
        }
        LocalDate until =
                lastDay == null || !lastDay.isAfter(last) ? FiscalYear.of(last).lastDay() : lastDay;
        return !day.isAfter(until);
    }

    @Nullable
    Extent extent() {
        return volume == null || unit == null || frequency == null ? null : new Extent(volume, unit, frequency);
    }

    Period period() {
        return new Period(firstDay, lastDay);
    }

    AnnualCost allocated() {
        return annualCents != null
                ? AnnualCost.known(Money.ofCents(annualCents))
                : AnnualCost.unknown(costUnknown == null ? UnknownReason.NO_VOLUME : costUnknown);
    }

    ProvisionId provisionId() {
        return new ProvisionId(id);
    }

    PersonId person() {
        return new PersonId(person);
    }

    AllocationNumber number() {
        return new AllocationNumber(law, source, number);
    }

    MunicipalityCode municipality() {
        return new MunicipalityCode(municipality);
    }

    @Nullable
    NeighbourhoodCode neighbourhood() {
        return neighbourhood == null ? null : new NeighbourhoodCode(neighbourhood);
    }

    Law law() {
        return law;
    }

    Optional<ContractForm> findForm() {
        return Optional.ofNullable(form);
    }

    Need need() {
        return need;
    }

    Status status() {
        return status;
    }

    int version() {
        return version;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    @Nullable
    String provider() {
        return provider;
    }

    @Nullable
    String category() {
        return category;
    }

    @Nullable
    String productCode() {
        return productCode;
    }

    CostedProvision costed(HouseholdId household, NeighbourhoodCode place, @Nullable Money declared) {
        Extent extent = extent();
        return new CostedProvision(
                provisionId(),
                household,
                person(),
                place,
                need,
                law,
                extent == null ? null : boxed(extent.weeklyMinutes(period())),
                extent == null ? null : boxed(extent.weeklyHalfDays(period())),
                allocated(),
                declared,
                form);
    }

    ProvisionDetails details(HouseholdId household, @Nullable Money declared) {
        return new ProvisionDetails(
                provisionId(),
                person(),
                household,
                number(),
                provider == null ? null : new ProviderCode(provider),
                need,
                status,
                period(),
                neighbourhood(),
                allocated(),
                declared,
                form,
                course().lastDay(),
                law,
                taskField);
    }

    /** @throws IllegalStateException if it did not stop on the initiative of the municipality */
    ProvisionStopped stopped(
            HouseholdId household, @Nullable Money declared, List<ProvisionStopped.Successor> successors) {
        LocalDate lastDay = course().lastDay();
        if (lastDay == null || !course().isFreed()) {
            throw new IllegalStateException("provision " + id + " frees nothing");
        }
        return new ProvisionStopped(
                provisionId(),
                person(),
                household,
                municipality(),
                law,
                need,
                lastDay,
                period(),
                allocated(),
                !costByHand && AnnualCost.isForWholePeriod(extent(), budget(), form),
                declared,
                form,
                successors,
                taskField);
    }

    /** What it costs a year, as far as it can come free; nothing where that is unknown. */
    Money worth(@Nullable Money declared) {
        return allocated().expected(declared, form, AnnualCost.WHOLE).orElse(Money.ZERO);
    }

    /** At the price of its first day, as what it takes over from keeps that of its last: what is indexed later is no news. */
    ProvisionStopped.Successor successor(Collection<Tariff> tariffs, @Nullable Money declared) {
        if (isPricedByTariff()) {
            Price price = price(tariffs, firstDay);
            AnnualCost begun = cost(price);
            if (begun.isKnown()) {
                return new ProvisionStopped.Successor(
                        firstDay, lastDay, begun, declared, price == null ? null : price.form());
            }
        }
        return new ProvisionStopped.Successor(firstDay, lastDay, allocated(), declared, form);
    }

    RepairItem repairItem() {
        return new RepairItem(
                provisionId(),
                version,
                number(),
                need,
                period(),
                provider,
                category,
                productCode,
                unit,
                neighbourhood(),
                unplacedPostcode,
                costUnknown != null && costUnknown.canBeRepaired() ? costUnknown : null,
                placeUnknown);
    }

    private static @Nullable Integer boxed(java.util.OptionalInt number) {
        return number.isPresent() ? (Integer) number.getAsInt() : null;
    }
}
