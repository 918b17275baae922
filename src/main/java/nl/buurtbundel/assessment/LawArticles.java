package nl.buurtbundel.assessment;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

    /** How people call it. */
    public static String name(ArticleReference reference, Locale locale) {
        return find(reference).map(article -> article.name(locale)).orElse(reference.text());
    }

    private static Map<String, LawArticle> load() {
        Map<String, LawArticle> articles = new LinkedHashMap<>();
        try (InputStream in = LawArticles.class.getResourceAsStream("/law/articles.csv")) {
            if (in == null) {
                throw new IllegalStateException("law/articles.csv is missing");
            }
            try (CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                    .fieldSeparator(';')
                    .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (NamedCsvRecord line : lines) {
                    LawArticle article = new LawArticle(
                            line.getField("bwb"),
                            line.getField("law"),
                            line.getField("article"),
                            line.getField("paragraph"),
                            line.getField("anchor"),
                            line.getField("nl"),
                            line.getField("en"));
                    if (articles.put(article.reference().text(), article) != null) {
                        throw new IllegalStateException("twice in law/articles.csv: " + article.reference());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return articles;
    }
}
