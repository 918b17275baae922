package nl.buurtbundel.intake;

import java.util.List;

/**
 * One import with what was refused: file, line, field and why.
 *
 * @param refused in the order of file and line, as many as a page can bear
 * @param refusedInAll how many there are
 */
public record ImportReport(ImportSummary summary, List<RefusedItem> refused, long refusedInAll) {

    public ImportReport {
        refused = List.copyOf(refused);
    }
}
