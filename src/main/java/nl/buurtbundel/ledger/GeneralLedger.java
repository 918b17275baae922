package nl.buurtbundel.ledger;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** The book as the controller reads it: years, accounts, and what was posted on each. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class GeneralLedger {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final Ledger ledger;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected GeneralLedger() {
        this(null, null);
    }

    @Inject
    GeneralLedger(Access access, Ledger ledger) {
        this.access = access;
        this.ledger = ledger;
    }

    /** The years that have accounts, the newest first. */
    public List<FiscalYear> listYears(MunicipalityCode municipality) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        return entityManager
                .createQuery(
                        "select distinct a.fiscalYear from Account a where a.municipality = :municipality"
                                + " order by a.fiscalYear desc",
                        Integer.class)
                .setParameter("municipality", municipality.value())
                .getResultStream()
                .map(FiscalYear::new)
                .toList();
    }

    /** Every account of a year, in the order in which money walks. */
    public List<AccountSummary> listAccounts(MunicipalityCode municipality, FiscalYear year) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        return List.of(AccountKind.values()).stream()
                .flatMap(kind -> ledger.listAccounts(municipality, year, kind).stream())
                .toList();
    }

    public AccountSummary readAccount(AccountId id) {
        return read(id).summary();
    }

    /** What was posted on an account, in the order of the book, with the balance after each. */
    public List<PostingSummary> listPostings(AccountId id) {
        Account account = read(id);
        // with both sides of every transfer, for their names
        List<Transfer> transfers = entityManager
                .createQuery(
                        "select distinct t from Transfer t join fetch t.postings p join fetch p.account"
                                + " where exists (select o from Posting o where o.transfer = t and o.account = :account)",
                        Transfer.class)
                .setParameter("account", account)
                .getResultStream()
                .sorted(Comparator.comparing(Transfer::number))
                .toList();
        Set<Long> countered = new HashSet<>(entityManager
                .createQuery(
                        "select c.counters from Posting p join p.transfer c"
                                + " where p.account = :account and c.counters is not null",
                        Long.class)
                .setParameter("account", account)
                .getResultList());
        Money balance = Money.ZERO;
        List<PostingSummary> summaries = new ArrayList<>();
        for (Transfer transfer : transfers) {
            Money amount = transfer.amountOn(account);
            balance = balance.plus(amount);
            summaries.add(new PostingSummary(transfer.summary(countered.contains(transfer.id())), amount, balance));
        }
        return summaries;
    }

    /** What an account held at the end of a day: the balance after its last posting until then. */
    public Money readBalanceOn(AccountId id, LocalDate day) {
        Account account = read(id);
        return entityManager
                .createQuery(
                        "select p from Posting p where p.account = :account and p.bookedOn <= :day"
                                + " order by p.bookedOn desc, p.number desc",
                        Posting.class)
                .setParameter("account", account)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Posting::balanceAfter)
                .orElse(Money.ZERO);
    }

    /** Where the money on an account came from, lot by lot. */
    public List<Origin> traceBack(AccountId id) {
        return ledger.traceBack(new AccountId(read(id).id()));
    }

    private Account read(AccountId id) {
        Account account = Optional.ofNullable(entityManager.find(Account.class, id.value()))
                .orElseThrow(NotFound::new);
        access.requireForWhole(Operation.SEE_LEDGER, account.key().municipality());
        return account;
    }
}
