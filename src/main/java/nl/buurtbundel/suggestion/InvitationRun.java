package nl.buurtbundel.suggestion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/** The making of the letters of one invitation, on whatever machine it runs, and until when the result is kept. */
@Entity
@Table(name = "invitation_run")
class InvitationRun {
    static final Duration KEPT = Duration.ofDays(1);
    /** Fifty letters take about a second: a run that shows no life for so long has lost its process. */
    private static final Duration LIFELESS = Duration.ofMinutes(3);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invitation_run")
    @SequenceGenerator(name = "invitation_run", sequenceName = "invitation_run_seq", allocationSize = 50)
    private Long id;

    private long suggestion;

    @Column(name = "asked_by")
    private long askedBy;

    @Column(name = "meets_at")
    private LocalDateTime meetsAt;

    private String place;
    private String contact;

    @Enumerated(EnumType.STRING)
    private LettersState state = LettersState.RUNNING;

    @Column(name = "cancel_asked")
    private boolean cancelAsked;

    private int addresses;
    private int written;

    @Column(name = "alive_at")
    private Instant aliveAt;

    @Column(name = "ready_at")
    private @Nullable Instant readyAt;

    protected InvitationRun() {}

    InvitationRun(SuggestionId suggestion, Invitation invitation, UserId askedBy, int addresses, Instant now) {
        this.suggestion = suggestion.value();
        this.askedBy = askedBy.value();
        this.meetsAt = invitation.at();
        this.place = invitation.place();
        this.contact = invitation.contact();
        this.addresses = addresses;
        this.aliveAt = micros(now);
    }

    /** @return whether it goes on: nobody asked to stop, and nobody gave it up for dead */
    boolean wrote(int letters, Instant now) {
        if (cancelAsked) {
            end(LettersState.CANCELLED);
        }
        if (state != LettersState.RUNNING) {
            return false;
        }
        written = letters;
        aliveAt = micros(now);
        return true;
    }

    /** @return whether the letters may be kept */
    boolean finish(Instant now) {
        if (!wrote(addresses, now)) {
            return false;
        }
        state = LettersState.READY;
        readyAt = micros(now);
        return true;
    }

    void askCancel() {
        cancelAsked = true;
    }

    void fail() {
        end(LettersState.FAILED);
    }

    void downloaded() {
        if (state == LettersState.READY) {
            state = LettersState.DOWNLOADED;
        }
    }

    /** @return whether nobody came for them in time */
    boolean expire(Instant now) {
        if (state != LettersState.READY || readyAt == null || readyAt.plus(KEPT).isAfter(now)) {
            return false;
        }
        state = LettersState.EXPIRED;
        return true;
    }

    void requireReady(Instant now) {
        if (stateAt(now) != LettersState.READY) {
            throw new Refusal("suggestion.error.letters-gone");
        }
    }

    boolean isRunningAt(Instant now) {
        return stateAt(now) == LettersState.RUNNING;
    }

    Long id() {
        return id;
    }

    SuggestionId suggestion() {
        return new SuggestionId(suggestion);
    }

    Invitation invitation() {
        return new Invitation(meetsAt, place, contact);
    }

    Letters letters(Instant now) {
        LettersState present = stateAt(now);
        return new Letters(
                new LettersId(id),
                present,
                invitation(),
                addresses,
                written,
                present == LettersState.READY && readyAt != null ? readyAt.plus(KEPT) : null);
    }

    private LettersState stateAt(Instant now) {
        if (state == LettersState.RUNNING && aliveAt.plus(LIFELESS).isBefore(now)) {
            return LettersState.FAILED;
        }
        boolean late = readyAt != null && !readyAt.plus(KEPT).isAfter(now);
        return state == LettersState.READY && late ? LettersState.EXPIRED : state;
    }

    private void end(LettersState how) {
        if (state == LettersState.RUNNING) {
            state = how;
        }
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
