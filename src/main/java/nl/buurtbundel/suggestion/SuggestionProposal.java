package nl.buurtbundel.suggestion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** From when on a suggestion was the best that we could propose for its need, until the next one. Never changed. */
@Entity
@Table(name = "suggestion_proposal")
class SuggestionProposal {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "suggestion_proposal")
    @SequenceGenerator(name = "suggestion_proposal", sequenceName = "suggestion_proposal_seq", allocationSize = 50)
    private Long id;

    private long suggestion;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    protected SuggestionProposal() {}

    SuggestionProposal(SuggestionId suggestion, Instant proposedAt) {
        this.suggestion = suggestion.value();
        this.proposedAt = proposedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
