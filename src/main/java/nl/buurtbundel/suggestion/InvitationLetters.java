package nl.buurtbundel.suggestion;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Pdf;
import nl.buurtbundel.neighbourhood.AddressPlace;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

/**
 * One page for each address of a neighbourhood, without a name: everybody gets the same letter, whether or not anybody there
 * gets support. A tagged PDF that a screen reader can read (PDF/UA).
 */
final class InvitationLetters {
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
            whole.addSource(new RandomAccessReadBuffer(Pdf.of(html(invitation, neighbourhood, idea, some))));
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
                .append("\"/><style>@page{size:A4;margin:25mm}body{font-family:" + Pdf.FONT
                        + ";font-size:12pt;line-height:1.5}")
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
                .append(Pdf.escaped(address.postcode()))
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
        return Pdf.escaped(Messages.text(Messages.DUTCH, key, parameters));
    }
}
