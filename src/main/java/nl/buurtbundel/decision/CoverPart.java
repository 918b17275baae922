package nl.buurtbundel.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import nl.buurtbundel.budget.CoverKind;
import nl.buurtbundel.budget.CoverLine;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;

@Embeddable
class CoverPart {
    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Column(name = "task_field")
    private String taskField;

    @Enumerated(EnumType.STRING)
    private CoverKind kind;

    @Column(name = "amount_cents")
    private long amountCents;

    protected CoverPart() {}

    CoverPart(FiscalYear year, CoverLine line) {
        fiscalYear = year.year();
        taskField = line.taskField();
        kind = line.kind();
        amountCents = line.amount().cents();
    }

    YearCover view() {
        return new YearCover(new FiscalYear(fiscalYear), new CoverLine(taskField, kind, Money.ofCents(amountCents)));
    }
}
