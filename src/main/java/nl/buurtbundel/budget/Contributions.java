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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Capacity;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.Receipt;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * What others pay for a plan by agreement: a health insurer, a housing association, a fund. The municipality keeps their money
 * and spends it on that plan alone. With its earmark it is not the council’s (BBV 44, paragraph 2): what is left of it at the end
 * of a year moves on by the agreement, or goes back to who gave it, without a decision of the council and not through the
 * reserves.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Contributions {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Initiatives initiatives;
    private final Ledger ledger;
    private final Event<BearsAgain> bearsAgain;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Contributions() {
        this(null, null, null, null, null, null);
    }

    @Inject
    Contributions(
            Access access,
            AuditLog audit,
            Initiatives initiatives,
            Ledger ledger,
            Event<BearsAgain> bearsAgain,
            Clock clock) {
        this.access = access;
        this.audit = audit;
        this.initiatives = initiatives;
        this.ledger = ledger;
        this.bearsAgain = bearsAgain;
        this.clock = clock;
    }

    /**
     * Keeps an agreement. No money moves.
     *
     * @param key of the command: the same again changes nothing and gives the same agreement
     * @throws Refusal for a plan that has ended, a year that is closed, and an agreement that was recorded before
     */
    @Transactional(REQUIRED)
    public ContributionId record(String key, InitiativeId plan, NewContribution agreement) {
        InitiativeDossier dossier = initiatives.readDossier(plan);
        User user = access.require(Operation.RECORD_CONTRIBUTION, dossier.neighbourhood());
        MunicipalityCode municipality = dossier.neighbourhood().municipality();
        ledger.open(municipality);
        Optional<Contribution> before = findBy(key);
        if (before.isPresent()) {
            return before.get().answer(plan.reference(), agreement);
        }
        requireGoesOn(dossier);
        if (!ledger.isOpen(municipality, agreement.year())) {
            throw new Refusal("ledger.error.year-closed", agreement.year().toString());
        }
        if (isRecorded(plan.reference(), agreement)) {
            throw new Refusal("budget.error.contribution-exists", agreement.agreementNumber());
        }
        Contribution contribution =
                new Contribution(key, plan.reference(), dossier.neighbourhood(), agreement, user.id(), today());
        entityManager.persist(contribution);
        audit.inPowerOf(
                user.capacityFor(Operation.RECORD_CONTRIBUTION, dossier.neighbourhood()),
                () -> audit("record", contribution, agreement.agreed()));
        return new ContributionId(contribution.id());
    }

    /**
     * Books what came in. When the year of the agreement is closed it is money of this year.
     *
     * @param key of the command: the same again changes nothing
     * @return what was booked
     * @throws Refusal when that makes more than was agreed
     */
    @Transactional(REQUIRED)
    public TransferId receive(String key, ContributionId id, Money amount) {
        Contribution contribution = read(id);
        User user = access.require(Operation.BOOK_CONTRIBUTION, contribution.neighbourhood());
        MunicipalityCode municipality = contribution.neighbourhood().municipality();
        ledger.open(municipality);
        FiscalYear into =
                ledger.isOpen(municipality, contribution.year()) ? contribution.year() : FiscalYear.of(today());
        return audit.inPowerOf(booking(user, contribution), () -> {
            Receipt receipt = ledger.transfer(contribution.receipt(key, into, amount));
            contribution.requireAgreed(moneyOf(contribution).received(), amount);
            if (!receipt.repeated()) {
                audit("receive", contribution, amount);
            }
            return receipt.transfer();
        });
    }

    /**
     * What was booked as received by this agreement did not come by it: a counter-transfer undoes it, and as much may still come.
     * What somebody undid before stays as it is.
     *
     * @throws Refusal when something of it was granted, given back or moved on since
     */
    @Transactional(REQUIRED)
    public void takeBack(ContributionId id, TransferId receipt) {
        Contribution contribution = read(id);
        User user = access.require(Operation.BOOK_CONTRIBUTION, contribution.neighbourhood());
        MunicipalityCode municipality = contribution.neighbourhood().municipality();
        ledger.open(municipality);
        TransferSummary wrong = ledger.listTransfers(municipality, contribution.ownReference()).stream()
                .filter(one -> one.id().equals(receipt) && one.reason() == Reason.CONTRIBUTION_RECEIVED)
                .findFirst()
                .orElseThrow(NotFound::new);
        if (wrong.countered()) {
            return;
        }
        audit.inPowerOf(booking(user, contribution), () -> {
            undo(contribution, receipt);
            audit("take-back", contribution, wrong.amount());
        });
    }

    private void undo(Contribution contribution, TransferId receipt) {
        try {
            ledger.counter(contribution.takeBack(receipt), receipt, contribution.agreementNumber());
        } catch (RuntimeException thrown) {
            String code = Refusal.unwrapped(thrown) instanceof Refusal no ? no.code() : "";
            throw switch (code) {
                case "ledger.error.moved-on" -> new Refusal("budget.error.contribution-moved-on");
                case "ledger.error.insufficient" -> new Refusal("budget.error.contribution-held");
                default -> thrown;
            };
        }
    }

    /**
     * What the plan does not need goes back to who gave it.
     *
     * @param key of the command: the same again changes nothing
     * @throws Refusal when that is more than what is free of it
     */
    @Transactional(REQUIRED)
    public void giveBack(String key, ContributionId id, FiscalYear of, Money amount) {
        Contribution contribution = read(id);
        User user = access.require(Operation.BOOK_CONTRIBUTION, contribution.neighbourhood());
        audit.inPowerOf(booking(user, contribution), () -> {
            if (!ledger.transfer(contribution.giveBack(key, of, amount)).repeated()) {
                audit("return", contribution, amount);
            }
        });
    }

    /**
     * What the plan does not need this year is there for it in the next. As far as a decision granted it before and it came back
     * unspent, it bears the plan there under that decision; the rest waits for one.
     *
     * @param key of the command: the same again changes nothing
     * @throws Refusal when that is more than what is free of it, or the plan has ended
     */
    @Transactional(REQUIRED)
    public void moveOn(String key, ContributionId id, FiscalYear of, Money amount) {
        Contribution contribution = read(id);
        User user = access.require(Operation.BOOK_CONTRIBUTION, contribution.neighbourhood());
        requireGoesOn(contribution);
        ledger.open(contribution.neighbourhood().municipality());
        audit.inPowerOf(booking(user, contribution), () -> {
            Money bears = contribution.summary(moneyOf(contribution)).bearsAgain(amount);
            if (ledger.transfer(contribution.moveOut(key, of, amount)).repeated()) {
                return;
            }
            ledger.transfer(contribution.moveIn(key, of, amount));
            if (bears.isPositive()) {
                ledger.transfer(contribution.bearAgain(key, of.next(), bears));
                bearsAgain.fire(new BearsAgain(contribution.reference(), bears));
            }
            audit("move", contribution, amount);
        });
    }

    /**
     * At the end of a year what the plan was granted by one agreement and did not use goes on to the next, under the same
     * decision.
     *
     * @param key of the settlement
     * @param granted the grant of that year
     * @param own the account of the agreement that it came from
     * @throws Refusal when the plan has ended
     */
    void goOn(String key, AccountKey granted, AccountKey own, Money amount) {
        Contribution contribution = listOf(granted.reference()).stream()
                .filter(one -> one.ownReference().equals(own.reference()))
                .findFirst()
                .orElseThrow(NotFound::new);
        requireGoesOn(contribution);
        contribution.goOn(key, granted, amount).forEach(ledger::transfer);
        audit("move", contribution, amount);
    }

    /** The agreements for a plan and what became of their money, the oldest first. */
    public List<ContributionSummary> list(String reference, NeighbourhoodCode neighbourhood) {
        access.require(Operation.SEE_BUDGETS, neighbourhood);
        List<Contribution> contributions = listOf(reference).stream()
                .filter(one -> one.neighbourhood().equals(neighbourhood))
                .toList();
        if (contributions.isEmpty()) {
            return List.of();
        }
        List<TransferSummary> ofPlan = ledger.listTransfers(neighbourhood.municipality(), reference);
        return contributions.stream()
                .map(one -> one.summary(moneyOf(one, ofPlan)))
                .toList();
    }

    /** What can bear a plan in a year, agreement by agreement. */
    List<AccountSummary> listAccounts(String reference, FiscalYear year) {
        return listOf(reference).stream()
                .flatMap(one -> ledger.findAccount(one.account(year)).stream())
                .toList();
    }

    /** What was received in a year, or came from the year before, and is there still: by plan. */
    Map<String, Money> listThere(MunicipalityCode municipality, FiscalYear year) {
        List<AccountSummary> there = ledger.listAccounts(municipality, year, AccountKind.CONTRIBUTED).stream()
                .filter(account -> account.balance().isPositive())
                .toList();
        if (there.isEmpty()) {
            return Map.of();
        }
        Map<String, String> plans = plansByAgreement(municipality);
        Map<String, Money> byPlan = new LinkedHashMap<>();
        for (AccountSummary account : there) {
            String agreement = account.key().reference();
            byPlan.merge(plans.getOrDefault(agreement, agreement), account.balance(), Money::plus);
        }
        return byPlan;
    }

    /** The plans for which others gave something that could bear them in a year. */
    Set<String> listPlans(MunicipalityCode municipality, FiscalYear year) {
        List<AccountSummary> accounts = ledger.listAccounts(municipality, year, AccountKind.CONTRIBUTED);
        if (accounts.isEmpty()) {
            return Set.of();
        }
        Map<String, String> plans = plansByAgreement(municipality);
        return accounts.stream()
                .flatMap(account -> Optional.ofNullable(plans.get(account.key().reference())).stream())
                .collect(Collectors.toSet());
    }

    private Map<String, String> plansByAgreement(MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select c from Contribution c where c.neighbourhood like :municipality", Contribution.class)
                .setParameter("municipality", municipality.neighbourhoodPattern())
                .getResultStream()
                .collect(Collectors.toMap(Contribution::ownReference, Contribution::reference));
    }

    private ContributionMoney moneyOf(Contribution contribution) {
        return moneyOf(
                contribution,
                ledger.listTransfers(contribution.neighbourhood().municipality(), contribution.reference()));
    }

    private ContributionMoney moneyOf(Contribution contribution, List<TransferSummary> ofPlan) {
        MunicipalityCode municipality = contribution.neighbourhood().municipality();
        String own = contribution.ownReference();
        return new ContributionMoney(
                contribution.year(),
                ledger.listAccounts(municipality, own).stream()
                        .filter(account -> account.key().kind() == AccountKind.CONTRIBUTED)
                        .collect(Collectors.toMap(account -> account.key().year(), account -> account)),
                Stream.concat(
                                ledger.listTransfers(municipality, own).stream(),
                                ofPlan.stream()
                                        .filter(one -> one.from().reference().equals(own)
                                                || one.to().reference().equals(own)))
                        .toList());
    }

    private void requireGoesOn(Contribution contribution) {
        requireGoesOn(initiatives.readDossier(
                InitiativeId.find(contribution.reference()).orElseThrow(NotFound::new)));
    }

    private static void requireGoesOn(InitiativeDossier plan) {
        if (plan.stage().isEnded()) {
            throw new Refusal("budget.error.contribution-plan-ended");
        }
    }

    private Contribution read(ContributionId id) {
        return Optional.ofNullable(entityManager.find(Contribution.class, id.value()))
                .orElseThrow(NotFound::new);
    }

    private Optional<Contribution> findBy(String key) {
        return entityManager
                .createQuery("select c from Contribution c where c.commandKey = :key", Contribution.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    private boolean isRecorded(String reference, NewContribution agreement) {
        return !entityManager
                .createQuery(
                        "select c.id from Contribution c where c.reference = :reference and c.fiscalYear = :year"
                                + " and c.organisation = :organisation and c.agreementNumber = :number",
                        Long.class)
                .setParameter("reference", reference)
                .setParameter("year", agreement.year().year())
                .setParameter("organisation", agreement.organisation())
                .setParameter("number", agreement.agreementNumber())
                .getResultList()
                .isEmpty();
    }

    private List<Contribution> listOf(String reference) {
        return entityManager
                .createQuery(
                        "select c from Contribution c where c.reference = :reference order by c.id", Contribution.class)
                .setParameter("reference", reference)
                .getResultList();
    }

    private static Capacity booking(User user, Contribution contribution) {
        return user.capacityFor(Operation.BOOK_CONTRIBUTION, contribution.neighbourhood());
    }

    private void audit(String deed, Contribution contribution, Money amount) {
        audit.record(
                "budget." + deed + "-contribution",
                "contribution",
                Long.toString(contribution.id()),
                contribution.reference() + " amount=" + amount.cents());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
