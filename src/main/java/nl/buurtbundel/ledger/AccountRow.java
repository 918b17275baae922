package nl.buurtbundel.ledger;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.money.Money;

/** An account as a page shows it, without an entity. Public, for EclipseLink makes it. */
public record AccountRow(
        Long id,
        String municipality,
        int fiscalYear,
        AccountKind kind,
        String reference,
        String taskField,
        String neighbourhood,
        long balanceCents,
        long heldCents) {

    private static final String COLUMNS = "a.id, a.municipality, a.fiscalYear, a.kind, a.reference, a.taskField,"
            + " a.neighbourhood, a.balanceCents, a.heldCents";

    static final String OF_YEAR = "select new nl.buurtbundel.ledger.AccountRow(" + COLUMNS
            + ") from Account a where a.municipality = :municipality and a.fiscalYear = :year and a.kind in :kinds"
            + " order by case a.kind " + placesInWalk() + " else -1 end, a.taskField, a.neighbourhood, a.reference";

    static final String OF_REFERENCE = "select new nl.buurtbundel.ledger.AccountRow(" + COLUMNS
            + ") from Account a where a.municipality = :municipality and a.reference = :reference"
            + " order by a.fiscalYear, a.id";

    static final String AMONG = "select new nl.buurtbundel.ledger.AccountRow(" + COLUMNS
            + ") from Account a where a.id in :ids order by a.id";

    /** The database knows a kind by its name, and so no order of them. */
    private static String placesInWalk() {
        return Stream.of(AccountKind.values())
                .map(kind -> "when " + AccountKind.class.getName() + '.' + kind + " then " + kind.ordinal())
                .collect(Collectors.joining(" "));
    }

    AccountSummary summary() {
        Money balance = Money.ofCents(balanceCents);
        Money held = Money.ofCents(heldCents);
        return new AccountSummary(
                new AccountId(id),
                AccountKey.ofRow(municipality, fiscalYear, kind, reference, taskField, neighbourhood),
                balance,
                held,
                balance.minus(held));
    }
}
