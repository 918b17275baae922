package nl.buurtbundel.suggestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Sql;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.catalogue.CatalogueItem;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.CostLine;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.catalogue.Way;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.AddressPlace;
import nl.buurtbundel.neighbourhood.KeyFigures;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.opportunity.Opportunities;
import nl.buurtbundel.opportunity.Opportunity;
import nl.buurtbundel.opportunity.Overview;
import nl.buurtbundel.opportunity.TakenNeeds;
import nl.buurtbundel.provision.AllocationCommand;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.provision.Bsn;
import nl.buurtbundel.provision.CostedProvision;
import nl.buurtbundel.provision.Extent;
import nl.buurtbundel.provision.Frequency;
import nl.buurtbundel.provision.HouseholdId;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.Need;
import nl.buurtbundel.provision.PostalAddress;
import nl.buurtbundel.provision.Price;
import nl.buurtbundel.provision.ProviderCode;
import nl.buurtbundel.provision.ProvisionCommand;
import nl.buurtbundel.provision.Provisions;
import nl.buurtbundel.provision.TariffCommand;
import nl.buurtbundel.provision.Unit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From provisions to ideas, in the server and on its database. */
@ExtendWith(ArquillianExtension.class)
class SuggestionsIT {
    private static final MunicipalityCode MUNICIPALITY = new MunicipalityCode("GM9904");
    private static final NeighbourhoodCode HAVEN = new NeighbourhoodCode("BU99040101");
    private static final NeighbourhoodCode QUAY = new NeighbourhoodCode("BU99040102");
    private static final ProviderCode PROVIDER = new ProviderCode("12345678");
    private static final User TEAM = user(41, Role.TEAM_WORKER, Set.of(HAVEN));
    private static final User RESIDENT = user(42, Role.RESIDENT, Set.of(HAVEN));
    private static final User ALDERMAN = user(43, Role.ALDERMAN, Set.of());
    private static final User ADMINISTRATOR = user(44, Role.ADMINISTRATOR, Set.of());
    private static final User SYSTEM = User.system(MUNICIPALITY);

    @Inject
    private Suggestions suggestions;

    @Inject
    private Invitations invitations;

    @Inject
    private LettersCare lettersCare;

    @Inject
    private Opportunities opportunities;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Provisions provisions;

    @Inject
    private Neighbourhoods neighbourhoods;

