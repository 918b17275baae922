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
import java.util.Optional;
import nl.buurtbundel.catalogue.CatalogueItem;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * A sum as it was shown. What went in and what came out never changes; when either would, there is a next suggestion. Readers
 * outside the team get the same sum of what was published then, so that two suggestions never tell them of one household.
 */
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
    private @Nullable String published;

    protected Suggestion() {}

    /** @param published what stood behind the published numbers; null when these were not published */
    Suggestion(NeighbourhoodCode neighbourhood, Sum sum, @Nullable Basis published, Instant madeAt) {
        this.municipality = neighbourhood.municipality().value();
        this.neighbourhood = neighbourhood.value();
        this.need = sum.basis().need();
        this.alternative = sum.alternative().id();
        this.madeAt = madeAt.truncatedTo(ChronoUnit.MICROS);
        this.standing = true;
        this.document = RecordDocument.write(sum);
        this.published = published == null ? null : RecordDocument.write(published);
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

    /** The sum for readers outside the team; empty when what is spent was not published. */
    Optional<Sum> outside() {
        if (published == null) {
            return Optional.empty();
        }
        Sum sum = sum();
        return Optional.of(Calculation.of(
                RecordDocument.read(Basis.class, published),
                new CatalogueItem(sum.alternative(), sum.catalogueVersion(), madeAt),
                null));
    }

    /** Whether it says this, to the team and outside it. */
    boolean says(Sum sum, @Nullable Basis behindPublished) {
        Basis kept = published == null ? null : RecordDocument.read(Basis.class, published);
        return sum().saysTheSameAs(sum)
                && (kept == null || behindPublished == null
                        ? kept == behindPublished
                        : kept.on(behindPublished.day()).equals(behindPublished));
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

    BeganWith beganWith() {
        return new BeganWith(
                sum().alternative().startUp().years(),
                outside().map(this::compared).orElse(null));
    }

    DecisionGround ground() {
        Sum outside = outside().orElse(null);
        return DecisionGround.of(suggestionId(), madeAt, sum(), outside, outside == null ? null : compared(outside));
    }

    private BeganWith.Compared compared(Sum outside) {
        Headline headline = Headline.outside(outside);
        return new BeganWith.Compared(
                CostAgainstToday.of(headline),
                Idea.roundly(outside.likely().households()),
                headline.cost(),
                Idea.of(suggestionId(), neighbourhood(), outside).breakEven());
    }

    Idea idea() {
        return outside()
                .map(sum -> Idea.of(suggestionId(), neighbourhood(), sum))
                .orElseGet(() -> Idea.withoutSpend(suggestionId(), neighbourhood(), need, sum().alternative()));
    }
}
