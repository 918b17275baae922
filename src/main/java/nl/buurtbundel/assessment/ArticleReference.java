package nl.buurtbundel.assessment;

import java.util.Optional;
import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which article somebody points at: the key of one that {@link LawArticles} knows, or another law in words (“Wet
 * kinderopvang, artikel 1.50”). A reference without a number points at nothing.
 */
public record ArticleReference(String text) {
    private static final int MAXIMUM_LENGTH = 200;

    public ArticleReference {
        text = text.strip();
        if (!isArticle(text)) {
            throw new Refusal("assessment.error.no-article");
        }
    }

    public static boolean isArticle(String text) {
        return text.length() <= MAXIMUM_LENGTH && text.chars().anyMatch(Character::isDigit);
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
