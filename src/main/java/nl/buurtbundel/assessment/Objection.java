package nl.buurtbundel.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody’s “not allowed”. Without an article it is a question and no refusal: it holds things up until its day and no
 * longer. With an article it holds until the article has been read and answered.
 */
@Entity
class Objection {
    static final int DAYS_TO_ANSWER = 14;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "objection")
    @SequenceGenerator(name = "objection", sequenceName = "objection_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;
    private String neighbourhood;

    @Enumerated(EnumType.STRING)
    private ObjectionKind kind;

    private String words;
    private @Nullable String article;

    @Enumerated(EnumType.STRING)
    private Role office;

    @Column(name = "raised_by")
    private long raisedBy;

    @Column(name = "raised_on")
    private LocalDate raisedOn;

    @Column(name = "answer_by")
    private LocalDate answerBy;

    @Enumerated(EnumType.STRING)
    private @Nullable ObjectionOutcome outcome;

    @Column(name = "answer_words")
    private @Nullable String answerWords;

    @Column(name = "answered_by")
    private @Nullable Long answeredBy;

    @Column(name = "answered_on")
    private @Nullable LocalDate answeredOn;

    protected Objection() {}

    Objection(
            long initiative,
            NeighbourhoodCode neighbourhood,
            ObjectionKind kind,
            String words,
            @Nullable ArticleReference article,
            Role office,
            UserId by,
            LocalDate today) {
        this.initiative = initiative;
        this.neighbourhood = neighbourhood.value();
        this.kind = kind;
        this.words = PlainWords.require(words, "assessment.error.objection-without-words");
        this.article = ArticleReference.textOf(article);
        this.office = office;
        this.raisedBy = by.value();
        this.raisedOn = today;
        this.answerBy = ObjectionView.answerBy(today);
    }

    /** The office that said “not allowed” names the article after all. */
    void nameArticle(ArticleReference named) {
        requireUnanswered();
        article = named.text();
    }

    /** An answer reads the article: the one that was named, or the one that the objection turns out to be about. */
    void answer(ObjectionOutcome result, ArticleReference read, String inPlainWords, UserId by, LocalDate today) {
        requireUnanswered();
        answerWords = PlainWords.require(inPlainWords, "assessment.error.answer-without-words");
        article = read.text();
        outcome = result;
        answeredBy = by.value();
        answeredOn = today;
    }

    ObjectionState stateOn(LocalDate day) {
        if (outcome != null) {
            return ObjectionState.ANSWERED;
        }
        return day.isAfter(answerBy) ? ObjectionState.OVERDUE : ObjectionState.OPEN;
    }

    boolean blocksOn(LocalDate day) {
        return switch (stateOn(day)) {
            case ANSWERED -> outcome == ObjectionOutcome.NOT_ALLOWED;
            case OPEN -> true;
            case OVERDUE -> article != null;
        };
    }

    @Nullable
    UserId answeredBy() {
        return answeredBy == null ? null : new UserId(answeredBy);
    }

    long initiative() {
        return initiative;
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    Long id() {
        return id;
    }

    int version() {
        return version;
    }

    ObjectionView on(LocalDate day) {
        return new ObjectionView(
                new ObjectionId(id),
                version,
                kind,
                words,
                ArticleReference.ofNullable(article),
                office,
                raisedOn,
                answerBy,
                stateOn(day),
                blocksOn(day),
                outcome,
                answerWords,
                answeredOn);
    }

    private void requireUnanswered() {
        if (outcome != null) {
            throw new Refusal("assessment.error.objection-answered");
        }
    }
}
