package nl.buurtbundel.initiative;

import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * A decided plan in the public list.
 *
 * @param granted null after a refusal
 */
public record PublicPlan(
        InitiativeId id,
        NeighbourhoodCode neighbourhood,
        String title,
        String summary,
        Stage stage,
        @Nullable Money granted) {}
