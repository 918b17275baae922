package nl.buurtbundel.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a helper sees of another’s own file: the parts that were chosen, and nothing of children.
 *
 * @param of who shares it
 * @param looks of the newest month in which somebody looked
 */
public record SharedFile(
        String of,
        LocalDate lastDay,
        Set<FilePart> parts,
        List<OwnFile.Help> help,
        List<OwnFile.Letters> letters,
        OwnFile.Looks looks) {
    public SharedFile {
        parts = Set.copyOf(parts);
        help = List.copyOf(help);
        letters = List.copyOf(letters);
    }
}
