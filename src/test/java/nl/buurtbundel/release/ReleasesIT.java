package nl.buurtbundel.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.Folders;
import nl.buurtbundel.InTransaction;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Queries;
import nl.buurtbundel.Sql;
import nl.buurtbundel.SteeredClock;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.budget.AppropriationLine;
import nl.buurtbundel.budget.Appropriations;
import nl.buurtbundel.budget.LateRelease;
import nl.buurtbundel.budget.MoneyWay;
import nl.buurtbundel.budget.MonthlyCover;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.budget.PreFinancings;
import nl.buurtbundel.budget.ReservationGroupId;
import nl.buurtbundel.budget.Shortage;
import nl.buurtbundel.budget.YearEnds;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.household.OwnFile;
import nl.buurtbundel.household.OwnFiles;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Plan;
import nl.buurtbundel.initiative.PlanLine;
import nl.buurtbundel.initiative.Pledges;
import nl.buurtbundel.initiative.StopReason;
import nl.buurtbundel.initiative.WayBack;
import nl.buurtbundel.intake.ImportReport;
import nl.buurtbundel.intake.Intake;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Fingerprint;
import nl.buurtbundel.ledger.GeneralLedger;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.Origin;
import nl.buurtbundel.ledger.PositionReport;
import nl.buurtbundel.ledger.Positions;
import nl.buurtbundel.ledger.ProofReport;
import nl.buurtbundel.ledger.Proofs;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.opportunity.Cell;
import nl.buurtbundel.opportunity.Opportunities;
import nl.buurtbundel.opportunity.TakenNeeds;
import nl.buurtbundel.provision.AllocationCommand;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.provision.AnnualCost;
import nl.buurtbundel.provision.Bsn;
import nl.buurtbundel.provision.ConsentCommand;
import nl.buurtbundel.provision.ContractForm;
import nl.buurtbundel.provision.CostedProvision;
import nl.buurtbundel.provision.Extent;
import nl.buurtbundel.provision.Frequency;
import nl.buurtbundel.provision.HouseholdCommand;
import nl.buurtbundel.provision.HouseholdId;
import nl.buurtbundel.provision.HouseholdRole;
import nl.buurtbundel.provision.Households;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.Need;
import nl.buurtbundel.provision.People;
import nl.buurtbundel.provision.PersonId;
import nl.buurtbundel.provision.Price;
import nl.buurtbundel.provision.ProviderCode;
import nl.buurtbundel.provision.ProvisionCommand;
import nl.buurtbundel.provision.ProvisionDetails;
import nl.buurtbundel.provision.ProvisionId;
import nl.buurtbundel.provision.ProvisionStopped;
import nl.buurtbundel.provision.Provisions;
import nl.buurtbundel.provision.Repairs;
import nl.buurtbundel.provision.StartCommand;
import nl.buurtbundel.provision.StopCommand;
import nl.buurtbundel.provision.TakingPart;
import nl.buurtbundel.provision.TariffCommand;
import nl.buurtbundel.provision.Unit;
import nl.buurtbundel.shell.demo.DemoMunicipality;
import nl.buurtbundel.shell.demo.DemoPeople;
import nl.buurtbundel.suggestion.Invitation;
import nl.buurtbundel.suggestion.Invitations;
import nl.buurtbundel.suggestion.LettersId;
import nl.buurtbundel.suggestion.LettersState;
import nl.buurtbundel.suggestion.SuggestionCard;
import nl.buurtbundel.suggestion.SuggestionId;
import nl.buurtbundel.suggestion.Suggestions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the messages that follow a granted plan to the euro in the neighbourhood’s budget, with the files of the demo. */
@ExtendWith(ArquillianExtension.class)
@Order(2)
class ReleasesIT {
    private static final MunicipalityCode MUNICIPALITY = new MunicipalityCode("GM9901");
    private static final NeighbourhoodCode HERE = new NeighbourhoodCode("BU99010101");
    private static final FiscalYear NEXT_YEAR = new FiscalYear(2027);
    private static final LocalDate BEFORE = LocalDate.of(2026, 11, 20);
    private static final LocalDate MESSAGES_COME = LocalDate.of(2026, 12, 10);
    private static final LocalDate YEAR_HAS_BEGUN = LocalDate.of(2027, 1, 2);
    private static final User SYSTEM = User.system(MUNICIPALITY);
    private static final User TEAM = user(1001, Role.TEAM_WORKER, null);
    private static final User ALDERMAN = user(1002, Role.ALDERMAN, null);
    private static final User CONTROLLER = user(1003, Role.CONTROLLER, null);
    private static final User BUDGET_HOLDER = user(1005, Role.BUDGET_HOLDER, null);
    private static final User BACK_OFFICE = user(1006, Role.BACK_OFFICE, null);
    private static final User INITIATOR = user(1004, Role.RESIDENT, null);
    private static final DemoMunicipality DEMO = new DemoMunicipality(DemoMunicipality.Settings.STANDARD);

    /** An allocation and a start for each of 98 households. */
    private static final int FILES_OF_HERE = 2 * 98;

    private static final int LAST_HOUSEHOLD_OF_HERE = 10_118;
    private static final int JOINING = 12;
    /** For the first ten the messages follow, one of whom has left by then; the others keep their own help. */
    private static final int CHANGED = 10;

    private static final Money ASKED = Money.ofEuros(20_000);

    /** Five with 120 minutes of € 76 and four with 150 of € 98; 85 % used; 70 % of the minutes remains. */
    private static final Money FREED = Money.parse("23134.50");

    @Inject
    private Intake intake;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Suggestions suggestions;

    @Inject
    private Invitations invitations;

    @Inject
    private Opportunities opportunities;

    @Inject
    private Initiatives initiatives;

    @Inject
    private Pledges pledges;

    @Inject
    private Appropriations appropriations;

    @Inject
    private PreFinancings preFinancings;

    @Inject
    private PooledBudgets budgets;

    @Inject
    private Releases releases;

    @Inject
    private NightlyPosting nightly;

    @Inject
    private ReleaseCorrections corrections;

    @Inject
    private Ledger ledger;

    @Inject
    private TakingPart takingPart;

    @Inject
    private WaysBack waysBack;

    @Inject
    private ReleaseRoads roads;

    @Inject
    private ChangeOrders changeOrders;

    @Inject
    private ReleaseCalendars calendars;

    @Inject
    private OwnFiles ownFiles;

    @Inject
    private Proofs proofs;

    @Inject
    private YearEnds yearEnds;

    @Inject
    private GeneralLedger generalLedger;

    @Inject
    private Positions positions;

    @Inject
    private People people;

    @Inject
    private Provisions provisions;

    @Inject
    private Repairs repairs;

    @Inject
    private Households households;

    @Inject
    private TakenNeeds takenNeeds;

    @Inject
    private Event<ProvisionStopped> provisionStopped;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private InTransaction transaction;

    @Inject
    private Clock clock;

    @PersistenceUnit(unitName = "buurtbundel")
    private EntityManagerFactory persistence;

    @Inject
    private Sql sql;

    /** Written once, read by each story. */
    private static @Nullable Path written;

