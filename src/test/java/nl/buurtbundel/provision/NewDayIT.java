package nl.buurtbundel.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Queries;
import nl.buurtbundel.Sql;
import nl.buurtbundel.SteeredClock;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.AddressPlace;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What provisions cost and what they are for as the days go by, and as things come in late. */
@ExtendWith(ArquillianExtension.class)
@Order(2)
class NewDayIT {
    private static final MunicipalityCode MUNICIPALITY = new MunicipalityCode("GM9921");
    private static final MunicipalityCode NEXT_DOOR = new MunicipalityCode("GM9922");
    private static final User BACK_OFFICE =
            new User(new UserId(921), "back office", MUNICIPALITY, Set.of(Role.BACK_OFFICE), Set.of(), null);
    private static final User ADMINISTRATOR =
            new User(new UserId(922), "administrator", MUNICIPALITY, Set.of(Role.ADMINISTRATOR), Set.of(), null);
    private static final ProviderCode PROVIDER = new ProviderCode("12345678");
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 6, 1);
    private static final Period LONG = new Period(LONG_AGO, LocalDate.of(2028, 12, 31));
    private static final Extent TWO_HOURS = new Extent(120, Unit.MINUTE, Frequency.WEEK);
    private static final Extent TWO_HALF_DAYS = new Extent(2, Unit.HALF_DAY, Frequency.WEEK);
    private static final Money AT_76 = Money.parse("7925.28");
    private static final Money AT_80 = Money.parse("8342.40");
    private static final Bsn ONE = new Bsn("999900006");
    private static final Bsn OTHER = new Bsn("999900018");

    @Inject
    private Provisions provisions;

    @Inject
    private Repairs repairs;

    @Inject
    private NeedMappings needMappings;

    @Inject
    private NightlyPrices nightlyPrices;

    @Inject
    private Neighbourhoods neighbourhoods;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Sql sql;

    @Inject
    private Told told;

    @PersistenceUnit(unitName = "buurtbundel")
    private EntityManagerFactory persistence;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with(SteeredClock.class);
    }

    @BeforeEach
    void start_empty() throws Exception {
        for (String table : List.of(
                "consent",
                "declared_cost",
                "waiting_report",
                "provision",
                "representation",
                "person",
                "household",
                "tariff",
                "reached_day",
                "need_mapping where municipality is not null")) {
            sql.execute("delete from " + table);
        }
        told.clear();
        SteeredClock.moveTo(TODAY);
        neighbourhoods.takeAddresses(List.of(
                new AddressPlace("9921AB", 1, new NeighbourhoodCode("BU99210101")),
                new AddressPlace("9921AB", 2, new NeighbourhoodCode("BU99210102")),
                new AddressPlace("9922AB", 1, new NeighbourhoodCode("BU99220101"))));
    }

    @Test
    void the_price_of_next_year_holds_on_its_first_day_without_anybody_touching_the_provision() throws Exception {
        take(
                tariff(Unit.HOUR, 76, new Period(LocalDate.of(2026, 1, 1), NEW_YEAR.minusDays(1))),
                tariff(Unit.HOUR, 80, Period.from(NEW_YEAR)),
                allocation(1, TWO_HOURS, LONG));
        assertEquals(AT_76, only(TODAY).allocated().amount());

        night(NEW_YEAR.minusDays(1));
        assertEquals(AT_76, only(TODAY).allocated().amount());
        night(NEW_YEAR);
        assertEquals(AT_80, only(NEW_YEAR).allocated().amount());

        long version = sql.number("select sum(version) from provision");
        nightlyPrices.followAll();
        night(NEW_YEAR.plusDays(1));
        assertEquals(version, sql.number("select sum(version) from provision"), "the same again changes nothing");
    }

    @Test
    void what_a_night_missed_the_next_one_does_and_an_expired_price_makes_unknown() {
        take(
                tariff(Unit.HOUR, 76, new Period(LocalDate.of(2026, 1, 1), NEW_YEAR.minusDays(1))),
                allocation(1, TWO_HOURS, LONG),
                allocation(2, TWO_HOURS, new Period(LONG_AGO, LocalDate.of(2026, 11, 30))));
        night(TODAY);
        assertEquals(0, as(BACK_OFFICE, repairs::countMine));

        night(NEW_YEAR.plusDays(8));
        assertEquals(UnknownReason.NO_TARIFF, only(NEW_YEAR).allocated().unknown());
        assertEquals(
                List.of("1"),
                as(BACK_OFFICE, () -> repairs.list(0, 10)).stream()
                        .map(item -> item.number().value())
                        .toList(),
                "what had ended keeps its price");
    }

    @Test
    void everything_of_a_provider_follows_however_much_it_is() throws Exception {
        List<ProvisionCommand> commands = new ArrayList<>(
                List.of(tariff(Unit.HOUR, 76, Period.from(LONG_AGO)), tariff(Unit.HOUR, 80, Period.from(NEW_YEAR))));
        for (int i = 1; i <= 1_001; i++) {
            commands.add(allocation(i, TWO_HOURS, LONG));
        }
        take(commands.toArray(ProvisionCommand[]::new));

        night(NEW_YEAR);

        assertEquals(
                1_001,
                sql.number("select count(*) from provision where municipality = 'GM9921' and annual_cents = 834240"));
    }

    @Test
    void one_municipality_in_trouble_does_not_keep_the_others_waiting_and_is_done_once_it_is_well() throws Exception {
        take(
                tariff(Unit.HOUR, 76, Period.from(LONG_AGO)),
                tariff(Unit.HOUR, 80, Period.from(NEW_YEAR)),
                allocation(1, TWO_HOURS, LONG));
        sql.execute("update tariff set last_day = date '2020-01-01' where first_day = date '2027-01-01'");
        User nextDoor = User.system(NEXT_DOOR);
        as(
                nextDoor,
                () -> provisions.take(List.of(
                        tariff(Unit.HOUR, 76, Period.from(LONG_AGO)),
                        tariff(Unit.HOUR, 80, Period.from(NEW_YEAR)),
                        allocation(1, ONE, "9922AB", 1, TWO_HOURS, LONG, TODAY))));

        night(NEW_YEAR);
        assertEquals(
                AT_80,
                as(nextDoor, () -> provisions.listCostedProvisions(NEXT_DOOR, NEW_YEAR))
                        .get(0)
                        .allocated()
                        .amount());
        assertEquals(AT_76, only(NEW_YEAR).allocated().amount());

        sql.execute("update tariff set last_day = null");
        night(NEW_YEAR.plusDays(1));
        assertEquals(AT_80, only(NEW_YEAR).allocated().amount());
    }

    @Test
    void a_load_that_began_before_midnight_and_came_in_after_it_has_the_prices_of_the_new_day_a_night_later() {
        take(
                tariff(Unit.HOUR, 76, new Period(LocalDate.of(2026, 1, 1), NEW_YEAR.minusDays(1))),
                tariff(Unit.HOUR, 80, Period.from(NEW_YEAR)),
                allocation(1, TWO_HOURS, LONG));
        night(NEW_YEAR);
        SteeredClock.moveTo(NEW_YEAR.minusDays(1));
        take(allocation(2, TWO_HOURS, LONG));
        assertEquals(AT_76, listed(NEW_YEAR).get(1).allocated().amount());

        night(NEW_YEAR.plusDays(1));
        assertEquals(
                List.of(AT_80, AT_80),
                listed(NEW_YEAR).stream()
                        .map(provision -> provision.allocated().amount())
                        .toList());
    }

    @Test
    void what_has_stopped_keeps_the_price_of_its_last_day_and_has_todays_when_it_starts_again() throws Exception {
        LocalDate stopped = LocalDate.of(2026, 6, 30);
        take(
                tariff(Unit.HOUR, 76, new Period(LocalDate.of(2026, 1, 1), NEW_YEAR.minusDays(1))),
                tariff(Unit.HOUR, 80, Period.from(NEW_YEAR)),
                allocation(1, TWO_HOURS, LONG),
                allocation(2, TWO_HALF_DAYS, LONG),
                allocation(3, OTHER, "9921AB", 2, TWO_HOURS, LONG, TODAY),
                stop(1, ONE, stopped, "36", stopped));
        night(NEW_YEAR);
        assertEquals(AT_76, aYear(1));
        assertEquals(AT_80, aYear(3));

        SteeredClock.moveTo(LocalDate.of(2027, 3, 1));
        take(tariff(Unit.HOUR, 90, Period.from(NEW_YEAR)));
        assertEquals(AT_76, aYear(1));
        setTariff(2, Price.perUnit(Unit.HALF_DAY, Money.ofEuros(60)));
        assertEquals(AT_76, aYear(1));
        assertEquals(List.of(AT_76), told.amounts(), "nothing that was told is worth something else");

        // a report that comes late is about the price of then
        assertEquals(Money.parse("9385.20"), aYear(3));
        take(stop(3, OTHER, NEW_YEAR.minusDays(1), "36", LocalDate.of(2027, 3, 1)));
        assertEquals(List.of(AT_76, AT_76), told.amounts());
        take(start(3, OTHER, LocalDate.of(2027, 3, 1)));
        assertEquals(Money.parse("9385.20"), aYear(3));
    }

    @Test
    void help_that_takes_over_counts_at_the_price_and_the_need_of_its_first_day_and_nothing_is_told_for_nothing() {
        take(
                tariff(Unit.HOUR, 76, new Period(LocalDate.of(2026, 1, 1), NEW_YEAR.minusDays(1))),
                tariff(Unit.HOUR, 80, Period.from(NEW_YEAR)),
                allocation(1, TWO_HOURS, LONG),
                stop(1, ONE, TODAY.minusDays(1), "36", TODAY));
        take(allocation(2, TWO_HOURS, LONG.intersection(Period.from(TODAY)).orElseThrow()));
        assertEquals(2, told.all().size());
        assertEquals(List.of(AT_76), successors());

        // what is indexed, what the need table says later, the same again, and what is about others
        map(Need.GUIDANCE, Period.from(NEW_YEAR));
        night(NEW_YEAR);
        night(NEW_YEAR.plusDays(1));
        assertEquals(AT_80, listed(NEW_YEAR).get(0).allocated().amount());
        assertEquals(Need.GUIDANCE, listed(NEW_YEAR).get(0).need());
        take(tariff(Unit.HOUR, 80, Period.from(NEW_YEAR)));
        take(stop(1, ONE, TODAY.minusDays(1), "36", TODAY));
        take(allocation(2, TWO_HOURS, LONG.intersection(Period.from(TODAY)).orElseThrow()));
        take(allocation(3, OTHER, "9921AB", 2, TWO_HOURS, LONG, TODAY));
        assertEquals(2, told.all().size());

        take(tariff(Unit.HOUR, 90, new Period(LocalDate.of(2026, 1, 1), NEW_YEAR.minusDays(1))));
        assertEquals(List.of(Money.parse("9385.20")), successors());
        assertEquals(Money.parse("9385.20"), told.last().allocated().amount());
        assertEquals(3, told.all().size());
        map(Need.GUIDANCE, new Period(LocalDate.of(2026, 1, 1), NEW_YEAR.minusDays(1)));
        assertEquals(4, told.all().size());
        assertEquals(Need.GUIDANCE, told.last().need());
        assertEquals(List.of(Money.parse("9385.20")), successors());
    }

    @Test
    void help_that_takes_over_from_two_at_once_is_divided_over_them_and_never_counted_twice() {
        Extent fourHours = new Extent(240, Unit.MINUTE, Frequency.WEEK);
        take(
                tariff(Unit.HOUR, 76, Period.from(LocalDate.of(2020, 1, 1))),
                allocation(1, TWO_HOURS, LONG),
                allocation(2, fourHours, LONG),
                // over for years: it takes no part in what begins now
                allocation(3, TWO_HOURS, new Period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31))),
                stop(1, ONE, TODAY.minusDays(1), "36", TODAY),
                stop(2, ONE, TODAY.minusDays(1), "36", TODAY),
                stop(3, ONE, LocalDate.of(2022, 6, 30), "36", TODAY));
        take(allocation(4, TWO_HOURS, Period.from(TODAY)));
        assertEquals(List.of(Money.parse("2641.76")), successorsOf(1));
        assertEquals(List.of(Money.parse("5283.52")), successorsOf(2));
        assertEquals(AT_76, Money.sum(successorsOf(1)).plus(Money.sum(successorsOf(2))));
    }

    private List<Money> successorsOf(long number) {
        ProvisionId id = as(
                        User.system(MUNICIPALITY),
                        () -> provisions.listForRelease(told.all().stream()
                                .map(ProvisionStopped::provision)
                                .distinct()
                                .toList()))
                .stream()
                .filter(one -> one.number().value().equals(Long.toString(number)))
                .map(ProvisionDetails::id)
                .findFirst()
                .orElseThrow();
        return told.all().stream()
                .filter(stopped -> stopped.provision().equals(id))
                .reduce((first, last) -> last)
                .orElseThrow()
                .successors()
                .stream()
                .map(successor -> successor.allocated().amount())
                .toList();
    }

    @Test
    void a_stop_is_told_again_when_a_worker_finds_what_the_help_cost_and_when_its_allocation_is_corrected() {
        take(allocation(1, TWO_HALF_DAYS, LONG), stop(1, ONE, TODAY, "36", TODAY));
        assertEquals(UnknownReason.NO_TARIFF, told.last().allocated().unknown());

        setTariff(1, Price.perUnit(Unit.HALF_DAY, Money.ofEuros(60)));
        assertEquals(Money.parse("6256.80"), told.last().allocated().amount());

        take(allocation(1, new Extent(4, Unit.HALF_DAY, Frequency.WEEK), LONG));
        assertEquals(Money.parse("12513.60"), told.last().allocated().amount());
        assertEquals(3, told.all().size());

        take(allocation(1, TWO_HOURS, LONG));
        assertEquals(UnknownReason.OTHER_UNIT, told.last().allocated().unknown());
        RepairItem item = as(BACK_OFFICE, () -> repairs.list(0, 10)).get(0);
        as(BACK_OFFICE, () -> {
            repairs.setAnnualCost(item.number(), Money.ofEuros(5_000), item.version());
            return true;
        });
        assertEquals(Money.ofEuros(5_000), told.last().allocated().amount());
        assertEquals(5, told.all().size());
    }

    @Test
    void a_stop_is_told_again_when_help_that_would_take_over_is_removed_or_turns_out_to_have_begun_before_it() {
        Period after = LONG.intersection(Period.from(TODAY)).orElseThrow();
        take(
                tariff(Unit.HOUR, 76, Period.from(LONG_AGO)),
                allocation(1, TWO_HOURS, LONG),
                allocation(2, TWO_HOURS, after),
                stop(1, ONE, TODAY.minusDays(1), "36", TODAY));
        assertEquals(List.of(AT_76), successors());

        take(removed(2, "9921AB", TODAY.plusDays(1)));
        assertEquals(List.of(), successors());
        take(allocation(3, TWO_HOURS, after));
        assertEquals(List.of(AT_76), successors());
        take(allocation(3, ONE, "9921AB", 1, TWO_HOURS, LONG, TODAY.plusDays(1)));
        assertEquals(List.of(), successors());
        assertEquals(4, told.all().size());
    }

    @Test
    void a_load_of_many_persons_asks_as_often_for_what_has_stopped_as_one_of_few() {
        List<Bsn> many = IntStream.range(999_900_000, 999_906_000)
                .mapToObj(Integer::toString)
                .filter(Bsn::isValid)
                .map(Bsn::new)
                .limit(400)
                .toList();
        assertEquals(400, many.size());
        List<ProvisionCommand> first = new ArrayList<>(List.of(tariff(Unit.HOUR, 76, Period.from(LONG_AGO))));
        List<ProvisionCommand> second = new ArrayList<>();
        for (int i = 0; i < many.size(); i++) {
            Bsn bsn = many.get(i);
            first.add(allocation(2L * i, bsn, "9921AB", 1, TWO_HOURS, LONG, TODAY));
            first.add(stop(2L * i, bsn, TODAY.minusDays(1), "36", TODAY));
            second.add(allocation(2L * i + 1, bsn, "9921AB", 1, TWO_HOURS, Period.from(TODAY), TODAY));
        }
        take(first.toArray(ProvisionCommand[]::new));
        assertEquals(400, told.all().size());

        Map<String, Integer> asked = Queries.during(persistence, () -> {
            take(second.toArray(ProvisionCommand[]::new));
            return true;
        });
        assertEquals(800, told.all().size());
        for (String entity : List.of("Provision", "Person", "DeclaredCost", "Tariff")) {
            assertTrue(asked.getOrDefault(entity, 0) < 10, asked::toString);
        }
    }

    private List<Money> successors() {
        return told.last().successors().stream()
                .map(successor -> successor.allocated().amount())
                .toList();
    }

    private Money aYear(long number) throws Exception {
        return Money.ofCents(sql.number("select annual_cents from provision where number = '" + number + "'"));
    }

    @Test
    void a_row_of_today_says_what_help_is_for_that_runs_already_and_so_for_what_comes_in_with_an_earlier_first_day() {
        take(tariff(Unit.HOUR, 76, Period.from(LONG_AGO)), allocation(1, TWO_HOURS, LONG));
        assertEquals(Need.PARENTING_SUPPORT, only(TODAY).need());

        map(Need.PROTECTED, Period.from(TODAY));
        assertEquals(List.of(), listed(TODAY));
        take(allocation(2, TWO_HOURS, LONG));
        assertEquals(List.of(), listed(TODAY));

        MappedNeed row = as(ADMINISTRATOR, needMappings::list).stream()
                .filter(MappedNeed::own)
                .findFirst()
                .orElseThrow();
        as(ADMINISTRATOR, () -> {
            needMappings.end(row.id(), row.version(), TODAY.plusDays(2));
            return true;
        });
        night(TODAY.plusDays(2));
        assertEquals(List.of(), listed(TODAY));
        night(TODAY.plusDays(3));
        assertEquals(2, listed(TODAY).size());
    }

    @Test
    void a_row_of_later_begins_in_its_first_night_and_what_had_ended_stays_what_it_was() throws Exception {
        take(
                tariff(Unit.HOUR, 76, Period.from(LONG_AGO)),
                allocation(1, TWO_HOURS, LONG),
                allocation(2, TWO_HOURS, new Period(LONG_AGO, LocalDate.of(2026, 11, 30))));
        map(Need.GUIDANCE, Period.from(TODAY.plusDays(10)));

        night(TODAY.plusDays(9));
        assertEquals(Need.PARENTING_SUPPORT, only(TODAY).need());
        night(TODAY.plusDays(10));
        assertEquals(Need.GUIDANCE, only(TODAY).need());
        assertEquals(1, sql.number("select count(*) from provision where number = '2' and need = 'PARENTING_SUPPORT'"));
    }

    @Test
    void a_price_entered_for_one_allocation_takes_the_price_of_no_other_away() {
        take(
                tariff(Unit.HOUR, 76, Period.from(LocalDate.of(2026, 1, 1))),
                allocation(1, TWO_HOURS, LONG),
                allocation(2, TWO_HALF_DAYS, LONG),
                allocation(3, TWO_HALF_DAYS, LONG));
        assertEquals(2, as(BACK_OFFICE, repairs::countMine));

        assertEquals(1, setTariff(2, Price.perUnit(Unit.HALF_DAY, Money.ofEuros(60))), "the third came along");

        assertEquals(0, as(BACK_OFFICE, repairs::countMine));
        assertEquals(
                List.of(AT_76, Money.parse("6256.80"), Money.parse("6256.80")),
                listed(TODAY).stream()
                        .map(provision -> provision.allocated().amount())
                        .toList());

        take(tariff(Unit.HOUR, 80, Period.from(LocalDate.of(2026, 1, 1))));
        assertEquals(
                List.of(AT_80, Money.parse("6256.80"), Money.parse("6256.80")),
                listed(TODAY).stream()
                        .map(provision -> provision.allocated().amount())
                        .toList());
    }

    @Test
    void a_price_that_would_make_what_another_costs_unknown_is_refused() {
        take(
                tariff(Unit.HOUR, 76, Period.from(LocalDate.of(2026, 1, 1))),
                allocation(1, TWO_HOURS, Period.from(LONG_AGO)),
                allocation(2, TWO_HALF_DAYS, LONG));
        for (Price price : List.of(
                new Price(ContractForm.PER_TRAJECTORY, null, Money.ofEuros(900)),
                new Price(ContractForm.LUMP_SUM, null, null))) {
            RuntimeException thrown = assertThrows(RuntimeException.class, () -> setTariff(2, price));
            Refusal refusal = assertInstanceOf(Refusal.class, Refusal.unwrapped(thrown));
            assertEquals("provision.error.tariff-makes-unknown", refusal.code());
        }

        assertEquals(AT_76, listed(TODAY).get(0).allocated().amount());
        setTariff(2, Price.perUnit(Unit.HALF_DAY, Money.ofEuros(60)));
        assertEquals(0, as(BACK_OFFICE, repairs::countMine));
    }

    @Test
    void an_older_allocation_that_comes_late_moves_nobody_back() throws Exception {
        LocalDate spring = LocalDate.of(2026, 3, 1);
        LocalDate autumn = LocalDate.of(2026, 9, 1);
        take(
                allocation(1, ONE, "9921AB", 2, TWO_HOURS, LONG, autumn),
                allocation(2, OTHER, "9921AB", 2, TWO_HOURS, LONG, autumn));
        assertEquals(1, households());

        take(allocation(3, ONE, "9921AB", 1, TWO_HOURS, LONG, spring));
        assertEquals(1, households());
        assertEquals(1, sql.number("select count(*) from household"));

        take(allocation(4, ONE, "9921AB", 1, TWO_HOURS, LONG, autumn.plusDays(1)));
        assertEquals(2, households());
    }

    @Test
    void who_moved_lives_at_the_newest_address_in_whatever_order_one_load_has_them() {
        LocalDate spring = LocalDate.of(2026, 3, 1);
        LocalDate autumn = LocalDate.of(2026, 9, 1);
        take(
                allocation(1, OTHER, "9921AB", 2, TWO_HOURS, LONG, spring),
                allocation(2, ONE, "9921AB", 2, TWO_HOURS, LONG, autumn),
                allocation(3, ONE, "9921AB", 1, TWO_HOURS, LONG, spring));

        assertEquals(1, households());
    }

    @Test
    void what_was_removed_and_is_sent_again_waits_for_its_place_from_then_on() {
        take(allocation(1, ONE, "9999XX", 1, TWO_HOURS, LONG, TODAY));
        assertEquals(1, as(BACK_OFFICE, repairs::countMine));
        SteeredClock.moveTo(TODAY.plusDays(1));
        take(removed(1, "9999XX", TODAY.plusDays(1)));
        assertEquals(0, as(BACK_OFFICE, repairs::countMine));

        SteeredClock.moveTo(TODAY.plusDays(2));
        take(allocation(1, ONE, "9999XX", 1, TWO_HOURS, LONG, TODAY.plusDays(2)));
        RepairItem again = as(BACK_OFFICE, () -> repairs.list(0, 10)).get(0);
        assertEquals("9999XX", again.postcode());
        assertEquals(UnknownReason.ADDRESS_WITHOUT_NEIGHBOURHOOD, again.place());
        assertEquals(
                1,
                as(
                        BACK_OFFICE,
                        () -> repairs.countSince(
                                TODAY.plusDays(2).atTime(LocalTime.of(0, 0)).toInstant(ZoneOffset.UTC))),
                "the report of this import counts it");
    }

    private void night(LocalDate day) {
        SteeredClock.moveTo(day);
        nightlyPrices.followAll();
    }

    private void take(ProvisionCommand... commands) {
        as(BACK_OFFICE, () -> provisions.take(List.of(commands)));
    }

    private void map(Need need, Period validity) {
        as(ADMINISTRATOR, () -> {
            needMappings.map(Law.JEUGDWET, "45", "45A04", need, validity);
            return true;
        });
    }

    private int setTariff(long number, Price price) {
        RepairItem item = as(BACK_OFFICE, () -> repairs.list(0, 10)).stream()
                .filter(one -> one.number().value().equals(Long.toString(number)))
                .findFirst()
                .orElseThrow();
        return as(BACK_OFFICE, () -> repairs.setTariff(item.number(), price, item.version()));
    }

    private static TariffCommand tariff(Unit unit, int euros, Period validity) {
        return new TariffCommand(
                PROVIDER, Law.JEUGDWET, "45", "45A04", Price.perUnit(unit, Money.ofEuros(euros)), validity);
    }

    private static AllocationCommand allocation(long number, Extent extent, Period period) {
        return allocation(number, ONE, "9921AB", 1, extent, period, TODAY);
    }

    private static AllocationCommand allocation(
            long number, Bsn bsn, String postcode, int house, Extent extent, Period period, LocalDate allocatedOn) {
        return allocation(number, bsn, postcode, house, extent, period, allocatedOn, null);
    }

    private static AllocationCommand removed(long number, String postcode, LocalDate allocatedOn) {
        return allocation(number, ONE, postcode, 1, TWO_HOURS, new Period(LONG_AGO, LONG_AGO), allocatedOn, "13");
    }

    private static AllocationCommand allocation(
            long number,
            Bsn bsn,
            String postcode,
            int house,
            Extent extent,
            Period period,
            LocalDate allocatedOn,
            @Nullable String changeReason) {
        return new AllocationCommand(
                AllocationNumber.ofMessage(Law.JEUGDWET, number),
                PROVIDER,
                bsn,
                2015,
                new PostalAddress(postcode, house, "", ""),
                "45",
                "45A04",
                allocatedOn.atTime(9, 30),
                period,
                changeReason,
                extent,
                null);
    }

    private static StopCommand stop(long number, Bsn bsn, LocalDate lastDay, String reason, LocalDate reported) {
        return new StopCommand(
                AllocationNumber.ofMessage(Law.JEUGDWET, number), PROVIDER, bsn, lastDay, reason, reported, false);
    }

    private static StartCommand start(long number, Bsn bsn, LocalDate on) {
        return new StartCommand(AllocationNumber.ofMessage(Law.JEUGDWET, number), PROVIDER, bsn, on, on, false);
    }

    private CostedProvision only(LocalDate day) {
        List<CostedProvision> all = listed(day);
        assertEquals(1, all.size());
        return all.get(0);
    }

    private List<CostedProvision> listed(LocalDate day) {
        return as(User.system(MUNICIPALITY), () -> provisions.listCostedProvisions(MUNICIPALITY, day));
    }

    private long households() {
        return listed(TODAY).stream().map(CostedProvision::household).distinct().count();
    }

    private <T> T as(User user, Supplier<T> work) {
        return currentUser.runAs(user, work);
    }

    /** Hears what is told of help that stopped, as the room that releases money does. */
    @ApplicationScoped
    static class Told {
        private final List<ProvisionStopped> all = new CopyOnWriteArrayList<>();

        void hear(@Observes ProvisionStopped stopped) {
            all.add(stopped);
        }

        List<ProvisionStopped> all() {
            return all;
        }

        ProvisionStopped last() {
            return all.get(all.size() - 1);
        }

        List<Money> amounts() {
            return all.stream().map(stopped -> stopped.allocated().amount()).toList();
        }

        void clear() {
            all.clear();
        }
    }
}
