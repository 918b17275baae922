package nl.buurtbundel.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a helper sees of another’s own file: the parts that were chosen.
 *
 * @param of who shares it
 * @param plan null where it was not chosen, or none is kept
 * @param childrensHelp of children for whom the parents still decide
 * @param looks of the newest month in which somebody looked
 */
public record SharedFile(
        String of,
        LocalDate lastDay,
        Set<FilePart> parts,
        List<OwnFile.Help> help,
        List<OwnFile.Letters> letters,
        OwnFile.Looks looks,
        @Nullable BreakthroughPlan plan,
        List<OwnFile.Help> childrensHelp) {
    public SharedFile {
        parts = Set.copyOf(parts);
        help = List.copyOf(help);
        letters = List.copyOf(letters);
        childrensHelp = List.copyOf(childrensHelp);
    }
}
