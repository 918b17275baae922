package nl.buurtbundel.budget;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.NewReservation;
import nl.buurtbundel.ledger.NewTransfer;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** The money that teams may decide on themselves: the budget holder sets it, within what the council adopted. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class TeamPots {
    private static final String CHECKED_ABOVE = "called inside the transaction that agrees on it, which has checked";

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Ledger ledger;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected TeamPots() {
        this(null, null, null, null);
    }

    @Inject
    TeamPots(Access access, AuditLog audit, Ledger ledger, Clock clock) {
        this.access = access;
        this.audit = audit;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Makes or changes what a team has in a year. More comes from the task field, less goes back to it; what was agreed on or paid
     * stays. The same again changes nothing.
     *
     * @param seen the version that was looked at; null where the team had no pot
     * @throws nl.buurtbundel.foundation.Conflict when somebody else made or changed it since
     */
    @Transactional(REQUIRED)
    public TeamPotId set(
            FiscalYear year, NeighbourhoodCode neighbourhood, String taskField, Money amount, @Nullable Integer seen) {
        User user = access.requireForWhole(Operation.SET_TEAM_POT, neighbourhood.municipality());
        ledger.open(neighbourhood.municipality());
        Optional<TeamPot> there = find(neighbourhood, year);
        there.ifPresent(pot -> requireSeen(pot, seen, amount));
        TeamPot pot = there.orElseGet(() -> {
            TeamPot made = new TeamPot(neighbourhood, year, taskField);
            requireOneField(made, taskField);
            entityManager.persist(made);
            return made;
        });
        audit.inPowerOf(user.capacityForWhole(Operation.SET_TEAM_POT), () -> change(pot, taskField, amount));
        return pot.id();
    }

    /** Who saw no pot, or another amount, would undo what a colleague just did. */
    private void requireSeen(TeamPot pot, @Nullable Integer seen, Money amount) {
        entityManager.refresh(pot, LockModeType.PESSIMISTIC_WRITE);
        if (!summary(pot).total().equals(amount)) {
            Conflict.unlessSeen(seen, pot.version());
        }
    }

    /** What is carried over comes in on the task field of its year: with another one the team could not reach it. */
    private void requireOneField(TeamPot pot, String taskField) {
        ledger.listAccounts(municipality(pot), pot.reference()).stream()
                .map(account -> account.key().taskField())
                .filter(other -> !other.equals(taskField))
                .findFirst()
                .ifPresent(other -> {
                    throw new Refusal("budget.error.team-pot-field", other);
                });
    }

    /** What the council carried over is not the task field’s to take back. */
    private void requireNothingCarriedOver(TeamPot pot) {
        boolean carried = ledger.listTransfers(municipality(pot), pot.reference()).stream()
                .anyMatch(transfer -> transfer.reason() == Reason.CARRIED_OVER
                        && transfer.to().equals(pot.account()));
        if (carried) {
            throw new Refusal("budget.error.team-pot-carried-over");
        }
    }

    private static MunicipalityCode municipality(TeamPot pot) {
        return pot.neighbourhood().municipality();
    }

    private void change(TeamPot pot, String taskField, Money amount) {
        Money difference = pot.change(taskField, amount, summary(pot).total(), LocalDate.now(clock));
        if (difference.isZero()) {
            return;
        }
        if (difference.isPositive()) {
            move(pot, pot.source(), pot.account(), difference, Reason.GRANTED);
        } else {
            requireNothingCarriedOver(pot);
            move(pot, pot.account(), pot.source(), difference.negated(), Reason.UNSPENT_RETURNED);
        }
        audit.record(
                "budget.set-team-pot",
                "team-pot",
                Long.toString(pot.id().value()),
                pot.reference() + " year=" + pot.year() + " amount=" + amount.cents());
    }

    private void move(TeamPot pot, AccountKey from, AccountKey to, Money amount, Reason reason) {
        ledger.transfer(new NewTransfer(pot.key(), from, to, amount, reason, pot.reference(), ""));
    }

    /** What the team of a neighbourhood has in a year. */
    public Optional<TeamPotSummary> find(FiscalYear year, NeighbourhoodCode neighbourhood) {
        access.require(Operation.SEE_TEAM_POTS, neighbourhood);
        return find(neighbourhood, year).map(this::summary);
    }

    /** What all teams have in a year, by neighbourhood. */
    public List<TeamPotSummary> list(MunicipalityCode municipality, FiscalYear year) {
        access.requireForWhole(Operation.SEE_TEAM_POTS, municipality);
        return entityManager
                .createQuery(
                        "select p from TeamPot p where p.neighbourhood like :municipality and p.fiscalYear = :year"
                                + " order by p.neighbourhood",
                        TeamPot.class)
                .setParameter("municipality", municipality.neighbourhoodPattern())
                .setParameter("year", year.year())
                .getResultStream()
                .map(this::summary)
                .toList();
    }

    /**
     * From whose money a team decides in a year.
     *
     * @throws Refusal when nobody gave the team any
     */
    @WithoutAccessCheck(CHECKED_ABOVE)
    public String readTaskField(FiscalYear year, NeighbourhoodCode neighbourhood) {
        return read(neighbourhood, year).source().taskField();
    }

    /**
     * Holds money of the team until it is paid by the card.
     *
     * @param until the last day on which it is held
     * @throws Refusal when so much is not there
     */
    @Transactional(MANDATORY)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public ReservationId hold(
            String key, FiscalYear year, NeighbourhoodCode neighbourhood, Money amount, LocalDate until) {
        ledger.open(neighbourhood.municipality());
        TeamPot pot = read(neighbourhood, year);
        Money free = summary(pot).free();
        if (amount.compareTo(free) > 0) {
            throw new Refusal("budget.error.team-pot-empty", free.inEuros(), amount.inEuros());
        }
        return ledger.reserve(new NewReservation(
                key,
                pot.reference() + '|' + year + '|' + amount.cents() + '|' + until,
                neighbourhood.municipality(),
                Reason.PAID,
                pot.reference(),
                until,
                List.of(new NewReservation.Line(pot.account(), pot.paid(), amount))));
    }

    private TeamPot read(NeighbourhoodCode neighbourhood, FiscalYear year) {
        return find(neighbourhood, year).orElseThrow(() -> new Refusal("budget.error.no-team-pot", year.toString()));
    }

    private Optional<TeamPot> find(NeighbourhoodCode neighbourhood, FiscalYear year) {
        return entityManager
                .createQuery(
                        "select p from TeamPot p where p.neighbourhood = :neighbourhood and p.fiscalYear = :year",
                        TeamPot.class)
                .setParameter("neighbourhood", neighbourhood.value())
                .setParameter("year", year.year())
                .getResultStream()
                .findFirst();
    }

    private TeamPotSummary summary(TeamPot pot) {
        Optional<AccountSummary> granted = ledger.findAccount(pot.account());
        return pot.summary(
                granted.map(AccountSummary::balance).orElse(Money.ZERO),
                granted.map(AccountSummary::held).orElse(Money.ZERO),
                ledger.findAccount(pot.paid()).map(AccountSummary::balance).orElse(Money.ZERO));
    }
}
