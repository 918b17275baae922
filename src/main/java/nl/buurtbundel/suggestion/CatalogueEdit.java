package nl.buurtbundel.suggestion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
     * @param published what everybody outside the team may know of the needs. Nothing else goes in: whoever edits may ask as
     *     often as they like, with any price, and would find any exact number that has a say in the answer
     * @param suggested the needs for which the edited alternative is a suggestion now
     */
    List<Change> changes(List<Basis> published, Set<String> suggested) {
        Planning now = Planning.of(published, before);
        Planning then = Planning.of(published, after);
        List<Change> changes = new ArrayList<>();
        for (Basis basis : published) {
            Text proposedBefore = name(now.best(basis));
            Text proposedAfter = name(then.best(basis));
            boolean another = !id(now.best(basis)).equals(id(then.best(basis)));
            if (suggested.contains(basis.need()) || another) {
                changes.add(new Change(
                        basis.need(),
                        headline(now, basis, before),
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
                .map(item -> Headline.outside(planning.sum(basis, item)))
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

    /** What changes for one need, as the administrator may see it, who sees no files. */
    record Change(
            String need,
            @Nullable Headline before,
            @Nullable Headline after,
            @Nullable Text proposedBefore,
            @Nullable Text proposedAfter) {}
}
