package nl.buurtbundel.initiative;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The yes of a household to one version of a plan. It binds when every adult of the household said yes to that version, and
 * any of them can end it. It never touches an allocation, and this room does not know whether there is one.
 */
@Entity
class Pledge {
    static final int CODE_DAYS = 14;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pledge")
    @SequenceGenerator(name = "pledge", sequenceName = "pledge_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;
    private String need;

    @Column(name = "adults_asked")
    private int adultsAsked;

    @Enumerated(EnumType.STRING)
    private PledgeState state;

    @Column(name = "confirmed_version")
    private int confirmedVersion;

    @Column(name = "chose_after_trial")
    private boolean choseAfterTrial;

    /**
     * Somebody else of the household said yes for this need before. That is no refusal, because a refusal would tell one
     * member of a household what another does: the yes holds, and the household counts once.
     */
    @Column(name = "stands_aside")
    private boolean standsAside;

    @Column(name = "joined_on")
    private LocalDate joinedOn;

    @Column(name = "last_day")
    private @Nullable LocalDate lastDay;

    /** Of the code with which the second adult says yes on an own account; the code itself is not kept. */
    @Column(name = "code_hash")
    private @Nullable String codeHash;

    @Column(name = "code_until")
    private @Nullable LocalDate codeUntil;

    /** That somebody said what would help most; what was said is counted and kept nowhere. */
    @Column(name = "said_what_helps")
    private boolean saidWhatHelps;

    @OneToMany(mappedBy = "pledge", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<PledgeAdult> adults = new ArrayList<>();

    @OneToMany(mappedBy = "pledge", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<PledgeStep> steps = new ArrayList<>();

    protected Pledge() {}

    /** @param adultsAsked how many adults the household binds, one or two */
    Pledge(Initiative initiative, Pledger pledger, int adultsAsked, Moment now) {
        if (adultsAsked < 1 || adultsAsked > 2) {
            throw new Refusal("initiative.error.adults");
        }
        this.initiative = initiative.id().value();
        this.need = initiative.need();
        this.adultsAsked = adultsAsked;
        this.joinedOn = now.day();
        add(pledger, initiative, now);
    }

    /** Replaces the code with which the second adult says yes. */
    void handOut(String newCodeHash, Moment now) {
        if (adults.size() == adultsAsked || !isActive()) {
            throw new Refusal("initiative.error.code-not-needed");
        }
        codeHash = newCodeHash;
        codeUntil = now.day().plusDays(CODE_DAYS);
    }

    void secondAdultSaysYes(Pledger pledger, Initiative initiative, Moment now) {
        if (!isActive() || codeUntil == null || now.day().isAfter(codeUntil)) {
            throw new Refusal("initiative.error.code");
        }
        if (adults.stream().anyMatch(adult -> adult.is(pledger.subject()))) {
            throw new Refusal("initiative.error.other-adult");
        }
        codeHash = null;
        codeUntil = null;
        add(pledger, initiative, now);
    }

    /** Yes to the plan as it is now: after a change, or by who was leaving and stays after all. */
    void confirm(String subject, Initiative initiative, Moment now) {
        requireActive(now.day());
        sayYes(adult(subject), initiative, now);
    }

    /** After the trial, each household chooses whether it goes on. */
    void chooseAfterTrial(String subject, Initiative initiative, Moment now) {
        requireActive(now.day());
        if (initiative.stage() != Stage.RUNNING) {
            throw new Refusal("initiative.error.trial-not-over");
        }
        sayYes(adult(subject), initiative, now);
    }

    /** @return the last day on which the household takes part: today when leaving is free */
    LocalDate leave(String subject, LeavingTerms terms, Moment now) {
        adult(subject);
        requireActive(now.day());
        if (state == PledgeState.LEAVING && lastDay != null) {
            return lastDay;
        }
        LocalDate last = terms.lastDay(this, now.day());
        boolean atOnce = !last.isAfter(now.day());
        step(atOnce ? PledgeStep.Kind.LEFT : PledgeStep.Kind.LEAVES, null, null, last, now);
        if (atOnce) {
            letGo();
        }
        return last;
    }

    /** Lets the household go when its notice is over. */
    boolean closeIfOver(Moment now) {
        if (state != PledgeState.LEAVING || lastDay == null || !now.day().isAfter(lastDay)) {
            return false;
        }
        step(PledgeStep.Kind.LEFT, null, null, lastDay, now);
        letGo();
        return true;
    }

    /** The plan came to an end: the household is free for another. */
    void end(Moment now) {
        if (isActive()) {
            step(PledgeStep.Kind.ENDED, null, null, now.day(), now);
            letGo();
        }
    }

    boolean countsFor(int planVersion) {
        return isConfirmedFor(planVersion) && !standsAside;
    }

    /** Says yes to this version, whether it counts or stands aside: what the own yes binds to never tells about another’s. */
    boolean isConfirmedFor(int planVersion) {
        return state == PledgeState.JOINED && confirmedVersion == planVersion;
    }

    /** Said once: an answer that is counted cannot be found again. */
    void saysWhatHelps() {
        if (saidWhatHelps) {
            throw new Refusal("initiative.error.said-already");
        }
        saidWhatHelps = true;
    }

    boolean saidWhatHelps() {
        return saidWhatHelps;
    }

    boolean standsAside() {
        return standsAside;
    }

    /** Before the households of its adults are looked up anew. It goes on counting: nobody’s yes ends by moving house. */
    void leaveHouseholds() {
        adults.forEach(adult -> adult.standsFor(null));
    }

    /** From now on this yes is the one that counts for the household of that adult. */
    void standFor(String subject, String householdKey) {
        adult(subject).standsFor(householdKey);
        standsAside = false;
    }

    boolean isActive() {
        return state == PledgeState.JOINED || state == PledgeState.LEAVING;
    }

    boolean choseAfterTrial() {
        return choseAfterTrial;
    }

    boolean isComplete() {
        return adults.size() == adultsAsked;
    }

    boolean binds(String subject) {
        return adults.stream().anyMatch(adult -> adult.is(subject));
    }

    /** Where the pledge stands according to its steps alone. */
    PledgePosition recomputed() {
        return PledgePosition.of(adultsAsked, steps);
    }

    PledgePosition position() {
        return new PledgePosition(state, confirmedVersion, choseAfterTrial, lastDay);
    }

    PledgeId id() {
        return new PledgeId(id);
    }

    int version() {
        return version;
    }

    InitiativeId initiative() {
        return new InitiativeId(initiative);
    }

    int confirmedVersion() {
        return confirmedVersion;
    }

    @Nullable
    LocalDate lastDay() {
        return lastDay;
    }

    String need() {
        return need;
    }

    /** In the order in which they said yes. */
    List<String> subjectsInOrder() {
        return adults.stream().map(PledgeAdult::subject).toList();
    }

    Set<String> subjects() {
        return adults.stream().map(PledgeAdult::subject).collect(Collectors.toSet());
    }

    Set<String> activeKeys() {
        return adults.stream()
                .map(PledgeAdult::activeKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    Set<String> householdKeys() {
        return adults.stream()
                .map(PledgeAdult::householdKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** This pledge as the household itself sees it. */
    MyPledge mine(String subject, Initiative initiative, LocalDate today) {
        return new MyPledge(
                id(),
                version,
                initiative.id(),
                initiative.plan().title(),
                initiative.stage(),
                answer(adult(subject), initiative, today),
                adultsAsked,
                joinedOn,
                initiative.cutOff(),
                Optional.ofNullable(lastDay)
                        .orElseGet(() -> LeavingTerms.of(initiative).lastDay(this, today)));
    }

    List<PledgedPerson> persons(Initiative initiative) {
        boolean definite = isDefinite(initiative);
        return adults.stream()
                .map(adult -> new PledgedPerson(
                        adult.subject(), id(), joinedOn, state == PledgeState.LEAVING ? lastDay : null, definite))
                .toList();
    }

    /** The plan runs, and after a trial the household chose to go on. */
    boolean isDefinite(Initiative initiative) {
        return initiative.stage() == Stage.RUNNING && (choseAfterTrial || !hasTrial(initiative));
    }

    private MyPledge.Answer answer(PledgeAdult me, Initiative initiative, LocalDate today) {
        if (state == PledgeState.LEAVING && lastDay != null && !today.isAfter(lastDay)) {
            return MyPledge.Answer.LEAVING;
        }
        if (state != PledgeState.JOINED) {
            return MyPledge.Answer.OVER;
        }
        if (me.yesVersion() != initiative.planVersion()) {
            return MyPledge.Answer.ASKED_AGAIN;
        }
        if (confirmedVersion != initiative.planVersion()) {
            return MyPledge.Answer.WAITS_FOR_OTHER_ADULT;
        }
        boolean asksAfterTrial = initiative.stage() == Stage.RUNNING && hasTrial(initiative) && !me.choseAfterTrial();
        return asksAfterTrial ? MyPledge.Answer.CHOOSE_AFTER_TRIAL : MyPledge.Answer.TAKES_PART;
    }

    private static boolean hasTrial(Initiative initiative) {
        return initiative.plan().trialMonths() > 0;
    }

    private void add(Pledger pledger, Initiative initiative, Moment now) {
        String key = pledger.householdKey(need);
        boolean bound = adults.stream().anyMatch(one -> Objects.equals(one.householdKey(), key));
        PledgeAdult adult = new PledgeAdult(this, adults.size() + 1, pledger.subject(), need, bound ? null : key);
        adults.add(adult);
        standsAside = householdKeys().isEmpty() && (standsAside || pledger.householdAnswered());
        sayYes(adult, initiative, now);
    }

    private void sayYes(PledgeAdult adult, Initiative initiative, Moment now) {
        if (!initiative.stage().takesPledges()) {
            throw new Refusal("initiative.error.not-open");
        }
        if (state == PledgeState.LEAVING) {
            adults.forEach(PledgeAdult::takeBack);
        }
        boolean afterTrial = initiative.stage() == Stage.RUNNING;
        adult.sayYes(initiative.planVersion(), afterTrial);
        step(
                afterTrial ? PledgeStep.Kind.CHOSE_AFTER_TRIAL : PledgeStep.Kind.SAID_YES,
                adult.number(),
                initiative.planVersion(),
                null,
                now);
    }

    /** Who is not in the household does not learn that there is a pledge. */
    private PledgeAdult adult(String subject) {
        return adults.stream().filter(a -> a.is(subject)).findFirst().orElseThrow(NotFound::new);
    }

    private void requireActive(LocalDate today) {
        boolean over = lastDay != null && today.isAfter(lastDay);
        if (!isActive() || over) {
            throw new Refusal("initiative.error.pledge-over");
        }
    }

    private void letGo() {
        adults.forEach(PledgeAdult::letGo);
        codeHash = null;
        codeUntil = null;
    }

    private void step(
            PledgeStep.Kind kind,
            @Nullable Integer adult,
            @Nullable Integer planVersion,
            @Nullable LocalDate last,
            Moment now) {
        steps.add(new PledgeStep(this, steps.size() + 1, now.at(), kind, adult, planVersion, last));
        PledgePosition position = recomputed();
        state = position.state();
        confirmedVersion = position.confirmedVersion();
        choseAfterTrial = position.choseAfterTrial();
        lastDay = position.lastDay();
    }
}
