package nl.buurtbundel.suggestion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** A sum as it was shown. What went in and what came out never changes; when either would, there is a next suggestion. */
@Entity
class Suggestion {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "suggestion")
    @SequenceGenerator(name = "suggestion", sequenceName = "suggestion_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;
    private String neighbourhood;
    private String need;
    private String alternative;

    @Column(name = "made_at")
    private Instant madeAt;

    private boolean standing;

    @Column(name = "invited_on")
    private @Nullable LocalDate invitedOn;

    private String document;

    protected Suggestion() {}

    Suggestion(NeighbourhoodCode neighbourhood, Sum sum, Instant madeAt) {
        this.municipality = neighbourhood.municipality().value();
        this.neighbourhood = neighbourhood.value();
        this.need = sum.basis().need();
        this.alternative = sum.alternative().id();
        this.madeAt = madeAt.truncatedTo(ChronoUnit.MICROS);
        this.standing = true;
        this.document = RecordDocument.write(sum);
    }

    SuggestionId suggestionId() {
        return new SuggestionId(id);
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    Sum sum() {
        return RecordDocument.read(Sum.class, document);
    }

    String need() {
        return need;
    }

    String alternative() {
        return alternative;
    }

    Instant madeAt() {
        return madeAt;
    }

    boolean isCurrent() {
        return standing;
    }

    @Nullable
    LocalDate invitedOn() {
        return invitedOn;
    }

    void replaced() {
        standing = false;
    }

    /** The first invitation counts. */
    void invited(LocalDate day) {
        if (invitedOn == null) {
            invitedOn = day;
        }
    }

    LikelyRelease likelyRelease(boolean rounded) {
        return LikelyRelease.of(suggestionId(), sum(), rounded);
    }

    Idea idea() {
        return Idea.of(suggestionId(), neighbourhood(), sum());
    }
}
