package nl.buurtbundel.release;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.PledgeId;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.provision.ProvisionId;
import org.jspecify.annotations.Nullable;

/**
 * The road that people walk beside one expected release: consent, letter, provider, order. It moves no money: what came free is
 * what the messages say. It stands under one yes; who leaves and comes back begins it anew.
 */
@Entity
@Table(name = "release_road")
class ReleaseRoad {
    private static final int LONGEST_REASON = 500;

    /** The release that is expected. */
    @Id
    @Column(name = "expected_release")
    private Long expected;

    @Version
    private int version;

    private long initiative;
    private long provision;
    private long pledge;

    @Column(name = "consent_on")
    private @Nullable LocalDate consentOn;

    @Column(name = "letter_on")
    private @Nullable LocalDate letterOn;

    /** The last day of the own help by the letter. */
    @Column(name = "ends_on")
    private @Nullable LocalDate endsOn;

    @Column(name = "consulted_on")
    private @Nullable LocalDate consultedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable ProviderOutcome outcome;

    /** The last day of the own help as the provider agreed to it. */
    @Column(name = "agreed_until")
    private @Nullable LocalDate agreedUntil;

    @Column(name = "ordered_on")
    private @Nullable LocalDate orderedOn;

    @Column(name = "ordered_until")
    private @Nullable LocalDate orderedUntil;

    /** The provision as long as an order for it stands: for one there is one order at most, whichever plan made it. */
    @Column(name = "ordered_provision")
    private @Nullable Long orderedProvision;

