package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.buurtbundel.foundation.Sheet;

/** A table to take along, as CSV or for a spreadsheet. What is in it is asked when it is downloaded, with the rights of then. */
public final class SheetDownload extends Span {
    private static final String CSV = "text/csv; charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * @param what is in it, in words, for who listens
     * @param file its name without what comes after the dot
     */
    public SheetDownload(String what, String file, Supplier<Sheet> sheet) {
        addClassName("bb-download");
        add(
                link("foundation.download.csv", what, file + ".csv", CSV, sheet, Sheet::toCsv),
                new Span(" · "),
                link("foundation.download.xlsx", what, file + ".xlsx", XLSX, sheet, Sheet::toXlsx));
    }

    private Anchor link(
            String key,
            String what,
            String file,
            String contentType,
            Supplier<Sheet> sheet,
            Function<Sheet, byte[]> format) {
        DownloadHandler handler = event -> Download.send(event, file, contentType, format.apply(sheet.get()));
        Anchor anchor = new Anchor(handler, getTranslation(key));
        anchor.getElement().setAttribute("aria-label", getTranslation(key) + ": " + what);
        return anchor;
    }
}
