package nl.buurtbundel.ledger;

import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * What makes an account the account it is. An account is opened when money first goes there.
 *
 * @param reference opaque to the ledger, such as {@code initiative:12}; empty when the account belongs to nothing in
 *     particular
 * @param taskField an Iv3 code that is valid in the year; empty for the council
 */
public record AccountKey(
        MunicipalityCode municipality,
        FiscalYear year,
        AccountKind kind,
        String reference,
        String taskField,
        @Nullable NeighbourhoodCode neighbourhood) {

    public AccountKey {
        if (reference.length() > 100) {
            throw new IllegalArgumentException("a reference is no text: " + reference);
        }
        if (neighbourhood != null && !neighbourhood.municipality().equals(municipality)) {
            throw new IllegalArgumentException(neighbourhood + " is not in " + municipality);
        }
    }

    public static AccountKey of(MunicipalityCode municipality, FiscalYear year, AccountKind kind) {
        return new AccountKey(municipality, year, kind, "", "", null);
    }

    /** As a row has it: no neighbourhood is an empty text. */
    static AccountKey ofRow(
            String municipality, int year, AccountKind kind, String reference, String taskField, String neighbourhood) {
        return new AccountKey(
                new MunicipalityCode(municipality),
                new FiscalYear(year),
                kind,
                reference,
                taskField,
                neighbourhood.isEmpty() ? null : new NeighbourhoodCode(neighbourhood));
    }

    public AccountKey withReference(String other) {
        return new AccountKey(municipality, year, kind, other, taskField, neighbourhood);
    }

    public AccountKey withTaskField(String other) {
        return new AccountKey(municipality, year, kind, reference, other, neighbourhood);
    }

    public AccountKey withNeighbourhood(@Nullable NeighbourhoodCode other) {
        return new AccountKey(municipality, year, kind, reference, taskField, other);
    }

    String neighbourhoodOrNone() {
        return neighbourhood == null ? "" : neighbourhood.value();
    }

    /** The same text for the same account, on every version of the program. */
    String canonical() {
        return String.join(
                "|", municipality.value(), year.toString(), kind.name(), reference, taskField, neighbourhoodOrNone());
    }
}
