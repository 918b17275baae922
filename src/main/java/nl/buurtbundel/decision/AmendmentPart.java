package nl.buurtbundel.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/** A programme can be renamed or ended later: the proposal keeps the names that the council read. */
@Embeddable
class AmendmentPart {
    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Column(name = "from_field")
    private @Nullable String fromField;

    @Column(name = "from_programme")
    private @Nullable String fromProgramme;

    @Column(name = "to_field")
    private String toField;

    @Column(name = "to_programme")
    private @Nullable String toProgramme;

    @Column(name = "at_most_cents")
    private long atMostCents;

    protected AmendmentPart() {}

    AmendmentPart(Amendment amendment) {
        AuthorisedUnit from = amendment.from();
        fiscalYear = amendment.year().year();
        fromField = from == null ? null : from.taskField();
        fromProgramme = from == null ? null : from.programme();
        toField = amendment.to().taskField();
        toProgramme = amendment.to().programme();
        atMostCents = amendment.atMost().cents();
    }

    Amendment view() {
        return new Amendment(
                new FiscalYear(fiscalYear),
                fromField == null ? null : new AuthorisedUnit(fromField, fromProgramme),
                new AuthorisedUnit(toField, toProgramme),
                Money.ofCents(atMostCents));
    }
}
