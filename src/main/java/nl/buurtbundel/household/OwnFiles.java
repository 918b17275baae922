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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.access.User;
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
import nl.buurtbundel.provision.RepresentationGround;
import nl.buurtbundel.provision.Representations;
import nl.buurtbundel.release.WaysBack;

/** Everybody’s own file, with those of whom the reader represents; there is no method that reads another’s. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class OwnFiles {
    static final String REPRESENTED = "household.activity.representative";
    private static final int MONTHS_SHARED = 3;

    private final Access access;
    private final Provisions provisions;
    private final Households households;
    private final Representations representations;
    private final ProcessingLog processingLog;
    private final Initiatives initiatives;
    private final Pledges pledges;
    private final DecisionLetters decisions;
    private final WaysBack waysBack;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected OwnFiles() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    OwnFiles(
            Access access,
            Provisions provisions,
            Households households,
            Representations representations,
            ProcessingLog processingLog,
            Initiatives initiatives,
            Pledges pledges,
            DecisionLetters decisions,
            WaysBack waysBack,
            Clock clock) {
        this.access = access;
        this.provisions = provisions;
        this.households = households;
        this.representations = representations;
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
        Map<PersonId, Whose> persons = look(self);
        return new OwnFile(
                self.isPresent(),
                self.filter(person -> !persons.containsKey(person)).isPresent(),
                !decidedFor(persons).isEmpty(),
                representations.listOfMe(),
                representations.listMine(),
                help(persons),
                looks(persons, LocalDate.now(clock).plusDays(1)),
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
        Map<PersonId, Whose> persons = look(self());
        LocalDate today = LocalDate.now(clock);
        return help(persons).stream()
                .filter(one -> one.whose() != Whose.REPRESENTED && one.runsOn(today))
                .toList();
    }

    /** Of the reader alone, without children: what can be shared with a helper. */
    List<OwnFile.Help> listOwnHelp() {
        return help(own());
    }

    /** Of these children, as far as the reader decides today who else may look at them. */
    List<OwnFile.Help> listHelpOf(Set<PersonId> children) {
        Map<PersonId, Whose> persons = new HashMap<>();
        for (PersonId child : listDecidedFor()) {
            if (children.contains(child)) {
                persons.put(child, Whose.CHILD);
            }
        }
        return help(persons);
    }

    /** The children for whom the reader decides who else may look. */
    Set<PersonId> listDecidedFor() {
        return decidedFor(persons(self()));
    }

    /** Whether there is something of the reader, that the reader may see. */
    boolean isKnown() {
        return !own().isEmpty();
    }

    /** Who looked at the reader alone in the last months. */
    OwnFile.Looks listOwnLooks() {
        LocalDate today = LocalDate.now(clock);
        return new OwnFile.Looks(days(looksAt(own()), today.minusMonths(MONTHS_SHARED), today.plusDays(1)), null);
    }

    List<OwnFile.Letters> listOwnLetters() {
        self();
        return letters();
    }

    private Optional<PersonId> self() {
        return access.require(Operation.SEE_OWN_FILE).findSubject().flatMap(PersonId::find);
    }

    private List<OwnFile.Help> help(Map<PersonId, Whose> persons) {
        return provisions.listOwn().stream()
                .filter(provision -> persons.containsKey(provision.person()))
                .map(provision -> new OwnFile.Help(Objects.requireNonNull(persons.get(provision.person())), provision))
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
        return looks(look(self()), before);
    }

    /**
     * Whose file the reader sees. A look at another is a look as any other: the child may read of it later, and so may the other
     * parent.
     */
    private Map<PersonId, Whose> look(Optional<PersonId> self) {
        Map<PersonId, Whose> persons = persons(self);
        processingLog.looked("household.activity.represented", subjects(persons, Whose.CHILD));
        processingLog.looked("household.activity.representative", subjects(persons, Whose.REPRESENTED));
        return persons;
    }

    private Map<PersonId, Whose> persons(Optional<PersonId> self) {
        Map<PersonId, Whose> persons = new HashMap<>();
        representations
                .mapMine()
                .forEach((person, ground) ->
                        persons.put(person, ground == RepresentationGround.PARENT ? Whose.CHILD : Whose.REPRESENTED));
        self.map(person -> households.listRepresented(person, LocalDate.now(clock)))
                .orElse(Set.of())
                .forEach(person -> persons.put(person, isSelf(self, person) ? Whose.OWN : Whose.CHILD));
        return persons;
    }

    private Map<PersonId, Whose> own() {
        Map<PersonId, Whose> persons = persons(self());
        persons.values().removeIf(whose -> whose != Whose.OWN);
        return persons;
    }

    private Set<PersonId> decidedFor(Map<PersonId, Whose> persons) {
        return households.listDecidedForByParents(
                persons.keySet().stream()
                        .filter(person -> persons.get(person) == Whose.CHILD)
                        .toList(),
                LocalDate.now(clock));
    }

    private static List<String> subjects(Map<PersonId, Whose> persons, Whose whose) {
        return persons.entrySet().stream()
                .filter(one -> one.getValue() == whose)
                .map(one -> one.getKey().toString())
                .sorted()
                .toList();
    }

    /** By whom looks are logged: persons, and for who is in no file the own account. */
    private Map<String, Whose> looksAt(Map<PersonId, Whose> persons) {
        Map<String, Whose> subjects = new HashMap<>();
        persons.forEach((person, whose) -> subjects.put(person.toString(), whose));
        User user = access.require(Operation.SEE_OWN_FILE);
        if (user.findSubject().isEmpty()) {
            subjects.put(user.subjectOfLooks(), Whose.OWN);
        }
        return subjects;
    }

    private OwnFile.Looks looks(Map<PersonId, Whose> represented, LocalDate before) {
        Map<String, Whose> subjects = looksAt(represented);
        Optional<LocalDate> last =
                processingLog.findLastBefore(subjects.keySet(), start(before)).map(this::day);
        if (last.isEmpty()) {
            return OwnFile.Looks.NONE;
        }
        LocalDate month = last.get().withDayOfMonth(1);
        boolean older =
                processingLog.findLastBefore(subjects.keySet(), start(month)).isPresent();
        return new OwnFile.Looks(days(subjects, month, before), older ? month : null);
    }

    /** The newest first. That a child lets somebody look along is the child’s own to tell. */
    private List<OwnFile.DayOfLooks> days(Map<String, Whose> subjects, LocalDate from, LocalDate before) {
        return processingLog.list(subjects.keySet(), start(from), start(before)).stream()
                .map(look -> new OwnFile.DayOfLooks(
                        day(look.at()),
                        look.activity(),
                        look.roles(),
                        look.onBehalfOf(),
                        Objects.requireNonNull(subjects.get(look.subject()))))
                .filter(look -> look.own() || !look.isByHelper())
                .distinct()
                .sorted(Comparator.comparing(OwnFile.DayOfLooks::on)
                        .reversed()
                        .thenComparing(OwnFile.DayOfLooks::activity)
                        .thenComparing(look -> look.by().toString())
                        .thenComparing(OwnFile.DayOfLooks::whose))
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
