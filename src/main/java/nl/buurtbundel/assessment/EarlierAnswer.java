package nl.buurtbundel.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import nl.buurtbundel.access.UserId;
import org.jspecify.annotations.Nullable;

/** What was answered to an objection. It stays on record when a changed plan is answered anew. */
@Embeddable
class EarlierAnswer {
    @Enumerated(EnumType.STRING)
    private ObjectionOutcome outcome;

    private @Nullable String article;

    @Column(name = "answer_words")
    private String answerWords;

    @Column(name = "answered_by")
    private long answeredBy;

    @Column(name = "answered_on")
    private LocalDate answeredOn;

    protected EarlierAnswer() {}

    EarlierAnswer(
            ObjectionOutcome outcome,
            @Nullable String article,
            String answerWords,
            long answeredBy,
            LocalDate answeredOn) {
        this.outcome = outcome;
        this.article = article;
        this.answerWords = answerWords;
        this.answeredBy = answeredBy;
        this.answeredOn = answeredOn;
    }

    UserId by() {
        return new UserId(answeredBy);
    }

    ObjectionAnswer view() {
        return new ObjectionAnswer(answeredOn, outcome, ArticleReference.ofNullable(article), answerWords);
    }
}
