package nl.buurtbundel.intake;

import java.util.List;

/** One import with everything that was refused: file, line, field and why. */
public record ImportReport(ImportSummary summary, List<RefusedItem> refused) {

    public ImportReport {
        refused = List.copyOf(refused);
    }
}