    private List<User> parents = List.of();
    private List<Bsn> parentNumbers = List.of();
    private List<Bsn> children = List.of();

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with(SteeredClock.class);
    }

    /**
     * De Rietlanden and nobody else: no story is about another neighbourhood, and reading them all took most of the time of
     * each. The first messages and households that are written are those of De Rietlanden.
     */
    private static synchronized Path files() {
        if (written == null) {
            try {
                written = writeFiles();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return written;
    }

    private static Path writeFiles() throws IOException {
        Path folder = Files.createTempDirectory("releases-it");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
        DEMO.writeTo(folder);
        Path start = folder.resolve(DemoMunicipality.START);
        try (Stream<Path> messages = Files.list(start.resolve("berichten"))) {
            for (Path message : messages.toList()) {
                if (number(message.getFileName().toString().replaceAll("^.*A|\\.xml$", "")) > FILES_OF_HERE) {
                    Files.delete(message);
                }
            }
        }
        keep(start.resolve("adressen_9901_2025.csv"), line -> line.contains(";" + HERE.value() + ";"));
        keep(start.resolve("huishoudens_9901.csv"), line -> number(line.split(";")[0]) <= LAST_HOUSEHOLD_OF_HERE);
        keep(start.resolve("voorzieningen_9901.csv"), line -> false);
        keep(start.resolve("toestemming_9901.csv"), line -> false);
        return folder;
    }

    private static void keep(Path file, Predicate<String> wanted) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> kept = new ArrayList<>(List.of(lines.get(0)));
        lines.stream().skip(1).filter(wanted).forEach(kept::add);
        Files.write(file, kept);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    @BeforeEach
    void the_demo_municipality() throws Exception {
        // all money and all of release too: what one story leaves released would cover the grant of the next
        for (String table : List.of(
                "ledger_command",
                "ledger_proof_finding",
                "ledger_proof",
                "ledger_account_share",
                "ledger_lot",
                "ledger_posting",
                "ledger_transfer",
                "ledger_reservation_line",
                "ledger_reservation",
                "ledger_account",
                "pre_financing",
                "release_forecast",
                "helped_household",
                "waiting_release",
                "booked_release",
                "change_order_line",
                "change_order",
                "release_road_deed",
                "release_road",
                "expected_release",
                "realised_release",
                "posted_too_much",
                "way_back",
                "invitation_slice",
                "invitation_run",
                "suggestion_proposal",
                "suggestion",
                "opportunity_snapshot",
                "opportunity_taken_need",
                "consent",
                "declared_cost",
                "waiting_report",
                "provision",
                "representation",
                "person",
                "household",
                "tariff",
                "refused_item",
                "import_lock",
                "import_run",
                "received_message",
                "received_table",
                "year_settlement",
                "year_closing")) {
            sql.execute("delete from " + table);
        }
        sql.execute("update ledger_book set last_number = 0, closed_through = 0");
        SteeredClock.moveTo(BEFORE);
        take(DemoMunicipality.START);
        as(SYSTEM, () -> {
            catalogue.loadStandard();
            appropriations.load(
                    MUNICIPALITY,
                    NEXT_YEAR,
                    "releases-it",
                    List.of(
                            new AppropriationLine("6.1", Money.ofEuros(300_000), false),
                            new AppropriationLine("6.751", Money.ofEuros(4_200_000), false)));
            preFinancings.set(NEXT_YEAR, null, "6.1", Money.ofEuros(100_000), NEXT_YEAR.lastDay());
            return true;
        });
        List<User> bound = new ArrayList<>();
        for (DemoPeople.Parent parent : DEMO.people().parents().subList(0, JOINING)) {
            String subject = as(SYSTEM, () -> people.find(new Bsn(parent.bsn())))
                    .orElseThrow()
                    .toString();
            bound.add(user(1100 + bound.size(), Role.RESIDENT, subject));
        }
        parents = bound;
        parentNumbers = DEMO.people().parents().stream()
                .map(parent -> new Bsn(parent.bsn()))
                .toList();
        children = DEMO.people().parents().stream()
                .map(parent -> new Bsn(parent.childBsn()))
                .toList();
    }

    @Test
    void the_messages_after_a_granted_plan_free_money_once_and_it_repays_what_bore_the_grant() {
        InitiativeId plan = granted();
        assertEquals(new ReleaseProgress(JOINING, 0, Money.ZERO, Money.ZERO), progress(plan));
        assertEquals(JOINING, way(plan).planned().get(0).households());
        assertEquals(ASKED, way(plan).preFinanced());

        // a yes does not show in the number of households; from the start on they go, in steps of ten
        assertEquals(98, households());
        as(TEAM, () -> {
            initiatives.start(plan);
            return true;
        });
        assertEquals(88, households());
        leave(plan, parents.get(CHANGED - 1));
        assertEquals(88, households());
        assertEquals(JOINING - 1, progress(plan).planned());

        SteeredClock.moveTo(MESSAGES_COME);
        take(DemoMunicipality.AFTER_DECISION);

        int realised = CHANGED - 1;
        int planned = JOINING - CHANGED;
        assertEquals(new ReleaseProgress(planned, realised, Money.ZERO, FREED), progress(plan));
        MoneyWay waits = way(plan);
        assertEquals(
                List.of(new MoneyWay.Waiting(NEXT_YEAR, "6.751", FREED, realised, NEXT_YEAR.firstDay(), Money.ZERO)),
                waits.waiting());
        assertEquals(planned, waits.planned().get(0).households());
        assertEquals(ASKED, waits.preFinanced());
        assertEquals(0, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));

        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        assertEquals(realised, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));
        assertEquals(0, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));
        take(DemoMunicipality.AFTER_DECISION);

        assertEquals(new ReleaseProgress(planned, realised, FREED, Money.ZERO), progress(plan));
        MoneyWay posted = way(plan);
        assertEquals(List.of(), posted.waiting());
        assertEquals(ASKED, posted.repaid());
        assertEquals(Money.ZERO, posted.preFinanced());
        proofHolds();

        // what is left after repaying bears the next grant, and each of its euros knows whose help it came from
        Money more = FREED.minus(ASKED);
        grant(plan, more, 2);
        List<Origin> origins = as(CONTROLLER, () -> budgets.traceBack(plan.reference())).stream()
                .filter(origin -> origin.steps().stream().anyMatch(step -> step.reason() == Reason.RELEASE_REALISED))
                .toList();
        assertEquals(more, Money.sum(origins.stream().map(Origin::amount).toList()));
        for (Origin origin : origins) {
            Origin.Step release = origin.steps().stream()
                    .filter(step -> step.reason() == Reason.RELEASE_REALISED)
                    .findFirst()
                    .orElseThrow();
            assertTrue(release.reference().startsWith("provision:"), release.reference());
            assertEquals("6.751", release.from().taskField());
            assertEquals(
                    Reason.COUNCIL_ADOPTED,
                    origin.steps().get(origin.steps().size() - 1).reason());
        }
        proofHolds();

        // the allocation was the child’s; the parent who leaves sees the way back to it, and nobody else does
        User parent = parents.get(0);
        assertEquals(List.of(), as(parent, waysBack::listMine));
        leave(plan, parent);
        assertEquals(1, as(parent, waysBack::listMine).size());
        assertEquals(List.of(), as(parents.get(1), waysBack::listMine));

        OwnFile file = as(parent, ownFiles::read);
        assertTrue(file.known());
        assertEquals(
                List.of("100001", "900000001"),
                file.help().stream()
                        .filter(help -> !help.own())
                        .map(help -> help.provision().number().value().replaceAll("[^0-9]", ""))
                        .toList());
        assertTrue(looks(parent).stream()
                .anyMatch(look -> look.activity().equals("provision.activity.release")
                        && !look.own()
                        && look.by().equals(Set.of(Role.SYSTEM))
                        && look.on().equals(BEFORE)));
        assertEquals(plan, file.letters().get(0).plan());
        assertEquals(1, file.waysBack().size());
        OwnFile stranger = as(INITIATOR, ownFiles::read);
        assertEquals(List.of(), stranger.help());
        assertEquals(List.of(), stranger.looks().days());
    }

    /** The books of 2027 are closed, and only then the provider says that help ended in 2026. */
    @Test
    void release_that_comes_in_after_its_year_was_closed_comes_into_a_later_year_by_the_council_only()
            throws Exception {
        FiscalYear later = NEXT_YEAR.next();
        InitiativeId plan = running();
        SteeredClock.moveTo(later.firstDay().plusMonths(1));
        settleAndClose(plan);
        Fingerprint closed = as(CONTROLLER, () -> generalLedger.fingerprint(MUNICIPALITY, NEXT_YEAR));
        int expected = way(plan).planned().get(0).households();

        take(DemoMunicipality.AFTER_DECISION);

        Money amount = progress(plan).held();
        assertTrue(amount.compareTo(FREED) >= 0, amount::toString);
        List<LateRelease> late = List.of(new LateRelease(NEXT_YEAR, "6.751", amount));
        assertEquals(0, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)), "never in the closed year");
        assertEquals(closed, as(CONTROLLER, () -> generalLedger.fingerprint(MUNICIPALITY, NEXT_YEAR)));
        assertEquals(late, way(plan).late());
        assertEquals(late, as(CONTROLLER, () -> yearEnds.listLate(MUNICIPALITY, NEXT_YEAR)));
        assertEquals(List.of(), way(plan).waiting());
        assertEquals(expected - CHANGED, way(plan).planned().get(0).households());
        assertEquals(List.of(), as(CONTROLLER, () -> budgets.listShortages(MUNICIPALITY)));
        assertTrue(as(CONTROLLER, calendars::read).lines().stream().noneMatch(ReleaseCalendar.Line::certain));
        PlannedAgainstRealised board = as(TEAM, () -> roads.read(plan)).byYear().get(NEXT_YEAR);
        assertEquals(amount, board.late());
        assertEquals(Money.ZERO, board.realised());
        MoneyWay ofAlderman = as(ALDERMAN, () -> budgets.readMoneyWay(plan.reference()));
        assertEquals(List.of(), ofAlderman.late(), "what few released is not told, nor that there is any");
        proofHolds();

        assertEquals("budget.error.council-decision", refusal(NEXT_YEAR, " "));
        assertEquals("budget.error.year-open", refusal(later, "2028-9"));
        as(SYSTEM, () -> {
            appropriations.load(
                    MUNICIPALITY,
                    later,
                    "releases-it-later",
                    List.of(new AppropriationLine("6.1", Money.ofEuros(300_000), false)));
            preFinancings.set(later, null, "6.1", Money.ofEuros(100_000), later.lastDay());
            return true;
        });
        Money advanced = Money.ofEuros(5_000);
        grant(plan, advanced, 2, later);

        assertEquals(amount, as(BUDGET_HOLDER, () -> yearEnds.carryOverLate(NEXT_YEAR, "6.751", "2028-9")));
        assertEquals("budget.error.nothing-late", refusal(NEXT_YEAR, "2028-9"));

        assertEquals(List.of(), way(plan).late());
        assertEquals(amount, progress(plan).posted());
        assertEquals(advanced, way(plan).repaid(), "it repays what bore the plan in the year in which it came in");
        assertEquals(amount.minus(advanced), releasedIn(later));
        assertEquals(closed, as(CONTROLLER, () -> generalLedger.fingerprint(MUNICIPALITY, NEXT_YEAR)));
        PositionReport position = as(CONTROLLER, () -> positions.read(MUNICIPALITY, later));
        assertTrue(position.addsUp(), position::toString);
        assertEquals(
                amount,
                Money.sum(position.taskFields().stream()
                        .map(PositionReport.OfTaskField::releasedSoFar)
                        .toList()));
        assertEquals(
                amount, as(TEAM, () -> roads.read(plan)).byYear().get(NEXT_YEAR).realised());
        proofHolds();

        // a later report says that the help went on for most of the year: what is too much goes back to the reserves
        ProvisionId provision = lastReleased();
        stop(stopped(provision, null, 300));
        ReleaseToCorrect tooMuch = only(as(BUDGET_HOLDER, corrections::list));
        counter(only(ledger.listTransfers(MUNICIPALITY, later, Reason.CARRIED_OVER).stream()
                .filter(transfer ->
                        transfer.number() == only(tooMuch.bookings()).number())
                .toList()));
        nightly.postAll();
        assertEquals(List.of(), as(BUDGET_HOLDER, corrections::list));
        assertEquals(
                List.of(new LateRelease(NEXT_YEAR, "6.751", tooMuch.cameFree())),
                way(plan).late());
        assertEquals(
                tooMuch.cameFree(), as(BUDGET_HOLDER, () -> yearEnds.carryOverLate(NEXT_YEAR, "6.751", "2028-10")));
        Money left = amount.minus(tooMuch.tooMuch()).minus(advanced);
        assertEquals(left, releasedIn(later));
        proofHolds();

        // and each euro of it knows whose help it came from, and which council let it in
        grant(plan, left, 3, later);
        List<Origin> origins = as(CONTROLLER, () -> budgets.traceBack(plan.reference())).stream()
                .filter(origin -> origin.steps().get(0).from().kind() == AccountKind.RELEASED)
                .toList();
        assertEquals(left, Money.sum(origins.stream().map(Origin::amount).toList()));
        for (Origin origin : origins) {
            assertTrue(origin.steps().get(1).reference().startsWith("provision:"), origin::toString);
            assertEquals(
                    List.of(AccountKind.RELEASED, AccountKind.CARRIED_OVER, AccountKind.COUNCIL),
                    origin.steps().stream().map(step -> step.from().kind()).toList());
        }
        assertEquals(
                CHANGED,
                way(plan).sources().stream()
                                .flatMap(source -> source.released().stream())
                                .mapToInt(Cell::households)
                                .sum()
                        + 1,
                "of the first what came free repaid what was advanced");
    }

    /**
     * Help that ended in 2024 is reported years later: its task field went with the numbering of that year. It comes in under the
     * numbering of the year that lets it in, is told as money of the reserves wherever it is, and what a plan leaves of it is the
     * reserves’ again.
     */
    @Test
    void late_release_of_a_numbering_that_ended_comes_in_under_the_new_one_and_goes_back_to_the_reserves()
            throws Exception {
        FiscalYear ended = new FiscalYear(2024);
        FiscalYear later = NEXT_YEAR.next();
        InitiativeId plan = running();
        SteeredClock.moveTo(later.firstDay().plusMonths(1));
        settleAndClose(plan);
        take(DemoMunicipality.AFTER_DECISION);
        Money amount = progress(plan).held();
        sql.execute("update waiting_release set fiscal_year = 2024, task_field = '6.72a',"
                + " release_key = substring(release_key, 1, length(release_key) - 4) || '2024'"
                + " where release_key like '%:2027'");
        sql.execute("update realised_release set fiscal_year = 2024, task_field = '6.72a' where posted_at is null");
        assertEquals(
                List.of(new LateRelease(ended, "6.72a", amount)),
                as(CONTROLLER, () -> yearEnds.listLate(MUNICIPALITY, ended)));
        assertEquals(List.of(), as(CONTROLLER, () -> yearEnds.listLate(MUNICIPALITY, NEXT_YEAR)));
        as(SYSTEM, () -> {
            appropriations.load(
                    MUNICIPALITY,
                    later,
                    "releases-it-renumbered",
                    List.of(new AppropriationLine("6.1", Money.ofEuros(300_000), false)));
            preFinancings.set(later, null, "6.1", Money.ofEuros(100_000), later.lastDay());
            return true;
        });
        Money advanced = Money.ofEuros(5_000);
        grant(plan, advanced, 2, later);

        assertEquals(amount, as(BUDGET_HOLDER, () -> yearEnds.carryOverLate(ended, "6.72a", "2028-11")));

        AccountSummary released = only(ledger.listAccounts(MUNICIPALITY, later, AccountKind.RELEASED).stream()
                .filter(account -> account.balance().isPositive())
                .toList());
        assertEquals("6.751", released.key().taskField());
        assertEquals(amount.minus(advanced), released.available());
        assertEquals(
                CHANGED,
                sql.number("select count(*) from realised_release where task_field = '6.72a' and fiscal_year = 2024"
                        + " and posted_at is not null"),
                "for which field it came free is not told otherwise");
        assertEquals(
                List.of("6.72a"),
                as(CONTROLLER, () -> yearEnds.read(MUNICIPALITY, ended)).settled().stream()
                        .flatMap(settled -> settled.findTaskField().stream())
                        .toList());
        proofHolds();

        Money asked = Money.ofEuros(1_000);
        ReservationGroupId held = as(
                TEAM,
                () -> transaction.call(() -> budgets.reserve(
                        "late:held",
                        plan.reference(),
                        HERE,
                        budgets.prepareCover(plan.reference(), HERE, later, asked))));
        PositionReport position = as(CONTROLLER, () -> positions.read(MUNICIPALITY, later));
        assertTrue(position.addsUp(), position::toString);
        PositionReport.OfTaskField reserves = ofField(position, "0.10");
        assertEquals(asked, reserves.reserved(), "held of the money that it is");
        assertEquals(amount.minus(advanced), reserves.released());
        assertEquals(Money.ZERO, ofField(position, "6.751").reserved());
        assertTrue(
                position.taskFields().stream().noneMatch(field -> field.left().isNegative()), position::toString);
        as(
                TEAM,
                () -> transaction.call(() -> {
                    budgets.voidReservation(held, "late:let-go");
                    return true;
                }));

        goesToTheTaskField(plan);
        as(TEAM, () -> initiatives.stop(plan, initiatives.read(plan).version(), StopReason.TOO_FEW_HOUSEHOLDS));
        assertEquals(
                advanced,
                Money.sum(ledger.listAccounts(MUNICIPALITY, later, AccountKind.CARRIED_OVER).stream()
                        .map(AccountSummary::balance)
                        .toList()),
                "release from the reserves bore it in the end, and has it back");
        assertEquals(
                List.of("6.1"),
                ledger.listAccounts(MUNICIPALITY, later, AccountKind.APPROPRIATED).stream()
                        .map(account -> account.key().taskField())
                        .distinct()
                        .toList());
        PositionReport after = as(CONTROLLER, () -> positions.read(MUNICIPALITY, later));
        assertTrue(after.addsUp(), after::toString);
        proofHolds();
        sql.execute("delete from decision where id = 999999998");
    }

    private static PositionReport.OfTaskField ofField(PositionReport position, String code) {
        return only(position.taskFields().stream()
                .filter(field -> field.taskField().equals(code))
                .toList());
    }

    /** As a decision that chose so would leave it; these stories grant without one. */
    private void goesToTheTaskField(InitiativeId plan) throws SQLException {
        sql.execute("insert into decision (id, version, initiative, plan_version, neighbourhood, households, state,"
                + " proposes_refusal, total_cents, granted_before_cents, partly, task_fields, years, decider, why,"
                + " confirmed_legal_ground, proposed_by, proposed_at, changed_at, left_over) values (999999998, 0, "
                + plan.value() + ", 1, 'BU99010101', 12, 'FINAL', false, 500000, 0, false, '6.1', 1, 'MANAGER',"
                + " 'WITHIN_RULE', true, 1001, timestamp '2028-02-01 09:00:00', timestamp '2028-02-01 09:00:00',"
                + " 'TASK_FIELD')");
    }

    private Money releasedIn(FiscalYear year) {
        return Money.sum(ledger.listAccounts(MUNICIPALITY, year, AccountKind.RELEASED).stream()
                .map(AccountSummary::available)
                .toList());
    }

    private String refusal(FiscalYear year, String councilDecision) {
        return assertThrows(
                        Refusal.class,
                        () -> as(BUDGET_HOLDER, () -> yearEnds.carryOverLate(year, "6.751", councilDecision)))
                .code();
    }

    private void settleAndClose(InitiativeId plan) {
        as(BUDGET_HOLDER, () -> {
            yearEnds.giveBack(plan.reference(), NEXT_YEAR);
            return true;
        });
        as(SYSTEM, () -> preFinancings.returnEnded(MUNICIPALITY));
        as(CONTROLLER, () -> {
            yearEnds.close(MUNICIPALITY, NEXT_YEAR);
            return true;
        });
    }

    @Test
    void the_team_walks_the_road_and_the_messages_finish_it() throws Exception {
        InitiativeId plan = running();
        SteeredClock.moveTo(BEFORE.plusDays(1));
        assertThrows(NotFound.class, () -> as(ALDERMAN, () -> roads.read(plan)));
        RoadBoard board = as(TEAM, () -> roads.read(plan));
        assertEquals(JOINING, board.roads().size());
        assertTrue(board.roads().stream().allMatch(road -> road.isAt(ReleaseStep.DECISION)));
        assertEquals(List.of(), as(TEAM, roads::listDue), "in two weeks");
        PlannedAgainstRealised planned = Objects.requireNonNull(board.byYear().get(NEXT_YEAR));
        assertTrue(planned.planned().isPositive());
        assertEquals(Money.ZERO, planned.realised());
        ReleaseCalendar ofAlderman = as(ALDERMAN, calendars::read);
        ReleaseCalendar.Line line = only(ofAlderman.lines());
        assertEquals(Need.PARENTING_SUPPORT, line.need());
        assertTrue(line.low().compareTo(line.likely()) < 0 && line.likely().compareTo(line.high()) < 0);
        assertEquals(
                line.aYear(),
                Money.sum(as(CONTROLLER, calendars::read).lines().stream()
                        .map(ReleaseCalendar.Line::aYear)
                        .toList()));

        List<TeamRoad> two = List.of(roadOf(plan, 0), roadOf(plan, 1));
        TeamRoad seen = two.get(0);
        assertRefused("release.error.order-empty", () -> roads.order(plan, Map.of()));
        assertRefused("release.error.road-decision", () -> roads.order(plan, Map.of(seen.id(), seen.version())));
        // all or none: with one version that is old by now nothing is recorded
        assertThrows(
                Conflict.class,
                () -> as(TEAM, () -> {
                    roads.reviseAll(
                            Map.of(seen.id(), seen.version(), two.get(1).id(), 9),
                            LocalDate.now(clock),
                            LocalDate.of(2026, 12, 31));
                    return true;
                }));
        assertTrue(roadOf(plan, 0).isAt(ReleaseStep.DECISION));
        agree(two);
        assertThrows(Conflict.class, () -> agree(List.of(seen)));
        Map<ReleaseRoadId, Integer> chosen = Map.of(
                two.get(0).id(), roadOf(plan, 0).version(),
                two.get(1).id(), roadOf(plan, 1).version());
        assertEquals(2, as(TEAM, () -> roads.read(plan)).listToOrder().size());
        assertThrows(NotFound.class, () -> as(BACK_OFFICE, () -> roads.order(plan, chosen)));
        ChangeOrderId order = as(TEAM, () -> roads.order(plan, chosen));
        assertThrows(Conflict.class, () -> as(TEAM, () -> roads.order(plan, chosen)));
        assertEquals(order, only(as(BACK_OFFICE, changeOrders::list)).id());
        assertThrows(NotFound.class, () -> as(ALDERMAN, changeOrders::list));
        assertThrows(NotFound.class, () -> as(ALDERMAN, () -> changeOrders.download(order)));
        List<String> lines = lines(order);
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).startsWith("Jeugdwet;100001;45"), lines::toString);
        assertTrue(lines.get(1).endsWith(";2026-12-31;05 Herbeoordeling: verkorting toewijzing"), lines::toString);
        assertTrue(looks(parents.get(0)).stream()
                .anyMatch(look -> look.activity().equals("release.look.order")
                        && look.by().equals(Set.of(Role.BACK_OFFICE))));
        assertEquals(ofAlderman, as(ALDERMAN, calendars::read), "a step of two households tells nothing");

        SteeredClock.moveTo(MESSAGES_COME);
        assertTrue(only(as(TEAM, roads::listDue)).late());
        take(DemoMunicipality.AFTER_DECISION);
        board = as(TEAM, () -> roads.read(plan));
        assertEquals(
                CHANGED,
                board.roads().stream()
                        .filter(road -> road.isAt(ReleaseStep.SETTLEMENT))
                        .count());
        assertEquals(StepStanding.DONE, standing(roadOf(plan, 0), ReleaseStep.ALLOCATION));
        assertEquals(StepStanding.OVERTAKEN, standing(roadOf(plan, 2), ReleaseStep.DECISION));
        assertEquals(StepStanding.LATER, standing(roadOf(plan, 2), ReleaseStep.REALISED));
        assertEquals(
                progress(plan).held(),
                Objects.requireNonNull(board.byYear().get(NEXT_YEAR)).realised());
        TeamRoad stopped = roadOf(plan, 0);
        assertRefused(
                "release.error.road-stopped",
                () -> roads.takeBack(stopped.id(), stopped.version(), ReleaseStep.ORDER, "Toch niet"));

        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(SYSTEM, () -> releases.postHeld(MUNICIPALITY));
        assertEquals(StepStanding.DONE, standing(roadOf(plan, 2), ReleaseStep.REALISED));
        takeBackStop(2);
        assertEquals(StepStanding.CURRENT, standing(roadOf(plan, 2), ReleaseStep.DECISION), "the help goes on");
        proofHolds();
    }

    @Test
    void help_for_a_lump_sum_frees_nothing_until_its_contract_is_changed() throws Exception {
        InitiativeId plan = running();
        CostedProvision help = ofParent(1);
        ProviderCode provider = Objects.requireNonNull(details(help.id()).provider());
        LocalDate sinceLong = BEFORE.withDayOfYear(1);
        sql.execute("delete from tariff");
        take(new TariffCommand(
                provider,
                Law.JEUGDWET,
                "45",
                null,
                new Price(ContractForm.LUMP_SUM, null, null),
                Period.from(sinceLong)));
        SteeredClock.moveTo(BEFORE.plusDays(1));
        TeamRoad road = roadOf(plan, 1);
        assertEquals(ContractForm.LUMP_SUM, road.form());
        assertEquals(StepStanding.CURRENT, standing(road, ReleaseStep.CONTRACT));
        assertEquals(Map.of(), road.plannedByYear(), "nothing is expected of it");
        assertRefused("release.error.road-contract", () -> letter(road));

        SteeredClock.moveTo(MESSAGES_COME);
        report(help, children.get(1), MESSAGES_COME, "36", false);
        assertEquals(1, progress(plan).realised(), "it did stop");
        assertEquals(Money.ZERO, progress(plan).held());
        assertEquals(List.of(), way(plan).waiting());
        assertEquals(0, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));

        // a price for this product, and for the others the sum as before
        take(tariff(provider, 76, sinceLong));
        Money freed = held(help.id());
        assertTrue(freed.isPositive(), "there is a price per household now");
        assertEquals(freed, progress(plan).held());
        assertEquals(StepStanding.NOT_NEEDED, standing(roadOf(plan, 1), ReleaseStep.CONTRACT));
        TeamRoad other = roadOf(plan, 0);
        assertRefused("release.error.road-contract", () -> letter(other));
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(SYSTEM, () -> releases.postHeld(MUNICIPALITY));
        assertTrue(progress(plan).posted().isPositive());
        proofHolds();
    }

    /** Wmo 5.1.1 lid 4: for each person whose data of one law is used for a plan of another. */
    @Test
    void without_consent_of_the_person_the_road_of_help_under_another_law_stops() throws Exception {
        InitiativeId plan = running();
        SteeredClock.moveTo(BEFORE.plusDays(3));
        for (int parent = 1; parent <= 3; parent++) {
            giveUnderTheWmo(parent);
        }
        TeamRoad same = roadOf(plan, 0);
        assertNull(same.otherLaw());
        assertEquals(StepStanding.NOT_NEEDED, standing(same, ReleaseStep.CONSENT));
        assertRefused("release.error.road-consent-not-needed", () -> consent(same));
        agree(List.of(same));

        for (int parent = 1; parent <= 3; parent++) {
            TeamRoad other = roadOf(plan, parent);
            assertEquals(Law.JEUGDWET, other.otherLaw());
            assertEquals(StepStanding.CURRENT, standing(other, ReleaseStep.CONSENT));
            assertRefused("release.error.road-consent", () -> letter(other));
        }

        // said to the team: of one person, and of nobody else
        TeamRoad first = roadOf(plan, 1);
        as(TEAM, () -> {
            consent(first);
            return true;
        });
        agree(List.of(roadOf(plan, 1)));
        TeamRoad second = roadOf(plan, 2);
        assertRefused("release.error.road-consent", () -> letter(second));

        // in the register: of the person whose data it is, for this law, and as long as it holds
        take(new ConsentCommand(parentNumbers.get(2), Law.WMO, Law.JEUGDWET, BEFORE, null));
        take(new ConsentCommand(children.get(2), Law.WMO, Law.PARTICIPATIEWET, BEFORE, null));
        assertRefused("release.error.road-consent", () -> letter(second));
        take(new ConsentCommand(children.get(2), Law.WMO, Law.JEUGDWET, BEFORE, null));
        agree(List.of(roadOf(plan, 2)));
        take(new ConsentCommand(children.get(3), Law.WMO, Law.JEUGDWET, BEFORE, BEFORE.plusDays(1)));
        TeamRoad third = roadOf(plan, 3);
        assertRefused("release.error.road-consent", () -> letter(third));

        // and taken back before the order: what was arranged does not go to the back office
        take(new ConsentCommand(children.get(2), Law.WMO, Law.JEUGDWET, BEFORE, BEFORE.plusDays(2)));
        TeamRoad withdrawn = roadOf(plan, 2);
        assertRefused(
                "release.error.road-consent", () -> roads.order(plan, Map.of(withdrawn.id(), withdrawn.version())));
        TeamRoad given = roadOf(plan, 1);
        ChangeOrderId order = as(TEAM, () -> roads.order(plan, Map.of(given.id(), given.version())));
        assertEquals(2, lines(order).size(), "a head and one line");
    }

    /** The files of the demo have help for this need under one law only. */
    private void giveUnderTheWmo(int parent) throws SQLException {
        long provision = ofParent(parent).id().value();
        sql.execute("update provision set law = 'WMO' where id = " + provision);
        sql.execute("update expected_release set law = 'WMO' where provision = " + provision);
    }

    private void letter(TeamRoad road) {
        roads.reviseAll(Map.of(road.id(), road.version()), LocalDate.now(clock), LocalDate.of(2026, 12, 31));
    }

    private void consent(TeamRoad road) {
        roads.recordConsent(road.id(), road.version(), LocalDate.now(clock));
    }

    @Test
    void a_household_that_leaves_ends_its_road_and_its_order_is_called_off() throws Exception {
        InitiativeId plan = running();
        agree(List.of(roadOf(plan, 0)));
        TeamRoad ready = roadOf(plan, 0);
        // the same help is ordered for another plan
        sql.execute("insert into expected_release (id, version, initiative, provision, person, neighbourhood, pledge,"
                + " state, excluded) select 999999999, 0, 0, provision, person, neighbourhood, pledge, 'LAPSED', false"
                + " from expected_release where id = " + ready.id().value());
        sql.execute("insert into release_road (expected_release, version, initiative, provision, pledge, letter_on,"
                + " ends_on, consulted_on, outcome, agreed_until, ordered_on, ordered_until, ordered_provision)"
                + " select 999999999, 1, 0, provision, pledge, letter_on, ends_on, consulted_on, outcome, agreed_until,"
                + " letter_on, agreed_until, provision from release_road where expected_release = "
                + ready.id().value());
        assertRefused("release.error.order-elsewhere", () -> roads.order(plan, Map.of(ready.id(), ready.version())));
        sql.execute("delete from expected_release where id = 999999999");
        ChangeOrderId order = as(TEAM, () -> roads.order(plan, Map.of(ready.id(), ready.version())));
        assertEquals(2, lines(order).size());

        leave(plan, parents.get(0));
        TeamRoad left = roadOf(plan, 0);
        assertTrue(left.ended() && left.callOffOrder());
        assertEquals(left.id(), as(TEAM, () -> roads.read(plan)).roads().get(0).id(), "this is to be done first");
        assertTrue(due(plan).callsOff(), "and on the list of work");
        assertRefused(
                "release.error.road-left",
                () -> roads.takeBack(left.id(), left.version(), ReleaseStep.DECISION, "Het gezin stopt"));
        as(TEAM, () -> {
            roads.takeBack(left.id(), left.version(), ReleaseStep.ORDER, "Het gezin stopt");
            return true;
        });
        assertEquals(1, lines(order).size(), "what was called off is in no file any more");
        assertEquals(false, roadOf(plan, 0).callOffOrder());
        assertEquals(List.of(), as(TEAM, () -> waysBack.list(HERE)), "its own help goes on");
    }

    private DueRelease due(InitiativeId plan) {
        return only(as(TEAM, roads::listDue).stream()
                .filter(one -> one.plan().equals(plan))
                .toList());
    }

    @Test
    void an_order_under_a_yes_of_before_stands_no_more_once_the_household_says_yes_anew() throws Exception {
        InitiativeId plan = running();
        agree(List.of(roadOf(plan, 0)));
        TeamRoad ready = roadOf(plan, 0);
        ChangeOrderId order = as(TEAM, () -> roads.order(plan, Map.of(ready.id(), ready.version())));
        assertEquals(2, lines(order).size());
        User parent = parents.get(0);
        leave(plan, parent);
        assertEquals(2, lines(order).size(), "until it is called off");

        as(parent, () -> pledges.join(plan, 1, 1));

        assertEquals(1, lines(order).size());
        TeamRoad anew = roadOf(plan, 0);
        assertEquals(ReleaseStep.DECISION, anew.findCurrent().orElseThrow().step());
        assertTrue(anew.version() > ready.version());
        assertTrue(as(TEAM, roads::listDue).stream().noneMatch(one -> one.plan().equals(plan) && one.callsOff()));
    }

    @Test
    void the_list_of_work_and_the_calendar_ask_as_often_for_many_as_for_few() {
        InitiativeId plan = running();
        SteeredClock.moveTo(MESSAGES_COME);
        Map<String, Integer> due = Queries.during(persistence, () -> as(TEAM, roads::listDue));
        for (String entity : List.of("ReleaseRoad", "ExpectedRelease", "Pledge", "Initiative")) {
            assertTrue(due.getOrDefault(entity, 0) <= 2, due::toString);
        }
        assertTrue(due(plan).late());
    }

    private TeamRoad roadOf(InitiativeId plan, int parent) {
        AllocationNumber number = details(ofParent(parent).id()).number();
        return as(TEAM, () -> roads.read(plan)).roads().stream()
                .filter(road -> road.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    /** The letters, and the provider’s word. */
    private void agree(List<TeamRoad> some) {
        LocalDate today = LocalDate.now(clock);
        as(TEAM, () -> {
            roads.reviseAll(
                    some.stream().collect(Collectors.toMap(TeamRoad::id, TeamRoad::version)),
                    today,
                    LocalDate.of(2026, 12, 31));
            return true;
        });
        as(TEAM, () -> {
            roads.consultAll(
                    some.stream().collect(Collectors.toMap(TeamRoad::id, road -> road.version() + 1)),
                    today,
                    ProviderOutcome.AGREES,
                    null);
            return true;
        });
    }

    private List<String> lines(ChangeOrderId order) {
        return new String(as(BACK_OFFICE, () -> changeOrders.download(order)).toCsv(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static StepStanding standing(TeamRoad road, ReleaseStep step) {
        return road.steps().stream()
                .filter(one -> one.step() == step)
                .findFirst()
                .orElseThrow()
                .standing();
    }

    private void assertRefused(String code, Runnable verb) {
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> as(TEAM, () -> {
                    verb.run();
                    return true;
                }));
        assertEquals(code, refusal.code());
    }

    @Test
    void release_that_finds_too_little_money_shows_what_lacks_and_is_posted_once_it_is_there() {
        InitiativeId plan = running();
        SteeredClock.moveTo(MESSAGES_COME);
        take(DemoMunicipality.AFTER_DECISION);
        Money waits = progress(plan).held();
        Money left = Money.ofEuros(1_000);
        as(
                SYSTEM,
                () -> preFinancings.set(
                        NEXT_YEAR, null, "6.751", Money.ofEuros(4_200_000).minus(left), NEXT_YEAR.lastDay()));
        assertEquals(List.of(), as(CONTROLLER, () -> budgets.listShortages(MUNICIPALITY)), "its year has not begun");

        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        assertEquals(0, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));
        Money lacking = waits.minus(left);
        assertEquals(
                List.of(new Shortage(NEXT_YEAR, "6.751", waits, NEXT_YEAR.firstDay(), lacking)),
                as(CONTROLLER, () -> budgets.listShortages(MUNICIPALITY)));
        assertThrows(NotFound.class, () -> as(ALDERMAN, () -> budgets.listShortages(MUNICIPALITY)));
        for (User sees : List.of(TEAM, CONTROLLER)) {
            MoneyWay.Waiting seen = as(sees, () -> budgets.readMoneyWay(plan.reference()))
                    .waiting()
                    .get(0);
            assertEquals(waits, seen.amount());
            assertEquals(NEXT_YEAR.firstDay(), seen.since());
            assertEquals(lacking, seen.lacking());
        }
        assertEquals(
                List.of(),
                as(ALDERMAN, () -> budgets.readMoneyWay(plan.reference())).waiting(),
                "not even that something waits");

        as(SYSTEM, () -> {
            appropriations.load(
                    MUNICIPALITY, NEXT_YEAR, "raised", List.of(new AppropriationLine("6.751", lacking, false)));
            return true;
        });
        assertEquals(List.of(), as(CONTROLLER, () -> budgets.listShortages(MUNICIPALITY)));
        nightly.postAll();
        assertEquals(waits, progress(plan).posted());
        assertEquals(List.of(), way(plan).waiting());
        proofHolds();
    }

    @Test
    void outside_the_team_a_plan_that_frees_nothing_looks_like_one_of_few_households() throws Exception {
        InitiativeId plan = granted();
        MonthlyCover.Basis ofTwelve = months(ALDERMAN, plan).basis();
        assertEquals(MonthlyCover.Basis.NOT_SHOWN, ofTwelve, "on the day of the grant nothing is shown yet");
        SteeredClock.moveTo(BEFORE.plusDays(1));
        assertEquals(MonthlyCover.Basis.MANY_HOUSEHOLDS, months(ALDERMAN, plan).basis());
        assertEquals(MonthlyCover.Basis.HOUSEHOLDS, months(TEAM, plan).basis());

        sql.execute("update helped_household set household = 'household:one' where provision in"
                + " (select provision from release_forecast where id <= (select min(id) + 4 from release_forecast))");
        MonthlyCover ofFew = months(ALDERMAN, plan);
        MoneyWay wayOfFew = as(ALDERMAN, () -> budgets.readMoneyWay(plan.reference()));
        sql.execute("delete from release_forecast");
        assertEquals(ofFew, months(ALDERMAN, plan));
        assertEquals(MonthlyCover.Basis.NOT_SHOWN, ofFew.basis());
        assertEquals(wayOfFew, as(ALDERMAN, () -> budgets.readMoneyWay(plan.reference())));
        assertEquals(MonthlyCover.Basis.UNKNOWN, months(TEAM, plan).basis());
    }

    private MonthlyCover months(User reader, InitiativeId plan) {
        return as(
                reader,
                () -> budgets.readMonthlyCover(
                        plan.reference(),
                        HERE,
                        YearMonth.from(NEXT_YEAR.firstDay()),
                        Money.ofEuros(8_000),
                        Money.ofEuros(12_000),
                        null,
                        List.of()));
    }

    @Test
    void a_corrected_stop_of_the_same_day_frees_what_is_new_in_it() throws Exception {
        InitiativeId plan = afterMessages();
        Money before = progress(plan).held();
        ProvisionId provision = new ProvisionId(sql.number("select min(provision) from realised_release"));
        ProvisionStopped larger = stopped(provision, Money.ofEuros(50_000), 0);
        stop(larger);
        Money after = progress(plan).held();
        assertTrue(after.compareTo(before) > 0);
        stop(larger);
        assertEquals(after, progress(plan).held(), "the same again frees nothing");

        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(SYSTEM, () -> releases.postHeld(MUNICIPALITY));
        assertEquals(after, progress(plan).posted());
        assertEquals(Money.ZERO, progress(plan).held());
        proofHolds();
    }

    @Test
    void who_does_not_take_part_or_takes_part_elsewhere_frees_nothing_for_the_plan() throws Exception {
        CostedProvision marked = ofParent(1);
        AllocationNumber number = details(marked.id()).number();
        as(
                TEAM,
                () -> takingPart.mark(
                        number,
                        false,
                        takingPart.list(number.law(), number.value()).get(0).version()));
        CostedProvision elsewhere = ofParent(2);
        as(
                SYSTEM,
                () -> transaction.call(
                        () -> takenNeeds.take(elsewhere.household(), Need.PARENTING_SUPPORT, "initiative:0")));
        InitiativeId plan = granted(97);
        assertEquals(JOINING - 2, progress(plan).planned());

        // another plan began first: what was planned here lapses at the start
        CostedProvision later = ofParent(3);
        as(
                SYSTEM,
                () -> transaction.call(
                        () -> takenNeeds.take(later.household(), Need.PARENTING_SUPPORT, "initiative:0")));
        as(TEAM, () -> {
            initiatives.start(plan);
            return true;
        });
        assertEquals(JOINING - 3, progress(plan).planned());
    }

    @Test
    void a_plan_that_is_accounted_for_brings_everybody_back_and_the_team_takes_the_steps() throws Exception {
        InitiativeId plan = afterMessages();
        User parent = parents.get(0);
        OwnFile before = as(parent, ownFiles::read);
        assertEquals(1, before.promises().size());
        assertEquals(10, before.promises().get(0).wayBack().workingDays());
        as(
                BUDGET_HOLDER,
                () -> initiatives.accountFor(plan, initiatives.read(plan).version()));

        assertEquals(List.of(), as(parent, ownFiles::read).promises());
        List<TeamWayBack> ways = as(TEAM, () -> waysBack.list(HERE));
        assertEquals(CHANGED, ways.size());
        Map<String, Integer> asked = Queries.during(persistence, () -> as(TEAM, () -> waysBack.list(HERE)));
        assertEquals(1, asked.get("ExpectedRelease"), asked::toString);
        assertEquals(1, asked.get("Initiative"), asked::toString);
        assertEquals(null, asked.get("Pledge"), asked::toString);
        TeamWayBack first = ways.get(0);
        assertTrue(first.way().planEnded(), "nobody asked: the plan ended");
        assertEquals(false, first.allocatedAgain());
        assertEquals("Crèche op het plein", first.plan());
        assertEquals(1, first.allocations().size());
        assertThrows(NotFound.class, () -> as(INITIATOR, () -> waysBack.list(HERE)));
        assertThrows(NotFound.class, () -> as(ALDERMAN, () -> waysBack.list(HERE)));
        take(first.way(), WayBackStep.BRIDGED);
        assertThrows(Conflict.class, () -> take(first.way(), WayBackStep.ALLOCATED));
        take(way(first), WayBackStep.ALLOCATED);
        take(way(first), WayBackStep.BACK);
        assertEquals(CHANGED - 1, as(TEAM, () -> waysBack.list(HERE)).size());
        assertTrue(looks(parent).stream()
                .anyMatch(look -> look.activity().equals("release.look.way-back")
                        && look.by().equals(Set.of(Role.TEAM_WORKER))));
    }

    private WayBackView way(TeamWayBack asked) {
        return as(TEAM, () -> waysBack.list(HERE)).stream()
                .map(TeamWayBack::way)
                .filter(one -> one.id().equals(asked.way().id()))
                .findFirst()
                .orElseThrow();
    }

    private void take(WayBackView way, WayBackStep step) {
        as(TEAM, () -> {
            waysBack.take(way.id(), way.version(), step);
            return true;
        });
    }

    @Test
    void a_stop_that_is_corrected_to_a_later_day_frees_less() throws Exception {
        InitiativeId plan = afterMessages();
        ProvisionId provision = new ProvisionId(sql.number("select min(provision) from realised_release"));
        stop(stopped(provision, null, 0));
        Money before = progress(plan).held();
        Money ofIt = held(provision);

        stop(stopped(provision, null, 180));
        assertTrue(held(provision).isPositive());
        assertTrue(held(provision).compareTo(ofIt) < 0, "half a year less comes free");
        assertEquals(before.minus(ofIt).plus(held(provision)), progress(plan).held());
        assertEquals(
                progress(plan).held(),
                Money.sum(way(plan).waiting().stream()
                        .map(MoneyWay.Waiting::amount)
                        .toList()));

        stop(stopped(provision, null, 0));
        assertEquals(before, progress(plan).held(), "and the first day again frees what it did");
        Money posted = before;
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(SYSTEM, () -> releases.postHeld(MUNICIPALITY));
        stop(stopped(provision, null, 180));
        assertEquals(posted, progress(plan).posted());
        assertEquals(1, postedTooMuch(provision));
        ReleaseToCorrect row = only(as(TEAM, corrections::list));
        assertTrue(row.cameFree().isPositive());
        assertTrue(row.tooMuch().isPositive());
        proofHolds();

        stop(stopped(provision, null, 0));
        assertEquals(List.of(), as(TEAM, corrections::list), "the day was right after all");
    }

    @Test
    void a_stop_that_frees_nothing_leaves_no_forecast() throws Exception {
        InitiativeId plan = running();
        ProvisionId first = ofParent(0).id();
        int planned = way(plan).planned().get(0).households();
        stop(stopped(first, Money.ZERO, 0));
        assertEquals(planned - 1, way(plan).planned().get(0).households());
        assertEquals(Money.ZERO, progress(plan).held());

        // what waited and comes to nothing by a later report leaves none either
        ProvisionId second = ofParent(1).id();
        stop(stopped(second, Money.ofEuros(3_000), 0));
        assertTrue(held(second).isPositive());
        stop(stopped(second, Money.ZERO, 0));
        assertEquals(Money.ZERO, progress(plan).held());
        assertEquals(
                0,
                sql.number("select count(*) from release_forecast where dropped_on is null and provision = 'provision:"
                        + second.value() + "'"));
    }

    @Test
    void what_was_countered_by_day_and_proves_free_before_the_night_is_posted_again_and_once() throws Exception {
        InitiativeId plan = afterMessages();
        ProvisionId provision = lastReleased();
        stop(stopped(provision, null, 0));
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(SYSTEM, () -> releases.postHeld(MUNICIPALITY));
        Money posted = progress(plan).posted();
        Money all = inBudget(provision);
        stop(stopped(provision, null, 30));
        Money right = only(as(BUDGET_HOLDER, corrections::list)).cameFree();
        stop(stopped(provision, null, 90));
        counter(provision, only(as(BUDGET_HOLDER, corrections::list)));
        assertEquals(Money.ZERO, inBudget(provision));

        stop(stopped(provision, null, 30));
        assertEquals(right, inBudget(provision));
        nightly.postAll();
        assertEquals(right, inBudget(provision));
        assertEquals(0, sql.number("select count(*) from posted_too_much"));

        stop(stopped(provision, null, 0));
        nightly.postAll();
        assertEquals(all, inBudget(provision));
        assertEquals(posted, progress(plan).posted());
        assertEquals(Money.ZERO, progress(plan).held());
        proofHolds();
    }

    /** The page with what is too much is open; meanwhile a report says that the first day was right after all. */
    @Test
    void a_booking_that_is_countered_though_it_proved_right_is_posted_again_and_once() throws Exception {
        InitiativeId plan = afterMessages();
        ProvisionId provision = lastReleased();
        stop(stopped(provision, null, 0));
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(SYSTEM, () -> releases.postHeld(MUNICIPALITY));
        ReleaseProgress before = progress(plan);
        Money all = inBudget(provision);
        stop(stopped(provision, null, 90));
        ReleaseToCorrect open = only(as(BUDGET_HOLDER, corrections::list));
        stop(stopped(provision, null, 0));
        counter(provision, open);
        assertEquals(Money.ZERO, inBudget(provision));

        nightly.postAll();
        assertEquals(all, inBudget(provision));
        assertEquals(before, progress(plan));
        nightly.postAll();
        assertEquals(all, inBudget(provision));
        assertEquals(before, progress(plan));
        proofHolds();
    }

    @Test
    void a_report_after_a_counter_transfer_by_hand_frees_all_that_it_says() throws Exception {
        InitiativeId plan = afterMessages();
        ProvisionId provision = lastReleased();
        ProvisionStopped larger = stopped(provision, Money.ofEuros(50_000), 0);
        stop(larger);
        Money right = held(provision);
        stop(stopped(provision, null, 0));
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(SYSTEM, () -> releases.postHeld(MUNICIPALITY));
        assertTrue(inBudget(provision).compareTo(right) < 0);
        Money others = progress(plan).posted().minus(inBudget(provision));
        counter(booking(provision));

        stop(larger);
        assertEquals(right, inBudget(provision));
        nightly.postAll();
        assertEquals(right, inBudget(provision));
        assertEquals(others.plus(right), progress(plan).posted());
        assertEquals(Money.ZERO, progress(plan).held());
        proofHolds();
    }

    @Test
    void what_was_countered_by_hand_of_a_household_that_left_stays_out_of_the_budget_until_it_comes_back()
            throws Exception {
        InitiativeId plan = afterMessages();
        ProvisionId provision = lastReleased();
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(SYSTEM, () -> releases.postHeld(MUNICIPALITY));
        Money before = inBudget(provision);
        Money others = progress(plan).posted().minus(before);
        leave(plan, parents.get(parentOf(provision)));
        SteeredClock.moveTo(YEAR_HAS_BEGUN.plusDays(15));
        as(SYSTEM, () -> pledges.closeOverdue(MUNICIPALITY));
        counter(booking(provision));
        nightly.postAll();
        assertEquals(Money.ZERO, inBudget(provision));
        assertEquals(others, progress(plan).posted());
        assertEquals(Money.ZERO, progress(plan).held());
        assertEquals(0, cameTrue(provision));
        nightly.postAll();
        assertEquals(Money.ZERO, inBudget(provision));

        // it did come free: when the household comes back without its own help, it is for the plan after all
        User parent = parents.get(parentOf(provision));
        as(parent, () -> pledges.join(plan, 1, 1));
        assertEquals(before, inBudget(provision));
        nightly.postAll();
        assertEquals(before, inBudget(provision));
        assertEquals(others.plus(before), progress(plan).posted());
        assertEquals(1, cameTrue(provision));
        proofHolds();
    }

    @Test
    void the_night_asks_as_often_when_many_bookings_were_countered_as_when_few_were() throws Exception {
        afterMessages();
        // the last ones have repaid nothing yet
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(SYSTEM, () -> releases.postHeld(MUNICIPALITY));
        Map<String, Integer> ofOne = nightAfter(1);
        Map<String, Integer> ofFour = nightAfter(4);
        for (String entity : List.of("RealisedRelease", "PostedTooMuch", "ExpectedRelease", "Person", "Initiative")) {
            assertEquals(ofOne.get(entity), ofFour.get(entity), () -> entity + " " + ofOne + ofFour);
        }
        assertEquals(1 + 4, sql.number("select count(*) from realised_release where countered"));
    }

    /** Pre-financing gets back what release repaid it, so that any booking can be countered; then the night is counted. */
    private Map<String, Integer> nightAfter(int countered) throws Exception {
        for (TransferSummary repaid : standing(Reason.PRE_FINANCING_REPAID)) {
            counter(repaid);
        }
        standing(Reason.RELEASE_REALISED).stream().limit(countered).forEach(this::counter);
        return Queries.during(persistence, () -> as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));
    }

    private List<TransferSummary> standing(Reason reason) {
        return ledger.listTransfers(MUNICIPALITY, NEXT_YEAR, reason).stream()
                .filter(transfer -> transfer.counters() == null && !transfer.countered())
                .toList();
    }

    private void counter(TransferSummary booking) {
        as(BUDGET_HOLDER, () -> ledger.counter("releases-it:" + booking.number(), booking.id(), "Met de hand"));
    }

    @Test
    void what_comes_free_after_its_forecast_was_dropped_is_for_the_plan_all_the_same() throws Exception {
        InitiativeId older = new InitiativeId(999_001);
        grant(older, Money.ofEuros(5_000), 1);
        InitiativeId plan = running();
        ProvisionId provision = ofParent(0).id();
        stop(stopped(provision, Money.ZERO, 0));
        stop(stopped(provision, Money.ofEuros(9_000), 0));
        Money waits = realisedInMonths(plan);
        assertTrue(waits.isPositive());

        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        assertEquals(1, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));
        assertEquals(waits, realisedInMonths(plan));
        assertEquals(progress(plan).posted(), way(plan).repaid());
        assertTrue(way(plan).repaid().isPositive());
        assertEquals(Money.ZERO, way(older).repaid());
        proofHolds();
    }

    private Money realisedInMonths(InitiativeId plan) {
        return Money.sum(months(TEAM, plan).months().stream()
                .map(MonthlyCover.Month::realisedRelease)
                .toList());
    }

    private Money inBudget(ProvisionId provision) {
        return Money.sum(ledger.listTransfers(MUNICIPALITY, "provision:" + provision.value()).stream()
                .filter(transfer -> transfer.reason() == Reason.RELEASE_REALISED
                        && transfer.counters() == null
                        && !transfer.countered())
                .map(TransferSummary::amount)
                .toList());
    }

    @Test
    void a_stop_that_is_taken_back_frees_nothing_and_is_expected_again() throws Exception {
        InitiativeId plan = afterMessages();
        ReleaseProgress before = progress(plan);
        int planned = way(plan).planned().get(0).households();
        Money ofIt = held(ofParent(0).id());
        assertTrue(ofIt.isPositive());

        takeBackStop(0);
        assertEquals(
                new ReleaseProgress(
                        before.planned() + 1,
                        before.realised() - 1,
                        Money.ZERO,
                        before.held().minus(ofIt)),
                progress(plan));
        assertEquals(planned + 1, way(plan).planned().get(0).households());
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        assertEquals(CHANGED - 1, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));
        assertEquals(before.held().minus(ofIt), progress(plan).posted());

        // what is in the budget already, the team and the budget holder see until it is countered
        assertEquals(List.of(), as(TEAM, corrections::list));
        ProvisionId provision = lastReleased();
        int last = parentOf(provision);
        takeBackStop(last);
        assertEquals(before.held().minus(ofIt), progress(plan).posted());
        assertEquals(1, postedTooMuch(provision));
        ReleaseToCorrect row = only(as(BUDGET_HOLDER, corrections::list));
        assertEquals(List.of(row), as(TEAM, corrections::list));
        assertEquals(plan, row.initiative());
        assertEquals(row.posted(), row.tooMuch());
        assertThrows(NotFound.class, () -> as(ALDERMAN, corrections::list));
        assertTrue(looks(parents.get(last)).stream()
                .anyMatch(look -> look.activity().equals("release.look.to-correct")
                        && look.by().equals(Set.of(Role.BUDGET_HOLDER))));
        proofHolds();
    }

    @Test
    void what_did_come_free_of_a_countered_release_is_posted_anew() throws Exception {
        InitiativeId plan = afterMessages();
        ProvisionId provision = lastReleased();
        stop(stopped(provision, null, 0));
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(SYSTEM, () -> releases.postHeld(MUNICIPALITY));
        Money posted = progress(plan).posted();
        stop(stopped(provision, null, 90));
        ReleaseToCorrect row = only(as(BUDGET_HOLDER, corrections::list));
        counter(provision, row);
        assertEquals(List.of(), as(BUDGET_HOLDER, corrections::list));
        nightly.postAll();
        Money right = posted.minus(row.tooMuch());
        assertEquals(right, progress(plan).posted());
        assertEquals(0, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));

        // and then the help goes on after all
        takeBackStop(parentOf(provision));
        ReleaseToCorrect all = only(as(BUDGET_HOLDER, corrections::list));
        assertEquals(row.cameFree(), all.tooMuch());
        assertEquals(Money.ZERO, all.cameFree());
        counter(provision, all);
        assertEquals(0, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));
        assertEquals(0, sql.number("select count(*) from posted_too_much"));
        assertEquals(0, cameTrue(provision));
        assertEquals(right.minus(all.tooMuch()), progress(plan).posted());
        proofHolds();
    }

    @Test
    void the_forecast_of_what_was_countered_of_help_that_goes_on_did_not_come_true() throws Exception {
        afterMessages();
        ProvisionId provision = lastReleased();
        stop(stopped(provision, null, 0));
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(SYSTEM, () -> releases.postHeld(MUNICIPALITY));
        assertEquals(1, cameTrue(provision));

        // by day, before the night has seen it
        stop(stopped(provision, null, 90));
        counter(provision, only(as(BUDGET_HOLDER, corrections::list)));
        takeBackStop(parentOf(provision));
        assertEquals(0, cameTrue(provision));
        assertEquals(Money.ZERO, inBudget(provision));
        assertEquals(0, sql.number("select count(*) from posted_too_much"));
    }

    @Test
    void what_came_into_the_budget_for_another_plan_counts_when_less_came_free() throws Exception {
        afterMessages();
        ProvisionId provision = lastReleased();
        stop(stopped(provision, null, 0));
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(SYSTEM, () -> releases.postHeld(MUNICIPALITY));
        sql.execute("update realised_release set initiative = 0 where provision = " + provision.value());
        stop(stopped(provision, null, 90));
        assertEquals(
                inBudget(provision), only(as(BUDGET_HOLDER, corrections::list)).posted());
    }

    private void counter(ProvisionId provision, ReleaseToCorrect row) {
        assertEquals(booking(provision).number(), only(row.bookings()).number());
        counter(booking(provision));
    }

    /** What stands in the budget of it. */
    private TransferSummary booking(ProvisionId provision) {
        return only(standing(Reason.RELEASE_REALISED).stream()
                .filter(transfer -> transfer.reference().equals("provision:" + provision.value()))
                .toList());
    }

    @Test
    void a_child_who_came_of_age_and_moved_out_comes_back_with_the_parents_who_leave() throws Exception {
        CostedProvision child = ofParent(0);
        sql.execute("update person set year_of_birth = 2008 where id = "
                + child.person().value());
        InitiativeId plan = afterMessages();
        ReleaseProgress before = progress(plan);
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(
                SYSTEM,
                () -> provisions.take(List.of(new HouseholdCommand("of-age", children.get(0), HouseholdRole.SINGLE))));
        leave(plan, parents.get(0));
        SteeredClock.moveTo(YEAR_HAS_BEGUN.plusDays(15));
        as(SYSTEM, () -> pledges.closeOverdue(MUNICIPALITY));
        assertEquals(before.realised() - 1, progress(plan).realised());
        assertEquals(before.held().minus(held(child.id())), progress(plan).held());
        assertEquals(
                List.of(child.person().toString()),
                as(TEAM, () -> waysBack.list(HERE)).stream()
                        .map(one -> one.way().subject())
                        .toList());
        assertEquals(CHANGED - 1, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));
    }

    @Test
    void who_is_marked_after_the_grant_frees_nothing_more_and_is_sent_back_to_nothing() throws Exception {
        InitiativeId plan = afterMessages();
        CostedProvision stopped = ofParent(0);
        CostedProvision waits = ofParent(CHANGED);
        ReleaseProgress before = progress(plan);
        int forecasts = way(plan).planned().get(0).households();
        Money held = held(stopped.id());
        assertTrue(held.isPositive());

        mark(stopped, false);
        mark(waits, false);
        assertEquals(
                new ReleaseProgress(
                        before.planned() - 1,
                        before.realised() - 1,
                        Money.ZERO,
                        before.held().minus(held)),
                progress(plan));
        assertEquals(forecasts - 1, way(plan).planned().get(0).households());
        assertEquals(List.of(), as(TEAM, () -> waysBack.list(HERE)));
        stop(stopped(stopped.id(), Money.ofEuros(50_000), 0));
        stop(stopped(waits.id(), Money.ofEuros(50_000), 0));
        assertEquals(before.held().minus(held), progress(plan).held());

        // marked by mistake: what came free in the meantime counts after all
        mark(waits, true);
        assertEquals(
                new ReleaseProgress(
                        before.planned() - 1,
                        before.realised(),
                        Money.ZERO,
                        before.held().minus(held).plus(held(waits.id()))),
                progress(plan));

        // a household that leaves by itself has its way back, marked or not
        leave(plan, parents.get(0));
        assertEquals(1, as(TEAM, () -> waysBack.list(HERE)).size());
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        assertEquals(CHANGED, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));
        proofHolds();
    }

    @Test
    void a_mark_that_is_undone_brings_back_what_waited_as_the_newest_report_says() throws Exception {
        InitiativeId plan = afterMessages();
        CostedProvision stopped = ofParent(0);
        stop(stopped(stopped.id(), null, 0));
        ReleaseProgress before = progress(plan);
        List<MoneyWay.Waiting> waiting = way(plan).waiting();
        assertEquals(1, cameTrue(stopped.id()));
        mark(stopped, false);
        assertEquals(0, cameTrue(stopped.id()));
        long looks = looksAtThePlan();
        mark(stopped, true);
        assertEquals(looks, looksAtThePlan(), "whether one yes holds is no look at everybody who takes part");
        assertEquals(before, progress(plan));
        assertEquals(waiting, way(plan).waiting());
        assertEquals(1, cameTrue(stopped.id()));

        mark(stopped, false);
        stop(stopped(stopped.id(), null, 180));
        Money less = before.held().minus(progress(plan).held());
        mark(stopped, true);
        assertTrue(held(stopped.id()).isPositive());
        assertEquals(
                before.held().minus(less).plus(held(stopped.id())),
                progress(plan).held());
        assertTrue(progress(plan).held().compareTo(before.held()) < 0, "the help stopped half a year later");
        Money right = progress(plan).held();
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        assertEquals(CHANGED, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));
        assertEquals(right, progress(plan).posted());
        proofHolds();
    }

    private long looksAtThePlan() throws Exception {
        return sql.number("select count(*) from processing_log where activity = 'initiative.look.release'");
    }

    /** The forecasts of it that came true and stand. */
    private long cameTrue(ProvisionId provision) throws Exception {
        return sql.number("select count(*) from release_forecast where dropped_on is null and realised_on is not null"
                + " and provision = 'provision:" + provision.value() + "'");
    }

    private void mark(CostedProvision provision, boolean takesPart) {
        AllocationNumber number = details(provision.id()).number();
        as(
                TEAM,
                () -> takingPart.mark(
                        number,
                        takesPart,
                        takingPart.list(number.law(), number.value()).get(0).version()));
    }

    @Test
    void a_household_that_moves_takes_its_need_and_its_yes_along() throws Exception {
        InitiativeId plan = running();
        HouseholdId before = ofParent(0).household();
        HouseholdId second = ofParent(1).household();
        regroup("moved", 0);
        HouseholdId after = ofParent(0).household();
        assertEquals(0, taken(before));
        assertEquals(1, taken(after));
        assertEquals(0, yeses(before));
        assertEquals(1, yeses(after));

        // another household that takes part moves in: both go on, and the need is taken once
        regroup("moved", 1);
        assertEquals(after, ofParent(1).household());
        assertEquals(0, taken(second));
        assertEquals(1, taken(after));
        assertEquals(1, yeses(after));
        assertEquals(JOINING, progress(plan).planned());
        assertEquals(
                JOINING, as(SYSTEM, () -> initiatives.listPledgedPersons(plan)).size());
    }

    @Test
    void two_households_that_change_places_keep_what_is_theirs() throws Exception {
        InitiativeId plan = running();
        regroup("one", 0);
        regroup("two", 1);
        HouseholdId one = ofParent(0).household();
        HouseholdId two = ofParent(1).household();
        as(
                SYSTEM,
                () -> provisions.take(List.of(
                        new HouseholdCommand("two", parentNumbers.get(0), HouseholdRole.PARENT),
                        new HouseholdCommand("two", children.get(0), HouseholdRole.CHILD),
                        new HouseholdCommand("one", parentNumbers.get(1), HouseholdRole.PARENT),
                        new HouseholdCommand("one", children.get(1), HouseholdRole.CHILD))));
        assertEquals(two, ofParent(0).household());
        assertEquals(one, ofParent(1).household());
        for (HouseholdId household : List.of(one, two)) {
            assertEquals(1, taken(household));
            assertEquals(1, yeses(household));
        }
        assertEquals(JOINING, progress(plan).planned());
    }

    private void regroup(String household, int parent) {
        as(
                SYSTEM,
                () -> provisions.take(List.of(
                        new HouseholdCommand(household, parentNumbers.get(parent), HouseholdRole.PARENT),
                        new HouseholdCommand(household, children.get(parent), HouseholdRole.CHILD))));
    }

    private long taken(HouseholdId household) throws Exception {
        return sql.number("select count(*) from opportunity_taken_need where household = " + household.value());
    }

    private long yeses(HouseholdId household) throws Exception {
        return sql.number(
                "select count(*) from pledge_adult where household_key = '" + household + "|parenting-support'");
    }

    @Test
    void a_plan_of_many_households_asks_as_often_as_one_of_few() {
        // what is published of the whole municipality is reckoned at the first look of a month, once
        as(TEAM, () -> suggestions.list(HERE));
        AtomicReference<InitiativeId> granted = new AtomicReference<>();
        Map<String, Integer> planning = Queries.during(persistence, () -> granted.updateAndGet(none -> granted()));
        assertTrue(planning.getOrDefault("TakenNeed", 0) < JOINING, planning::toString);
        assertTrue(planning.getOrDefault("ExpectedRelease", 0) < JOINING, planning::toString);
        as(TEAM, () -> {
            initiatives.start(granted.get());
            return true;
        });
        SteeredClock.moveTo(MESSAGES_COME);
        take(DemoMunicipality.AFTER_DECISION);
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        Map<String, Integer> posting =
                Queries.during(persistence, () -> as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));
        // who is paid from the plan is read with the plan itself
        for (String entity : List.of("Offer", "Initiative", "ExpectedRelease")) {
            assertTrue(posting.containsKey(entity), posting::toString);
            assertTrue(posting.get(entity) < CHANGED, posting::toString);
        }
    }

    @Test
    void every_look_can_be_read_however_many_there_were() throws Exception {
        User parent = parents.get(0);
        String subject = parent.findSubject().orElseThrow();
        sql.execute("delete from processing_log where id < 0");
        for (int i = 0; i < 250; i++) {
            sql.execute(
                    "insert into processing_log (id, at, trace, activity, data_subject, roles, audit_event) values (-"
                            + (i + 1) + ", timestamp '2026-05-" + String.format("%02d", 1 + i / 10)
                            + " 12:00:00', 'releases-it', 'provision.activity.repair', '" + subject
                            + "', 'TEAM_WORKER BACK_OFFICE', 0)");
        }
        List<LocalDate> inMay = looks(parent).stream()
                .filter(look -> look.by().equals(Set.of(Role.TEAM_WORKER, Role.BACK_OFFICE)))
                .map(OwnFile.DayOfLooks::on)
                .toList();
        assertEquals(25, inMay.size(), "every day once");
        assertEquals(LocalDate.of(2026, 5, 25), inMay.get(0));
        assertEquals(LocalDate.of(2026, 5, 1), inMay.get(24));
    }

    /** All there are, page by page. */
    private List<OwnFile.DayOfLooks> looks(User resident) {
        OwnFile.Looks page = as(resident, ownFiles::read).looks();
        List<OwnFile.DayOfLooks> all = new ArrayList<>(page.days());
        while (page.olderThan() != null) {
            LocalDate before = page.olderThan();
            page = as(resident, () -> ownFiles.listEarlierLooks(before));
            all.addAll(page.days());
        }
        return all;
    }

    private static <T> T only(List<T> all) {
        assertEquals(1, all.size());
        return all.get(0);
    }

    /** Its money has repaid nothing yet, and can still be countered. */
    private ProvisionId lastReleased() throws Exception {
        return new ProvisionId(
                sql.number("select provision from realised_release where id = (select max(id) from realised_release)"));
    }

    private int parentOf(ProvisionId provision) throws Exception {
        for (int parent = 0; parent < CHANGED; parent++) {
            if (provisionOf(parent) == provision.value()) {
                return parent;
            }
        }
        throw new AssertionError(provision + " is of nobody");
    }

    private long provisionOf(int parent) throws Exception {
        PersonId child = as(SYSTEM, () -> people.find(children.get(parent))).orElseThrow();
        return sql.number(
                "select min(id) from provision where need = 'PARENTING_SUPPORT' and person = " + child.value());
    }

    private void takeBackStop(int parent) {
        ProvisionDetails details = details(ofParent(parent).id());
        report(ofParent(parent), children.get(parent), Objects.requireNonNull(details.stoppedOn()), "36", true);
    }

    /** As the provider’s message does. */
    private void report(CostedProvision provision, Bsn child, LocalDate lastDay, String reason, boolean removed) {
        ProvisionDetails details = details(provision.id());
        as(
                SYSTEM,
                () -> provisions.take(List.of(new StopCommand(
                        details.number(),
                        Objects.requireNonNull(details.provider()),
                        child,
                        lastDay,
                        reason,
                        LocalDate.now(clock),
                        removed))));
    }

    private long postedTooMuch(ProvisionId provision) throws Exception {
        return sql.number("select count(*) from audit_event where action = 'release.posted-too-much' and subject = '"
                + provision.value() + "'");
    }

    private InitiativeId running() {
        InitiativeId plan = granted();
        as(TEAM, () -> {
            initiatives.start(plan);
            return true;
        });
        return plan;
    }

    /** Granted, started, and the messages that free money for ten households have come. */
    private InitiativeId afterMessages() {
        InitiativeId plan = running();
        SteeredClock.moveTo(MESSAGES_COME);
        take(DemoMunicipality.AFTER_DECISION);
        return plan;
    }

    private Money held(ProvisionId provision) throws Exception {
        return Money.ofCents(sql.number("select coalesce(sum(amount_cents), 0) from realised_release"
                + " where posted_at is null and provision = " + provision.value()));
    }

    /** @param later days after the last day that is known, the end of the year where none is */
    private ProvisionStopped stopped(ProvisionId provision, Money declared, int later) {
        ProvisionDetails details = details(provision);
        LocalDate known = details.stoppedOn() == null ? BEFORE : details.stoppedOn();
        return new ProvisionStopped(
                provision,
                details.person(),
                details.household(),
                MUNICIPALITY,
                details.law(),
                details.need(),
                known.plusDays(later),
                details.period(),
                details.allocated(),
                false,
                declared,
                details.form(),
                List.of(),
                null);
    }

    private void stop(ProvisionStopped stopped) {
        as(
                SYSTEM,
                () -> transaction.call(() -> {
                    provisionStopped.fire(stopped);
                    return true;
                }));
    }

    /** The help of the child of this parent. */
    private CostedProvision ofParent(int number) {
        return helpOf(parents.get(number));
    }

    private CostedProvision helpOf(User user) {
        PersonId parent = PersonId.find(user.findSubject().orElseThrow()).orElseThrow();
        HouseholdId household = households.find(parent).orElseThrow();
        return as(SYSTEM, () -> provisions.listCostedProvisions(HERE, BEFORE)).stream()
                .filter(one -> one.household().equals(household) && one.need() == Need.PARENTING_SUPPORT)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void who_joins_a_plan_that_runs_is_taken_up_and_goes_back_like_everybody() throws Exception {
        InitiativeId plan = running();
        // past the cut-off, so that who leaves has notice
        SteeredClock.moveTo(MESSAGES_COME);
        User late = user(
                1198,
                Role.RESIDENT,
                as(SYSTEM, () -> people.find(parentNumbers.get(JOINING)))
                        .orElseThrow()
                        .toString());
        as(late, () -> pledges.join(plan, 1, 1));
        assertEquals(JOINING + 1, progress(plan).planned());
        // who says that it leaves and stays after all is expected again
        leave(plan, late);
        assertEquals(JOINING, progress(plan).planned());
        as(late, () -> {
            var mine = pledges.findMine(plan).orElseThrow();
            pledges.confirm(mine.id(), mine.version(), 1);
            return true;
        });
        assertEquals(JOINING + 1, progress(plan).planned());

        // the provider’s stop was under way when the household left: nothing for the plan, and a way back
        leave(plan, late);
        report(helpOf(late), children.get(JOINING), MESSAGES_COME, "36", false);
        assertEquals(JOINING, progress(plan).planned());
        assertEquals(0, progress(plan).realised());
        assertEquals(1, as(late, waysBack::listMine).size());
        assertEquals(1, as(TEAM, () -> waysBack.list(HERE)).size());
        SteeredClock.moveTo(MESSAGES_COME.plusDays(15));
        as(SYSTEM, () -> pledges.closeOverdue(MUNICIPALITY));
        assertEquals(1, as(late, waysBack::listMine).size());

        // and comes back: what came free counts, and nobody is on the way back
        as(late, () -> pledges.join(plan, 1, 1));
        assertEquals(1, progress(plan).realised());
        assertEquals(held(helpOf(late).id()), progress(plan).held());
        assertTrue(progress(plan).held().isPositive());
        assertEquals(List.of(), as(late, waysBack::listMine));
        proofHolds();
    }

    @Test
    void help_that_takes_over_later_lowers_what_waits_and_tells_what_was_posted_too_much() throws Exception {
        afterMessages();
        ProvisionId provision = lastReleased();
        ProvisionStopped alone = stopped(provision, null, 0);
        stop(alone);
        Money before = held(provision);
        ProvisionStopped takenOver = withSuccessor(alone, LocalDate.of(2027, 7, 1));
        stop(takenOver);
        Money less = before.minus(held(provision));
        assertTrue(less.isPositive() && held(provision).isPositive());

        stop(alone);
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(SYSTEM, () -> releases.postHeld(MUNICIPALITY));
        assertEquals(List.of(), as(BUDGET_HOLDER, corrections::list));
        stop(takenOver);
        assertEquals(less, only(as(BUDGET_HOLDER, corrections::list)).tooMuch());
    }

    private static ProvisionStopped withSuccessor(ProvisionStopped stopped, LocalDate from) {
        return new ProvisionStopped(
                stopped.provision(),
                stopped.person(),
                stopped.household(),
                stopped.municipality(),
                stopped.law(),
                stopped.need(),
                stopped.stoppedOn(),
                stopped.period(),
                stopped.allocated(),
                stopped.forWholePeriod(),
                stopped.declared(),
                stopped.form(),
                List.of(new ProvisionStopped.Successor(from, null, AnnualCost.known(Money.ofEuros(365)), null, null)),
                stopped.taskField());
    }

    @Test
    void what_proves_not_free_after_the_plan_has_ended_is_still_to_be_countered() throws Exception {
        InitiativeId plan = afterMessages();
        ProvisionId provision = lastReleased();
        stop(stopped(provision, null, 0));
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(SYSTEM, () -> releases.postHeld(MUNICIPALITY));
        as(TEAM, () -> initiatives.stop(plan, initiatives.read(plan).version(), StopReason.TOO_FEW_HOUSEHOLDS));
        stop(stopped(provision, null, 90));
        assertEquals(
                inBudget(provision), only(as(BUDGET_HOLDER, corrections::list)).posted());
        assertEquals(Money.ZERO, held(provision));
    }

    @Test
    void help_that_ends_for_another_reason_is_no_longer_expected_until_it_starts_again() {
        InitiativeId plan = running();
        CostedProvision help = ofParent(0);
        report(help, children.get(0), BEFORE, "31", false);
        assertEquals(JOINING - 1, progress(plan).planned());
        report(help, children.get(0), BEFORE, "31", true);
        assertEquals(JOINING, progress(plan).planned());
    }

    @Test
    void help_that_had_ended_for_another_reason_comes_free_when_that_proves_to_be_the_municipality() throws Exception {
        InitiativeId plan = running();
        CostedProvision hospital = ofParent(0);
        SteeredClock.moveTo(MESSAGES_COME);
        report(hospital, children.get(0), MESSAGES_COME, "20", false);
        assertEquals(JOINING - 1, progress(plan).planned());
        report(hospital, children.get(0), MESSAGES_COME, "36", false);
        assertEquals(1, progress(plan).realised());
        Money whole = held(hospital.id());
        assertTrue(whole.isPositive());
        assertEquals(1, cameTrue(hospital.id()), "the budget knows for which plan it comes");

        // and back and forth, once it is in the budget
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        as(SYSTEM, () -> releases.postHeld(MUNICIPALITY));
        Money posted = inBudget(hospital.id());
        report(hospital, children.get(0), MESSAGES_COME, "31", false);
        assertEquals(posted, only(as(BUDGET_HOLDER, corrections::list)).tooMuch());
        report(hospital, children.get(0), MESSAGES_COME, "36", false);
        assertEquals(List.of(), as(BUDGET_HOLDER, corrections::list));
        nightly.postAll();
        assertEquals(posted, inBudget(hospital.id()));
        assertEquals(1, progress(plan).realised());
        proofHolds();
    }

    @Test
    void a_stop_that_is_taken_back_while_the_household_is_leaving_ends_the_way_back_and_is_expected_no_more()
            throws Exception {
        InitiativeId plan = afterMessages();
        User parent = parents.get(0);
        ReleaseProgress before = progress(plan);
        leave(plan, parent);
        assertEquals(1, as(TEAM, () -> waysBack.list(HERE)).size());
        takeBackStop(0);
        assertEquals(List.of(), as(TEAM, () -> waysBack.list(HERE)), "the own help goes on");
        assertEquals(before.planned(), progress(plan).planned());
        assertEquals(before.realised() - 1, progress(plan).realised());
        SteeredClock.moveTo(MESSAGES_COME.plusDays(15));
        as(SYSTEM, () -> pledges.closeOverdue(MUNICIPALITY));
        assertEquals(List.of(), as(TEAM, () -> waysBack.list(HERE)));
        proofHolds();
    }

    @Test
    void own_help_that_is_allocated_while_the_household_is_leaving_is_seen_on_its_way_back() throws Exception {
        InitiativeId plan = afterMessages();
        leave(plan, parents.get(0));
        TeamWayBack open = only(as(TEAM, () -> waysBack.list(HERE)));
        assertTrue(open.way().askedOn().isAfter(MESSAGES_COME), "there is notice");
        assertEquals(false, open.allocatedAgain());
        take(allocation(888_003, new ProviderCode("99018888"), MESSAGES_COME.plusDays(15), 12, null));
        assertTrue(only(as(TEAM, () -> waysBack.list(HERE))).allocatedAgain());
    }

    @Test
    void a_load_looks_at_whom_it_is_about_and_not_at_the_whole_plan_for_each_stop() throws Exception {
        InitiativeId plan = running();
        String parent = parents.get(JOINING - 1).findSubject().orElseThrow();
        String looks = "select count(*) from processing_log where activity = 'initiative.look.release'"
                + " and data_subject = '" + parent + "'";
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        long before = sql.number(looks);
        take(DemoMunicipality.AFTER_DECISION);
        assertEquals(before, sql.number(looks), "nothing of this parent stopped");
        assertTrue(progress(plan).posted().isPositive());
    }

    /** As after a stay in hospital: reason 20, and a new start under the same number. */
    @Test
    void help_that_starts_again_after_a_stop_for_a_while_comes_free_when_the_municipality_stops_it() throws Exception {
        InitiativeId plan = running();
        CostedProvision home = ofParent(0);
        CostedProvision homeLater = ofParent(1);
        report(home, children.get(0), BEFORE, "20", false);
        report(homeLater, children.get(1), BEFORE, "20", false);
        assertEquals(JOINING - 2, progress(plan).planned());
        assertEquals(BEFORE, stoppedOn(home));
        int planned = way(plan).planned().get(0).households();

        LocalDate back = BEFORE.plusDays(9);
        SteeredClock.moveTo(back);
        start(home, children.get(0), back);
        start(homeLater, children.get(1), back.plusDays(11));
        assertEquals(JOINING, progress(plan).planned());
        assertEquals(planned + 2, way(plan).planned().get(0).households());
        assertNull(stoppedOn(home));
        assertEquals(
                List.of(home.id()),
                as(SYSTEM, () -> provisions.listCostedProvisions(HERE, back)).stream()
                        .map(CostedProvision::id)
                        .filter(one -> one.equals(home.id()) || one.equals(homeLater.id()))
                        .toList(),
                "what starts later does not run yet");
        OwnFile file = as(parents.get(0), ownFiles::read);
        assertTrue(file.help().stream()
                .map(OwnFile.Help::provision)
                .anyMatch(help -> help.id().equals(home.id()) && help.stoppedOn() == null));

        // marked and not marked any more before it starts again
        mark(homeLater, false);
        assertEquals(JOINING - 1, progress(plan).planned());
        mark(homeLater, true);
        assertEquals(JOINING, progress(plan).planned());

        SteeredClock.moveTo(MESSAGES_COME);
        report(home, children.get(0), MESSAGES_COME, "36", false);
        report(homeLater, children.get(1), MESSAGES_COME.plusDays(10), "36", false);
        assertEquals(2, progress(plan).realised());
        assertTrue(held(home.id()).isPositive());
        assertTrue(held(homeLater.id()).isPositive());
        assertTrue(held(homeLater.id()).compareTo(held(home.id())) < 0, "ten days less");
        assertEquals(held(home.id()).plus(held(homeLater.id())), progress(plan).held());
        proofHolds();
    }

    private LocalDate stoppedOn(CostedProvision provision) {
        return details(provision.id()).stoppedOn();
    }

    private void start(CostedProvision provision, Bsn child, LocalDate on) {
        ProvisionDetails details = details(provision.id());
        take(new StartCommand(
                details.number(), Objects.requireNonNull(details.provider()), child, on, LocalDate.now(clock), false));
    }

    @Test
    void what_is_known_of_the_cost_after_the_stop_comes_free_after_all() throws Exception {
        InitiativeId plan = running();
        CostedProvision mended = ofParent(0);
        CostedProvision priced = ofParent(1);
        SteeredClock.moveTo(MESSAGES_COME);
        ProvisionDetails details = details(mended.id());
        sql.execute("delete from tariff");
        report(mended, children.get(0), MESSAGES_COME, "36", false);
        report(priced, children.get(1), MESSAGES_COME, "36", false);
        assertEquals(2, progress(plan).realised());
        assertEquals(Money.ZERO, progress(plan).held(), "nobody knows what they cost");

        long seen = sql.number(
                "select version from provision where id = " + mended.id().value());
        as(TEAM, () -> {
            repairs.setAnnualCost(details.number(), Money.ofEuros(5_000), (int) seen);
            return true;
        });
        Money first = held(mended.id());
        assertTrue(first.isPositive());
        assertEquals(1, cameTrue(mended.id()), "the budget knows for which plan it comes");
        assertEquals(0, cameTrue(priced.id()));
        take(tariff(Objects.requireNonNull(details.provider()), 76, BEFORE.withDayOfYear(1)));
        assertTrue(held(priced.id()).isPositive());
        assertEquals(first, held(mended.id()));
        assertEquals(first.plus(held(priced.id())), progress(plan).held());
        assertEquals(
                progress(plan).held(),
                Money.sum(way(plan).waiting().stream()
                        .map(MoneyWay.Waiting::amount)
                        .toList()));
        proofHolds();
    }

    @Test
    void help_that_takes_over_lowers_what_waits_for_as_long_and_as_much_as_it_really_does() throws Exception {
        running();
        CostedProvision help = ofParent(0);
        ProvisionDetails details = details(help.id());
        SteeredClock.moveTo(MESSAGES_COME);
        report(help, children.get(0), MESSAGES_COME, "36", false);
        Money whole = held(help.id());
        assertTrue(whole.isPositive());

        ProviderCode dearer = new ProviderCode("99018888");
        LocalDate after = MESSAGES_COME.plusDays(1);
        take(allocation(888_001, dearer, after, 1, null));
        assertEquals(Money.ZERO, held(help.id()), "nobody knows what is left beside it");
        take(tariff(dearer, 10, BEFORE.withDayOfYear(1)));
        Money beside = held(help.id());
        assertTrue(beside.isPositive() && beside.compareTo(whole) < 0);

        take(allocation(888_001, dearer, after, 2, "13"));
        assertEquals(whole, held(help.id()), "never given");
        take(allocation(888_002, dearer, after, 1, null));
        assertEquals(beside, held(help.id()));
        take(allocation(888_002, dearer, MESSAGES_COME.minusDays(30), 2, null));
        assertEquals(whole, held(help.id()), "it was there before, and takes nothing over");

        // and the allocation of what stopped was twice too much itself
        take(new AllocationCommand(
                details.number(),
                Objects.requireNonNull(details.provider()),
                children.get(0),
                2018,
                null,
                "45",
                "45A05",
                MESSAGES_COME.atTime(9, 30),
                details.period(),
                null,
                new Extent(75, Unit.MINUTE, Frequency.WEEK),
                null));
        assertEquals(whole.cents() / 2.0, held(help.id()).cents(), 2, "half as much a week; each year is rounded");
        proofHolds();
    }

    private AllocationCommand allocation(
            long number, ProviderCode provider, LocalDate firstDay, int hour, String changeReason) {
        return new AllocationCommand(
                AllocationNumber.ofMessage(Law.JEUGDWET, number),
                provider,
                children.get(0),
                2018,
                null,
                "45",
                "45A04",
                MESSAGES_COME.atTime(hour, 0),
                Period.from(firstDay),
                changeReason,
                new Extent(60, Unit.MINUTE, Frequency.WEEK),
                null);
    }

    private static TariffCommand tariff(ProviderCode provider, int euros, LocalDate from) {
        return new TariffCommand(
                provider,
                Law.JEUGDWET,
                "45",
                "45A04",
                Price.perUnit(Unit.HOUR, Money.ofEuros(euros)),
                Period.from(from));
    }

    private void take(ProvisionCommand... commands) {
        as(SYSTEM, () -> provisions.take(List.of(commands)));
    }

    @Test
    void who_was_marked_before_the_stop_and_takes_part_after_all_frees_what_came_free() throws Exception {
        InitiativeId plan = running();
        CostedProvision help = ofParent(0);
        mark(help, false);
        stop(stopped(help.id(), null, 0));
        assertEquals(0, progress(plan).realised());
        assertEquals(List.of(), as(TEAM, () -> waysBack.list(HERE)));
        mark(help, true);
        assertEquals(1, progress(plan).realised());
        assertEquals(held(help.id()), progress(plan).held());
        assertTrue(progress(plan).held().isPositive());
    }

    @Test
    void what_waits_does_not_come_for_a_household_that_leaves() throws Exception {
        InitiativeId plan = afterMessages();
        Money held = progress(plan).held();
        assertTrue(held.isPositive());
        assertEquals(CHANGED, way(plan).waiting().get(0).households());

        leave(plan, parents.get(0));
        assertEquals(held, progress(plan).held(), "until the last day the household may stay after all");
        SteeredClock.moveTo(MESSAGES_COME.plusDays(15));
        assertTrue(as(SYSTEM, () -> pledges.closeOverdue(MUNICIPALITY)) > 0);
        Money left = progress(plan).held();
        assertTrue(left.compareTo(held) < 0);
        assertEquals(left, way(plan).waiting().get(0).amount());
        assertEquals(CHANGED - 1, way(plan).waiting().get(0).households());
        assertEquals(1, as(parents.get(0), waysBack::listMine).size());

        // a report that is corrected afterwards frees nothing for a plan that the household has left
        stop(stopped(ofParent(0).id(), Money.ofEuros(50_000), 0));
        assertEquals(left, progress(plan).held());

        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        assertEquals(CHANGED - 1, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));
        assertEquals(left, progress(plan).posted());
        assertEquals(Money.ZERO, progress(plan).held());
        proofHolds();
    }

    @Test
    void what_waits_goes_on_under_the_yes_of_the_other_adult_at_home() {
        InitiativeId plan = afterMessages();
        Bsn atHome = parentNumbers.get(JOINING);
        as(
                SYSTEM,
                () -> provisions.take(List.of(
                        new HouseholdCommand("together", parentNumbers.get(0), HouseholdRole.PARENT),
                        new HouseholdCommand("together", children.get(0), HouseholdRole.CHILD),
                        new HouseholdCommand("together", atHome, HouseholdRole.PARENT))));
        User other = user(
                1199,
                Role.RESIDENT,
                as(SYSTEM, () -> people.find(atHome)).orElseThrow().toString());
        ReleaseProgress before = progress(plan);
        List<MoneyWay.Waiting> waiting = way(plan).waiting();
        as(other, () -> pledges.join(plan, 1, 1));

        leave(plan, parents.get(0));
        SteeredClock.moveTo(MESSAGES_COME.plusDays(15));
        assertTrue(as(SYSTEM, () -> pledges.closeOverdue(MUNICIPALITY)) > 0);

        assertEquals(before, progress(plan));
        assertEquals(waiting, way(plan).waiting());
        assertEquals(List.of(), as(TEAM, () -> waysBack.list(HERE)));
        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        assertEquals(CHANGED, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));
        assertEquals(before.held(), progress(plan).posted());
        proofHolds();
    }

    @Test
    void who_was_leaving_and_stays_keeps_what_waits_and_has_no_way_back_open() {
        InitiativeId plan = afterMessages();
        Money held = progress(plan).held();
        User parent = parents.get(0);

        leave(plan, parent);
        assertEquals(1, as(parent, waysBack::listMine).size());
        as(parent, () -> {
            var mine = pledges.findMine(plan).orElseThrow();
            pledges.confirm(mine.id(), mine.version(), 1);
            return true;
        });
        assertEquals(List.of(), as(parent, waysBack::listMine));
        assertEquals(held, progress(plan).held());

        SteeredClock.moveTo(YEAR_HAS_BEGUN);
        assertEquals(CHANGED, as(SYSTEM, () -> releases.postHeld(MUNICIPALITY)));
        assertEquals(held, progress(plan).posted());
        proofHolds();
    }

    private int households() {
        Integer households = as(TEAM, () -> opportunities.list(HERE)).stream()
                .filter(one -> one.need().equals("parenting-support"))
                .findFirst()
                .orElseThrow()
                .households();
        assertNotNull(households);
        return households;
    }

    private void leave(InitiativeId plan, User resident) {
        as(resident, () -> {
            var mine = pledges.findMine(plan).orElseThrow();
            return pledges.leave(mine.id(), mine.version());
        });
    }

    private InitiativeId granted() {
        return granted(98);
    }

    private InitiativeId granted(int eligible) {
        SuggestionCard card = as(TEAM, () -> suggestions.list(HERE)).stream()
                .filter(one -> one.opportunity().need().equals("parenting-support"))
                .findFirst()
                .orElseThrow();
        assertEquals(eligible, card.opportunity().households());
        SuggestionCard.Proposed proposed = card.suggestion();
        assertNotNull(proposed);
        SuggestionId suggestion = proposed.id();
        LettersId letters = invite(
                suggestion, new Invitation(LocalDateTime.now(clock).plusDays(7), "De Rietlanden", "Fatima, 0900 1234"));
        as(TEAM, () -> {
            invitations.cancel(letters);
            return true;
        });
        awaitEnd(suggestion);
        InitiativeId id = as(
                INITIATOR,
                () -> initiatives.propose(
                        HERE,
                        new Plan(
                                "Crèche op het plein",
                                "Ouders en leidsters samen",
                                "parenting-support",
                                "Twee dagdelen per week een plek",
                                "Stichting Het Plein",
                                List.of(new PlanLine("Leidsters", Money.ofEuros(12_000))),
                                Money.ofEuros(8_000),
                                16,
                                JOINING,
                                Money.ZERO,
                                NEXT_YEAR.firstDay(),
                                new WayBack(10, "Het wijkteam", true),
                                0,
                                14),
                        suggestion));
        as(INITIATOR, () -> initiatives.open(id, initiatives.read(id).version(), BEFORE.plusDays(14)));
        parents.forEach(parent -> as(parent, () -> pledges.join(id, 1, 1)));
        as(INITIATOR, () -> initiatives.submit(id, initiatives.read(id).version()));
        as(TEAM, () -> initiatives.takeIntoAssessment(id, initiatives.read(id).version()));
        as(TEAM, () -> initiatives.advise(id, initiatives.read(id).version()));
        grant(id, ASKED, 1);
        as(ALDERMAN, () -> {
            initiatives.grant(id, 1, ASKED);
            return true;
        });
        return id;
    }

    /** The next story empties the tables: nothing may still be writing then. */
    private void awaitEnd(SuggestionId suggestion) {
        for (int i = 0; i < 600; i++) {
            if (as(TEAM, () -> invitations.find(suggestion)).orElseThrow().state() != LettersState.RUNNING) {
                return;
            }
            LockSupport.parkNanos(100_000_000L);
        }
        throw new AssertionError("the letters are not cancelled");
    }

    private void grant(InitiativeId plan, Money amount, int decision) {
        grant(plan, amount, decision, NEXT_YEAR);
    }

    private void grant(InitiativeId plan, Money amount, int decision, FiscalYear year) {
        String key = plan.reference() + ":decision:" + decision;
        as(
                TEAM,
                () -> transaction.call(() -> {
                    budgets.post(
                            budgets.reserve(
                                    key,
                                    plan.reference(),
                                    HERE,
                                    budgets.prepareCover(plan.reference(), HERE, year, amount)),
                            key + ":post");
                    return true;
                }));
    }

    private void take(String name) {
        ImportReport report = as(SYSTEM, () -> intake.importFiles(files().resolve(name)));
        assertEquals(List.of(), report.refused());
    }

    private void proofHolds() {
        ProofReport proof = as(CONTROLLER, () -> proofs.prove(MUNICIPALITY));
        assertTrue(proof.holds(), proof::toString);
    }

    private ProvisionDetails details(ProvisionId id) {
        return only(as(SYSTEM, () -> provisions.listForRelease(List.of(id))));
    }

    private ReleaseProgress progress(InitiativeId plan) {
        String expected = "from expected_release e where e.initiative = " + plan.value() + " and e.excluded = false"
                + " and e.state = ";
        String realised =
                "select coalesce(sum(r.amount_cents), 0) from realised_release r where r.initiative = " + plan.value();
        try {
            return new ReleaseProgress(
                    (int) sql.number("select count(*) " + expected + "'PLANNED'"),
                    (int) sql.number("select count(*) " + expected + "'REALISED'"),
                    Money.ofCents(sql.number(realised + " and r.posted_at is not null and r.countered = false")),
                    Money.ofCents(sql.number(realised + " and r.posted_at is null and exists (select 1 " + expected
                            + "'REALISED' and e.provision = r.provision)")));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private MoneyWay way(InitiativeId plan) {
        return as(CONTROLLER, () -> budgets.readMoneyWay(plan.reference()));
    }

    /** On a thread of its own: the server closes what the asking thread read without a transaction when the letters are done. */
    private LettersId invite(SuggestionId id, Invitation invitation) {
        return CompletableFuture.supplyAsync(
                        () -> as(TEAM, () -> invitations.invite(id, invitation)), task -> new Thread(task).start())
                .join();
    }

    private <T> T as(User user, Supplier<T> work) {
        try {
            return currentUser.runAs(user, work);
        } catch (RuntimeException thrown) {
            throw Refusal.unwrapped(thrown);
        }
    }

    private static User user(long id, Role role, String subject) {
        return new User(new UserId(id), role.name(), MUNICIPALITY, Set.of(role), Set.of(HERE), subject);
    }
}
