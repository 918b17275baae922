package nl.buurtbundel.foundation;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Makes a tagged PDF (PDF/UA) of a page of HTML, which fetches nothing from anywhere. */
public final class Pdf {
    /** What the page calls its letter: the only one that there is, embedded. */
    public static final String FONT = "Document";

    private static final String FONT_FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Pdf() {}

    public static byte[] of(String html) {
        return write(builder(html));
    }

    /** To be kept for ever: PDF/A-2a as well. */
    public static byte[] toKeep(String html) {
        PdfRendererBuilder builder = builder(html);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        return write(builder);
    }

    /** A text as it may stand in the page. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("\\p{Cntrl}", " ");
    }

    private static PdfRendererBuilder builder(String html) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(html, null);
        builder.useFont(Pdf::font, FONT, 400, FontStyle.NORMAL, true);
        builder.usePdfUaAccessibility(true);
        builder.useUriResolver((base, uri) -> null);
        return builder;
    }

    private static byte[] write(PdfRendererBuilder builder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream font() {
        InputStream font = PDFont.class.getResourceAsStream(FONT_FILE);
        if (font == null) {
            throw new IllegalStateException("no font for documents");
        }
        return font;
    }
}
