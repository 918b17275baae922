package nl.buurtbundel.budget;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.NewTransfer;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Split;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * Money that was paid from a bridging budget while it is argued who pays. As long as that is open it stands on an account of its
 * own, as a claim on payers not known yet. Each payer takes a share of what it cost: then the bridging budget has that share
 * back, and the book says paid by that payer. What comes back from who was paid goes back too. What nobody took on the last day
 * the bridging budget bears. Each of these ends on an account that is zero.
 *
 * <p>A share is of what it cost in the end. So what it cost and who pays can change until the first payer settles, and not after
 * that: no payer can have settled on another whole than the next.
 */
@Entity
@Table(name = "bridge")
class Bridge {
    /** Longer than this is no bridge. */
    static final int LONGEST_MONTHS = 6;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bridge")
    @SequenceGenerator(name = "bridge", sequenceName = "bridge_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String neighbourhood;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Enumerated(EnumType.STRING)
    @Column(name = "escalation_level")
    private EscalationLevel level;

    @Column(name = "task_field")
    private String taskField;

    private String reference;
    private String receiver;

    @Column(name = "amount_cents")
    private long amountCents;

    @Column(name = "given_back_cents")
    private long givenBackCents;

    @Column(name = "borne_cents")
    private long borneCents;

    @Column(name = "open_cents")
    private long openCents;

    @Column(name = "until_day")
    private LocalDate until;

    @Column(name = "made_by")
    private long madeBy;

    @Column(name = "made_on")
    private LocalDate madeOn;

    private int changes;

    @Column(name = "payers_named")
    private int payersNamed;

    @OneToMany(mappedBy = "bridge", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("place")
    private List<BridgePayer> payers = new ArrayList<>();

    protected Bridge() {}

    /** @param reference of the plan that goes on by it */
    Bridge(
            BridgingBudget budget,
            NeighbourhoodCode neighbourhood,
            String reference,
            NewBridge asked,
            UserId by,
            LocalDate today) {
        LocalDate latest = today.plusMonths(LONGEST_MONTHS);
        if (asked.until().isBefore(today) || asked.until().isAfter(latest)) {
            throw new Refusal("budget.error.bridge-until", LONGEST_MONTHS);
        }
        if (asked.until().isAfter(budget.year().lastDay())) {
            throw new Refusal("budget.error.bridge-until-year", budget.year().toString());
        }
        this.neighbourhood = neighbourhood.value();
        this.fiscalYear = budget.year().year();
        this.level = budget.level();
        this.taskField = budget.taskField();
        this.reference = reference;
        this.receiver = asked.receiver();
        this.amountCents = asked.amount().cents();
        this.openCents = amountCents;
        this.until = asked.until();
        this.madeBy = by.value();
        this.madeOn = today;
    }

    NewTransfer begin(AccountKey budget) {
        return new NewTransfer(key("begun"), budget, account(), amount(), Reason.BRIDGED, reference, "");
    }

    /** Who was paid gives back what was not needed, or all of it. */
    NewTransfer giveBack(AccountKey budget, Money back, LocalDate today) {
        requireOpen(today);
        requireNobodySettled();
        if (!back.isPositive()) {
            throw new Refusal("budget.error.nothing-asked");
        }
        if (back.compareTo(open()) > 0) {
            throw new Refusal("budget.error.bridge-more-than-open", open().inEuros());
        }
        givenBackCents += back.cents();
        openCents -= back.cents();
        return back(budget, back, Reason.BRIDGE_GIVEN_BACK, nextKey());
    }

    /** Payers agree, or agree otherwise, on what is still open; who settled its share has done so. */
    void agree(List<BridgeShare> shares, LocalDate today) {
        requireOpen(today);
        if (shares.isEmpty()) {
            throw new Refusal("budget.error.bridge-nobody");
        }
        payers.removeIf(payer -> !payer.isSettled());
        for (BridgeShare share : shares) {
            payersNamed++;
            payers.add(new BridgePayer(this, payersNamed, share));
        }
        changes++;
    }

    /**
     * One payer takes its share: the bridging budget has it back, and it is paid by who bears it.
     *
     * @return what moves; nothing for a share of less than a cent
     */
    List<NewTransfer> settle(AccountKey budget, int place, LocalDate today) {
        requireOpen(today);
        BridgePayer payer = payers.stream()
                .filter(one -> one.place() == place)
                .findFirst()
                .orElseThrow(() -> new Refusal("budget.error.bridge-nobody"));
        Money due = Objects.requireNonNull(due().get(payer));
        payer.settle(due, today);
        openCents -= due.cents();
        String key = nextKey();
        if (due.isZero()) {
            return List.of();
        }
        List<NewTransfer> moves = new ArrayList<>();
        moves.add(back(budget, due, Reason.BRIDGE_SETTLED, key + ":back"));
        moves.addAll(payer.isMunicipality() ? payByTaskField(payer, due, key) : payByOther(payer, due, key));
        return moves;
    }

    private List<NewTransfer> payByTaskField(BridgePayer payer, Money due, String key) {
        AccountKey from = Appropriations.account(neighbourhood().municipality(), year(), payer.name());
        return List.of(move(key + ":paid", from, paid(payer.name()), due, Reason.BRIDGE_SETTLED, ownReference()));
    }

    /** The road that money of others takes: received by one agreement, for one plan, and paid. */
    private List<NewTransfer> payByOther(BridgePayer payer, Money due, String key) {
        String own = ownReference() + ':' + payer.place();
        AccountKey gives = AccountKey.of(neighbourhood().municipality(), year(), AccountKind.CONTRIBUTOR)
                .withReference(own);
        AccountKey given = of(AccountKind.CONTRIBUTED, taskField).withReference(own);
        AccountKey granted = of(AccountKind.GRANTED, taskField);
        return List.of(
                move(key + ":received", gives, given, due, Reason.CONTRIBUTION_RECEIVED, own),
                move(key + ":granted", given, granted, due, Reason.GRANTED, ownReference()),
                move(key + ":paid", granted, paid(taskField), due, Reason.BRIDGE_SETTLED, ownReference()));
    }

    /**
     * After the last day: what no payer took, the bridging budget bears.
     *
     * @throws Refusal while payers can still settle
     */
    List<NewTransfer> lapse(LocalDate today) {
        if (!isPast(today)) {
            throw new Refusal("budget.error.bridge-not-over");
        }
        Money left = open();
        if (left.isZero()) {
            return List.of();
        }
        borneCents += left.cents();
        openCents = 0;
        return List.of(move(nextKey(), account(), paid(taskField), left, Reason.BRIDGE_BORNE, ownReference()));
    }

    boolean isPast(LocalDate today) {
        return today.isAfter(until);
    }

    private void requireOpen(LocalDate today) {
        if (isPast(today)) {
            throw new Refusal("budget.error.bridge-over");
        }
        if (openCents == 0) {
            throw new Refusal("budget.error.bridge-settled");
        }
    }

    private void requireNobodySettled() {
        if (payers.stream().anyMatch(BridgePayer::isSettled)) {
            throw new Refusal("budget.error.bridge-settling");
        }
    }

    /** What each payer bears of what it cost, to the cent: what it settled, or its part of what is open. */
    private Map<BridgePayer, Money> due() {
        Map<BridgePayer, Money> due = new LinkedHashMap<>();
        List<BridgePayer> open =
                payers.stream().filter(payer -> !payer.isSettled()).toList();
        List<Money> parts = open.isEmpty()
                ? List.of()
                : Split.byLargestRemainder(
                        open(), open.stream().map(BridgePayer::parts).toList());
        for (BridgePayer payer : payers) {
            due.put(payer, payer.isSettled() ? payer.settled() : parts.get(open.indexOf(payer)));
        }
        return due;
    }

    private NewTransfer back(AccountKey budget, Money amount, Reason reason, String key) {
        return move(key, account(), budget, amount, reason, ownReference());
    }

    private static NewTransfer move(
            String key, AccountKey from, AccountKey to, Money amount, Reason reason, String reference) {
        return new NewTransfer(key, from, to, amount, reason, reference, "");
    }

    private String nextKey() {
        changes++;
        return key(Integer.toString(changes));
    }

    private String key(String which) {
        return ownReference() + ":deed:" + which;
    }

    /** The claim on payers not known yet. */
    AccountKey account() {
        return of(AccountKind.BRIDGING, taskField);
    }

    private AccountKey paid(String field) {
        return of(AccountKind.PAID, field);
    }

    private AccountKey of(AccountKind kind, String field) {
        return AccountKey.of(neighbourhood().municipality(), year(), kind)
                .withReference(ownReference())
                .withTaskField(field)
                .withNeighbourhood(neighbourhood());
    }

    String ownReference() {
        return "bridge:" + id;
    }

    BridgeId id() {
        return new BridgeId(id);
    }

    int version() {
        return version;
    }

    /** Who paid ahead does not say who pays in the end. */
    boolean isMadeBy(UserId user) {
        return madeBy == user.value();
    }

    EscalationLevel level() {
        return level;
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    FiscalYear year() {
        return new FiscalYear(fiscalYear);
    }

    Money amount() {
        return Money.ofCents(amountCents);
    }

    Money open() {
        return Money.ofCents(openCents);
    }

    BridgeSummary summary() {
        List<BridgeSummary.Payer> each = new ArrayList<>();
        due().forEach((payer, due) -> each.add(payer.summary(due)));
        return new BridgeSummary(
                id(),
                version,
                neighbourhood(),
                level,
                taskField,
                reference,
                receiver,
                amount(),
                Money.ofCents(givenBackCents),
                Money.ofCents(borneCents),
                open(),
                until,
                each);
    }
}
