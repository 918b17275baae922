package nl.buurtbundel.household;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.buurtbundel.InTransaction;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Queries;
import nl.buurtbundel.Sql;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.NewUser;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.access.Users;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Plan;
import nl.buurtbundel.initiative.PlanLine;
import nl.buurtbundel.initiative.WayBack;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.AddressPlace;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.provision.AllocationCommand;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.provision.Bsn;
import nl.buurtbundel.provision.Extent;
import nl.buurtbundel.provision.Frequency;
import nl.buurtbundel.provision.HouseholdCommand;
import nl.buurtbundel.provision.HouseholdRole;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.People;
import nl.buurtbundel.provision.PostalAddress;
import nl.buurtbundel.provision.ProviderCode;
import nl.buurtbundel.provision.ProvisionCommand;
import nl.buurtbundel.provision.Provisions;
import nl.buurtbundel.provision.RepresentationGround;
import nl.buurtbundel.provision.RepresentationId;
import nl.buurtbundel.provision.Representations;
import nl.buurtbundel.provision.Unit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class OwnFilesIT {
    private static final MunicipalityCode MUNICIPALITY = new MunicipalityCode("GM9921");
    private static final NeighbourhoodCode HERE = new NeighbourhoodCode("BU99210101");
    private static final Bsn PARENT = bsn(0);
    private static final Bsn CHILD = bsn(1);

    @Inject
    private OwnFiles ownFiles;

    @Inject
    private FileShares shares;

    @Inject
    private BreakthroughPlans breakthroughs;

    @Inject
    private Representations representations;

    @Inject
    private Users users;

    @Inject
    private Provisions provisions;

    @Inject
    private Initiatives initiatives;

    @Inject
    private Neighbourhoods neighbourhoods;

    @PersistenceUnit
    private EntityManagerFactory persistence;

    @Inject
    private People people;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private ProcessingLog processingLog;

    @Inject
    private InTransaction inTransaction;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with();
    }

    @Test
    void who_is_in_no_file_reads_who_looked_at_the_account() {
        User neighbour =
                new User(new UserId(9_927), "neighbour", MUNICIPALITY, Set.of(Role.RESIDENT), Set.of(HERE), null);
        User worker = new User(new UserId(9_928), "worker", MUNICIPALITY, Set.of(Role.TEAM_WORKER), Set.of(HERE), null);
        as(
                worker,
                () -> inTransaction.call(() -> {
                    processingLog.looked("outcome.look.helper", List.of(neighbour.subjectOfLooks()));
                    return true;
                }));

        List<OwnFile.DayOfLooks> looks = as(neighbour, ownFiles::read).looks().days();
        assertEquals(1, looks.size());
        assertEquals(Set.of(Role.TEAM_WORKER), looks.get(0).by());
    }

    @Test
    void a_parent_s_look_at_a_child_is_on_record_for_the_child_and_the_own_one_is_not() throws Exception {
        LocalDate today = LocalDate.now(clock);
        neighbourhoods.takeAddresses(List.of(new AddressPlace("9921AB", 1, HERE)));
        List<ProvisionCommand> commands = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            commands.add(new AllocationCommand(
                    AllocationNumber.ofMessage(Law.JEUGDWET, 992_100 + i),
                    new ProviderCode("12345678"),
                    i == 0 ? PARENT : CHILD,
                    i == 0 ? 1985 : today.getYear() - 8,
                    new PostalAddress("9921AB", 1, "", ""),
                    "45",
                    "45A04",
                    LocalDateTime.of(2025, 12, 1, 12, 0),
                    new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2099, 12, 31)),
                    null,
                    new Extent(60, Unit.MINUTE, Frequency.WEEK),
                    null));
        }
        commands.add(new HouseholdCommand("own-files", PARENT, HouseholdRole.PARENT));
        commands.add(new HouseholdCommand("own-files", CHILD, HouseholdRole.CHILD));
        as(User.system(MUNICIPALITY), () -> provisions.take(commands));
        String parent = subject(PARENT);
        String child = subject(CHILD);
        User reader = new User(new UserId(9_921), "reader", MUNICIPALITY, Set.of(Role.RESIDENT), Set.of(HERE), parent);

        OwnFile file = as(reader, ownFiles::read);
        assertEquals(2, file.help().size());
        assertEquals(1, looksAt(child));
        assertEquals(0, looksAt(parent));
        assertTrue(file.looks().days().stream()
                .anyMatch(look -> look.activity().equals("household.activity.represented")
                        && !look.own()
                        && look.by().equals(Set.of(Role.RESIDENT))));

        as(reader, () -> ownFiles.listEarlierLooks(today));
        assertEquals(2, looksAt(child), "who looked says something of the child as well");
        shareWithAHelper(parent, child);
    }

    /** The helper sees the own help and not the child’s, is seen looking, and sees nothing once it is taken back. */
    private void shareWithAHelper(String parent, String child) throws Exception {
        User owner = account("own-files-parent", "De ouder", parent);
        User helper = account("own-files-helper", "De helper", null);
        String code = as(owner, () -> shares.share(List.of(FilePart.HELP, FilePart.LOOKS), 7));
        assertNull(as(owner, shares::listMine).get(0).with());
        FileShareId id = as(helper, () -> shares.open(" " + code.toLowerCase(Locale.ROOT) + " "))
                .orElseThrow();
        long atChild = looks(child);

        SharedFile seen = as(helper, () -> shares.read(id));
        assertEquals("De ouder", seen.of());
        assertEquals(1, seen.help().size());
        assertTrue(seen.help().get(0).own());
        assertEquals(List.of(), seen.letters());
        assertEquals(
                1,
                sql.number("select count(*) from processing_log where data_subject = '" + parent
                        + "' and activity = 'household.activity.shared'"));
        assertEquals(atChild, looks(child));
        assertTrue(as(owner, ownFiles::read).looks().days().stream()
                .anyMatch(look -> look.own() && look.activity().equals("household.activity.shared")));
        assertEquals("De helper", as(owner, shares::listMine).get(0).with());
        assertEquals("De ouder", as(helper, shares::listWithMe).get(0).with());
        User finder = account("own-files-finder", "Een vinder", null);
        assertThrows(Refusal.class, () -> as(finder, () -> shares.open(code)));
        assertThrows(NotFound.class, () -> as(finder, () -> shares.read(id)));

        FileShareSummary mine = as(owner, shares::listMine).get(0);
        as(owner, () -> {
            shares.withdraw(mine.id());
            return true;
        });
        assertThrows(NotFound.class, () -> as(helper, () -> shares.read(id)));
        assertEquals(List.of(), as(owner, shares::listMine));
        assertEquals(List.of(), as(helper, shares::listWithMe));
    }

    /** The parent of the child’s other home, and a mentor of an adult, by a code of the team; nobody sees a home of another. */
    @Test
    void who_represents_somebody_sees_that_file_and_no_home_and_both_sides_read_of_it() throws Exception {
        LocalDate today = LocalDate.now(clock);
        neighbourhoods.takeAddresses(List.of(new AddressPlace("9921AC", 1, HERE), new AddressPlace("9921AC", 2, HERE)));
        Bsn atHome = bsn(2);
        Bsn child = bsn(3);
        Bsn elsewhere = bsn(4);
        Bsn brother = bsn(5);
        List<ProvisionCommand> commands = new ArrayList<>();
        commands.add(help(992_110, atHome, 1985, 1));
        commands.add(help(992_111, child, today.getYear() - 9, 1));
        commands.add(help(992_112, elsewhere, 1984, 2));
        commands.add(help(992_113, brother, today.getYear() - 13, 1));
        commands.add(new HouseholdCommand("home-1", atHome, HouseholdRole.PARENT));
        commands.add(new HouseholdCommand("home-1", child, HouseholdRole.CHILD));
        commands.add(new HouseholdCommand("home-1", brother, HouseholdRole.CHILD));
        commands.add(new HouseholdCommand("home-2", elsewhere, HouseholdRole.SINGLE));
        as(User.system(MUNICIPALITY), () -> provisions.take(commands));
        User worker = worker("two-homes-worker");
        User home = account("two-homes-home", "Ouder thuis", subject(atHome));
        User other = account("two-homes-other", "Andere ouder", subject(elsewhere));
        User young = account("two-homes-brother", "Broer", subject(brother));
        User little = account("two-homes-child", "Kind", subject(child));
        assertEquals(1, as(other, ownFiles::read).help().size());
        assertThrows(
                NotFound.class,
                () -> as(other, () -> representations.record(number(992_111), RepresentationGround.PARENT, null)));
        assertThrows(
                Refusal.class,
                () -> as(worker, () -> representations.record(number(992_110), RepresentationGround.PARENT, null)));
        String code = as(worker, () -> representations.record(number(992_111), RepresentationGround.PARENT, null));
        assertEquals(Optional.empty(), as(other, () -> shares.open(code)));

        long atTheOther = looks(subject(atHome));
        OwnFile seen = as(other, ownFiles::read);
        List<OwnFile.Help> ofChild =
                seen.help().stream().filter(help -> help.whose() == Whose.CHILD).toList();
        assertEquals(1, ofChild.size());
        assertNull(ofChild.get(0).provision().neighbourhood());
        assertEquals(subject(child), ofChild.get(0).provision().person().toString());
        assertEquals(2, seen.help().size());
        assertTrue(seen.decidesForChildren());
        assertEquals(1, looksAt(subject(child)));
        assertEquals(atTheOther, looks(subject(atHome)), "of the other parent nothing was looked at");
        OwnFile atHomeSeen = as(home, ownFiles::read);
        assertEquals(3, atHomeSeen.help().size());
        assertTrue(atHomeSeen.looks().days().stream()
                .anyMatch(look ->
                        look.whose() == Whose.CHILD && look.activity().equals("household.activity.represented")));

        assertEquals(1, as(young, ownFiles::read).help().size());
        assertFalse(as(young, ownFiles::read).decidesForChildren());
        OwnFile tooYoung = as(little, ownFiles::read);
        assertTrue(tooYoung.tooYoung());
        assertEquals(List.of(), tooYoung.help());
        assertEquals(List.of(), tooYoung.looks().days());
        assertThrows(Refusal.class, () -> as(little, () -> shares.share(List.of(FilePart.HELP), 7)));
        assertThrows(Refusal.class, () -> as(young, () -> shares.share(List.of(FilePart.CHILDREN), 7)));

        shareTheChild(home, other, subject(child), subject(brother));
        aMentor(worker, home);
    }

    /** Until twelve: of the brother of thirteen nothing is shared; the parent at the other home takes it back. */
    private void shareTheChild(User home, User other, String child, String brother) throws Exception {
        User helper = account("two-homes-helper", "De oma", null);
        as(home, () -> breakthroughs.keep(BreakthroughPlan.of(List.of()).over(4), null));
        String code = as(home, () -> shares.share(List.of(FilePart.CHILDREN, FilePart.PLAN), 7));
        FileShareId id = as(helper, () -> shares.open(code)).orElseThrow();
        long atBrother = looks(brother);
        SharedFile shared = as(helper, () -> shares.read(id));
        assertEquals(List.of(), shared.help());
        assertEquals(
                List.of(child),
                shared.childrensHelp().stream()
                        .map(help -> help.provision().person().toString())
                        .toList());
        assertEquals(4, Objects.requireNonNull(shared.plan()).years());
        assertEquals(atBrother, looks(brother));
        assertTrue(as(other, ownFiles::read).looks().days().stream().anyMatch(OwnFile.DayOfLooks::isByHelperOfParent));

        FileShareSummary byOther = as(other, shares::listMine).get(0);
        assertTrue(byOther.byOtherParent());
        assertNull(byOther.with());
        assertEquals(Set.of(FilePart.CHILDREN), byOther.parts());
        as(other, () -> {
            shares.withdraw(byOther.id());
            return true;
        });
        assertEquals(List.of(), as(helper, () -> shares.read(id)).childrensHelp());
        assertEquals(Set.of(FilePart.PLAN), as(home, shares::listMine).get(0).parts());
        assertThrows(
                NotFound.class,
                () -> as(other, () -> {
                    shares.withdraw(id);
                    return true;
                }));
    }

    private void aMentor(User worker, User home) throws Exception {
        User mentor = account("two-homes-mentor", "De mentor", null);
        String code = as(
                worker,
                () -> representations.record(number(992_110), RepresentationGround.MENTOR, LocalDate.of(2099, 12, 31)));
        as(mentor, () -> shares.open(code));
        OwnFile seen = as(mentor, ownFiles::read);
        assertEquals(1, seen.help().size());
        assertEquals(Whose.REPRESENTED, seen.help().get(0).whose());
        assertFalse(seen.decidesForChildren());
        assertFalse(seen.hasOwnHelp());
        assertEquals(List.of(), as(mentor, ownFiles::listRunning));
        OwnFile own = as(home, ownFiles::read);
        assertTrue(own.looks().days().stream().anyMatch(look -> look.own() && look.isByRepresentative()));
        assertEquals(1, own.representations().size());
        RepresentationId id = own.representations().get(0).id();
        assertThrows(
                NotFound.class,
                () -> as(home, () -> {
                    representations.stop(id);
                    return true;
                }));
        assertEquals(1, as(worker, () -> representations.list(number(992_110))).size());
        as(worker, () -> {
            representations.end(number(992_110), id);
            return true;
        });
        assertEquals(List.of(), as(mentor, ownFiles::read).help());
    }

    private static AllocationNumber number(int number) {
        return AllocationNumber.ofMessage(Law.JEUGDWET, number);
    }

    private static AllocationCommand help(int number, Bsn who, int born, int house) {
        return new AllocationCommand(
                number(number),
                new ProviderCode("12345678"),
                who,
                born,
                new PostalAddress("9921AC", house, "", ""),
                "45",
                "45A04",
                LocalDateTime.of(2025, 12, 1, 12, 0),
                new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2099, 12, 31)),
                null,
                new Extent(60, Unit.MINUTE, Frequency.WEEK),
                null);
    }

    private User worker(String login) {
        UserId id = users.create(
                new NewUser(login, "Wijkteam", MUNICIPALITY, Set.of(Role.TEAM_WORKER), Set.of(HERE), null, false));
        return users.find(id).orElseThrow();
    }

    @Test
    void an_own_file_of_many_plans_asks_as_often_as_one_of_few() {
        User reader = new User(new UserId(9_922), "neighbour", MUNICIPALITY, Set.of(Role.RESIDENT), Set.of(HERE), null);
        propose(reader);
        Map<String, Integer> ofOne = Queries.during(persistence, () -> as(reader, ownFiles::read));
        propose(reader);
        propose(reader);
        propose(reader);
        Map<String, Integer> ofFour = Queries.during(persistence, () -> as(reader, ownFiles::read));

        OwnFile file = as(reader, ownFiles::read);
        assertEquals(4, file.letters().size());
        assertTrue(file.letters().stream().allMatch(letters -> letters.entries().size() == 1));
        assertEquals(ofOne, ofFour);
    }

    @Test
    void a_breakthrough_plan_is_the_resident_s_alone_and_what_was_changed_elsewhere_is_not_overwritten()
            throws Exception {
        User owner = account("breakthrough-owner", "De eigenaar", null);
        User other = account("breakthrough-other", "Een ander", null);
        BreakthroughPlan plan = BreakthroughPlan.of(List.of(new RunningHelp(
                "Bewindvoering", CostBearer.MUNICIPALITY, Money.ofEuros(1_500), 0, AmountSource.OWN, 2026)));
        OwnBreakthrough first = as(owner, () -> breakthroughs.keep(plan, null));
        assertEquals(plan, as(owner, breakthroughs::findMine).orElseThrow().plan());
        assertEquals(Optional.empty(), as(other, breakthroughs::findMine));
        OwnBreakthrough second = as(owner, () -> breakthroughs.keep(plan.over(5), first.version()));
        assertThrows(Conflict.class, () -> as(owner, () -> breakthroughs.keep(plan, first.version())));
        assertThrows(Conflict.class, () -> as(owner, () -> breakthroughs.keep(plan, null)));
        assertEquals(
                plan.over(5), as(owner, breakthroughs::findMine).orElseThrow().plan());
        as(other, () -> {
            breakthroughs.remove(Objects.requireNonNull(second.version()));
            return true;
        });
        assertTrue(as(owner, breakthroughs::findMine).isPresent(), "another removes only the own");
        as(owner, () -> {
            breakthroughs.remove(Objects.requireNonNull(second.version()));
            return true;
        });
        assertEquals(Optional.empty(), as(owner, breakthroughs::findMine));
        assertEquals(
                0,
                sql.number("select count(*) from audit_event where details like '%Bewindvoering%'"),
                "what it says is in no log");
    }

    private void propose(User neighbour) {
        as(
                neighbour,
                () -> initiatives.propose(
                        HERE,
                        new Plan(
                                "Samen koken",
                                "Elke week samen eten",
                                "parenting-support",
                                "Een maaltijd per week",
                                "Stichting Het Plein",
                                List.of(new PlanLine("Zaal", Money.ofEuros(500))),
                                Money.ZERO,
                                16,
                                3,
                                Money.ZERO,
                                LocalDate.of(2048, 9, 1),
                                new WayBack(5, "Het wijkteam", true),
                                0,
                                14),
                        null));
    }

    private String subject(Bsn bsn) {
        return as(User.system(MUNICIPALITY), () -> people.find(bsn))
                .orElseThrow()
                .toString();
    }

    private long looksAt(String subject) throws Exception {
        return sql.number("select count(*) from processing_log where data_subject = '" + subject
                + "' and activity = 'household.activity.represented'");
    }

    private long looks(String subject) throws Exception {
        return sql.number("select count(*) from processing_log where data_subject = '" + subject + "'");
    }

    private User account(String login, String name, @Nullable String subject) {
        UserId id = users.create(
                new NewUser(login, name, MUNICIPALITY, Set.of(Role.RESIDENT), Set.of(HERE), subject, false));
        return users.find(id).orElseThrow();
    }

    private <T> T as(User user, Supplier<T> work) {
        return currentUser.runAs(user, work);
    }

    private static Bsn bsn(int number) {
        return new Bsn(IntStream.iterate(199_921_001, candidate -> candidate + 1)
                .mapToObj(Integer::toString)
                .filter(Bsn::isValid)
                .skip(number)
                .findFirst()
                .orElseThrow());
    }
}
