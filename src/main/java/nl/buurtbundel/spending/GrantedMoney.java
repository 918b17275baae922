package nl.buurtbundel.spending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.NewReservation;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** What the ledger holds for a plan: what was granted for this year and what is left of earlier ones, the oldest first. */
@ApplicationScoped
class GrantedMoney {
    private final Ledger ledger;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected GrantedMoney() {
        this(null, null);
    }

    @Inject
    GrantedMoney(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What is left for a plan.
     *
     * @param now of this year and earlier ones
     * @param from the day from which there is money, where all of it was granted for later years; else null
     */
    record Left(Money now, @Nullable LocalDate from) {
        static final Left NOTHING = new Left(Money.ZERO, null);
    }

    Left left(MunicipalityCode municipality, InitiativeId plan) {
        LocalDate today = LocalDate.now(clock);
        List<AccountSummary> granted = granted(municipality, plan);
        return new Left(
                Money.sum(upTo(FiscalYear.of(today), granted)
                        .map(AccountSummary::available)
                        .toList()),
                granted.stream()
                        .filter(account -> account.available().isPositive())
                        .map(account -> account.key().year().firstDay())
                        .findFirst()
                        .filter(first -> first.isAfter(today))
                        .orElse(null));
    }

    /** Holds an amount, so that nothing else can promise the same euro. */
    ReservationId hold(String key, MunicipalityCode municipality, InitiativeId plan, Money amount, LocalDate until) {
        List<AccountSummary> upToNow = upTo(FiscalYear.of(LocalDate.now(clock)), granted(municipality, plan))
                .toList();
        return ledger.reserve(new NewReservation(
                key,
                plan.reference() + '|' + amount.cents(),
                municipality,
                Reason.PAID,
                plan.reference(),
                until,
                lines(upToNow, amount)));
    }

    /** The oldest money first. What is more than there is stays on the newest, where the ledger refuses it. */
    private static List<NewReservation.Line> lines(List<AccountSummary> granted, Money amount) {
        if (granted.isEmpty()) {
            throw new Refusal("spending.error.nothing-granted");
        }
        List<NewReservation.Line> lines = new ArrayList<>();
        Money left = amount;
        for (AccountSummary account : granted) {
            boolean newest = account.equals(granted.get(granted.size() - 1));
            Money part = newest ? left : left.min(account.available());
            if (part.isPositive()) {
                lines.add(new NewReservation.Line(account.key(), paid(account.key()), part));
                left = left.minus(part);
            }
        }
        return lines;
    }

    /** The bill often comes in a later year than the work. */
    private static Stream<AccountSummary> upTo(FiscalYear year, List<AccountSummary> granted) {
        return granted.stream().filter(account -> account.key().year().compareTo(year) <= 0);
    }

    private List<AccountSummary> granted(MunicipalityCode municipality, InitiativeId plan) {
        return ledger.listAccounts(municipality, plan.reference()).stream()
                .filter(account -> account.key().kind() == AccountKind.GRANTED)
                .toList();
    }

    private static AccountKey paid(AccountKey granted) {
        return AccountKey.of(granted.municipality(), granted.year(), AccountKind.PAID)
                .withReference(granted.reference())
                .withTaskField(granted.taskField())
                .withNeighbourhood(granted.neighbourhood());
    }
}
