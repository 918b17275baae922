package nl.buurtbundel.household.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.KeyFigure;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.ScenarioLines;
import nl.buurtbundel.household.BreakthroughPlan;
import nl.buurtbundel.household.TwoScenarios;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/** Carrying on beside breaking through: for all together, for each payer, and at the front door. */
final class ScenariosPart extends Div {
    private final transient BreakthroughPlan plan;
    private final transient TwoScenarios both;
    private final Formats formats;

    /** @param overYears asked for another number of years; null for who only looks */
    ScenariosPart(BreakthroughPlan plan, TwoScenarios both, @Nullable SerializableConsumer<Integer> overYears) {
        this.plan = plan;
        this.both = both;
        this.formats = Formats.of(getLocale());
        addClassName("bb-stack");
        add(new H2(getTranslation("household.breakthrough.beside")));
        if (overYears != null) {
            add(years(overYears));
        }
        showBoth();
    }

    private Select<Integer> years(SerializableConsumer<Integer> overYears) {
        Select<Integer> years = new Select<>();
        years.setLabel(getTranslation("household.breakthrough.over"));
        years.setItems(
                IntStream.rangeClosed(1, BreakthroughPlan.MOST_YEARS).boxed().toList());
        years.setItemLabelGenerator(many -> many == null ? "" : getTranslation("household.breakthrough.years", many));
        years.setValue(plan.years());
        years.addClassName("bb-no-print");
        years.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                overYears.accept(change.getValue());
            }
        });
        return years;
    }

    private void showBoth() {
        add(
                KeyFigure.sideBySide(
                        new KeyFigure(getTranslation("household.breakthrough.on"), formats.euros(both.carryingOn())),
                        new KeyFigure(
                                getTranslation("household.breakthrough.through"),
                                formats.euros(both.breakingThrough())),
                        new KeyFigure(
                                getTranslation(saves() ? "household.breakthrough.less" : "household.breakthrough.more"),
                                formats.euros(
                                        saves() ? both.saved() : both.saved().negated()),
                                breakEven())),
                new Paragraph(getTranslation(
                        "household.breakthrough.at-the-door",
                        both.now().visitsAWeek(),
                        both.then().visitsAWeek(),
                        both.now().helps(),
                        both.then().helps())),
                lines(),
                payers());
        both.payingMore()
                .forEach(bearer -> add(Notice.warning(getTranslation(
                        "household.breakthrough.pays-more",
                        getTranslation(bearer.bearer().key()),
                        formats.euros(bearer.more())))));
        if (plan.unknown() > 0) {
            add(Notice.info(getTranslation("household.breakthrough.not-known", plan.unknown())));
        }
        add(new Paragraph(getTranslation("household.breakthrough.assumed")));
    }

    private boolean saves() {
        return !both.saved().isNegative();
    }

    private String breakEven() {
        return both.breakEvenYear().isPresent()
                ? getTranslation(
                        "household.breakthrough.break-even",
                        both.breakEvenYear().getAsInt())
                : getTranslation("household.breakthrough.no-break-even", plan.years());
    }

    private ScenarioLines lines() {
        List<ScenarioLines.Year> years = new ArrayList<>();
        Money on = Money.ZERO;
        Money through = Money.ZERO;
        for (TwoScenarios.Year year : both.years()) {
            on = on.plus(year.carryingOn());
            through = through.plus(year.breakingThrough());
            years.add(new ScenarioLines.Year(year.number(), on, through));
        }
        return new ScenarioLines(
                getTranslation("household.breakthrough.picture"),
                getTranslation(
                        "household.breakthrough.summary", plan.years(), formats.euros(on), formats.euros(through)),
                getTranslation("household.breakthrough.on"),
                getTranslation("household.breakthrough.through"),
                years);
    }

    private DataTable payers() {
        DataTable table = new DataTable(
                getTranslation("household.breakthrough.payers", plan.years()),
                DataTable.Column.text(getTranslation("household.breakthrough.bearer")),
                DataTable.Column.number(getTranslation("household.breakthrough.on")),
                DataTable.Column.number(getTranslation("household.breakthrough.through")),
                DataTable.Column.number(getTranslation("household.breakthrough.difference")));
        for (TwoScenarios.Bearer bearer : both.bearers()) {
            table.row(
                    getTranslation(bearer.bearer().key()),
                    formats.euros(bearer.carryingOn()),
                    formats.euros(bearer.breakingThrough()),
                    formats.euros(bearer.more()));
        }
        return table.total(
                getTranslation("household.breakthrough.together"),
                formats.euros(both.carryingOn()),
                formats.euros(both.breakingThrough()),
                formats.euros(both.saved().negated()));
    }
}
