package nl.buurtbundel.budget.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.ledger.ui.ReferenceNames;

/** The plans behind the references of the ledger: their names, and the page of their money. */
final class PlanNames {
    private PlanNames() {}

    /** By reference; without those that are no plan. */
    static Map<String, String> of(Initiatives initiatives, Collection<String> references) {
        Map<String, String> names = new HashMap<>();
        initiatives
                .listInBrief(references.stream()
                        .distinct()
                        .flatMap(reference -> InitiativeId.find(reference).stream())
                        .toList())
                .forEach((id, plan) -> names.put(id.reference(), plan.title()));
        return names;
    }

    /** By reference; what is no plan is told in words of the ledger. */
    static Map<String, String> of(Component page, Initiatives initiatives, Collection<String> references) {
        Map<String, String> names = new HashMap<>(of(initiatives, references));
        references.forEach(reference -> {
            if (InitiativeId.find(reference).isEmpty()) {
                names.put(reference, ReferenceNames.words(page, reference));
            }
        });
        return names;
    }

    static Optional<String> path(String reference) {
        return InitiativeId.find(reference).map(plan -> BudgetNavigation.pooledBudget(plan.value()));
    }

    static Component link(String reference, Map<String, String> names) {
        String name = names.getOrDefault(reference, reference);
        return path(reference).<Component>map(path -> new Anchor(path, name)).orElseGet(() -> new Span(name));
    }
}
