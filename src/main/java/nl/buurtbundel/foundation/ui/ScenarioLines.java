package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.io.Serializable;
import java.util.List;
import nl.buurtbundel.money.Money;

/** What two ways to go on have cost together, year after year. */
@Tag("figure")
@NpmPackage(value = "echarts", version = Picture.ECHARTS)
@JsModule("./foundation/month-lines.ts")
public final class ScenarioLines extends Picture {

    /** After so many years. */
    public record Year(int number, Money one, Money other) implements Serializable {}

    private record Line(String kind, String name, List<Double> values) implements Serializable {}

    /**
     * @param one in words: the first way
     * @param other in words: the second
     */
    public ScenarioLines(String title, String summary, String one, String other, List<Year> years) {
        super(title, summary, "bb-month-lines");
        drawing()
                .setProperty("locale", formats().locale().toLanguageTag())
                .setPropertyList("months", years.stream().map(this::name).toList())
                .setPropertyList(
                        "lines",
                        List.of(
                                new Line(
                                        "needed",
                                        one,
                                        years.stream()
                                                .map(year -> euros(year.one()))
                                                .toList()),
                                new Line(
                                        "realised",
                                        other,
                                        years.stream()
                                                .map(year -> euros(year.other()))
                                                .toList())));
        DataTable table = new DataTable(
                title,
                DataTable.Column.text(getTranslation("foundation.scenarios.after")),
                DataTable.Column.number(one),
                DataTable.Column.number(other));
        years.forEach(year ->
                table.row(name(year), formats().euros(year.one()), formats().euros(year.other())));
        addTable(table);
    }

    private String name(Year year) {
        return getTranslation("foundation.scenarios.year", year.number());
    }

    private static double euros(Money amount) {
        return amount.inEuros().doubleValue();
    }
}
