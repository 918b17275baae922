package nl.buurtbundel.provision;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * People moved, or the register says that they live in another household than was known. Fired once for a load, in its
 * transaction: whoever keeps a household by its number carries the change through.
 *
 * @param moves nobody twice, and nobody who stayed
 */
public record HouseholdsRegrouped(MunicipalityCode municipality, List<Move> moves) {
    public HouseholdsRegrouped {
        moves = List.copyOf(moves);
    }

    public Set<PersonId> persons() {
        return moves.stream().map(Move::person).collect(Collectors.toUnmodifiableSet());
    }

    /** Somebody went from one household to another. */
    public record Move(PersonId person, HouseholdId from, HouseholdId to) {}
}
