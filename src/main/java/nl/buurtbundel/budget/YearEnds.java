package nl.buurtbundel.budget;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.GeneralLedger;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.NewTransfer;
import nl.buurtbundel.ledger.Proofs;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * The end of a fiscal year. The budget holder settles what plans have left of it: back by the rule of the decision, or to the next year
 * by a decision of the council. The controller, who booked nothing of that, closes it; from then on it stands for good.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class YearEnds {
    /** Iv3: additions to reserves and withdrawals from them, in every numbering so far. */
    static final String RESERVES = "0.10";

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Ledger ledger;
    private final GeneralLedger generalLedger;
    private final Proofs proofs;
    private final PooledBudgets pooledBudgets;
    private final Contributions contributions;
    private final Event<GivenBackAtYearEnd> givenBack;
    private final Event<LateReleaseDue> lateReleaseDue;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected YearEnds() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    YearEnds(
            Access access,
            AuditLog audit,
            Ledger ledger,
            GeneralLedger generalLedger,
            Proofs proofs,
            PooledBudgets pooledBudgets,
            Contributions contributions,
            Event<GivenBackAtYearEnd> givenBack,
            Event<LateReleaseDue> lateReleaseDue,
            Clock clock) {
        this.access = access;
        this.audit = audit;
        this.ledger = ledger;
        this.generalLedger = generalLedger;
        this.proofs = proofs;
        this.pooledBudgets = pooledBudgets;
        this.contributions = contributions;
        this.givenBack = givenBack;
        this.lateReleaseDue = lateReleaseDue;
        this.clock = clock;
    }

    public YearEnd read(MunicipalityCode municipality, FiscalYear year) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        return new YearEnd(
                year,
                today().isAfter(year.lastDay()),
                generalLedger.listYears(municipality).stream()
                        .anyMatch(other -> other.compareTo(year) < 0 && ledger.isOpen(municipality, other)),
                ledger.listHeld(municipality, year).stream()
                        .map(held -> new YearEnd.Held(held.reference(), held.total(), held.expiresOn()))
                        .toList(),
                listLeft(municipality, year),
                Money.sum(ledger.listAccounts(municipality, year, AccountKind.PRE_FINANCING).stream()
                        .map(AccountSummary::balance)
                        .toList()),
                contributions.listThere(municipality, year).entrySet().stream()
                        .map(plan -> new YearEnd.Contributed(plan.getKey(), plan.getValue()))
                        .toList(),
                pooledBudgets.sumWaiting(municipality, year),
                proofs.findLast(municipality).orElse(null),
                listSettled(municipality, year).stream()
                        .map(YearSettlement::summary)
                        .toList(),
                entityManager
                        .createQuery(
                                "select c from YearClosing c where c.municipality = :municipality"
                                        + " and c.fiscalYear = :year",
                                YearClosing.class)
                        .setParameter("municipality", municipality.value())
                        .setParameter("year", year.year())
                        .getResultStream()
                        .findFirst()
                        .map(YearClosing::summary)
                        .orElse(null));
    }

    private List<YearEnd.Left> listLeft(MunicipalityCode municipality, FiscalYear year) {
        Set<String> withOthers = contributions.listPlans(municipality, year);
        return ledger.listAccounts(municipality, year, AccountKind.GRANTED).stream()
                .filter(account -> account.available().isPositive())
                .map(account -> new YearEnd.Left(
                        account.key().reference(),
                        account.key().neighbourhood(),
                        account.available(),
                        withOthers.contains(account.key().reference())
                                ? pooledBudgets
                                        .listUnspent(account.key().reference(), municipality, year)
                                        .ofOthers()
                                : Money.ZERO))
                .toList();
    }

    /**
     * All that a plan has left of a year moves to the next, for the same plan. The council’s money is added to the reserves and
     * drawn from them. What others gave is not the council’s to move: it goes by its agreement, and stays granted
     * ({@link Contributions}).
     *
     * @param councilDecision its number in the council’s papers; nobody asks for it where all that is left was given by others
     * @throws Refusal when others gave some of it and the plan has ended
     */
    @Transactional(REQUIRED)
    public void carryOver(String reference, FiscalYear year, String councilDecision) {
        User user = access.require(Operation.SETTLE_YEAR);
        MunicipalityCode municipality = user.municipality();
        ledger.open(municipality);
        AccountSummary granted = readLeft(municipality, reference, year);
        requireNothingHeldBesideOthers(granted);
        UnspentMoney unspent = pooledBudgets.listUnspent(reference, municipality, year);
        Money ofOthers = unspent.ofOthers();
        Money ofCouncil = granted.available().minus(ofOthers);
        YearSettlement settlement = YearSettlement.carryOver(
                municipality, year, reference, ofCouncil, ofOthers, councilDecision, user.id(), today());
        entityManager.persist(settlement);
        audit.inPowerOf(user.capacityForWhole(Operation.SETTLE_YEAR), () -> {
            String key = "year-settlement:" + settlement.id();
            int place = 0;
            for (UnspentMoney.Return part : unspent.carriedOver(reserves(granted.key()))) {
                String out = key + ":out:" + place++;
                if (part.to().kind() == AccountKind.CONTRIBUTED) {
                    contributions.goOn(out, part.from(), part.to(), part.amount());
                } else {
                    move(out, part.from(), part.to(), part.amount(), reference, councilDecision);
                }
            }
            if (ofCouncil.isPositive()) {
                draw(key, granted.key(), ofCouncil, councilDecision);
            }
            record("carry-over", settlement, reference, ofCouncil.plus(ofOthers));
        });
    }

    /** What the council added to the reserves for a plan comes out of them in the next year. */
    private void draw(String key, AccountKey granted, Money amount, String councilDecision) {
        AccountKey next = new AccountKey(
                granted.municipality(),
                granted.year().next(),
                AccountKind.GRANTED,
                granted.reference(),
                granted.taskField(),
                granted.neighbourhood());
        AccountKey council = AccountKey.of(next.municipality(), next.year(), AccountKind.COUNCIL);
        move(key + ":drawn", council, reserves(next), amount, next.reference(), councilDecision);
        move(key + ":in", reserves(next), next, amount, next.reference(), councilDecision);
    }

    /** All that a plan has left of a year goes back by the rule of its decision ({@link LeftOver}). */
    @Transactional(REQUIRED)
    public void giveBack(String reference, FiscalYear year) {
        User user = access.require(Operation.SETTLE_YEAR);
        MunicipalityCode municipality = user.municipality();
        ledger.open(municipality);
        AccountSummary granted = readLeft(municipality, reference, year);
        requireNothingHeldBesideOthers(granted);
        Money left = granted.available();
        YearSettlement settlement = YearSettlement.giveBack(municipality, year, reference, left, user.id(), today());
        entityManager.persist(settlement);
        audit.inPowerOf(user.capacityForWhole(Operation.SETTLE_YEAR), () -> {
            pooledBudgets.returnUnspent("year-settlement:" + settlement.id(), reference, municipality, year);
            givenBack.fire(new GivenBackAtYearEnd(reference, left));
            record("give-back", settlement, reference, left);
        });
    }

    /** What came free for a year that was closed by then, by year and task field. It is in the result of that year. */
    public List<LateRelease> listLate(MunicipalityCode municipality, FiscalYear year) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        return pooledBudgets.listLate(municipality, year);
    }

    /**
     * What came free of a task field after its year was closed comes into the current year, for the same plans: drawn from the
     * reserves. Each release once; what a plan may not have yet, as when it is on trial, stays where it is.
     *
     * @param councilDecision its number in the council’s papers
     * @return what came in
     * @throws Refusal when nothing of it can come in
     */
    @Transactional(REQUIRED)
    public Money carryOverLate(FiscalYear year, String taskField, String councilDecision) {
        User user = access.require(Operation.SETTLE_YEAR);
        MunicipalityCode municipality = user.municipality();
        CouncilNumber number = new CouncilNumber(councilDecision);
        ledger.open(municipality);
        if (ledger.isOpen(municipality, year)) {
            throw new Refusal("budget.error.year-open", year.toString());
        }
        return audit.inPowerOf(
                user.capacityForWhole(Operation.SETTLE_YEAR),
                () -> comeIn(municipality, year, taskField, number, user));
    }

    private Money comeIn(
            MunicipalityCode municipality, FiscalYear year, String taskField, CouncilNumber number, User user) {
        LateReleaseDue due = new LateReleaseDue(municipality, year, taskField, FiscalYear.of(today()), number);
        lateReleaseDue.fire(due);
        Money amount = due.booked();
        if (!amount.isPositive()) {
            throw new Refusal("budget.error.nothing-late", year.toString(), taskField);
        }
        String reference = YearSettlement.TASK_FIELD + taskField;
        YearSettlement settlement = YearSettlement.carryOver(
                municipality, year, reference, amount, Money.ZERO, number.value(), user.id(), today());
        entityManager.persist(settlement);
        record("carry-over-late", settlement, reference, amount);
        return amount;
    }

    /** Nobody books in this year any more. By somebody else than who settled what was left, and only when the book proves right. */
    @Transactional(REQUIRED)
    public void close(MunicipalityCode municipality, FiscalYear year) {
        User user = access.requireForWhole(Operation.CLOSE_YEAR, municipality);
        YearSettlement.requireOver(year, today());
        ledger.open(municipality);
        if (!read(municipality, year).isReady()) {
            throw new Refusal("budget.error.year-not-settled", year.toString());
        }
        if (ledger.listAccounts(municipality, year, AccountKind.BRIDGING).stream()
                .anyMatch(account -> !account.balance().isZero())) {
            throw new Refusal("budget.error.year-bridged", year.toString());
        }
        if (listSettled(municipality, year).stream().anyMatch(settlement -> settlement.isBy(user.id()))) {
            throw new Refusal("budget.error.year-own-settlement");
        }
        if (!proofs.prove(municipality).holds()) {
            throw new Refusal("budget.error.year-not-proved");
        }
        ledger.close(municipality, year);
        YearClosing closing =
                new YearClosing(municipality, year, user.id(), today(), generalLedger.fingerprint(municipality, year));
        entityManager.persist(closing);
        audit.record(
                "budget.close-year",
                "fiscal-year",
                year.toString(),
                "fingerprint=" + closing.summary().fingerprint().hash());
    }

    /** What is held is paid from what others gave first; settled before that, it would go back to them. */
    private void requireNothingHeldBesideOthers(AccountSummary granted) {
        if (granted.held().isPositive()
                && !contributions
                        .listAccounts(granted.key().reference(), granted.key().year())
                        .isEmpty()) {
            throw new Refusal("budget.error.held-beside-others", granted.held().inEuros());
        }
    }

    private AccountSummary readLeft(MunicipalityCode municipality, String reference, FiscalYear year) {
        return ledger.listAccounts(municipality, reference).stream()
                .filter(account -> account.key().kind() == AccountKind.GRANTED
                        && account.key().year().equals(year))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static AccountKey reserves(AccountKey granted) {
        return new AccountKey(
                granted.municipality(),
                granted.year(),
                AccountKind.CARRIED_OVER,
                granted.reference(),
                RESERVES,
                granted.neighbourhood());
    }

    private void move(
            String key, AccountKey from, AccountKey to, Money amount, String reference, String councilDecision) {
        ledger.transfer(new NewTransfer(
                key, from, to, amount, Reason.CARRIED_OVER, reference, new CouncilNumber(councilDecision).value()));
    }

    private List<YearSettlement> listSettled(MunicipalityCode municipality, FiscalYear year) {
        return entityManager
                .createQuery(
                        "select s from YearSettlement s where s.municipality = :municipality and s.fiscalYear = :year"
                                + " order by s.id",
                        YearSettlement.class)
                .setParameter("municipality", municipality.value())
                .setParameter("year", year.year())
                .getResultList();
    }

    private void record(String deed, YearSettlement settlement, String reference, Money amount) {
        audit.record(
                "budget." + deed + "-at-year-end",
                "year-settlement",
                Long.toString(settlement.id()),
                reference + " amount=" + amount.cents());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
