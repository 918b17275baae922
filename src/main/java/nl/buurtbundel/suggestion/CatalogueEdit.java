package nl.buurtbundel.suggestion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.buurtbundel.catalogue.CatalogueItem;
import nl.buurtbundel.catalogue.Text;
import org.jspecify.annotations.Nullable;

/** A catalogue before and after one alternative is edited or added: the planner is asked with both. */
final class CatalogueEdit {
    private final List<CatalogueItem> before;
    private final List<CatalogueItem> after;
    private final CatalogueItem edited;

    CatalogueEdit(List<CatalogueItem> present, CatalogueItem edited) {
        this.before = List.copyOf(present);
        this.edited = edited;
        this.after = new ArrayList<>(present);
        after.removeIf(item -> item.alternative().id().equals(id()));
        after.add(edited);
    }

    /**
     * What changes in one neighbourhood: where the edited alternative is a suggestion now, or where another would be proposed.
     *
     * @param standing the suggestions that stand, oldest first
     */
    List<Change> changes(List<Sum> standing) {
        Map<String, Basis> bases = new LinkedHashMap<>();
        Map<String, Sum> suggested = new LinkedHashMap<>();
        for (Sum sum : standing) {
            bases.put(sum.basis().need(), sum.basis());
            if (sum.alternative().id().equals(id())) {
                suggested.put(sum.basis().need(), sum);
            }
        }
        Planning now = Planning.of(new ArrayList<>(bases.values()), before);
        Planning then = Planning.of(new ArrayList<>(bases.values()), after);
        List<Change> changes = new ArrayList<>();
        for (Basis basis : bases.values()) {
            Text proposedBefore = name(now.best(basis));
            Text proposedAfter = name(then.best(basis));
            boolean another = !id(now.best(basis)).equals(id(then.best(basis)));
            Sum present = suggested.get(basis.need());
            if (present != null || another) {
                changes.add(new Change(
                        basis.need(),
                        present != null ? Headline.of(present) : headline(now, basis, before),
                        headline(then, basis, after),
                        proposedBefore,
                        proposedAfter));
            }
        }
        return changes;
    }

    private @Nullable Headline headline(Planning planning, Basis basis, Collection<CatalogueItem> catalogue) {
        return catalogue.stream()
                .filter(item -> item.alternative().id().equals(id()))
                .filter(item -> item.alternative().serves(basis.need()))
                .findFirst()
                .map(item -> Headline.of(planning.sum(basis, item)))
                .orElse(null);
    }

    private String id() {
        return edited.alternative().id();
    }

    private static String id(Optional<Sum> best) {
        return best.map(sum -> sum.alternative().id()).orElse("");
    }

    private static @Nullable Text name(Optional<Sum> best) {
        return best.map(sum -> sum.alternative().name()).orElse(null);
    }

    /** What changes for one need. */
    record Change(
            String need,
            @Nullable Headline before,
            @Nullable Headline after,
            @Nullable Text proposedBefore,
            @Nullable Text proposedAfter) {}
}
