package nl.buurtbundel.release;

import java.util.List;
import nl.buurtbundel.foundation.Sheet;

/** A change order as a table for the back office. Only what still stands is in it. */
final class ChangeOrderSheet {
    /** In words beside the code, so that no spreadsheet takes the zero away. */
    private static final String REASON = ChangeOrderView.REASON + " Herbeoordeling: verkorting toewijzing";

    private ChangeOrderSheet() {}

    static Sheet of(ChangeOrderView order) {
        Sheet sheet = new Sheet(
                "Wijzigingsopdracht " + order.id().value(),
                List.of("wet", "toewijzingsnummer", "product", "huidige einddatum", "nieuwe einddatum", "reden"));
        for (ChangeOrderView.Line line : order.lines()) {
            if (line.stands()) {
                sheet.row(
                        line.number().law().lawName(),
                        line.number().value(),
                        product(line),
                        line.currentEnd() == null ? "" : line.currentEnd(),
                        line.newEnd(),
                        REASON);
            }
        }
        return sheet;
    }

    private static String product(ChangeOrderView.Line line) {
        return line.productCode() == null && line.category() != null ? "categorie " + line.category() : line.product();
    }
}
