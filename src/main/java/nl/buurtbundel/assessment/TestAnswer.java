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
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.access.UserId;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "assessment_answer")
class TestAnswer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "assessment_answer")
    @SequenceGenerator(name = "assessment_answer", sequenceName = "assessment_answer_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "assessment_id")
    private Assessment assessment;

    /** The place in the walk over all rounds, from 0. */
    private int place;

    @Enumerated(EnumType.STRING)
    private Question question;

    private boolean holds;
    private String reasoning;
    private @Nullable String article;

    /** None for any question but the third, and for answers from before they were asked. */
    @ElementCollection
    @CollectionTable(name = "assessment_consequence", joinColumns = @JoinColumn(name = "answer_id"))
    private List<ConsequencePart> consequences = new ArrayList<>();

    @Column(name = "answered_by")
    private long answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected TestAnswer() {}

    TestAnswer(Assessment assessment, int place, Answer answer, UserId by, Instant at) {
        this.assessment = assessment;
        this.place = place;
        this.question = answer.question();
        this.holds = answer.holds();
        this.reasoning = answer.reasoning();
        this.article = ArticleReference.textOf(answer.article());
        answer.findConsequences()
                .ifPresent(found -> found.all().forEach(one -> consequences.add(new ConsequencePart(one))));
        this.answeredBy = by.value();
        this.answeredAt = at;
    }

    Answer answer() {
        return new Answer(question, holds, reasoning, ArticleReference.ofNullable(article), consequences());
    }

    private @Nullable Consequences consequences() {
        return question != Question.CONSEQUENCES || consequences.isEmpty()
                ? null
                : Consequences.of(
                        consequences.stream().map(ConsequencePart::view).toList());
    }

    UserId by() {
        return new UserId(answeredBy);
    }

    Instant at() {
        return answeredAt;
    }
}
