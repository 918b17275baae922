package nl.buurtbundel.opportunity;

import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/** What may be seen of a number outside the team: rounded, or nothing at all. Null is never zero. */
public record PublishedCell(
        @Nullable Integer households, @Nullable Money amount) {
    static final PublishedCell NOTHING = new PublishedCell(null, null);
}
