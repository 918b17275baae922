package nl.buurtbundel.household;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.decision.DecisionLetter;
import nl.buurtbundel.decision.DecisionLetters;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.MyPledge;
import nl.buurtbundel.initiative.PlanStory;
import nl.buurtbundel.initiative.PledgeId;
import nl.buurtbundel.initiative.Pledges;
import nl.buurtbundel.provision.Households;
import nl.buurtbundel.provision.PersonId;
import nl.buurtbundel.provision.Provisions;
import nl.buurtbundel.release.WaysBack;

/** Everybody’s own file; there is no method that reads another’s. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class OwnFiles {
    private static final int MONTHS_SHARED = 3;

    private final Access access;
    private final Provisions provisions;
    private final Households households;
    private final ProcessingLog processingLog;
    private final Initiatives initiatives;
    private final Pledges pledges;
    private final DecisionLetters decisions;
    private final WaysBack waysBack;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected OwnFiles() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    OwnFiles(
            Access access,
            Provisions provisions,
            Households households,
            ProcessingLog processingLog,
            Initiatives initiatives,
            Pledges pledges,
            DecisionLetters decisions,
            WaysBack waysBack,
            Clock clock) {
        this.access = access;
        this.provisions = provisions;
        this.households = households;
        this.processingLog = processingLog;
        this.initiatives = initiatives;
        this.pledges = pledges;
        this.decisions = decisions;
        this.waysBack = waysBack;
        this.clock = clock;
    }

    @Transactional(REQUIRED)
    public OwnFile read() {
        Optional<PersonId> self = self();
        Set<PersonId> persons = look(self);
        return new OwnFile(
                self.isPresent(),
                help(self),
                looks(self, persons, LocalDate.now(clock).plusDays(1)),
                letters(),
                waysBack.listMine(),
                promises());
    }

    /**
     * The reader wants the own help back and leaves the plan. Nobody asks why.
     *
     * @return the last day with the plan
     */
    @Transactional(REQUIRED)
    public LocalDate askBack(PledgeId pledge, int version) {
        access.require(Operation.SEE_OWN_FILE);
        return pledges.leave(pledge, version);
    }

    /** What was allocated to the reader and the children, and runs today. */
    @Transactional(REQUIRED)
    public List<OwnFile.Help> listRunning() {
        Optional<PersonId> self = self();
        look(self);
        LocalDate today = LocalDate.now(clock);
        return help(self).stream().filter(one -> one.runsOn(today)).toList();
    }

    /** Of the reader alone, without children: what can be shared with a helper. */
    List<OwnFile.Help> listOwnHelp() {
        Optional<PersonId> self = self();
        return help(self).stream().filter(OwnFile.Help::own).toList();
    }

    /** Who looked at the reader alone in the last months. */
    OwnFile.Looks listOwnLooks() {
        Optional<PersonId> self = self();
        LocalDate today = LocalDate.now(clock);
        Set<String> persons = self.map(PersonId::toString).map(Set::of).orElse(Set.of());
        return new OwnFile.Looks(days(self, persons, today.minusMonths(MONTHS_SHARED), today.plusDays(1)), null);
    }

    List<OwnFile.Letters> listOwnLetters() {
        self();
        return letters();
    }

    private Optional<PersonId> self() {
        return access.require(Operation.SEE_OWN_FILE).findSubject().flatMap(PersonId::find);
    }

    private List<OwnFile.Help> help(Optional<PersonId> self) {
        return provisions.listOwn().stream()
                .map(provision -> new OwnFile.Help(isSelf(self, provision.person()), provision))
                .toList();
    }

    /** The plans that run with the reader’s household in them, and that it is not leaving already. */
    private List<OwnFile.Promise> promises() {
        return pledges.listMine().stream()
                .filter(pledge -> pledge.stage().isRunning() && pledge.answer().isActive())
                .filter(pledge -> pledge.answer() != MyPledge.Answer.LEAVING)
                .map(pledge -> new OwnFile.Promise(
                        pledge.id(),
                        pledge.version(),
                        pledge.title(),
                        pledge.lastDay(),
                        initiatives.read(pledge.initiative()).plan().wayBack()))
                .toList();
    }

    /** Who looked before a day, as {@link OwnFile.Looks#olderThan} said: page by page all there is. */
    @Transactional(REQUIRED)
    public OwnFile.Looks listEarlierLooks(LocalDate before) {
        Optional<PersonId> self = self();
        return looks(self, look(self), before);
    }

    /**
     * Whose file the reader sees: the own one, and those of children. A parent’s look at a child is a look as any other: the child
     * may read of it later.
     */
    private Set<PersonId> look(Optional<PersonId> self) {
        Set<PersonId> persons = self.map(person -> households.listRepresented(person, LocalDate.now(clock)))
                .orElse(Set.of());
        List<String> others = persons.stream()
                .filter(person -> !isSelf(self, person))
                .map(PersonId::toString)
                .sorted()
                .toList();
        processingLog.looked("household.activity.represented", others);
        return persons;
    }

    private OwnFile.Looks looks(Optional<PersonId> self, Set<PersonId> represented, LocalDate before) {
        Set<String> persons = represented.stream().map(PersonId::toString).collect(Collectors.toSet());
        Optional<LocalDate> last =
                processingLog.findLastBefore(persons, start(before)).map(this::day);
        if (last.isEmpty()) {
            return OwnFile.Looks.NONE;
        }
        LocalDate month = last.get().withDayOfMonth(1);
        boolean older = processingLog.findLastBefore(persons, start(month)).isPresent();
        return new OwnFile.Looks(days(self, persons, month, before), older ? month : null);
    }

    /** The newest first. That a child lets somebody look along is the child’s own to tell. */
    private List<OwnFile.DayOfLooks> days(
            Optional<PersonId> self, Set<String> persons, LocalDate from, LocalDate before) {
        return processingLog.list(persons, start(from), start(before)).stream()
                .map(look -> new OwnFile.DayOfLooks(
                        day(look.at()),
                        look.activity(),
                        look.roles(),
                        look.onBehalfOf(),
                        self.map(PersonId::toString)
                                .filter(look.subject()::equals)
                                .isPresent()))
                .filter(look -> look.own() || !look.isByHelper())
                .distinct()
                .sorted(Comparator.comparing(OwnFile.DayOfLooks::on)
                        .reversed()
                        .thenComparing(OwnFile.DayOfLooks::activity)
                        .thenComparing(look -> look.by().toString())
                        .thenComparing(OwnFile.DayOfLooks::own))
                .toList();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    private List<OwnFile.Letters> letters() {
        Map<InitiativeId, String> plans = new LinkedHashMap<>();
        pledges.listMine().forEach(pledge -> plans.put(pledge.initiative(), pledge.title()));
        initiatives.listMine().forEach(plan -> plans.put(plan.id(), plan.title()));
        Map<InitiativeId, PlanStory> stories = initiatives.listStories(plans.keySet());
        Map<InitiativeId, DecisionLetter> letters = decisions.list(plans.keySet());
        return plans.entrySet().stream()
                .map(plan -> new OwnFile.Letters(
                        plan.getKey(),
                        plan.getValue(),
                        Optional.ofNullable(stories.get(plan.getKey()))
                                .map(PlanStory::timeline)
                                .orElse(List.of()),
                        letters.get(plan.getKey())))
                .toList();
    }

    private static boolean isSelf(Optional<PersonId> self, PersonId person) {
        return self.filter(person::equals).isPresent();
    }
}
