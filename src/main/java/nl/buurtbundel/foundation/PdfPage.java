package nl.buurtbundel.foundation;

import java.util.List;
import java.util.Locale;

/** A document of headings, paragraphs and tables, as the page from which {@link Pdf} makes it. All words come escaped. */
public final class PdfPage {
    private static final String STYLE = "@page{size:A4;margin:22mm}"
            + "body{font-family:" + Pdf.FONT + ";font-size:11pt;line-height:1.4;color:#000}"
            + "h1{font-size:18pt;font-weight:normal}h2{font-size:14pt;font-weight:normal;margin-top:7mm}"
            + "th,td{font-weight:normal;text-align:left;vertical-align:top}"
            + "table{width:100%;border-collapse:collapse;-fs-table-paginate:paginate}"
            + "th,td{border:0.3mm solid #555;padding:1.5mm}tr{page-break-inside:avoid}";

    private final StringBuilder html = new StringBuilder();

    /** @param title also the first heading */
    public PdfPage(Locale locale, String title) {
        html.append("<html lang=\"")
                .append(locale.getLanguage())
                .append("\"><head><title>")
                .append(title)
                .append("</title><meta name=\"subject\" content=\"")
                .append(title)
                .append("\"/><meta name=\"description\" content=\"")
                .append(title)
                .append("\"/><style>" + STYLE + "</style></head><body>");
        element("h1", title);
    }

    public void heading(String words) {
        element("h2", words);
    }

    public void paragraph(String words) {
        element("p", words);
    }

    /** Numbered, from 1. */
    public void items(List<String> items) {
        html.append("<ol>");
        items.forEach(words -> element("li", words));
        html.append("</ol>");
    }

    public void beginTable(String... columns) {
        html.append("<table><thead><tr>");
        for (String column : columns) {
            html.append("<th scope=\"col\">").append(column).append("</th>");
        }
        html.append("</tr></thead><tbody>");
    }

    /** @param first what the row is about */
    public void row(String first, String... others) {
        html.append("<tr><th scope=\"row\">").append(first).append("</th>");
        for (String cell : others) {
            element("td", cell);
        }
        html.append("</tr>");
    }

    public void endTable() {
        html.append("</tbody></table>");
    }

    public String html() {
        return html + "</body></html>";
    }

    private void element(String name, String words) {
        html.append('<')
                .append(name)
                .append('>')
                .append(words)
                .append("</")
                .append(name)
                .append('>');
    }
}
