package nl.buurtbundel.assessment;

import java.util.Optional;
import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to one question of the reverse test.
 *
 * @param article for the legal ground alone: the article that carries the plan, or the one that stands in the way
 */
public record Answer(
        Question question,
        boolean holds,
        String reasoning,
        @Nullable ArticleReference article) {

    public Answer {
        reasoning = PlainWords.require(reasoning, "assessment.error.reasoning-missing");
        if (article != null && !question.isLast()) {
            throw new IllegalArgumentException("the law comes last, not at " + question);
        }
        if (article == null && question.isLast()) {
            throw new Refusal(
                    holds
                            ? "assessment.error.legal-ground-without-article"
                            : "assessment.error.not-allowed-without-article");
        }
    }

    public Optional<ArticleReference> findArticle() {
        return Optional.ofNullable(article);
    }
}
