package nl.buurtbundel.ledger;

import java.time.Instant;
import java.time.LocalDate;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A posting as a page shows it, in one query and without entities: with those, fifty of them took a hundred times as long as
 * one row by its key. Public, for EclipseLink makes it.
 */
public record PostingRow(
        String municipality,
        int fiscalYear,
        Long transfer,
        long number,
        LocalDate bookedOn,
        Instant at,
        long transferCents,
        String transferTaskField,
        Reason reason,
        String transferReference,
        String purpose,
        @Nullable Long reservation,
        @Nullable Long counters,
        @Nullable Long counteredBy,
        long cents,
        long balanceAfterCents,
        Long account,
        AccountKind kind,
        String reference,
        String taskField,
        String neighbourhood) {

    /** The transfer, the posting and the account on the other side of it, in the order of the record. */
    private static final String SELECT = "select new nl.buurtbundel.ledger.PostingRow("
            + "t.municipality, t.fiscalYear, t.id, t.number, t.bookedOn, t.at, t.amountCents, t.taskField, t.reason,"
            + " t.reference, t.purpose, t.reservation, t.counters,"
            + " (select max(c.id) from Transfer c where c.counters = t.id), p.amountCents, p.balanceAfterCents,"
            + " a.id, a.kind, a.reference, a.taskField, a.neighbourhood)"
            + " from Posting p join p.transfer t join t.postings o join o.account a where o.id <> p.id and ";

    static final String OF_ACCOUNT = SELECT + "p.account.id = :account and p.number < :before order by p.number desc";

    /** Of the side that gives, and then of the side that takes. */
    static final String OF_TRANSFER = SELECT + "t.id = :transfer order by p.amountCents";

    AccountId other() {
        return new AccountId(account);
    }

    /** The account on the other side. */
    AccountKey there() {
        return AccountKey.ofRow(municipality, fiscalYear, kind, reference, taskField, neighbourhood);
    }

    /** @param here the account that it was posted on */
    PostingSummary summary(AccountKey here) {
        AccountKey there = there();
        Money amount = Money.ofCents(cents);
        boolean gives = amount.isNegative();
        boolean countered = counteredBy != null;
        return new PostingSummary(
                new TransferSummary(
                        new TransferId(transfer),
                        number,
                        bookedOn,
                        at,
                        gives ? here : there,
                        gives ? there : here,
                        Money.ofCents(transferCents),
                        transferTaskField,
                        reason,
                        transferReference,
                        purpose,
                        reservation == null ? null : new ReservationId(reservation),
                        counters == null ? null : new TransferId(counters),
                        countered,
                        !countered
                                && Transfer.isCorrectable(
                                        reason, counters != null, reservation != null, gives ? kind : here.kind())),
                other(),
                amount,
                Money.ofCents(balanceAfterCents));
    }
}