    @OneToMany(mappedBy = "road", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<RoadDeed> deeds = new ArrayList<>();

    protected ReleaseRoad() {}

    ReleaseRoad(ExpectedRelease expected) {
        this(expected.id(), expected.initiative(), expected.provision(), expected.pledge());
    }

    ReleaseRoad(long expected, InitiativeId initiative, ProvisionId provision, PledgeId pledge) {
        this.expected = expected;
        this.initiative = initiative.value();
        this.provision = provision.value();
        this.pledge = pledge.value();
    }

    /**
     * The household left and says yes anew: nothing that was arranged under the earlier yes counts for this one. It is the program
     * that sees it.
     */
    void beginAnew(PledgeId yes, LocalDate today) {
        pledge = yes.value();
        clear();
        deeds.add(new RoadDeed(this, ReleaseStep.TRIAL, RoadDeedKind.BEGAN_ANEW, today, UserId.SYSTEM, null));
    }

    // ---- steps

    /** The person lets the data of one law be used for the plan’s. */
    void recordConsent(LocalDate givenOn, RoadFacts facts, LocalDate today, UserId user) {
        requireGoingOn(facts);
        if (facts.otherLaw() == null) {
            throw new Refusal("release.error.road-consent-not-needed");
        }
        if (hasConsent(facts)) {
            throw new Refusal("release.error.road-already");
        }
        requirePast(givenOn, today);
        consentOn = givenOn;
        record(ReleaseStep.CONSENT, givenOn, user);
    }

    /**
     * The letter that ends the own help was sent.
     *
     * @param lastDay the last day of the own help
     */
    void revise(LocalDate sentOn, LocalDate lastDay, RoadFacts facts, LocalDate today, UserId user) {
        requireGoingOn(facts);
        requireHousehold(facts);
        if (letterOn != null) {
            throw new Refusal("release.error.road-already");
        }
        requirePast(sentOn, today);
        if (lastDay.isBefore(sentOn)) {
            throw new Refusal("release.error.road-ends-before-letter");
        }
        requireEarlier(lastDay, facts);
        letterOn = sentOn;
        endsOn = lastDay;
        record(ReleaseStep.DECISION, sentOn, user);
    }

    /** @param otherDate the last day that the provider proposes; none unless the outcome is another day */
    void consult(
            LocalDate on,
            ProviderOutcome said,
            @Nullable LocalDate otherDate,
            RoadFacts facts,
            LocalDate today,
            UserId user) {
        requireGoingOn(facts);
        LocalDate byLetter = endsOn;
        if (byLetter == null) {
            throw new Refusal("release.error.road-decision");
        }
        if (agreedUntil != null) {
            throw new Refusal("release.error.road-already");
        }
        requirePast(on, today);
        LocalDate agreed = switch (said) {
            case AGREES -> byLetter;
            case OTHER_DATE -> laterThanLetter(byLetter, otherDate, facts);
            case DISAGREES -> null;
        };
        consultedOn = on;
        outcome = said;
        agreedUntil = agreed;
        record(ReleaseStep.PROVIDER, on, user);
    }

    private static LocalDate laterThanLetter(LocalDate byLetter, @Nullable LocalDate otherDate, RoadFacts facts) {
        if (otherDate == null) {
            throw new Refusal("release.error.road-other-date");
        }
        if (!otherDate.isAfter(byLetter)) {
            throw new Refusal("release.error.road-earlier-than-letter");
        }
        requireEarlier(otherDate, facts);
        return otherDate;
    }

    /** @return the last day that the back office is to put in the allocation */
    LocalDate order(RoadFacts facts, LocalDate today, UserId user) {
        requireGoingOn(facts);
        requireHousehold(facts);
        LocalDate until = agreedUntil;
        if (letterOn == null) {
            throw new Refusal("release.error.road-decision");
        }
        if (until == null) {
            throw new Refusal(
                    outcome == ProviderOutcome.DISAGREES
                            ? "release.error.road-provider-disagrees"
                            : "release.error.road-provider");
        }
        if (orderedOn != null) {
            throw new Refusal("release.error.road-already");
        }
        requireEarlier(until, facts);
        orderedOn = today;
        orderedUntil = until;
        orderedProvision = provision;
        record(ReleaseStep.ORDER, today, user);
        return until;
    }

    /** Takes a step back, and the recorded ones after it, which rested on it. */
    void takeBack(ReleaseStep step, String why, RoadFacts facts, LocalDate today, UserId user) {
        if (facts.hasStopped()) {
            throw new Refusal("release.error.road-stopped");
        }
        if (facts.ended() && step != ReleaseStep.ORDER) {
            throw new Refusal("release.error.road-left");
        }
        if (!listUndoneWith(step).contains(step)) {
            throw new Refusal("release.error.road-not-done");
        }
        if (isChanged(facts)) {
            throw new Refusal("release.error.road-changed");
        }
        String reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Refusal("release.error.road-reason", LONGEST_REASON);
        }
        for (ReleaseStep undone : listUndoneWith(step)) {
            undo(undone);
            deeds.add(new RoadDeed(this, undone, RoadDeedKind.TAKEN_BACK, today, user, reason));
        }
    }

    /** What taking a step back undoes: that step and all that was recorded after it; nothing where it is not recorded. */
    List<ReleaseStep> listUndoneWith(ReleaseStep step) {
        return isRecorded(step)
                ? Arrays.stream(ReleaseStep.values())
                        .filter(one -> one.compareTo(step) >= 0 && isRecorded(one))
                        .toList()
                : List.of();
    }

    private boolean isRecorded(ReleaseStep step) {
        return switch (step) {
            case CONSENT -> consentOn != null;
            case DECISION -> letterOn != null;
            case PROVIDER -> consultedOn != null;
            case ORDER -> orderedOn != null;
            default -> false;
        };
    }

    private void undo(ReleaseStep step) {
        switch (step) {
            case CONSENT -> consentOn = null;
            case DECISION -> {
                letterOn = null;
                endsOn = null;
            }
            case PROVIDER -> {
                consultedOn = null;
                outcome = null;
                agreedUntil = null;
            }
            case ORDER -> {
                orderedOn = null;
                orderedUntil = null;
                orderedProvision = null;
            }
            default -> throw new IllegalArgumentException("nobody recorded " + step);
        }
    }

    private void clear() {
        for (ReleaseStep step : ReleaseStep.values()) {
            if (step.isRecorded()) {
                undo(step);
            }
        }
    }

    private void record(ReleaseStep step, LocalDate on, UserId user) {
        deeds.add(new RoadDeed(this, step, RoadDeedKind.RECORDED, on, user, null));
    }

