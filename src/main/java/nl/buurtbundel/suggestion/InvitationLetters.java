package nl.buurtbundel.suggestion;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.neighbourhood.AddressPlace;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * One page for each address of a neighbourhood, without a name: everybody gets the same letter, whether or not anybody there
 * gets support. A tagged PDF that a screen reader can read (PDF/UA).
 */
final class InvitationLetters {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    /** Laying out a document takes time by the square of its pages: short ones, put together, are many times faster. */
    private static final int BATCH = 50;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private InvitationLetters() {}

    /**
     * @param goesOn hears how many letters have been written, and says whether to go on
     * @return empty when it was stopped
     */
    static Optional<byte[]> write(
            Invitation invitation, String neighbourhood, Text idea, List<AddressPlace> addresses, IntPredicate goesOn) {
        PDFMergerUtility whole = new PDFMergerUtility();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int from = 0; from < addresses.size(); from += BATCH) {
            List<AddressPlace> some = addresses.subList(from, Math.min(from + BATCH, addresses.size()));
            whole.addSource(new RandomAccessReadBuffer(pdf(html(invitation, neighbourhood, idea, some))));
            if (!goesOn.test(from + some.size())) {
                return Optional.empty();
            }
        }
        whole.setDestinationStream(out);
        try {
            whole.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(out.toByteArray());
    }

    private static String html(Invitation invitation, String neighbourhood, Text idea, List<AddressPlace> addresses) {
        StringBuilder html = new StringBuilder("<html lang=\"nl\"><head><title>")
                .append(text("suggestion.letter.title", neighbourhood))
                .append("</title><meta name=\"subject\" content=\"")
                .append(text("suggestion.letter.title", neighbourhood))
                .append("\"/><style>@page{size:A4;margin:25mm}body{font-family:Letter;font-size:12pt;line-height:1.5}")
                .append("h1{font-size:16pt;font-weight:normal}.letter{page-break-after:always}")
                .append(".letter:last-child{page-break-after:auto}.address{margin-bottom:20mm}</style></head><body>");
        for (AddressPlace address : addresses) {
            page(html, invitation, neighbourhood, idea, address);
        }
        return html.append("</body></html>").toString();
    }

    private static void page(
            StringBuilder html, Invitation invitation, String neighbourhood, Text idea, AddressPlace address) {
        String day = Formats.of(Messages.DUTCH).date(invitation.at().toLocalDate());
        html.append("<div class=\"letter\"><p class=\"address\">")
                .append(text("suggestion.letter.to"))
                .append("<br/>")
                .append(escaped(address.postcode()))
                .append(' ')
                .append(address.houseNumber())
                .append("</p><h1>")
                .append(text("suggestion.letter.heading"))
                .append("</h1>");
        paragraph(html, text("suggestion.letter.why", neighbourhood));
        paragraph(html, text("suggestion.letter.idea", idea.nl()));
        paragraph(
                html,
                text("suggestion.letter.when", day, TIME.format(invitation.at().toLocalTime()), invitation.place()));
        paragraph(html, text("suggestion.letter.everybody"));
        paragraph(html, text("suggestion.letter.free"));
        paragraph(html, text("suggestion.letter.contact", invitation.contact()));
        paragraph(html, text("suggestion.letter.end"));
        html.append("</div>");
    }

    private static void paragraph(StringBuilder html, String text) {
        html.append("<p>").append(text).append("</p>");
    }

    private static String text(String key, Object... parameters) {
        return escaped(Messages.text(Messages.DUTCH, key, parameters));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("\\p{Cntrl}", " ");
    }

    private static byte[] pdf(String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(html, null);
        builder.useFont(InvitationLetters::font, "Letter", 400, FontStyle.NORMAL, true);
        builder.usePdfUaAccessibility(true);
        builder.useUriResolver((base, uri) -> null); // a letter fetches nothing
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream font() {
        InputStream font = PDFont.class.getResourceAsStream(FONT);
        if (font == null) {
            throw new IllegalStateException("no font for letters");
        }
        return font;
    }
}
