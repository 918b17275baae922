package nl.buurtbundel.assessment;

import java.net.URI;
import java.util.Locale;

/**
 * An article of law in our own short words, with the way to the official text.
 *
 * @param bwbId the law in the Basiswettenbestand, such as BWBR0035362
 * @param paragraph the paragraph (lid) that matters here, or empty
 * @param anchor where the article stands in the official text, or empty: then the link opens the law
 */
public record LawArticle(
        String bwbId, String law, String article, String paragraph, String anchor, String nl, String en) {

    public LawArticle {
        if (!bwbId.matches("BWBR\\d{7}") || law.isBlank() || article.isBlank() || nl.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("no article of law: " + bwbId + " " + article);
        }
    }

    /** How an answer or objection refers to it. */
    public ArticleReference reference() {
        return new ArticleReference(bwbId + ":" + article);
    }

    public String name(Locale locale) {
        String lid = "en".equals(locale.getLanguage()) ? " paragraph " : " lid ";
        return law + " art. " + article + (paragraph.isEmpty() ? "" : lid + paragraph);
    }

    public String words(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : nl;
    }

    public URI officialText() {
        return URI.create("https://wetten.overheid.nl/" + bwbId + (anchor.isEmpty() ? "" : "#" + anchor));
    }
}