    // ---- rules

    private void requireGoingOn(RoadFacts facts) {
        if (facts.ended()) {
            throw new Refusal("release.error.road-left");
        }
        if (facts.hasStopped()) {
            throw new Refusal("release.error.road-stopped");
        }
    }

    /** In a trial nothing of the own help changes; without consent, data of one law is not used for another. */
    private void requireHousehold(RoadFacts facts) {
        if (facts.isOnTrial()) {
            throw new Refusal("release.error.road-trial");
        }
        if (!hasConsent(facts)) {
            throw new Refusal("release.error.road-consent");
        }
        if (facts.lumpSum()) {
            throw new Refusal("release.error.road-contract");
        }
    }

    private static void requirePast(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw new Refusal("release.error.road-in-future");
        }
    }

    /** A last day that is not before that of the allocation frees nothing. */
    private static void requireEarlier(LocalDate lastDay, RoadFacts facts) {
        if (facts.endsBy(lastDay)) {
            throw new Refusal("release.error.road-ends-too-late");
        }
    }

    private boolean hasConsent(RoadFacts facts) {
        return facts.otherLaw() == null || facts.consentInRegister() || consentOn != null;
    }

    /** The 301 was read in. */
    private boolean isChanged(RoadFacts facts) {
        return orderedUntil != null && orderedUntil.equals(facts.allocatedUntil());
    }

    // ---- how it stands

    /** All steps, each with its owner and its date. */
    List<RoadStep> steps(RoadFacts facts, LocalDate today) {
        List<RoadStep> steps = new ArrayList<>();
        LocalDate before = facts.startsOn();
        LocalDate lastTold = before;
        boolean allDoneSoFar = true;
        for (ReleaseStep step : ReleaseStep.values()) {
            StepStanding standing = standing(step, facts, allDoneSoFar);
            if (standing == StepStanding.NOT_NEEDED) {
                steps.add(new RoadStep(step, standing, null, null, false));
                continue;
            }
            LocalDate doneOn = standing == StepStanding.DONE ? doneOn(step, facts) : null;
            LocalDate reckoned = dueOn(step, before, facts);
            // a list of days that runs backwards cannot be followed
            LocalDate dueOn = reckoned.isBefore(lastTold) ? lastTold : reckoned;
            steps.add(new RoadStep(
                    step, standing, dueOn, doneOn, standing == StepStanding.CURRENT && today.isAfter(dueOn)));
            lastTold = doneOn == null ? dueOn : doneOn;
            // money is posted after the stop, and waits for no declaration
            if (step != ReleaseStep.SETTLEMENT) {
                before = doneOn == null ? dueOn : doneOn;
            }
            allDoneSoFar &= !standing.isOpen();
        }
        return steps;
    }

    private StepStanding standing(ReleaseStep step, RoadFacts facts, boolean allDoneSoFar) {
        if (isDone(step, facts)) {
            return StepStanding.DONE;
        }
        if (!isNeeded(step, facts)) {
            return StepStanding.NOT_NEEDED;
        }
        if (facts.hasStopped() && step.compareTo(ReleaseStep.STOP) < 0) {
            return StepStanding.OVERTAKEN;
        }
        if (facts.ended()) {
            return StepStanding.ENDED;
        }
        return allDoneSoFar ? StepStanding.CURRENT : StepStanding.LATER;
    }

    private boolean isNeeded(ReleaseStep step, RoadFacts facts) {
        return switch (step) {
            case TRIAL -> facts.trialEndsOn() != null;
            case CONSENT -> facts.otherLaw() != null;
            case CONTRACT -> facts.lumpSum();
            case REALISED -> !facts.freesNothing();
            default -> true;
        };
    }

    private boolean isDone(ReleaseStep step, RoadFacts facts) {
        return switch (step) {
            case TRIAL -> facts.trialEndsOn() != null && facts.definite();
            case CONSENT -> facts.otherLaw() != null && hasConsent(facts);
            case CONTRACT -> false;
            case DECISION -> letterOn != null;
            case PROVIDER -> agreedUntil != null;
            case ORDER -> orderedOn != null;
            case ALLOCATION -> isChanged(facts);
            case STOP -> facts.hasStopped();
            case SETTLEMENT -> facts.isSettled();
            case REALISED -> facts.hasStopped() && facts.postedOn() != null;
        };
    }

    private @Nullable LocalDate doneOn(ReleaseStep step, RoadFacts facts) {
        return switch (step) {
            case TRIAL -> facts.trialEndsOn();
            case CONSENT -> consentOn;
            case DECISION -> letterOn;
            case PROVIDER -> consultedOn;
            case ORDER -> orderedOn;
            case STOP -> facts.stoppedOn();
            case REALISED -> facts.postedOn();
            case CONTRACT, ALLOCATION, SETTLEMENT -> null;
        };
    }

    private LocalDate dueOn(ReleaseStep step, LocalDate before, RoadFacts facts) {
        return switch (step) {
            case TRIAL -> {
                LocalDate end = facts.trialEndsOn();
                yield end == null ? before : end;
            }
            case STOP -> {
                LocalDate last = lastDay();
                yield step.dueAfter(last != null && last.isAfter(before) ? last : before);
            }
            // declared in the month after the one in which the help ended
            case SETTLEMENT -> lastOfMonth(before.plusMonths(1));
            default -> step.dueAfter(before);
        };
    }

    private static LocalDate lastOfMonth(LocalDate day) {
        return day.withDayOfMonth(day.lengthOfMonth());
    }

    /** What the team has to do now: to call off an order, at once, else its step; none while it is somebody else’s turn. */
    Optional<TeamTurn> findTeamTurn(RoadFacts facts, LocalDate today) {
        if (mustCallOffOrder(facts)) {
            return Optional.of(new TeamTurn(today, true));
        }
        return steps(facts, today).stream()
                .filter(step ->
                        step.standing() == StepStanding.CURRENT && step.step().owner() == StepOwner.TEAM)
                .flatMap(step -> Optional.ofNullable(step.dueOn()).stream())
                .map(dueOn -> new TeamTurn(dueOn, false))
                .findFirst();
    }

    /** The last day of the own help, as far as it is known: the best word there is for it. */
    @Nullable
    LocalDate lastDay() {
        if (orderedUntil != null) {
            return orderedUntil;
        }
        return agreedUntil != null ? agreedUntil : endsOn;
    }

    /** How sure it is, by the furthest step that was reached. */
    ReleaseLikelihood likelihood(RoadFacts facts, Stage stage) {
        if (facts.hasStopped()) {
            return ReleaseLikelihood.STOPPED;
        }
        if (isChanged(facts)) {
            return ReleaseLikelihood.CHANGED;
        }
        return facts.isOnTrial() && stage == Stage.RUNNING
                ? recordedLikelihood(Stage.TRIAL)
                : recordedLikelihood(stage);
    }

    /** The same by what was recorded only, without the messages. */
    ReleaseLikelihood recordedLikelihood(Stage stage) {
        if (orderedOn != null) {
            return ReleaseLikelihood.ORDERED;
        }
        if (agreedUntil != null) {
            return ReleaseLikelihood.CONSULTED;
        }
        return letterOn == null ? ReleaseLikelihood.of(stage) : ReleaseLikelihood.DECIDED;
    }

    /** An order stands that nobody wants any more: the household has left and the help goes on. */
    boolean mustCallOffOrder(RoadFacts facts) {
        return facts.ended() && orderedOn != null && !facts.hasStopped();
    }

    @Nullable
    LocalDate letterOn() {
        return letterOn;
    }

    @Nullable
    ProviderOutcome outcome() {
        return outcome;
    }

    @Nullable
    LocalDate orderedUntil() {
        return orderedUntil;
    }

    int version() {
        return version;
    }

    long expected() {
        return expected;
    }

    InitiativeId initiative() {
        return new InitiativeId(initiative);
    }

    ProvisionId provision() {
        return new ProvisionId(provision);
    }

    List<RoadDeedView> deeds() {
        return deeds.stream().map(RoadDeed::view).toList();
    }
}
