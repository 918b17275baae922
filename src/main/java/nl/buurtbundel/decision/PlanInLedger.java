package nl.buurtbundel.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.ReservationSummary;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * What the ledger has of one plan and of nothing else: its accounts, and every transfer with one of them as a side. What single
 * households released, and what repaid pre-financing, has no such side.
 *
 * @param sourcesShown else what came from the same side at once is told in one amount, without saying where it was
 */
record PlanInLedger(
        String reference,
        boolean sourcesShown,
        List<AccountSummary> ofReference,
        List<ReservationSummary> held,
        List<TransferSummary> moved) {
    private static final Set<AccountKind> ITS_OWN =
            EnumSet.of(AccountKind.GRANTED, AccountKind.PAID, AccountKind.CARRIED_OVER);

    /** As the ledger has it now. */
    static PlanInLedger of(Ledger ledger, MunicipalityCode municipality, String reference, boolean sourcesShown) {
        return new PlanInLedger(
                reference,
                sourcesShown,
                ledger.listAccounts(municipality, reference),
                ledger.listReservations(municipality, reference),
                ledger.listTransfers(municipality, reference));
    }

    List<DecisionFile.Account> accounts() {
        return ofReference.stream()
                .filter(account -> isItsOwn(account.key()))
                .map(PlanInLedger::account)
                .toList();
    }

    private static DecisionFile.Account account(AccountSummary account) {
        return new DecisionFile.Account(DecisionFile.Side.of(account.key(), account.balance()), account.held());
    }

    List<DecisionFile.Reservation> reservations(Collection<Long> ofDecision) {
        return held.stream()
                .filter(reservation -> ofDecision.contains(reservation.id().value()))
                .map(this::reservation)
                .toList();
    }

    private DecisionFile.Reservation reservation(ReservationSummary reservation) {
        return new DecisionFile.Reservation(
                reservation.id().value(),
                reservation.state(),
                reservation.expiresOn(),
                reservation.total(),
                sourcesShown
                        ? reservation.lines().stream()
                                .map(line -> DecisionFile.Side.of(line.from(), line.amount()))
                                .toList()
                        : List.of());
    }

    List<DecisionFile.Transfer> transfers() {
        Map<Object, List<TransferSummary>> grouped = new LinkedHashMap<>();
        for (TransferSummary transfer : listOwn()) {
            Object group = isToldAlone(transfer)
                    ? transfer.id()
                    : List.of(
                            transfer.bookedOn(),
                            transfer.reason(),
                            isItsOwn(transfer.from()) ? transfer.from() : transfer.to(),
                            isItsOwn(transfer.from()),
                            String.valueOf(transfer.reservation()));
            grouped.computeIfAbsent(group, any -> new ArrayList<>()).add(transfer);
        }
        return grouped.values().stream().map(this::transfer).toList();
    }

    /** The ids of the transfers that stand in the file one by one. */
    List<String> toldOneByOne() {
        return listOwn().stream()
                .filter(this::isToldAlone)
                .map(transfer -> Long.toString(transfer.id().value()))
                .toList();
    }

    private DecisionFile.Transfer transfer(List<TransferSummary> parts) {
        TransferSummary first = parts.get(0);
        Money amount = Money.sum(parts.stream().map(TransferSummary::amount).toList());
        return new DecisionFile.Transfer(
                parts.stream().map(TransferSummary::number).toList(),
                first.bookedOn(),
                first.reason(),
                first.reservation() == null ? null : (Long) first.reservation().value(),
                parts.size() == 1 && first.counters() != null
                        ? (Long) first.counters().value()
                        : null,
                first.reason() == Reason.CARRIED_OVER ? first.purpose() : null,
                List.of(side(first.from(), amount.negated()), side(first.to(), amount)));
    }

    private DecisionFile.Side side(AccountKey key, Money amount) {
        return sourcesShown || isItsOwn(key)
                ? DecisionFile.Side.of(key, amount)
                : DecisionFile.Side.together(key.year(), amount);
    }

    private boolean isToldAlone(TransferSummary transfer) {
        return sourcesShown || isItsOwn(transfer.from()) && isItsOwn(transfer.to());
    }

    private List<TransferSummary> listOwn() {
        return moved.stream()
                .filter(transfer -> isItsOwn(transfer.from()) || isItsOwn(transfer.to()))
                .toList();
    }

    private boolean isItsOwn(AccountKey key) {
        return key.reference().equals(reference) && ITS_OWN.contains(key.kind());
    }
}
