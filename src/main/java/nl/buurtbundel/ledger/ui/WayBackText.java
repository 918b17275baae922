package nl.buurtbundel.ledger.ui;

import com.vaadin.flow.component.Component;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.ledger.Origin;

/** The way back of some money as one line, the last step first. */
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

    static String of(Origin origin, AccountName names, Component page, Formats formats) {
        return origin.steps().stream()
                .map(step -> page.getTranslation(
                        "ledger.trace.step",
                        names.of(step.from()),
                        formats.shortDate(step.on()),
                        names.reason(step.reason()),
                        names.reference(step.reference())))
                .collect(Collectors.joining(" ← "));
    }
}
