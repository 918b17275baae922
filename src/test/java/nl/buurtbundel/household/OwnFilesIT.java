package nl.buurtbundel.household;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Queries;
import nl.buurtbundel.Sql;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.NewUser;
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
    private Clock clock;

    @Inject
    private Sql sql;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with(PackagedWar.class, Sql.class, Queries.class);
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
        FileShareId id = as(helper, () -> shares.open(" " + code.toLowerCase(Locale.ROOT) + " "));
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
