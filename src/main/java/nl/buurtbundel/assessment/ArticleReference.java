package nl.buurtbundel.assessment;

import java.util.Optional;
import java.util.regex.Pattern;
import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which article somebody points at: the key of one that {@link LawArticles} knows, or another law in words (“Wet
 * kinderopvang, artikel 1.50”). A number without its law points at nothing, nor does a law without a number.
 */
public record ArticleReference(String text) {
    private static final int MAXIMUM_LENGTH = 200;
    private static final Pattern LAW = Pattern.compile("\\p{L}{2}");

    /** Words that stand around the number of an article whatever the law. */
    private static final Pattern NOT_A_LAW = Pattern.compile(
            "(?i)\\b(art|artt|artikel|artikelen|article|articles|lid|leden|paragraph|onder|sub|van|de|het|of|the)\\b");

    public ArticleReference {
        text = text.strip();
        if (!isArticle(text)) {
            throw new Refusal("assessment.error.no-article");
        }
    }

    public static boolean isArticle(String text) {
        String rest = NOT_A_LAW.matcher(text).replaceAll(" ");
        return text.length() <= MAXIMUM_LENGTH
                && text.chars().anyMatch(Character::isDigit)
                && LAW.matcher(rest).find();
    }

    /** Nothing typed is no article. */
    public static Optional<ArticleReference> find(@Nullable String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(new ArticleReference(text));
    }

    static @Nullable ArticleReference ofNullable(@Nullable String text) {
        return find(text).orElse(null);
    }

    static @Nullable String textOf(@Nullable ArticleReference article) {
        return article == null ? null : article.text;
    }
}
