package nl.buurtbundel.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.ledger.Origin;

/** The way back of some money as one line, the last step first: each account and each booking on it can be followed. */
final class WayBackText {
    private WayBackText() {}

    static Set<String> references(List<Origin> origins) {
        Set<String> references = new HashSet<>();
        origins.stream()
                .flatMap(origin -> origin.steps().stream())
                .forEach(step -> references.addAll(List.of(
                        step.reference(), step.from().reference(), step.to().reference())));
        return references;
    }

    static Component of(Origin origin, AccountName names, Component page, Formats formats) {
        Span way = new Span();
        for (Origin.Step step : origin.steps()) {
            if (way.getElement().getChildCount() > 0) {
                way.add(" ← ");
            }
            way.add(
                    new Anchor(LedgerNavigation.account(step.fromAccount()), names.of(step.from())),
                    new Span(" ("),
                    new Anchor(
                            LedgerNavigation.transfer(step.transfer()),
                            page.getTranslation("ledger.transfer.number", formats.count(step.number()))),
                    new Span(page.getTranslation(
                            "ledger.trace.step",
                            formats.shortDate(step.on()),
                            names.reason(step.reason()),
                            names.reference(step.reference()))));
        }
        return way;
    }
}