    @Inject
    private TakenNeeds takenNeeds;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with();
    }

    @BeforeEach
    void flagship() throws Exception {
        for (String table : List.of(
                "invitation_slice",
                "invitation_run",
                "suggestion_proposal",
                "suggestion",
                "catalogue_version",
                "opportunity_snapshot",
                "opportunity_renamed_household",
                "opportunity_taken_need",
                "consent",
                "declared_cost",
                "provision",
                "representation",
                "person",
                "household",
                "tariff")) {
            sql.execute("delete from " + table);
        }
        neighbourhoods.takeKeyFigures(List.of(
                new KeyFigures(HAVEN, "Haven", 2024, null, null, null, null, null),
                new KeyFigures(QUAY, "Kade", 2024, null, null, null, null, null)));
        List<AddressPlace> addresses = new ArrayList<>();
        List<ProvisionCommand> commands = new ArrayList<>();
        commands.add(tariff("45A04", 76));
        commands.add(tariff("45A03", 98));
        for (int i = 1; i <= 105; i++) {
            boolean elsewhere = i > 98;
            addresses.add(new AddressPlace("9904AB", i, elsewhere ? QUAY : HAVEN));
            commands.add(allocation(i, i <= 56 ? 120 : 150, i <= 56 ? "45A04" : "45A03"));
        }
        neighbourhoods.takeAddresses(addresses);
        as(SYSTEM, () -> provisions.take(commands));
        as(SYSTEM, () -> {
            catalogue.loadStandard();
            return true;
        });
    }

    @Test
    void the_team_gets_the_sum_of_the_worked_example_out_of_messages_and_the_catalogue() {
        SuggestionCard card = as(TEAM, () -> suggestions.list(HAVEN)).get(0);
        assertEquals(98, card.opportunity().households());
        assertEquals(Money.parse("833285.84"), card.opportunity().expected());
        assertNotNull(card.suggestion());
        assertEquals(Money.parse("11895.81"), card.suggestion().headline().result());
        assertEquals(66, card.suggestion().headline().breakEven());
        assertEquals(new SuggestionCard.Joining(70, 98), card.suggestion().joining());
        SuggestionView view = as(TEAM, () -> suggestions.read(card.suggestion().id()));
        assertEquals("neighbourhood-creche", view.sum().alternative().id());
        assertEquals(Money.parse("166665.44"), view.sum().cost().amount());
        assertEquals(Money.parse("-44744.50"), view.sum().firstYear().result());
        assertNotNull(view.sum().proof());
        assertTrue(view.sum().proof().proved());
        assertFalse(view.others().isEmpty());
    }

    @Test
    void a_shown_suggestion_stays_as_it_was_when_the_catalogue_changes() throws Exception {
        publishOutside();
        SuggestionId first = id(as(TEAM, () -> suggestions.list(HAVEN)));
        assertEquals(first, id(as(TEAM, () -> suggestions.list(HAVEN))));

        CatalogueItem item = as(ADMINISTRATOR, () -> catalogue.read("neighbourhood-creche"));
        CollectiveAlternative dearer = item.alternative()
                .withPrice(
                        "room",
                        Money.ofEuros(9),
                        item.alternative().line("room").assumption())
                .withWays(List.of(Way.CARRIED));
        long previews = sql.number("select count(*) from audit_event where action = 'suggestion.preview'");
        List<SuggestionChange> changes = as(ADMINISTRATOR, () -> suggestions.preview(dearer));
        assertEquals(previews + 1, sql.number("select count(*) from audit_event where action = 'suggestion.preview'"));
        assertEquals(1, changes.size());
        assertEquals(70, Objects.requireNonNull(changes.get(0).before()).breakEven());
        assertEquals(
                Money.parse("166665.44"),
                Objects.requireNonNull(changes.get(0).before()).cost());
        assertEquals(
                Money.parse("167677.44"),
                Objects.requireNonNull(changes.get(0).after()).cost());
        assertEquals(2, as(ADMINISTRATOR, () -> catalogue.change(dearer, item.version())));
        assertThrows(Conflict.class, () -> as(ADMINISTRATOR, () -> catalogue.change(item.alternative(), 1)));
        assertThrows(NotFound.class, () -> as(TEAM, () -> catalogue.change(item.alternative(), 2)));

        SuggestionId second = id(as(TEAM, () -> suggestions.list(HAVEN)));
        assertNotEquals(first, second);
        SuggestionView before = as(TEAM, () -> suggestions.read(first));
        assertFalse(before.current());
        assertEquals(Money.parse("166665.44"), before.sum().cost().amount());
        assertEquals(1, before.sum().catalogueVersion());
        assertFalse(before.sum().alternative().helpsInOneWayOnly());
        assertEquals(2, as(TEAM, () -> suggestions.read(second)).sum().catalogueVersion());
        assertTrue(as(TEAM, () -> suggestions.read(second)).sum().alternative().helpsInOneWayOnly());
        assertEquals(List.of(Way.LEARNING, Way.CARRIED), as(TEAM, () -> suggestions.listWays(first)));
        assertEquals(
                2,
                as(ADMINISTRATOR, () -> catalogue.listVersions("neighbourhood-creche"))
                        .size());
    }

    @Test
    void an_edit_shows_what_we_would_propose_instead_and_a_copy_is_added_once() {
        publishOutside();
        as(TEAM, () -> suggestions.list(HAVEN));
        CollectiveAlternative creche =
                as(ADMINISTRATOR, () -> catalogue.read("neighbourhood-creche")).alternative();
        CollectiveAlternative costly = creche.withPrice(
                "room", Money.ofEuros(9_000), creche.line("room").assumption());
        SuggestionChange change =
                as(ADMINISTRATOR, () -> suggestions.preview(costly)).get(0);
        assertEquals(creche.name(), change.proposedBefore());
        assertNotEquals(creche.name(), change.proposedAfter());

        CollectiveAlternative copy = creche.copiedAs(new Text("Crèche zonder zaal", "Crèche without a room"));
        assertEquals("cr-che-without-a-room", copy.id());
        CollectiveAlternative cheaper =
                copy.withPrice("room", Money.ZERO, creche.line("room").assumption());
        assertThrows(NotFound.class, () -> as(TEAM, () -> add(cheaper)));
        List<SuggestionChange> added = as(ADMINISTRATOR, () -> suggestions.preview(cheaper));
        assertEquals(cheaper.name(), added.get(0).proposedAfter());
        assertNull(added.get(0).before());
        as(ADMINISTRATOR, () -> add(cheaper));
        assertThrows(Refusal.class, () -> as(ADMINISTRATOR, () -> add(cheaper)));
        SuggestionCard.Proposed proposed =
                as(TEAM, () -> suggestions.list(HAVEN)).get(0).suggestion();
        assertNotNull(proposed);
        assertEquals(cheaper.name(), proposed.alternative());
    }

    private boolean add(CollectiveAlternative alternative) {
        catalogue.add(alternative);
        return true;
    }

    @Test
    void residents_see_the_idea_from_the_invitation_on_and_never_the_sum() throws Exception {
        publishOutside();
        SuggestionId id = id(as(TEAM, () -> suggestions.list(HAVEN)));
        assertEquals(List.of(), as(RESIDENT, () -> suggestions.listIdeas(HAVEN)));
        assertThrows(NotFound.class, () -> as(RESIDENT, () -> suggestions.readIdea(id)));
        Invitation coffee = new Invitation(LocalDateTime.now(clock).plusDays(7), "Buurthuis Haven", "Sanne, 0900 1234");
        assertThrows(NotFound.class, () -> as(RESIDENT, () -> invitations.invite(id, coffee)));
        assertThrows(NotFound.class, () -> as(ALDERMAN, () -> invitations.invite(id, coffee)));

        LettersId letters = invite(id, coffee);
        awaitLetters(id, LettersState.READY);
        assertThrows(NotFound.class, () -> as(RESIDENT, () -> invitations.download(letters)));
        assertThrows(NotFound.class, () -> as(ALDERMAN, () -> invitations.find(id)));
        assertEquals('%', as(TEAM, () -> invitations.download(letters))[0]);

        // what went before is not read again: many invitations make many versions
        sql.execute(
                "insert into suggestion (id, version, municipality, neighbourhood, need, alternative, made_at, standing,"
                        + " invited_on, document) select -1, 0, municipality, neighbourhood, need, alternative, made_at, false,"
                        + " invited_on, '' from suggestion where id = " + id.value());
        assertEquals(1, as(RESIDENT, () -> suggestions.listIdeas(HAVEN)).size());
        Idea idea = as(RESIDENT, () -> suggestions.listIdeas(HAVEN)).get(0);
        assertEquals(idea, as(RESIDENT, () -> suggestions.readIdea(id)));
        assertEquals(66, idea.householdsNeeded());
        assertEquals(16, idea.places());
        assertThrows(NotFound.class, () -> as(RESIDENT, () -> suggestions.read(id)));
        assertThrows(NotFound.class, () -> as(RESIDENT, () -> suggestions.listIdeas(QUAY)));
    }

    @Test
    void letters_are_kept_until_they_are_downloaded_and_can_be_made_again() throws Exception {
        SuggestionId id = id(as(TEAM, () -> suggestions.list(HAVEN)));
        Invitation coffee = new Invitation(LocalDateTime.now(clock).plusDays(7), "Buurthuis Haven", "Sanne, 0900 1234");
        LettersId first = invite(id, coffee);
        Letters ready = awaitLetters(id, LettersState.READY);
        assertEquals(ready.addresses(), ready.written());
        assertNotNull(ready.keptUntil());
        assertEquals(coffee.place(), ready.invitation().place());

        as(TEAM, () -> invitations.download(first));
        assertEquals(
                1,
                as(TEAM, () -> invitations.download(first).length > 1_000 ? 1 : 0),
                "an interrupted download may be tried again");
        as(TEAM, () -> {
            invitations.arrived(first);
            return true;
        });
        assertThrows(Refusal.class, () -> as(TEAM, () -> invitations.download(first)));
        assertEquals(0, sql.number("select count(*) from invitation_slice"));

        LettersId second = invite(id, ready.invitation());
        awaitLetters(id, LettersState.READY);
        sql.execute("update invitation_run set ready_at = '2020-01-01 00:00:00' where id = " + second.value());
        assertEquals(
                LettersState.EXPIRED,
                as(TEAM, () -> invitations.find(id)).orElseThrow().state());
        lettersCare.expire();
        assertEquals(0, sql.number("select count(*) from invitation_slice"));
    }

    @Test
    void letters_of_a_process_that_died_have_failed_and_a_running_one_is_not_started_twice() throws Exception {
        SuggestionId id = id(as(TEAM, () -> suggestions.list(HAVEN)));
        Invitation coffee = new Invitation(LocalDateTime.now(clock).plusDays(7), "Buurthuis Haven", "Sanne, 0900 1234");
        LettersId first = invite(id, coffee);
        awaitLetters(id, LettersState.READY);
        sql.execute("update invitation_run set state = 'RUNNING', alive_at = '2199-01-01 00:00:00' where id = "
                + first.value());
        assertThrows(Refusal.class, () -> as(TEAM, () -> invitations.invite(id, coffee)));
        sql.execute("update invitation_run set alive_at = '2020-01-01 00:00:00' where id = " + first.value());
        assertEquals(
                LettersState.FAILED,
                as(TEAM, () -> invitations.find(id)).orElseThrow().state());
        invite(id, coffee);
        awaitLetters(id, LettersState.READY);
    }

    private Letters awaitLetters(SuggestionId id, LettersState wanted) {
        for (int i = 0; i < 600; i++) {
            Letters letters = as(TEAM, () -> invitations.find(id)).orElseThrow();
            if (letters.state() == wanted) {
                return letters;
            }
            LockSupport.parkNanos(100_000_000L);
        }
        throw new AssertionError("no letters that are " + wanted);
    }

    @Test
    void outside_the_team_numbers_are_rounded_and_seven_households_are_not_shown() {
        Overview overview = as(ALDERMAN, () -> opportunities.overview());
        Overview.Place quay = overview.places().stream()
                .filter(place -> place.code().equals(QUAY))
                .findFirst()
                .orElseThrow();
        assertNull(quay.total().households());
        assertEquals(List.of(), quay.needs());
        assertEquals(List.of(), as(ALDERMAN, () -> opportunities.list(QUAY)));
        // 105 in all and 7 hidden: the other neighbourhood or the total is hidden as well
        Overview.Place haven = overview.places().stream()
                .filter(place -> place.code().equals(HAVEN))
                .findFirst()
                .orElseThrow();
        assertTrue(haven.total().households() == null || overview.total().households() == null);
        SuggestionId id = id(as(TEAM, () -> suggestions.list(HAVEN)));
        assertThrows(NotFound.class, () -> as(ALDERMAN, () -> suggestions.read(id)));
        assertThrows(NotFound.class, () -> as(TEAM, () -> suggestions.list(QUAY)));
    }

    @Test
    void everybody_reads_two_fractions_only_of_what_was_published() {
        publishOutside();
        SuggestionId id = id(as(TEAM, () -> suggestions.list(HAVEN)));
        assertEquals(Optional.of(new CostAgainstToday(20, 93)), suggestions.findPublicCost(id));
        assertEquals(
                new BeganWith(
                        3, new BeganWith.Compared(new CostAgainstToday(20, 93), 70, Money.parse("166665.44"), 66)),
                as(ALDERMAN, () -> suggestions.readBeganWith(id)));
    }

    @Test
    void what_was_shown_before_anything_was_published_is_told_outside_from_the_next_look_on() throws Exception {
        publishOutside();
        sql.execute("insert into import_lock values ('GM9904', 1)");
        SuggestionId first;
        try {
            first = id(as(TEAM, () -> suggestions.list(HAVEN)));
        } finally {
            sql.execute("delete from import_lock where municipality = 'GM9904'");
        }
        as(ALDERMAN, () -> opportunities.overview());
        assertEquals(Optional.empty(), suggestions.findPublicCost(first));
        SuggestionId second = id(as(TEAM, () -> suggestions.list(HAVEN)));
        assertNotEquals(first, second);
        assertTrue(suggestions.findPublicCost(second).isPresent());
    }

    @Test
    void everybody_reads_no_fraction_of_what_is_hidden_for_the_sake_of_a_small_neighbour() {
        SuggestionId id = id(as(TEAM, () -> suggestions.list(HAVEN)));
        as(ALDERMAN, () -> opportunities.overview());
        assertEquals(List.of(), as(ALDERMAN, () -> opportunities.list(HAVEN)), "98 beside 7");
        assertEquals(Optional.empty(), suggestions.findPublicCost(id));
        assertNull(as(ALDERMAN, () -> suggestions.readBeganWith(id)).compared());
        assertEquals(Optional.empty(), as(ALDERMAN, () -> suggestions.findLikelyRelease(id)));
        assertTrue(as(TEAM, () -> suggestions.findLikelyRelease(id)).isPresent());
        Idea idea = as(ALDERMAN, () -> suggestions.readIdea(id));
        assertNull(idea.breakEven(), "it would tell what 98 households cost");
        assertEquals(
                as(TEAM, () -> suggestions.read(id)).sum().alternative().size().minimumHouseholds(),
                idea.householdsNeeded());
    }

    @Test
    void outside_the_team_no_number_of_a_suggestion_tells_of_few_who_came_since_it_was_published() throws Exception {
        publishOutside();
        SuggestionId first = id(as(TEAM, () -> suggestions.list(HAVEN)));
        Seen before = seen(first);
        assertEquals(66, before.breakEven());
        assertEquals(Money.ofEuros(179_000), before.release());

        arrive(500, 9);
        SuggestionId second = id(as(TEAM, () -> suggestions.list(HAVEN)));
        assertNotEquals(first, second);
        assertNotEquals(
                as(TEAM, () -> suggestions.read(first)).sum().likely().breakEven(),
                as(TEAM, () -> suggestions.read(second)).sum().likely().breakEven());
        assertEquals(before, seen(second), "in the same month");
        sql.execute("update opportunity_snapshot set taken_month = '2020-01' where municipality = 'GM9904'");
        id(as(TEAM, () -> suggestions.list(HAVEN)));
        assertEquals(2, sql.number("select count(*) from opportunity_snapshot where municipality = 'GM9904'"));
        assertEquals(before, seen(id(as(TEAM, () -> suggestions.list(HAVEN)))), "nor in the next");

        arrive(520, 3);
        sql.execute("update opportunity_snapshot set taken_month = '2020-02' where municipality = 'GM9904'"
                + " and taken_month <> '2020-01'");
        Seen after = seen(id(as(TEAM, () -> suggestions.list(HAVEN))));
        assertNotEquals(before, after, "twelve may be known of");
    }

    /** What anybody outside the team can read of a suggestion. */
    private record Seen(
            BeganWith beganWith,
            @Nullable Integer breakEven,
            int needed,
            Money yearly,
            Money release,
            Optional<CostAgainstToday> everybody) {}

    private Seen seen(SuggestionId id) {
        Idea idea = as(ALDERMAN, () -> suggestions.readIdea(id));
        return new Seen(
                as(ALDERMAN, () -> suggestions.readBeganWith(id)),
                idea.breakEven(),
                idea.householdsNeeded(),
                idea.yearlyCost(),
                as(ALDERMAN, () -> suggestions.findLikelyRelease(id))
                        .orElseThrow()
                        .aYear(),
                suggestions.findPublicCost(id));
    }

    /** So many households more, who get much support. */
    private void arrive(int first, int households) {
        List<AddressPlace> addresses = new ArrayList<>();
        List<ProvisionCommand> commands = new ArrayList<>();
        for (int i = first; i < first + households; i++) {
            addresses.add(new AddressPlace("9904AB", i, HAVEN));
            commands.add(allocation(i, 300, "45A03"));
        }
        neighbourhoods.takeAddresses(addresses);
        as(SYSTEM, () -> provisions.take(commands));
    }

    @Test
    void outside_the_team_a_headline_stands_for_the_month() throws Exception {
        publishOutside();
        assertNull(headlineOutside(), "nothing was proposed yet");
        SuggestionId first = id(as(TEAM, () -> suggestions.list(HAVEN)));
        SuggestionCard.Proposed seen = headlineOutside();
        assertNotNull(seen);
        assertEquals(first, seen.id());
        assertEquals(Money.ofEuros(12_000), seen.headline().result(), "and too coarse to reckon back");
        assertNull(seen.joining());

        makeDearer("room");
        SuggestionId second = id(as(TEAM, () -> suggestions.list(HAVEN)));
        assertNotEquals(first, second);
        assertEquals(seen, headlineOutside(), "two looks in a month cannot be compared");
        makeDearer("room");
        SuggestionId third = id(as(TEAM, () -> suggestions.list(HAVEN)));
        assertEquals(seen, headlineOutside());

        sql.execute("update suggestion_proposal set proposed_at = '2020-01-01 00:00:00' where suggestion <> "
                + third.value());
        // what the team looks at besides is no proposal
        String other = as(TEAM, () -> suggestions.read(third)).others().get(0).alternative();
        as(TEAM, () -> suggestions.propose(HAVEN, Need.PARENTING_SUPPORT.code(), other));
        sql.execute("update suggestion set made_at = '2020-01-02 00:00:00' where alternative = '" + other + "'");
        SuggestionCard.Proposed next = headlineOutside();
        assertNotNull(next);
        assertEquals(second, next.id(), "the newest of before this month, and not one of it");
    }

    /** Enough households with this need in both places, and another need that can be hidden in its stead. */
    private void publishOutside() {
        List<AddressPlace> addresses = new ArrayList<>();
        List<ProvisionCommand> commands = new ArrayList<>();
        commands.add(tariff("41A10", 40));
        for (int i = 106; i <= 142; i++) {
            boolean here = i > 130;
            addresses.add(new AddressPlace("9904AB", i, here ? HAVEN : QUAY));
            commands.add(i <= 118 ? allocation(i, 120, "45A04") : allocation(i, 120, "41A10"));
        }
        neighbourhoods.takeAddresses(addresses);
        as(SYSTEM, () -> provisions.take(commands));
    }

    private SuggestionCard.@Nullable Proposed headlineOutside() {
        return as(ALDERMAN, () -> suggestions.list(HAVEN)).stream()
                .filter(card -> card.opportunity().need().equals(Need.PARENTING_SUPPORT.code()))
                .findFirst()
                .orElseThrow()
                .suggestion();
    }

    private void makeDearer(String line) {
        CatalogueItem item = as(ADMINISTRATOR, () -> catalogue.read("neighbourhood-creche"));
        CostLine present = item.alternative().line(line);
        CollectiveAlternative dearer =
                item.alternative().withPrice(line, present.price().plus(Money.ofEuros(1)), present.assumption());
        as(ADMINISTRATOR, () -> catalogue.change(dearer, item.version()));
    }

    @Test
    void needs_in_a_running_initiative_leave_the_opportunity_in_steps_that_show_no_single_household() throws Exception {
        List<HouseholdId> joining =
                as(SYSTEM, () -> provisions.listCostedProvisions(HAVEN, LocalDate.now(clock))).stream()
                        .map(CostedProvision::household)
                        .distinct()
                        .limit(19)
                        .toList();
        for (int joined = 1; joined <= joining.size(); joined++) {
            assertTrue(take(joining.get(joined - 1), "initiative:1"));
            assertEquals(joined < 10 ? 98 : 88, households());
        }
        assertFalse(take(joining.get(0), "initiative:2"));
        assertTrue(take(joining.get(0), "initiative:1"));
        transaction.begin();
        takenNeeds.giveBackAll("initiative:1");
        transaction.commit();
        assertEquals(98, households());
        assertTrue(take(joining.get(0), "initiative:2"));
    }

    @Test
    void however_many_look_first_in_a_month_all_see_the_same_picture() throws Exception {
        for (int round = 0; round < 5; round++) {
            sql.execute("delete from opportunity_snapshot");
            int readers = 4;
            CountDownLatch start = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(readers);
            try {
                List<Future<Overview>> looks = new ArrayList<>();
                for (int i = 0; i < readers; i++) {
                    looks.add(threads.submit(() -> {
                        start.await();
                        return as(ALDERMAN, () -> opportunities.overview());
                    }));
                }
                start.countDown();
                for (Future<Overview> look : looks) {
                    assertEquals(looks.get(0).get(), look.get());
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void while_data_comes_in_nothing_new_is_published_and_what_was_published_last_stands() throws Exception {
        publishOutside();
        sql.execute("insert into import_lock values ('GM9904', 1)");
        try {
            assertEquals(
                    List.of(),
                    as(ALDERMAN, () -> opportunities.list(HAVEN)),
                    "half of the first load is not the month’s picture");
            assertEquals(0, sql.number("select count(*) from opportunity_snapshot where municipality = 'GM9904'"));
        } finally {
            sql.execute("delete from import_lock where municipality = 'GM9904'");
        }
        List<Opportunity> published = as(ALDERMAN, () -> opportunities.list(HAVEN));
        assertFalse(published.isEmpty());
        sql.execute("update opportunity_snapshot set taken_month = '2020-01' where municipality = 'GM9904'");
        sql.execute("insert into import_lock values ('GM9904', 1)");
        try {
            assertEquals(
                    published.get(0).households(),
                    as(ALDERMAN, () -> opportunities.list(HAVEN)).get(0).households());
            assertEquals(
                    YearMonth.of(2020, 1),
                    as(ALDERMAN, () -> opportunities.overview()).month());
        } finally {
            sql.execute("delete from import_lock where municipality = 'GM9904'");
        }
    }

    @Test
    void one_household_more_is_not_to_be_seen_in_the_next_month() throws Exception {
        publishOutside();
        Overview first = as(ALDERMAN, () -> opportunities.overview());
        List<Opportunity> before = as(ALDERMAN, () -> opportunities.list(HAVEN));
        sql.execute("update opportunity_snapshot set taken_month = '2020-01' where municipality = 'GM9904'");
        neighbourhoods.takeAddresses(List.of(new AddressPlace("9904AB", 500, HAVEN)));
        as(SYSTEM, () -> provisions.take(List.of(allocation(500, 150, "45A03"))));
        assertEquals(99, households());
        assertEquals(before, as(ALDERMAN, () -> opportunities.list(HAVEN)));
        assertEquals(
                first.places(), as(ALDERMAN, () -> opportunities.overview()).places());
        assertEquals(2, sql.number("select count(*) from opportunity_snapshot where municipality = 'GM9904'"));
    }

    @Test
    void what_has_stood_still_for_more_than_a_year_is_still_compared_with_and_keeps_nothing_back() throws Exception {
        publishOutside();
        as(ALDERMAN, () -> opportunities.overview());
        for (int month = 1; month < 16; month++) {
            aMonthPasses();
            as(ALDERMAN, () -> opportunities.overview());
        }
        List<Opportunity> before = as(ALDERMAN, () -> opportunities.list(HAVEN));
        arrive(500, 9);
        aMonthPasses();
        assertEquals(before, as(ALDERMAN, () -> opportunities.list(HAVEN)));
        arrive(520, 3);
        aMonthPasses();
        assertNotEquals(before, as(ALDERMAN, () -> opportunities.list(HAVEN)));
    }

    @Test
    void households_that_are_known_by_another_number_are_not_taken_for_others() throws Exception {
        publishOutside();
        as(ALDERMAN, () -> opportunities.overview());
        List<Opportunity> before = as(ALDERMAN, () -> opportunities.list(HAVEN));
        List<AddressPlace> addresses = new ArrayList<>();
        List<ProvisionCommand> moves = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            addresses.add(new AddressPlace("9904AB", i + 1_000, HAVEN));
            moves.add(allocation(i, i + 1_000, LocalDateTime.of(2026, 2, 1, 12, 0), 120, "45A04"));
        }
        neighbourhoods.takeAddresses(addresses);
        as(SYSTEM, () -> provisions.take(moves));
        assertEquals(
                30, sql.number("select count(*) from opportunity_renamed_household where municipality = 'GM9904'"));
        arrive(500, 1);
        aMonthPasses();
        assertEquals(before, as(ALDERMAN, () -> opportunities.list(HAVEN)));
    }

    /** What was published this month was published a month ago, and all before it likewise. */
    private void aMonthPasses() throws Exception {
        for (YearMonth month = YearMonth.now(clock).minusMonths(24);
                !month.isAfter(YearMonth.now(clock));
                month = month.plusMonths(1)) {
            sql.execute("update opportunity_snapshot set taken_month = '" + month.minusMonths(1)
                    + "' where municipality = 'GM9904' and taken_month = '" + month + "'");
        }
    }

    private boolean take(HouseholdId household, String initiative) throws Exception {
        transaction.begin();
        boolean taken = takenNeeds.take(household, Need.PARENTING_SUPPORT, initiative);
        transaction.commit();
        return taken;
    }

    private int households() {
        Integer households = as(TEAM, () -> opportunities.list(HAVEN)).get(0).households();
        assertNotNull(households);
        return households;
    }

    private static SuggestionId id(List<SuggestionCard> cards) {
        SuggestionCard.Proposed proposed = cards.get(0).suggestion();
        assertNotNull(proposed);
        return proposed.id();
    }

    private static TariffCommand tariff(String product, int euros) {
        return new TariffCommand(
                PROVIDER,
                Law.JEUGDWET,
                product.substring(0, 2),
                product,
                Price.perUnit(Unit.HOUR, Money.ofEuros(euros)),
                Period.from(LocalDate.of(2020, 1, 1)));
    }

    /** For the household at this number. */
    private static AllocationCommand allocation(int number, int minutes, String product) {
        return allocation(number, number, LocalDateTime.of(2025, 12, 1, 12, 0), minutes, product);
    }

    private static AllocationCommand allocation(
            int number, int house, LocalDateTime allocatedAt, int minutes, String product) {
        return new AllocationCommand(
                AllocationNumber.ofMessage(Law.JEUGDWET, number),
                PROVIDER,
                bsn(number),
                2015,
                new PostalAddress("9904AB", house, "", ""),
                product.substring(0, 2),
                product,
                allocatedAt,
                new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2099, 12, 31)),
                null,
                new Extent(minutes, Unit.MINUTE, Frequency.WEEK),
                null);
    }

    private static Bsn bsn(int number) {
        return new Bsn(IntStream.iterate(199_904_001, candidate -> candidate + 1)
                .mapToObj(Integer::toString)
                .filter(Bsn::isValid)
                .skip(number - 1L)
                .findFirst()
                .orElseThrow());
    }

    private static User user(long id, Role role, Set<NeighbourhoodCode> places) {
        return new User(new UserId(id), role.name(), MUNICIPALITY, Set.of(role), places, null);
    }

    private LettersId invite(SuggestionId id, Invitation invitation) {
        return as(TEAM, () -> invitations.invite(id, invitation));
    }

    private <T> T as(User user, Supplier<T> work) {
        try {
            return currentUser.runAs(user, work);
        } catch (RuntimeException thrown) {
            throw Refusal.unwrapped(thrown);
        }
    }
}
