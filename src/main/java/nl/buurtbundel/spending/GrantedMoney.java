package nl.buurtbundel.spending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    Money available(MunicipalityCode municipality, InitiativeId plan) {
        return Money.sum(upToNow(municipality, plan).stream()
                .map(AccountSummary::available)
                .toList());
    }

    /** From which day on there is money, where all of it was granted for later years. */
    Optional<LocalDate> findAvailableFrom(MunicipalityCode municipality, InitiativeId plan) {
        return granted(municipality, plan).stream()
                .filter(account -> account.available().isPositive())
                .map(account -> account.key().year().firstDay())
                .findFirst()
                .filter(first -> first.isAfter(LocalDate.now(clock)));
    }

    /** Holds an amount, so that nothing else can promise the same euro. */
    ReservationId hold(String key, MunicipalityCode municipality, InitiativeId plan, Money amount, LocalDate until) {
        String content = plan.reference() + '|' + amount.cents();
        return ledger.findReserved(municipality, key, content)
                .orElseGet(() -> ledger.reserve(new NewReservation(
                        key,
                        content,
                        municipality,
                        Reason.PAID,
                        plan.reference(),
                        until,
                        lines(upToNow(municipality, plan), amount))));
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
    private List<AccountSummary> upToNow(MunicipalityCode municipality, InitiativeId plan) {
        FiscalYear year = FiscalYear.of(LocalDate.now(clock));
        return granted(municipality, plan).stream()
                .filter(account -> account.key().year().compareTo(year) <= 0)
                .toList();
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
