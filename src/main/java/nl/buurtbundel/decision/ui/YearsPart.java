package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import nl.buurtbundel.decision.YearAhead;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.RangeBars;
import nl.buurtbundel.foundation.ui.RangeBars.Range;
import nl.buurtbundel.money.Money;

/** What a decision does to this year and the next ones: what is known, and beside it, marked, what is only expected. */
final class YearsPart extends Div {
    /** @param likely what comes free is what the idea tells as likely; else all that comes free if every household stops */
    YearsPart(DecisionTexts texts, List<YearAhead> years, boolean likely) {
        addClassName("bb-stack");
        add(new H2(texts.text("decision.years.title")), new Paragraph(texts.text("decision.years.how")));
        List<RangeBars.Comparison> known = years.stream()
                .flatMap(year -> year.findAdopted().stream().map(adopted -> comparison(year, adopted)))
                .toList();
        if (!known.isEmpty()) {
            add(new RangeBars(
                    texts.text("decision.years.picture"),
                    summary(texts, years),
                    texts.text("decision.years.adopted"),
                    texts.text("decision.years.promised"),
                    known));
        }
        add(table(texts, years, likely));
    }

    private static RangeBars.Comparison comparison(YearAhead year, Money adopted) {
        return new RangeBars.Comparison(year.year().toString(), Range.exactly(adopted), Range.exactly(year.promised()));
    }

    private static String summary(DecisionTexts texts, List<YearAhead> years) {
        return years.stream()
                .flatMap(year -> year.findLeft().stream()
                        .map(left -> texts.text(
                                "decision.years.left-in",
                                year.year().toString(),
                                texts.formats().euros(left))))
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private static String expected(DecisionTexts texts, YearAhead year, Money amount) {
        String euros = texts.formats().euros(amount);
        return year.findExpectedUntil()
                .map(last -> texts.text(
                        "decision.years.expected-until", euros, texts.formats().month(last)))
                .orElse(euros);
    }

    private static DataTable table(DecisionTexts texts, List<YearAhead> years, boolean likely) {
        String unknown = texts.text("decision.page.not-known");
        DataTable table = new DataTable(
                texts.text("decision.years.table"),
                DataTable.Column.text(texts.text("decision.cover.year")),
                DataTable.Column.number(texts.text("decision.years.granted")),
                DataTable.Column.number(texts.text("decision.years.going-on")),
                DataTable.Column.number(
                        texts.text(likely ? "decision.years.expected-likely" : "decision.years.expected")),
                DataTable.Column.number(texts.text("decision.years.left")));
        for (YearAhead year : years) {
            table.row(
                    year.year().toString(),
                    texts.formats().euros(year.granted()),
                    texts.formats().euros(year.goingOn()),
                    year.findExpectedRelease()
                            .map(amount -> expected(texts, year, amount))
                            .orElse(unknown),
                    year.findLeft()
                            .map(texts.formats()::euros)
                            .orElseGet(() -> texts.text("decision.years.not-adopted")));
        }
        return table;
    }
}
