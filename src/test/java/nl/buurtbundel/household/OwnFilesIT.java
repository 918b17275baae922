package nl.buurtbundel.household;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Queries;
import nl.buurtbundel.Sql;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
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
