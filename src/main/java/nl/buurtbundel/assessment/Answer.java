package nl.buurtbundel.assessment;

import java.util.Optional;
import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to one question of the reverse test.
 *
 * @param article for the legal ground alone: the article that carries the plan, or the one that stands in the way
 * @param consequences for the consequences alone; null where they were answered before they were asked one by one
 */
public record Answer(
        Question question,
        boolean holds,
        String reasoning,
        @Nullable ArticleReference article,
        @Nullable Consequences consequences) {

    public Answer {
        reasoning = PlainWords.require(reasoning, "assessment.error.reasoning-missing");
        if (article != null && !question.isLast()) {
            throw new IllegalArgumentException("the law comes last, not at " + question);
        }
        if (consequences != null && question != Question.CONSEQUENCES) {
            throw new IllegalArgumentException("consequences come third, not at " + question);
        }
        if (article == null && question.isLast()) {
            throw new Refusal(
                    holds
                            ? "assessment.error.legal-ground-without-article"
                            : "assessment.error.not-allowed-without-article");
        }
    }

    /** An answer to any question but that after the consequences. */
    public Answer(Question question, boolean holds, String reasoning, @Nullable ArticleReference article) {
        this(question, holds, reasoning, article, null);
    }

    /** @throws Refusal if a part of the question was skipped */
    void requireWhole() {
        if (question == Question.CONSEQUENCES && consequences == null) {
            throw new Refusal("assessment.error.consequence-missing");
        }
    }

    public Optional<Consequences> findConsequences() {
        return Optional.ofNullable(consequences);
    }

    public Optional<ArticleReference> findArticle() {
        return Optional.ofNullable(article);
    }
}
