package nl.buurtbundel.assessment;

import java.util.Optional;
import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to one question of the reverse test.
 *
 * @param article for a yes on the legal ground: the article that carries the plan. For a no: the one in the way, if known
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
        if (article == null && question.isLast() && holds) {
            throw new Refusal("assessment.error.legal-ground-without-article");
        }
    }

    public Optional<ArticleReference> findArticle() {
        return Optional.ofNullable(article);
    }
}
