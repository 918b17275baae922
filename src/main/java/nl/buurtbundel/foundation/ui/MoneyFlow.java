package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.money.Money;

/**
 * Where money comes from and where it goes: task fields, what is released or pre-financed, the pooled budget, the
 * initiatives. What is planned is hatched and named so: a forecast must never look like money that is there.
 */
@Tag("figure")
@JsModule("./foundation/money-flow.ts")
public final class MoneyFlow extends Picture {

    /** The four columns, from left to right. */
    public enum Stage {
        TASK_FIELD,
        RELEASE,
        POOLED_BUDGET,
        INITIATIVE
    }

    public enum Certainty {
        PLANNED,
        REALISED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A task field, a release, a pooled budget or an initiative; two places with the same stage and name are one. */
    public record Place(Stage stage, String name) implements Serializable {}

    public record Flow(Place from, Place to, Money amount, Certainty certainty) implements Serializable {

        public Flow {
            if (from.stage().compareTo(to.stage()) >= 0) {
                throw new IllegalArgumentException("money does not flow from " + from + " to " + to);
            }
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("no flow without an amount: " + amount);
            }
        }
    }

    private record Node(int stage, String name) implements Serializable {}

    private record Link(int from, int to, double amount, String text, String certainty) implements Serializable {}

    public MoneyFlow(String title, String summary, List<Flow> flows) {
        super(title, summary, "bb-money-flow");
        Formats formats = formats();
        Map<Place, Integer> places = new LinkedHashMap<>();
        flows.stream()
                .flatMap(flow -> Stream.of(flow.from(), flow.to()))
                .forEach(place -> places.putIfAbsent(place, places.size()));
        drawing()
                .setPropertyList(
                        "stages",
                        Stream.of(Stage.values())
                                .map(stage -> getTranslation("foundation.flow.stage." + Messages.word(stage)))
                                .toList())
                .setProperty("plannedName", word(Certainty.PLANNED))
                .setProperty("realisedName", word(Certainty.REALISED))
                .setPropertyList(
                        "nodes",
                        places.keySet().stream()
                                .map(place -> new Node(place.stage().ordinal(), place.name()))
                                .toList())
                .setPropertyList(
                        "links",
                        flows.stream()
                                .map(flow -> new Link(
                                        places.getOrDefault(flow.from(), 0),
                                        places.getOrDefault(flow.to(), 0),
                                        flow.amount().inEuros().doubleValue(),
                                        formats.wholeEuros(flow.amount()),
                                        flow.certainty().key()))
                                .toList());
        DataTable table = new DataTable(
                title,
                DataTable.Column.text(getTranslation("foundation.flow.from")),
                DataTable.Column.text(getTranslation("foundation.flow.to")),
                DataTable.Column.text(getTranslation("foundation.flow.certainty")),
                DataTable.Column.number(getTranslation("foundation.flow.amount")));
        flows.forEach(flow ->
                table.row(flow.from().name(), flow.to().name(), word(flow.certainty()), formats.euros(flow.amount())));
        addTable(table);
    }

    private String word(Certainty certainty) {
        return getTranslation("foundation.flow." + certainty.key());
    }
}
