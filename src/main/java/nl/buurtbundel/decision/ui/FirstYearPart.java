package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.buurtbundel.budget.MonthlyCover;
import nl.buurtbundel.budget.PreFinancingSummary;
import nl.buurtbundel.decision.FirstYear;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.MonthLines;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.PlanLine;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.suggestion.LikelyRelease;
import nl.buurtbundel.suggestion.ui.SuggestionNavigation;

/** The first twelve months: what is not covered yet and what bears it until when; what is expected stands apart. */
final class FirstYearPart extends Div {
    private static final int MONTHS = 12;

    private final DecisionTexts texts;
    private final MonthlyCover cover;
    private final Details byMonth;

    FirstYearPart(DecisionTexts texts, InitiativeDossier plan, FirstYear firstYear) {
        this.texts = texts;
        this.cover = firstYear.months();
        addClassName("bb-stack");
        add(
                new H2(texts.text("decision.page.months")),
                new Paragraph(
                        texts.text(isAsExpected() ? "decision.page.months-how-ended" : "decision.page.months-how")));
        LikelyRelease likely = firstYear.likely();
        add(basis());
        cover.findFirstNotBorne()
                .ifPresent(month -> add(Notice.warning(texts.text(
                        "decision.page.not-borne",
                        texts.formats().month(month.month()),
                        texts.formats().euros(month.notBorne())))));
        Money left = cover.leftOfFirstYear();
        if (!cover.isBorne() && left.isPositive()) {
            int year = cover.months().get(0).month().getYear();
            add(Notice.info(texts.text(
                    "decision.page.left-of-year",
                    Integer.toString(year),
                    texts.formats().euros(left),
                    Integer.toString(year + 1))));
        }
        byMonth = new Details(texts.text("decision.page.months-table"), table());
        add(picture(), byMonth);
        for (PreFinancingSummary preFinancing : firstYear.preFinancings()) {
            add(new Paragraph(arrangement(preFinancing)));
        }
        Div calculation = new Div(cost(plan));
        if (likely != null) {
            calculation.add(expected(likely));
        }
        calculation.add(new Paragraph(texts.text(
                isAsExpected() ? "decision.calculation.uncovered-ended" : "decision.calculation.uncovered")));
        calculation.addClassName("bb-stack");
        add(new Details(texts.text("decision.calculation.open"), calculation));
    }

    FirstYearPart withTable(boolean opened) {
        byMonth.setOpened(opened);
        return this;
    }

    boolean isTableOpened() {
        return byMonth.isOpened();
    }

    private Notice basis() {
        return Notice.info(texts.text(
                switch (cover.basis()) {
                    case SUGGESTION -> "decision.page.months-suggestion";
                    case HOUSEHOLDS -> "decision.page.months-households";
                    case MANY_HOUSEHOLDS -> "decision.page.months-many-households";
                    case UNKNOWN -> "decision.page.months-unknown";
                    case NOT_SHOWN -> "decision.page.months-without-release";
                }));
    }

    /** What came free moves with each household: who may not see single ones sees what was expected of those who stopped. */
    private boolean isAsExpected() {
        return cover.basis() == MonthlyCover.Basis.MANY_HOUSEHOLDS;
    }

    private String realised() {
        return texts.text(isAsExpected() ? "decision.page.month-ended" : "decision.page.month-realised");
    }

    /** The idea tells what is likely; of households it is known what comes free if all of them stop. */
    private String expected() {
        return texts.text(
                cover.basis() == MonthlyCover.Basis.SUGGESTION
                        ? "decision.page.month-expected-likely"
                        : "decision.page.month-expected");
    }

    private boolean showsRelease() {
        return cover.basis() != MonthlyCover.Basis.NOT_SHOWN;
    }

    private boolean knowsExpected() {
        return showsRelease() && cover.basis() != MonthlyCover.Basis.UNKNOWN;
    }

    private MonthLines picture() {
        List<MonthLines.Month> months = new ArrayList<>();
        Money cost = Money.ZERO;
        Money realised = Money.ZERO;
        Money expected = Money.ZERO;
        for (MonthlyCover.Month month : cover.months()) {
            cost = cost.plus(month.cost());
            realised = realised.plus(month.realisedRelease());
            expected = expected.plus(month.expectedRelease());
            months.add(new MonthLines.Month(
                    month.month(),
                    cost,
                    showsRelease() ? realised : null,
                    knowsExpected() ? expected : null,
                    month.bearable()));
        }
        return new MonthLines(
                texts.text("decision.page.months-picture"), summary(cost, realised), realised(), expected(), months);
    }

