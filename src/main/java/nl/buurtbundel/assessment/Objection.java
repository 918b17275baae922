package nl.buurtbundel.assessment;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody’s “not allowed”. Without an article it is a question and no refusal: it holds things up until its day and no
 * longer. With an article it holds until the article has been read and answered. An answer that it is really not allowed is about
 * one version of the plan. Who has the power to
 * deviate answers it by that: until the day of the deviation, if it has one.
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
    /** To what its kind asked back. */
    private @Nullable String reply;

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

    /** The version of the plan that the answer is about. */
    @Column(name = "answered_version")
    private @Nullable Integer answeredVersion;

    /** By which article the rule is not followed here; only of an answer that deviates. */
    @Column(name = "deviation_ground")
    private @Nullable String deviationGround;

    @Column(name = "deviation_until")
    private @Nullable LocalDate deviationUntil;

    /** What was answered about earlier versions of the plan. */
    @ElementCollection
    @CollectionTable(name = "objection_earlier_answer", joinColumns = @JoinColumn(name = "objection_id"))
    @OrderColumn(name = "place")
    private List<EarlierAnswer> earlier = new ArrayList<>();

    protected Objection() {}

    Objection(
            long initiative,
            NeighbourhoodCode neighbourhood,
            NewObjection said,
            Role office,
            UserId by,
            LocalDate today) {
        this.initiative = initiative;
        this.neighbourhood = neighbourhood.value();
        this.kind = said.kind();
        this.words = said.words();
        this.reply = said.reply();
        this.article = ArticleReference.textOf(said.article());
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

    /**
     * An answer reads the article: the one that was named, or the one that the objection turns out to be about.
     *
     * @param read null for the article that was named; where none was, only a yes to what is no question of law goes without
     * @param planVersion of the plan as it is now
     */
    void answer(
            ObjectionOutcome result,
            @Nullable ArticleReference read,
            String inPlainWords,
            int planVersion,
            UserId by,
            LocalDate today) {
        if (result == ObjectionOutcome.DEVIATED) {
            throw new IllegalArgumentException("only who breaks through deviates");
        }
        if (isAnsweredOn(today, planVersion)) {
            throw new Refusal("assessment.error.objection-answered");
        }
        String answer = PlainWords.require(inPlainWords, "assessment.error.answer-without-words");
        String about = read == null ? article : read.text();
        if (about == null && result == ObjectionOutcome.NOT_ALLOWED) {
            throw new Refusal("assessment.error.not-allowed-without-article");
        }
        if (about == null && kind.isAboutAnArticle()) {
            throw new Refusal("assessment.error.no-article");
        }
        put(result, about, null, answer, planVersion, by, today);
    }

    /**
     * The rule that was pointed at is not followed for this plan.
     *
     * @param planVersion of the plan as it is now
     * @throws Refusal when no article was named, and when it holds nothing up
     */
    void deviate(Deviation deviation, String why, int planVersion, UserId by, LocalDate today) {
        if (article == null) {
            throw new Refusal("assessment.error.no-article");
        }
        if (!blocksOn(today, planVersion)) {
            throw new Refusal("assessment.error.objection-answered");
        }
        String answer = PlainWords.require(why, "assessment.error.answer-without-words");
        put(ObjectionOutcome.DEVIATED, article, deviation, answer, planVersion, by, today);
    }

    private void put(
            ObjectionOutcome result,
            @Nullable String about,
            @Nullable Deviation deviation,
            String answer,
            int planVersion,
            UserId by,
            LocalDate today) {
        findAnswer().ifPresent(earlier::add);
        article = about;
        outcome = result;
        deviationGround = deviation == null ? null : deviation.ground().text();
        deviationUntil = deviation == null ? null : deviation.until();
        answerWords = answer;
        answeredVersion = planVersion;
        answeredBy = by.value();
        answeredOn = today;
    }

    /** A “not allowed” is about the plan as it was then, and a deviation holds until its day: after that it is asked again. */
    private boolean isAnsweredOn(LocalDate day, int planVersion) {
        if (outcome == null) {
            return false;
        }
        return switch (outcome) {
            case ALLOWED, ALLOWED_ON_CONDITION -> true;
            case NOT_ALLOWED -> answeredVersion != null && answeredVersion >= planVersion;
            case DEVIATED -> findDeviation().filter(one -> one.holdsOn(day)).isPresent();
        };
    }

    private Optional<Deviation> findDeviation() {
        return ArticleReference.find(deviationGround).map(ground -> new Deviation(ground, deviationUntil));
    }

    private Optional<EarlierAnswer> findAnswer() {
        return outcome == null || answerWords == null || answeredBy == null || answeredOn == null
                ? Optional.empty()
                : Optional.of(new EarlierAnswer(outcome, article, answerWords, answeredBy, answeredOn));
    }

    /** @param planVersion of the plan as it is now */
    ObjectionState stateOn(LocalDate day, int planVersion) {
        if (outcome != null) {
            return isAnsweredOn(day, planVersion) ? ObjectionState.ANSWERED : ObjectionState.ASKED_AGAIN;
        }
        return day.isAfter(answerBy) ? ObjectionState.OVERDUE : ObjectionState.OPEN;
    }

    /** @param planVersion of the plan as it is now */
    boolean blocksOn(LocalDate day, int planVersion) {
        return switch (stateOn(day, planVersion)) {
            case ANSWERED -> outcome == ObjectionOutcome.NOT_ALLOWED;
            case OPEN, ASKED_AGAIN -> true;
            case OVERDUE -> article != null;
        };
    }

    /** Everybody who answered it, for whichever version of the plan. */
    Set<UserId> answeredBy() {
        return answers().map(EarlierAnswer::by).collect(Collectors.toSet());
    }

    /** What was answered before the answer that stands for the plan as it is now. */
    List<ObjectionAnswer> earlier(LocalDate day, int planVersion) {
        return (isAnsweredOn(day, planVersion) ? earlier.stream() : answers())
                .map(EarlierAnswer::view)
                .toList();
    }

    private Stream<EarlierAnswer> answers() {
        return Stream.concat(earlier.stream(), findAnswer().stream());
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

    /** @param planVersion of the plan as it is now */
    ObjectionView on(LocalDate day, int planVersion) {
        boolean answered = isAnsweredOn(day, planVersion);
        return new ObjectionView(
                new ObjectionId(id),
                version,
                kind,
                words,
                reply,
                ArticleReference.ofNullable(article),
                office,
                raisedOn,
                answerBy,
                stateOn(day, planVersion),
                earlier(day, planVersion),
                blocksOn(day, planVersion),
                answered ? outcome : null,
                answered ? answerWords : null,
                answered ? answeredOn : null,
                findDeviation().orElse(null));
    }

    private void requireUnanswered() {
        if (outcome != null) {
            throw new Refusal("assessment.error.objection-answered");
        }
    }
}
