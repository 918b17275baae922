package nl.buurtbundel.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nl.buurtbundel.budget.Cover;
import nl.buurtbundel.budget.CoverKind;
import nl.buurtbundel.budget.CoverLine;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;

/**
 * Where the power of the college over the budget ends, for one plan: at what the council appropriated, and at what it
 * authorised as one whole (Gemeentewet 189 and 192).
 *
 * @param leave what the council allowed the plan already; asked only when it is needed
 */
record CouncilBorder(AuthorisedBudget authorised, Supplier<CouncilLeave> leave, LocalDate today) {

    /** What the council would have to change first, year by year; nothing where the college may. */
    List<Amendment> amendments(List<Cover> covers) {
        List<Amendment> amendments = new ArrayList<>();
        for (Cover cover : covers) {
            if (!cover.withinAppropriation()) {
                amendments.add(new Amendment(
                        cover.year(),
                        null,
                        initiativesIn(cover.year()),
                        cover.amount().minus(cover.contributed())));
            }
            amendments.addAll(crossing(cover.year(), cover.amount(), cover.lines()));
        }
        return amendments;
    }

    /** The same for what is held already: it was appropriated, but the council may have drawn its borders anew. */
    List<Amendment> amendments(List<YearAmount> amounts, List<YearCover> held) {
        return amounts.stream()
                .flatMap(amount -> crossing(
                        amount.year(),
                        amount.amount(),
                        held.stream()
                                .filter(cover -> cover.year().equals(amount.year()))
                                .map(YearCover::line)
                                .toList())
                        .stream())
                .toList();
    }

    /**
     * What the council adopted for initiatives themselves is meant for them, on whatever task field it stands; what others gave
     * is not the council’s.
     */
    private List<Amendment> crossing(FiscalYear year, Money asked, List<CoverLine> lines) {
        AuthorisedUnit to = initiativesIn(year);
        List<CoverLine> beyond = lines.stream()
                .filter(line -> line.kind() != CoverKind.APPROPRIATION && line.kind() != CoverKind.CONTRIBUTION)
                .filter(line ->
                        !authorised.unitOf(line.taskField(), dayIn(year)).isOneWith(to))
                .toList();
        if (beyond.isEmpty() || leave.get().covers(year, beyond)) {
            return List.of();
        }
        Money ofCouncil = asked.minus(Money.sum(lines.stream()
                .filter(line -> line.kind() == CoverKind.CONTRIBUTION)
                .map(CoverLine::amount)
                .toList()));
        return beyond.stream()
                .map(CoverLine::taskField)
                .distinct()
                .sorted()
                .map(field -> new Amendment(year, authorised.unitOf(field, dayIn(year)), to, ofCouncil))
                .toList();
    }

    private AuthorisedUnit initiativesIn(FiscalYear year) {
        return authorised.unitOf(PooledBudgets.INITIATIVES_TASK_FIELD, dayIn(year));
    }

    /** The day whose rules count: today, or the first day of a year to come. */
    private LocalDate dayIn(FiscalYear year) {
        return year.firstDay().isAfter(today) ? year.firstDay() : today;
    }
}