    private String summary(Money cost, Money realised) {
        String inEuros = texts.formats().euros(cost);
        if (!showsRelease()) {
            return texts.text("decision.page.months-summary-without-release", inEuros);
        }
        String highest = texts.formats().euros(cover.highestUncovered());
        String certain = texts.text(
                isAsExpected() ? "decision.page.months-summary-ended" : "decision.page.months-summary",
                inEuros,
                texts.formats().euros(realised),
                highest);
        return knowsExpected()
                ? certain + " "
                        + texts.text(
                                "decision.page.months-summary-expected",
                                texts.formats().gain(cover.forecastAtEnd()))
                : certain;
    }

    private DataTable table() {
        DataTable table = new DataTable(
                        texts.text("decision.page.months-table"),
                        DataTable.Column.text(texts.text("decision.page.month")),
                        DataTable.Column.number(texts.text("decision.page.month-cost")),
                        DataTable.Column.number(realised()),
                        DataTable.Column.number(texts.text("decision.page.month-uncovered")),
                        DataTable.Column.text(texts.text("decision.page.month-borne")),
                        DataTable.Column.number(texts.text("decision.page.month-open")),
                        DataTable.Column.number(expected()))
                .belowItsHeading();
        for (MonthlyCover.Month month : cover.months()) {
            table.row(
                    texts.formats().month(month.month()),
                    texts.formats().euros(month.cost()),
                    showsRelease() ? texts.formats().euros(month.realisedRelease()) : notShown(),
                    texts.formats().euros(month.uncovered()),
                    month.borne().isEmpty()
                            ? "–"
                            : month.borne().stream().map(this::borne).collect(Collectors.joining("; ")),
                    texts.formats().euros(month.notBorne()),
                    expected(month));
        }
        return table;
    }

    private String expected(MonthlyCover.Month month) {
        if (!showsRelease()) {
            return notShown();
        }
        return knowsExpected() ? texts.formats().euros(month.expectedRelease()) : texts.text("decision.page.not-known");
    }

    private String notShown() {
        return texts.text("decision.page.month-not-shown");
    }

    private String borne(MonthlyCover.Borne borne) {
        var kind = borne.kind();
        String name = kind == null
                ? texts.text("decision.cover-kind.together")
                : texts.name("decision.cover-kind.", kind) + " " + borne.taskField();
        LocalDate endsOn = borne.endsOn();
        String amount = texts.formats().euros(borne.amount());
        return endsOn == null
                ? texts.text("decision.page.borne-by", name, amount)
                : texts.text(
                        "decision.page.borne-by-until",
                        name,
                        amount,
                        texts.formats().shortDate(endsOn));
    }

    private String arrangement(PreFinancingSummary preFinancing) {
        Money available = preFinancing.available();
        String limit = texts.text(
                "decision.page.pre-financing",
                texts.formats().euros(preFinancing.limit()),
                preFinancing.taskField(),
                texts.formats().date(preFinancing.endsOn()));
        return available == null
                ? limit
                : limit + " "
                        + texts.text(
                                "decision.page.pre-financing-free",
                                texts.formats().euros(available));
    }

    // ---- how the numbers are made

    private Div cost(InitiativeDossier plan) {
        DefinitionTable lines = new DefinitionTable();
        for (PlanLine line : plan.lines()) {
            lines.row(line.description(), texts.formats().euros(line.yearly()));
        }
        lines.row(texts.text("decision.calculation.a-year"), texts.formats().euros(plan.yearlyCost()))
                .row(
                        texts.text("decision.calculation.a-month"),
                        texts.text(
                                "decision.calculation.divided",
                                texts.formats().euros(plan.yearlyCost()),
                                MONTHS,
                                texts.formats().euros(plan.yearlyCost().timesFraction(1, MONTHS))))
                .row(
                        texts.text("decision.calculation.start-up"),
                        texts.formats().euros(plan.startUp()));
        return new Div(new Paragraph(texts.text("decision.calculation.cost")), lines);
    }

    private Div expected(LikelyRelease likely) {
        int months = MONTHS - likely.monthsLate();
        Div part = new Div(
                new Paragraph(texts.text(
                        likely.rounded() ? "decision.calculation.expected-rounded" : "decision.calculation.expected",
                        likely.monthsLate())),
                new DefinitionTable()
                        .row(
                                texts.text("decision.calculation.replaced"),
                                texts.formats().euros(likely.aYear()))
                        .row(
                                texts.text("decision.calculation.first-year"),
                                texts.text(
                                        "decision.calculation.part-of-year",
                                        texts.formats().euros(likely.aYear()),
                                        months,
                                        MONTHS,
                                        texts.formats().euros(likely.aYear().timesFraction(months, MONTHS))))
                        .row(
                                texts.text("decision.calculation.result"),
                                texts.formats().gain(cover.forecastAtEnd())));
        if (!likely.rounded()) {
            part.add(new Anchor(
                    SuggestionNavigation.suggestion(likely.suggestion()),
                    texts.text("decision.calculation.to-suggestion")));
        }
        return part;
    }
}
