package nl.buurtbundel.assessment;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.buurtbundel.foundation.ProductTable;

/** The articles that people here run into, from {@code law/articles.csv}. Add a line there to know one more. */
public final class LawArticles {
    private static final Map<String, LawArticle> ARTICLES = load();

    private LawArticles() {}

    public static List<LawArticle> list() {
        return List.copyOf(ARTICLES.values());
    }

    /** Empty for an article of another law: that one is known by its words only. */
    public static Optional<LawArticle> find(ArticleReference reference) {
        return Optional.ofNullable(ARTICLES.get(reference.text()));
    }

    /** The one known article with this number, for who types only that; empty if several laws have it. */
    public static Optional<LawArticle> findByNumber(String number) {
        List<LawArticle> found = ARTICLES.values().stream()
                .filter(article -> article.article().equals(number.strip()))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The article that is written as law and number, such as “Jeugdwet art. 2.9”. */
    public static Optional<LawArticle> findByName(String written) {
        return ARTICLES.values().stream()
                .filter(article -> written.equals(article.law() + " art. " + article.article()))
                .findFirst();
    }

    /** How people call it. */
    public static String name(ArticleReference reference, Locale locale) {
        return find(reference).map(article -> article.name(locale)).orElse(reference.text());
    }

    private static Map<String, LawArticle> load() {
        Map<String, LawArticle> articles = new LinkedHashMap<>();
        for (LawArticle article : ProductTable.read("law/articles.csv", LawArticles::article)) {
            if (articles.put(article.reference().text(), article) != null) {
                throw new IllegalStateException("twice in law/articles.csv: " + article.reference());
            }
        }
        return articles;
    }

    private static LawArticle article(NamedCsvRecord line) {
        return new LawArticle(
                line.getField("bwb"),
                line.getField("law"),
                line.getField("article"),
                line.getField("paragraph"),
                line.getField("anchor"),
                line.getField("nl"),
                line.getField("en"));
    }
}
