package nl.buurtbundel.foundation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import elemental.json.JsonValue;
import java.time.YearMonth;
import java.util.List;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.MoneyFlow.Certainty;
import nl.buurtbundel.foundation.ui.MoneyFlow.Flow;
import nl.buurtbundel.foundation.ui.MoneyFlow.Place;
import nl.buurtbundel.foundation.ui.MoneyFlow.Stage;
import nl.buurtbundel.foundation.ui.RangeBars.Comparison;
import nl.buurtbundel.foundation.ui.RangeBars.Range;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private final Range replaced =
            new Range(Money.parse("63771.88"), Money.parse("178561.25"), Money.parse("286973.44"));

    @Test
    void the_table_beside_the_bars_has_every_cent_that_the_drawing_rounds() {
        RangeBars bars = new RangeBars(
                "Title", "Summary", List.of(new Comparison("Part", replaced, Range.exactly(Money.parse("166665.44")))));

        Formats formats = bars.formats();
        assertThat(texts(bars))
                .contains(formats.euros(replaced.low()))
                .contains(formats.euros(replaced.likely()))
                .contains(formats.euros(replaced.high()))
                .contains(formats.euros(Money.parse("166665.44")));
    }

    @Test
    void the_summary_is_read_in_place_of_the_drawing() {
        RangeBars bars = new RangeBars("Title", "Twenty percent of today", List.of());

        Element drawing = bars.getElement().getChild(1);
        assertThat(drawing.getAttribute("role")).isEqualTo("img");
        assertThat(drawing.getAttribute("aria-label")).isEqualTo("Twenty percent of today");
    }

    @Test
    void a_range_out_of_order_is_refused() {
        assertThatThrownBy(() -> new Range(Money.ofEuros(2), Money.ofEuros(1), Money.ofEuros(3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void money_never_flows_back_or_stands_still() {
        Place budget = new Place(Stage.POOLED_BUDGET, "Pot");
        Place release = new Place(Stage.RELEASE, "Release");

        assertThatThrownBy(() -> new Flow(budget, release, Money.ofEuros(1), Certainty.REALISED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Flow(release, budget, Money.ZERO, Certainty.REALISED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_place_named_twice_in_a_flow_is_drawn_once() {
        Place budget = new Place(Stage.POOLED_BUDGET, "Pot");
        MoneyFlow flow = new MoneyFlow(
                "Title",
                "Summary",
                List.of(
                        new Flow(new Place(Stage.RELEASE, "A"), budget, Money.ofEuros(1), Certainty.REALISED),
                        new Flow(new Place(Stage.RELEASE, "B"), budget, Money.ofEuros(2), Certainty.PLANNED)));

        String nodes = data(flow, "nodes");
        assertThat(nodes).containsOnlyOnce("Pot").contains("\"A\"").contains("\"B\"");
    }

    @Test
    void what_is_not_known_yet_is_not_drawn_as_zero() {
        MonthLines lines = new MonthLines(
                "Title",
                "Summary",
                "Free",
                "May come free",
                List.of(new MonthLines.Month(YearMonth.of(2027, 1), Money.ofEuros(5), null, Money.ofEuros(7), null)));

        assertThat(data(lines, "lines")).contains("[null]").contains("[5");
        assertThat(texts(lines)).doesNotContain(lines.formats().euros(Money.ZERO));
    }

    @Test
    void a_class_without_a_name_in_the_legend_is_refused() {
        assertThatThrownBy(() -> new NeighbourhoodMap(
                        "Title",
                        "Summary",
                        "Value",
                        List.of("none", "low"),
                        "map",
                        "code",
                        "",
                        List.of(new NeighbourhoodMap.Area("BU1", "A", 2, "9", true))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_total_marks_the_cells_that_have_nothing_to_say() {
        DataTable table = new DataTable("Caption", DataTable.Column.text("One"), DataTable.Column.text("Two"))
                .row("", "")
                .total("Together", "");

        assertThat(table.getElement().getOuterHTML()).containsOnlyOnce("bb-nothing");
    }

    @Test
    void a_caption_that_repeats_its_heading_is_still_there_for_who_listens() {
        DataTable table = new DataTable("Caption", DataTable.Column.text("One")).belowItsHeading();

        assertThat(table.getElement().getOuterHTML()).contains("<caption class=\"bb-hidden\">Caption</caption>");
    }

    @Test
    void a_row_must_fit_the_columns_of_its_table() {
        DataTable table = new DataTable("Caption", DataTable.Column.text("One"), DataTable.Column.number("Two"));

        assertThatThrownBy(() -> table.row("only one")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String data(Component picture, String property) {
        return ((JsonValue) picture.getElement().getChild(1).getPropertyRaw(property)).toJson();
    }

    private static String texts(Component component) {
        return component.getElement().getTextRecursively();
    }
}
