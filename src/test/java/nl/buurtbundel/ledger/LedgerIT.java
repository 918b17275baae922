package nl.buurtbundel.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.buurtbundel.Figures;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Queries;
import nl.buurtbundel.Sql;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.budget.AppropriationLine;
import nl.buurtbundel.budget.Appropriations;
import nl.buurtbundel.budget.ContributionId;
import nl.buurtbundel.budget.ContributionSummary;
import nl.buurtbundel.budget.Contributions;
import nl.buurtbundel.budget.ContributorKind;
import nl.buurtbundel.budget.Cover;
import nl.buurtbundel.budget.CoverKind;
import nl.buurtbundel.budget.CoverLine;
import nl.buurtbundel.budget.Help;
import nl.buurtbundel.budget.MoneyWay;
import nl.buurtbundel.budget.MonthlyCover;
import nl.buurtbundel.budget.MunicipalEntries;
import nl.buurtbundel.budget.NewContribution;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.budget.PreFinancingSummary;
import nl.buurtbundel.budget.PreFinancings;
import nl.buurtbundel.budget.ReservationGroupId;
import nl.buurtbundel.budget.YearEnd;
import nl.buurtbundel.budget.YearEnds;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Plan;
import nl.buurtbundel.initiative.PlanLine;
import nl.buurtbundel.initiative.WayBack;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.recompute.LedgerFingerprint;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ledger in the server, on the database of the run: races, repeated commands, and the way of a euro there and back. */
@ExtendWith(ArquillianExtension.class)
class LedgerIT {
    private static final MunicipalityCode MUNICIPALITY = new MunicipalityCode("GM9903");
    private static final NeighbourhoodCode NEIGHBOURHOOD = new NeighbourhoodCode("BU99030101");
    /** Where a year is closed: what others book in it would be refused. */
    private static final MunicipalityCode CLOSING = new MunicipalityCode("GM9942");

    /** Where another payer gives money for a plan, and a year is closed as well. */
    private static final MunicipalityCode GIVEN = new MunicipalityCode("GM9944");

    private static final NeighbourhoodCode GIVEN_HERE = new NeighbourhoodCode("BU99440101");

    private static final FiscalYear YEAR = new FiscalYear(2026);
    private static final User OFFICE = new User(
            new UserId(11),
            "office",
            MUNICIPALITY,
            Set.of(Role.SYSTEM, Role.BUDGET_HOLDER, Role.CONTROLLER),
            Set.of(),
            null);
    private static final User ALDERMAN =
            new User(new UserId(12), "alderman", MUNICIPALITY, Set.of(Role.ALDERMAN), Set.of(), null);

    private static final NeighbourhoodCode ELSEWHERE = new NeighbourhoodCode("BU99030120");
    private static final User PROPOSER = new User(
            new UserId(14), "proposer", MUNICIPALITY, Set.of(Role.TEAM_WORKER), Set.of(NEIGHBOURHOOD, ELSEWHERE), null);
    private static final User ADMINISTRATOR =
            new User(new UserId(15), "administrator", MUNICIPALITY, Set.of(Role.ADMINISTRATOR), Set.of(), null);

    private static final User CONTROLLER =
            new User(new UserId(13), "controller", MUNICIPALITY, Set.of(Role.CONTROLLER), Set.of(), null);

    @Inject
    private Ledger ledger;

    @Inject
    private Proofs proofs;

    @Inject
    private NightlyProof nightly;

    @Inject
    private GeneralLedger generalLedger;

    @Inject
    private Positions positions;

    @Inject
    private YearEnds yearEnds;

    @Inject
    private Reconciliations reconciliations;

    @Inject
    private CommandStorm storm;

    @Inject
    private TaskFields taskFields;

    @Inject
    private Appropriations appropriations;

    @Inject
    private PreFinancings preFinancings;

    @Inject
    private PooledBudgets pooledBudgets;

    @Inject
    private MunicipalEntries municipalEntries;

    @Inject
    private Contributions contributions;

    @Inject
    private Initiatives initiatives;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService executor;

    @Resource(lookup = "java:app/jdbc/buurtbundel")
    private DataSource dataSource;

    @Inject
    private Sql sql;

    @PersistenceUnit(unitName = "buurtbundel")
    private EntityManagerFactory persistence;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with();
    }

    /** Whatever a test did, the book balances after it. */
    @AfterEach
    void the_book_balances() {
        ProofReport report = asOffice(() -> proofs.prove(MUNICIPALITY));
        assertTrue(report.holds(), () -> report.findings().toString());
        assertEquals(report, asOffice(() -> proofs.findLast(MUNICIPALITY).orElseThrow()));
    }

    @Test
    void sixty_four_threads_ask_three_times_what_a_pot_holds_and_it_never_goes_below_zero() throws Exception {
        AccountKey pot = pot("race");
        fill(pot, "race", Money.ofEuros(1_000));
        List<Callable<Money>> spenders = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String spender = "spender-" + i;
            spenders.add(() -> {
                Money accepted = Money.ZERO;
                for (int n = 0; n < 5; n++) {
                    Money amount = Money.ofCents(900 + n * 71L);
                    accepted = accepted.plus(spend(pot, spender, spender + ':' + n, amount));
                }
                return accepted;
            });
        }
        Money asked = Money.ZERO;
        for (int n = 0; n < 5; n++) {
            asked = asked.plus(Money.ofCents(900 + n * 71L));
        }
        assertTrue(asked.times(64).compareTo(Money.ofEuros(3_000)) > 0, "three times the pot is asked");

        Money accepted = Money.sum(atOnce(spenders));

        AccountSummary left = ledger.findAccount(pot).orElseThrow();
        assertFalse(left.available().isNegative());
        assertEquals(Money.ofEuros(1_000), accepted.plus(left.balance()));
        // whoever was refused last asked the largest amount at most
        Money largest = Money.ofCents(900 + 4 * 71L);
        assertTrue(left.available().compareTo(largest) < 0, "as much as possible is accepted");
    }

    @Test
    void the_same_command_fifty_times_at_once_has_one_effect_and_one_answer() throws Exception {
        AccountKey pot = pot("once");
        fill(pot, "once", Money.ofEuros(100));
        NewTransfer command = new NewTransfer(
                "once:grant",
                pot,
                granted("initiative:once"),
                Money.ofEuros(10),
                Reason.GRANTED,
                "initiative:once",
                "");
        List<Callable<TransferId>> again = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            again.add(() -> ledger.transfer(command).transfer());
        }

        Set<TransferId> answers = new HashSet<>(atOnce(again));

        assertEquals(1, answers.size());
        assertEquals(Money.ofEuros(90), ledger.findAccount(pot).orElseThrow().balance());
    }

    @Test
    void the_same_key_with_other_content_is_refused() {
        AccountKey pot = pot("key");
        fill(pot, "key", Money.ofEuros(100));
        spend(pot, "key", "key:grant", Money.ofEuros(10));

        assertRefused(
                "ledger.error.key-used",
                () -> ledger.transfer(new NewTransfer(
                        "key:grant", pot, granted("key"), Money.ofEuros(11), Reason.GRANTED, "key", "")));
        assertEquals(Money.ofEuros(90), ledger.findAccount(pot).orElseThrow().balance());
    }

    @Test
    void posting_and_voiding_at_once_resolve_a_reservation_once() throws Exception {
        AccountKey pot = pot("resolve");
        fill(pot, "resolve", Money.ofEuros(1_000));
        for (int round = 0; round < 20; round++) {
            String key = "resolve:" + round;
            ReservationId id = ledger.reserve(new NewReservation(
                    key,
                    key,
                    MUNICIPALITY,
                    Reason.GRANTED,
                    "initiative:resolve",
                    LocalDate.of(2100, 1, 1),
                    List.of(new NewReservation.Line(pot, granted("initiative:resolve"), Money.ofEuros(10)))));

            List<Boolean> done = atOnce(List.of(
                    () -> succeeds(() -> ledger.post(key + ":one", id)),
                    () -> succeeds(() -> ledger.post(key + ":two", id)),
                    () -> succeeds(() -> ledger.voidReservation(key + ":void", id))));

            assertEquals(1, done.stream().filter(succeeded -> succeeded).count());
        }
        assertEquals(Money.ZERO, ledger.findAccount(pot).orElseThrow().held());
    }

    @Test
    void transactions_that_touch_accounts_in_opposite_order_do_not_block_each_other_for_good() throws Exception {
        AccountKey one = pot("order-one");
        AccountKey other = pot("order-other");
        fill(one, "order-one", Money.ofEuros(1_000));
        fill(other, "order-other", Money.ofEuros(1_000));
        for (int round = 0; round < 10; round++) {
            String key = "order:" + round;
            List<Boolean> done = atOnce(List.of(
                    () -> both(key + ":there", one, other),
                    () -> both(key + ":back", other, one),
                    () -> both(key + ":there-again", one, other)));
            assertEquals(List.of(true, true, true), done);
        }
    }

    @Test
    void what_is_rolled_back_leaves_nothing_and_its_key_is_free() throws Exception {
        AccountKey pot = pot("rollback");
        fill(pot, "rollback", Money.ofEuros(100));
        transaction.begin();
        spend(pot, "rollback", "rollback:grant", Money.ofEuros(10));
        transaction.rollback();

        assertEquals(Money.ofEuros(100), ledger.findAccount(pot).orElseThrow().balance());
        spend(pot, "rollback", "rollback:grant", Money.ofEuros(25));
        assertEquals(Money.ofEuros(75), ledger.findAccount(pot).orElseThrow().balance());
    }

    @Test
    void the_database_itself_refuses_an_overdraft() {
        AccountKey pot = pot("check");
        fill(pot, "check", Money.ofEuros(1));
        AccountId id = ledger.findAccount(pot).orElseThrow().id();

        assertThrows(
                SQLException.class,
                () -> sql.execute("update ledger_account set balance_cents = -1 where id = " + id.value()));
    }

    @Test
    void the_proof_names_a_balance_that_was_changed_outside_the_ledger() throws Exception {
        AccountKey pot = pot("tampered");
        fill(pot, "tampered", Money.ofEuros(1));
        AccountId id = ledger.findAccount(pot).orElseThrow().id();
        sql.execute("update ledger_account set balance_cents = balance_cents + 1 where id = " + id.value());

        ProofReport report = asOffice(() -> proofs.prove(MUNICIPALITY));

        assertFalse(report.holds());
        assertEquals(
                Long.toString(id.value()),
                report.finding(ProofRule.BALANCES_RECOMPUTED).examples());
        sql.execute("update ledger_account set balance_cents = balance_cents - 1 where id = " + id.value());
    }

    @Test
    void a_task_field_counts_in_its_own_years_only() {
        assertTrue(taskFields.find("6.72a", new FiscalYear(2024)).isPresent());
        assertTrue(taskFields.find("6.72a", YEAR).isEmpty());
        assertRefused(
                "ledger.error.no-task-field",
                () -> ledger.transfer(new NewTransfer(
                        "old-field",
                        AccountKey.of(MUNICIPALITY, YEAR, AccountKind.COUNCIL),
                        AccountKey.of(MUNICIPALITY, YEAR, AccountKind.APPROPRIATED)
                                .withTaskField("6.72a"),
                        Money.ofEuros(1),
                        Reason.COUNCIL_ADOPTED,
                        "",
                        "")));
    }

    @Test
    void a_counter_transfer_restores_and_happens_once() {
        AccountKey pot = pot("counter");
        fill(pot, "counter", Money.ofEuros(100));
        TransferId wrong = ledger.transfer(new NewTransfer(
                        "counter:grant", pot, granted("counter"), Money.ofEuros(70), Reason.GRANTED, "counter", ""))
                .transfer();

        TransferId counter = asOffice(() -> ledger.counter("counter:undo", wrong, "wrong initiative"));

        assertEquals(counter, asOffice(() -> ledger.counter("counter:undo", wrong, "wrong initiative")));
        assertRefused(
                "ledger.error.already-countered",
                () -> asOffice(() -> ledger.counter("counter:undo-again", wrong, "wrong initiative")));
        assertEquals(Money.ofEuros(100), ledger.findAccount(pot).orElseThrow().available());
        AccountId granted = ledger.findAccount(granted("counter")).orElseThrow().id();
        assertTrue(ledger.traceBack(granted).isEmpty());
        List<PostingSummary> postings = asOffice(() -> generalLedger.listPostings(granted, Long.MAX_VALUE, 50));
        assertEquals(
                List.of(Money.ofEuros(-70), Money.ofEuros(70)),
                postings.stream().map(PostingSummary::amount).toList());
        assertEquals(
                List.of(Money.ZERO, Money.ofEuros(70)),
                postings.stream().map(PostingSummary::balanceAfter).toList());
        long newest = postings.get(0).transfer().number();
        assertEquals(postings.subList(1, 2), asOffice(() -> generalLedger.listPostings(granted, newest, 50)));
        TransferTrace trace = asOffice(() -> generalLedger.trace(wrong));
        assertTrue(trace.destinations().isEmpty(), "what was undone is nowhere");
        assertEquals(ledger.findAccount(pot).orElseThrow().id(), trace.from());
        assertEquals(granted, trace.to());
        assertTrue(
                trace.origins().stream()
                        .allMatch(origin -> origin.steps().get(0).fromAccount().equals(trace.from())),
                "the last step is this booking");
        assertEquals(
                trace.from(),
                postings.get(0).other(),
                "on the account each booking leads to the one on the other side");
        assertTrue(postings.stream().noneMatch(posting -> posting.transfer().correctable()));
        LocalDate booked = postings.get(0).transfer().bookedOn();
        assertEquals(Money.ZERO, asOffice(() -> generalLedger.readBalanceOn(granted, booked)));
        AccountId potId = ledger.findAccount(pot).orElseThrow().id();
        assertEquals(Money.ofEuros(100), asOffice(() -> generalLedger.readBalanceOn(potId, booked)));
        assertEquals(Money.ZERO, asOffice(() -> generalLedger.readBalanceOn(potId, booked.minusDays(1))));
        assertRefused(
                "ledger.error.correction-without-reason",
                () -> asOffice(() -> ledger.counter("counter:silent", wrong, " ")));
        assertRefused(
                new NotFound().code(),
                () -> currentUser.runAs(ALDERMAN, () -> ledger.counter("counter:other", wrong, "")));
        assertRefused(
                new NotFound().code(),
                () -> currentUser.runAs(CONTROLLER, () -> ledger.counter("counter:checks", wrong, "wrong")));
    }

    @Test
    void what_an_account_holds_is_listed_with_what_it_is_for_and_until_when() throws Exception {
        AccountKey pot = pot("listed-held");
        fill(pot, "listed-held", Money.ofEuros(100));
        ReservationId first = hold("listed-held:first", pot, 30);
        ReservationId second = hold("listed-held:second", pot, 20);
        AccountSummary account = ledger.findAccount(pot).orElseThrow();

        List<Held> held = asOffice(() -> generalLedger.listHeld(account.id(), 0, 50));

        assertEquals(List.of(first, second), held.stream().map(Held::id).toList());
        assertEquals(account.held(), Money.sum(held.stream().map(Held::amount).toList()));
        assertEquals(held.subList(1, 2), asOffice(() -> generalLedger.listHeld(account.id(), 1, 50)));
        String reference = held.get(0).reference();
        assertEquals(
                ledger.listAccounts(MUNICIPALITY, reference),
                asOffice(() -> generalLedger.listAccounts(MUNICIPALITY, reference)));
        inTransaction(() -> ledger.voidReservation("listed-held:let-go", first));
        assertEquals(
                held.subList(1, 2),
                asOffice(() -> generalLedger.listHeld(account.id(), 0, 50)),
                "what was let go is held no more");
        inTransaction(() -> ledger.voidReservation("listed-held:let-go-too", second));
    }

    @Test
    void the_way_of_three_hundred_lots_takes_as_many_queries_as_that_of_thirty() {
        String few = "initiative:few";
        String many = "initiative:many";
        grantInLots(few, 30);
        grantInLots(many, 300);
        Map<String, Integer> queries = queriesOf(few, 30);
        assertFalse(queries.isEmpty());
        assertEquals(queries, queriesOf(many, 300));
    }

    @Test
    void accounts_are_listed_in_the_order_in_which_money_walks_and_add_up_by_kind() {
        fill(pot("listed"), "listed", Money.ofEuros(100));
        spend(pot("listed"), "listed", "listed:grant", Money.ofEuros(40));
        List<AccountSummary> all = listed(null);
        assertEquals(
                all.stream()
                        .sorted(Comparator.comparing(account -> account.key().kind()))
                        .toList(),
                all);
        assertEquals(Set.copyOf(all).size(), all.size(), "each once");
        List<KindTotal> totals = asOffice(() -> generalLedger.listKinds(MUNICIPALITY, YEAR));
        assertEquals(all.size(), totals.stream().mapToLong(KindTotal::accounts).sum());
        for (KindTotal total : totals) {
            List<AccountSummary> ofKind = listed(total.kind());
            assertEquals(
                    all.stream()
                            .filter(account -> account.key().kind() == total.kind())
                            .toList(),
                    ofKind);
            assertEquals(total.accounts(), ofKind.size());
            assertEquals(
                    total.balance(),
                    Money.sum(ofKind.stream().map(AccountSummary::balance).toList()));
            assertEquals(
                    total.available(),
                    Money.sum(ofKind.stream().map(AccountSummary::available).toList()));
        }
    }

    private List<AccountSummary> listed(@Nullable AccountKind kind) {
        List<AccountSummary> all = new ArrayList<>();
        List<AccountSummary> some;
        do {
            int from = all.size();
            some = asOffice(() -> generalLedger.listAccounts(MUNICIPALITY, YEAR, kind, from, 7));
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    @Test
    void a_lot_that_a_correction_gave_back_is_found_again_however_many_came_after_it() {
        AccountKey pot = pot("crumbs");
        fillInLots(pot, "crumbs", 250);
        TransferId wrong = ledger.transfer(new NewTransfer(
                        "crumbs:1", pot, granted("crumbs"), Money.ofEuros(1_805), Reason.GRANTED, "crumbs", ""))
                .transfer();
        assertEquals(Money.ofEuros(100), spend(pot, "crumbs:2", "crumbs:2", Money.ofEuros(100)));
        asOffice(() -> ledger.counter("crumbs:undo", wrong, "wrong plan"));
        AccountId there = ledger.findAccount(pot).orElseThrow().id();
        assertEquals(
                ledger.traceBack(there).stream()
                        .filter(origin -> origin.remaining().isPositive())
                        .toList(),
                ledger.traceUnused(there));
        assertEquals(Money.ofEuros(2_400), spend(pot, "crumbs:3", "crumbs:3", Money.ofEuros(2_400)));
        assertEquals(Money.ZERO, ledger.findAccount(pot).orElseThrow().balance());
        AccountId given = ledger.findAccount(granted("crumbs:3")).orElseThrow().id();
        assertEquals(
                Money.ofEuros(2_400),
                Money.sum(ledger.traceBack(given).stream().map(Origin::amount).toList()));
    }

    @Test
    void what_others_gave_leaves_first_also_behind_a_hundred_lots_of_the_council() {
        String plan = "initiative:crowd";
        grantInLots(plan, 150);
        AccountKey agreement = AccountKey.of(MUNICIPALITY, YEAR, AccountKind.CONTRIBUTED)
                .withReference("contribution:crowd")
                .withTaskField("6.1");
        ledger.transfer(new NewTransfer(
                "crowd:received",
                AccountKey.of(MUNICIPALITY, YEAR, AccountKind.CONTRIBUTOR).withReference("contribution:crowd"),
                agreement,
                Money.ofEuros(300),
                Reason.CONTRIBUTION_RECEIVED,
                plan,
                ""));
        ledger.transfer(
                new NewTransfer("crowd:bears", agreement, granted(plan), Money.ofEuros(300), Reason.GRANTED, plan, ""));
        payCrowd("first", 100);
        assertEquals(Money.ofEuros(100), paidByOthers());
        TransferId wrong = payCrowd("second", 1_000);
        assertEquals(Money.ofEuros(300), paidByOthers());
        asOffice(() -> ledger.counter("crowd:undo", wrong, "wrong amount"));
        payCrowd("rest", 1_700);
        assertEquals(Money.ofEuros(300), paidByOthers());
        assertEquals(Money.ZERO, ledger.findAccount(granted(plan)).orElseThrow().balance());
    }

    private TransferId payCrowd(String key, long euros) {
        return ledger.transfer(new NewTransfer(
                        "crowd:" + key,
                        granted("initiative:crowd"),
                        crowdPaid(),
                        Money.ofEuros(euros),
                        Reason.PAID,
                        "initiative:crowd",
                        ""))
                .transfer();
    }

    private AccountKey crowdPaid() {
        return AccountKey.of(MUNICIPALITY, YEAR, AccountKind.PAID)
                .withReference("initiative:crowd")
                .withTaskField("6.1")
                .withNeighbourhood(NEIGHBOURHOOD);
    }

    private Money paidByOthers() {
        AccountId paid = ledger.findAccount(crowdPaid()).orElseThrow().id();
        return Money.sum(ledger.traceBack(paid).stream()
                .filter(origin ->
                        origin.steps().get(origin.steps().size() - 1).from().kind() == AccountKind.CONTRIBUTOR)
                .map(Origin::amount)
                .toList());
    }

    private void fillInLots(AccountKey pot, String key, int lots) {
        for (int i = 0; i < lots; i++) {
            fill(pot, key + ':' + i, Money.ofEuros(10));
        }
    }

    private void grantInLots(String initiative, int lots) {
        AccountKey pot = pot(initiative);
        fillInLots(pot, initiative, lots);
        spend(pot, initiative, initiative + ":grant", Money.ofEuros(10L * lots));
    }

    private Map<String, Integer> queriesOf(String initiative, int lots) {
        return Queries.during(persistence, () -> {
            AccountId account =
                    ledger.findAccount(granted(initiative)).orElseThrow().id();
            assertEquals(lots, ledger.traceBack(account).size());
            assertEquals(
                    1,
                    asOffice(() -> generalLedger.listPostings(account, Long.MAX_VALUE, 500))
                            .size());
            assertEquals(
                    Money.ofEuros(10L * lots),
                    asOffice(() -> pooledBudgets.readMoneyWay(initiative)).granted());
            return account;
        });
    }

    @Test
    void an_arrangement_that_ends_gives_back_what_is_free_and_its_changes_stay_in_the_book() {
        asOffice(() -> {
            appropriations.load(
                    MUNICIPALITY,
                    YEAR,
                    "2025-119",
                    List.of(new AppropriationLine("6.712", Money.ofEuros(80_000), false)));
            return preFinancings.add(YEAR, null, "6.712", Money.ofEuros(50_000), YEAR.lastDay());
        });
        assertRefused(
                "budget.error.pre-financing-exists",
                () -> asOffice(() -> preFinancings.add(YEAR, null, "6.712", Money.ofEuros(1), YEAR.lastDay())));
        PreFinancingSummary made = arrangement("6.712");
        asOffice(() -> {
            preFinancings.change(made.id(), made.version(), Money.ofEuros(60_000), YEAR.lastDay());
            return true;
        });
        assertThrows(
                RuntimeException.class,
                () -> asOffice(() -> {
                    preFinancings.change(made.id(), made.version(), Money.ofEuros(10_000), YEAR.lastDay());
                    return true;
                }),
                "the version that was seen is an old one");
        asOffice(() -> {
            preFinancings.end(made.id(), arrangement("6.712").version());
            return true;
        });

        assertEquals(Money.ofEuros(60_000), arrangement("6.712").limit(), "what was arranged; not what was in use");
        assertEquals(Money.ZERO, arrangement("6.712").available());
        assertRefused(
                new NotFound().code(),
                () -> currentUser.runAs(ADMINISTRATOR, () -> preFinancings.listChanges(made.id())));
        PreFinancingSummary seenByOther =
                currentUser.runAs(ADMINISTRATOR, () -> preFinancings.list(MUNICIPALITY, YEAR)).stream()
                        .filter(one -> one.id().equals(made.id()))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Money.ofEuros(60_000), seenByOther.limit());
        assertNull(seenByOther.available());
        assertEquals(
                List.of(Money.ofEuros(50_000), Money.ofEuros(10_000), Money.ofEuros(60_000)),
                asOffice(() -> preFinancings.listChanges(made.id())).stream()
                        .map(TransferSummary::amount)
                        .toList());
        assertTrue(asOffice(() -> appropriations.list(MUNICIPALITY, YEAR)).stream()
                .anyMatch(entry -> entry.source().equals("2025-119")
                        && entry.amount().equals(Money.ofEuros(80_000))
                        && !entry.forInitiatives()));
        assertRefused(
                new NotFound().code(),
                () -> currentUser.runAs(
                        CONTROLLER, () -> preFinancings.add(YEAR, null, "6.711", Money.ofEuros(1), YEAR.lastDay())));
    }

    @Test
    void what_release_repays_to_an_arrangement_that_has_ended_goes_back_in_the_night() throws Exception {
        String initiative = "initiative:4720";
        asOffice(() -> {
            appropriations.load(
                    MUNICIPALITY,
                    YEAR,
                    "2025-120",
                    List.of(
                            new AppropriationLine("6.711", Money.ofEuros(80_000), false),
                            new AppropriationLine("6.713", Money.ofEuros(80_000), false)));
            return preFinancings.add(YEAR, ELSEWHERE, "6.711", Money.ofEuros(20_000), YEAR.lastDay());
        });
        Cover cover = currentUser.runAs(
                PROPOSER, () -> pooledBudgets.prepareCover(initiative, ELSEWHERE, YEAR, Money.ofEuros(15_000)));
        inTransaction(() ->
                pooledBudgets.post(pooledBudgets.reserve("ended:reserve", initiative, ELSEWHERE, cover), "ended:post"));
        assertEquals(0, asOffice(() -> preFinancings.returnEnded(MUNICIPALITY)));
        sql.execute("update pre_financing set ends_on = date '2026-01-31' where source_task_field = '6.711'"
                + " and municipality = 'GM9903'");
        Money before = appropriated("6.711");
        assertEquals(1, asOffice(() -> preFinancings.returnEnded(MUNICIPALITY)));
        assertEquals(before.plus(Money.ofEuros(5_000)), appropriated("6.711"));

        inTransaction(() -> pooledBudgets.realiseRelease(
                "ended:release", initiative, ELSEWHERE, YEAR, "6.713", Money.ofEuros(4_000), "provision:47201"));
        assertEquals(Money.ofEuros(4_000), arrangement("6.711").available(), "it bears nothing any more");

        assertEquals(1, asOffice(() -> preFinancings.returnEnded(MUNICIPALITY)));
        assertEquals(0, asOffice(() -> preFinancings.returnEnded(MUNICIPALITY)), "once");
        assertEquals(Money.ZERO, arrangement("6.711").available());
        assertEquals(before.plus(Money.ofEuros(9_000)), appropriated("6.711"));

        // a release that turns out not to have come can be undone all the way back, the last booking first
        for (Reason reason :
                List.of(Reason.PRE_FINANCING_RETURNED, Reason.PRE_FINANCING_REPAID, Reason.RELEASE_REALISED)) {
            TransferSummary last = ledger.listTransfers(MUNICIPALITY, YEAR, reason).stream()
                    .filter(transfer -> transfer.amount().equals(Money.ofEuros(4_000)) && !transfer.countered())
                    .reduce((one, later) -> later)
                    .orElseThrow();
            asOffice(() -> ledger.counter("ended:undo:" + reason, last.id(), "the stop was taken back"));
        }
        assertEquals(Money.ZERO, arrangement("6.711").available());
        assertEquals(before.plus(Money.ofEuros(5_000)), appropriated("6.711"));

        // taken up again, it is filled up to its limit
        PreFinancingSummary ended = arrangement("6.711");
        asOffice(() -> {
            preFinancings.change(ended.id(), ended.version(), Money.ofEuros(20_000), LocalDate.of(2100, 1, 1));
            return true;
        });
        assertEquals(Money.ofEuros(5_000), arrangement("6.711").available());
        assertEquals(before, appropriated("6.711"));
    }

    /** Release that bore part of the grant itself gets that back besides what it repaid. */
    @Test
    void a_plan_that_ends_gives_release_what_it_bore_and_what_it_repaid() throws Exception {
        String initiative = "initiative:4741";
        NeighbourhoodCode here = new NeighbourhoodCode("BU99030141");
        load("2025-141", "6.761", "6.762");
        arrange(here, "6.761", Money.ofEuros(50_000));
        release("back:first", here, "6.762", Money.ofEuros(5_000));
        grant(initiative, here, Money.ofEuros(45_000));
        release("back:later", here, "6.762", Money.ofEuros(9_000));
        assertEquals(Money.ofEuros(19_000), arrangement("6.761").available());

        inTransaction(() -> assertEquals(
                Money.ofEuros(45_000), pooledBudgets.returnUnspent(initiative + ":return", initiative, MUNICIPALITY)));

        assertEquals(Money.ofEuros(50_000), arrangement("6.761").available());
        assertEquals(Money.ofEuros(14_000), released(here, "6.762"));
    }

    @Test
    void of_two_arrangements_each_gets_what_it_still_bears_and_no_night_makes_more_of_it() throws Exception {
        String initiative = "initiative:4742";
        NeighbourhoodCode here = new NeighbourhoodCode("BU99030142");
        load("2025-142", "6.763", "6.791", "6.792");
        arrange(here, "6.763", Money.ofEuros(10_000));
        arrange(here, "6.791", Money.ofEuros(20_000));
        grant(initiative, here, Money.ofEuros(30_000));
        release("two:release", here, "6.792", Money.ofEuros(13_000));
        ledger.transfer(new NewTransfer(
                "two:pay",
                granted(initiative).withNeighbourhood(here),
                AccountKey.of(MUNICIPALITY, YEAR, AccountKind.PAID)
                        .withReference(initiative)
                        .withTaskField("6.1")
                        .withNeighbourhood(here),
                Money.ofEuros(2_000),
                Reason.PAID,
                initiative,
                "wages"));

        inTransaction(() -> assertEquals(
                Money.ofEuros(28_000), pooledBudgets.returnUnspent(initiative + ":return", initiative, MUNICIPALITY)));

        assertEquals(Money.ofEuros(10_000), arrangement("6.763").available());
        assertEquals(Money.ofEuros(20_000), arrangement("6.791").available());
        assertEquals(Money.ofEuros(11_000), released(here, "6.792"));

        // even where more came in than was set apart, the arrangement owes nothing to itself
        ledger.transfer(new NewTransfer(
                "two:too-much",
                AccountKey.of(MUNICIPALITY, YEAR, AccountKind.RELEASED)
                        .withTaskField("6.792")
                        .withNeighbourhood(here),
                account("6.763", here),
                Money.ofEuros(1_000),
                Reason.PRE_FINANCING_REPAID,
                "initiative:4743",
                ""));
        sql.execute(
                "update pre_financing set ends_on = date '2026-01-31' where neighbourhood = '" + here.value() + "'");
        asOffice(() -> preFinancings.returnEnded(MUNICIPALITY));
        release("two:later", here, "6.792", Money.ofEuros(500));
        assertEquals(Money.ZERO, arrangement("6.763").available());
        assertEquals(Money.ofEuros(10_500), released(here, "6.792"));
    }

    /** The allocation ended in March and the help that followed cost more: much less came free than a year of it. */
    @Test
    void the_months_count_what_really_came_free_and_not_what_was_expected_of_it() throws Exception {
        String initiative = "initiative:4745";
        NeighbourhoodCode here = new NeighbourhoodCode("BU99030145");
        load("2025-145", "6.60");
        Help help = new Help("provision:47451", "household:47451");
        inTransaction(() -> pooledBudgets.planRelease(
                initiative, here, "6.60", LocalDate.of(2026, 4, 1), Money.ofEuros(2_550), help));
        assertEquals(Money.parse("1912.50"), released(initiative, here, MonthlyCover.Month::expectedRelease));

        inTransaction(() -> {
            pooledBudgets.awaitRelease("real:2026", initiative, here, YEAR, "6.60", Money.ofEuros(600), help);
            pooledBudgets.awaitRelease("real:2027", initiative, here, YEAR.next(), "6.60", Money.ofEuros(40), help);
        });
        assertEquals(Money.ofEuros(600), released(initiative, here, MonthlyCover.Month::realisedRelease));
        inTransaction(() -> pooledBudgets.realiseRelease(
                "real:2026", initiative, here, YEAR, "6.60", Money.ofEuros(600), help.provision()));
        assertEquals(Money.ofEuros(600), released(initiative, here, MonthlyCover.Month::realisedRelease));
        assertEquals(Money.ZERO, released(initiative, here, MonthlyCover.Month::expectedRelease));

        TransferSummary booked =
                ledger.listTransfers(MUNICIPALITY, help.provision()).get(0);
        asOffice(() -> ledger.counter("real:undo", booked.id(), "it did not stop"));
        assertEquals(Money.ZERO, released(initiative, here, MonthlyCover.Month::realisedRelease));
    }

    /** Its help had no price when the plan was granted, so that nothing was forecast of it. */
    @Test
    void what_came_free_for_a_plan_that_did_not_expect_it_repays_that_plan_first_and_counts_for_it() throws Exception {
        String older = "initiative:47461";
        String plan = "initiative:47462";
        NeighbourhoodCode here = new NeighbourhoodCode("BU99030146");
        load("2025-146", "6.821", "6.822");
        arrange(here, "6.821", Money.ofEuros(20_000));
        grant(older, here, Money.ofEuros(5_000));
        grant(plan, here, Money.ofEuros(3_000));
        Help help = new Help("provision:unpriced", "household:47462");
        inTransaction(() -> {
            pooledBudgets.planRelease(older, here, "6.822", YEAR.firstDay(), Money.ofEuros(1_200), help);
            pooledBudgets.awaitRelease("unpriced", plan, here, YEAR, "6.822", Money.ofEuros(2_000), help);
        });
        assertEquals(Money.ofEuros(2_000), released(plan, here, MonthlyCover.Month::realisedRelease));

        release(plan, "unpriced", here, "6.822", Money.ofEuros(2_000));
        assertEquals(Money.ofEuros(2_000), released(plan, here, MonthlyCover.Month::realisedRelease));
        assertEquals(MonthlyCover.Basis.HOUSEHOLDS, months(plan, here).basis());
        assertEquals(Money.ofEuros(2_000), repaid(plan));
        assertEquals(Money.ZERO, repaid(older));
        // the older plan is no better for it, and still expects what it did
        assertEquals(Money.ZERO, released(older, here, MonthlyCover.Month::realisedRelease));
        assertEquals(Money.ofEuros(1_200), released(older, here, MonthlyCover.Month::expectedRelease));

        release(plan, "more", here, "6.822", Money.ofEuros(2_500));
        assertEquals(Money.ofEuros(3_000), repaid(plan));
        assertEquals(Money.ofEuros(1_500), repaid(older));
    }

    private Money repaid(String initiative) {
        return asOffice(() -> pooledBudgets.readMoneyWay(initiative)).repaid();
    }

    @Test
    void what_cannot_be_set_free_keeps_no_book_from_being_proved() throws Exception {
        long before = proofsKept();
        FailsToSetFree.in(MUNICIPALITY);
        try {
            nightly.proveAll();
        } finally {
            FailsToSetFree.nowhere();
        }
        assertEquals(before + 1, proofsKept());
    }

    private long proofsKept() throws Exception {
        return sql.number("select count(*) from ledger_proof where municipality = '" + MUNICIPALITY + "'");
    }

    private Money released(String initiative, NeighbourhoodCode here, Function<MonthlyCover.Month, Money> column) {
        return Money.sum(months(initiative, here).months().stream().map(column).toList());
    }

    private MonthlyCover months(String initiative, NeighbourhoodCode here) {
        return asOffice(() -> pooledBudgets.readMonthlyCover(
                initiative, here, YearMonth.from(YEAR.firstDay()), Money.ZERO, Money.ofEuros(12_000), null, List.of()));
    }

    private void load(String decision, String... taskFields) {
        asOffice(() -> {
            appropriations.load(
                    MUNICIPALITY,
                    YEAR,
                    decision,
                    Arrays.stream(taskFields)
                            .map(field -> new AppropriationLine(field, Money.ofEuros(80_000), false))
                            .toList());
            return true;
        });
    }

    private void arrange(NeighbourhoodCode here, String taskField, Money limit) {
        asOffice(() -> preFinancings.add(YEAR, here, taskField, limit, YEAR.lastDay()));
    }

    private void release(String key, NeighbourhoodCode here, String taskField, Money amount) throws Exception {
        release("initiative:of-" + key, key, here, taskField, amount);
    }

    private void release(String plan, String key, NeighbourhoodCode here, String taskField, Money amount)
            throws Exception {
        inTransaction(() -> pooledBudgets.realiseRelease(key, plan, here, YEAR, taskField, amount, "provision:" + key));
    }

    private void grant(String initiative, NeighbourhoodCode here, Money amount) throws Exception {
        User proposer =
                new User(new UserId(14), "proposer", MUNICIPALITY, Set.of(Role.TEAM_WORKER), Set.of(here), null);
        Cover cover = currentUser.runAs(proposer, () -> pooledBudgets.prepareCover(initiative, here, YEAR, amount));
        inTransaction(() ->
                pooledBudgets.post(pooledBudgets.reserve(initiative, initiative, here, cover), initiative + ":post"));
    }

    private Money released(NeighbourhoodCode here, String taskField) {
        return ledger.findAccount(AccountKey.of(MUNICIPALITY, YEAR, AccountKind.RELEASED)
                        .withTaskField(taskField)
                        .withNeighbourhood(here))
                .orElseThrow()
                .available();
    }

    private AccountKey account(String taskField, NeighbourhoodCode here) {
        return AccountKey.of(MUNICIPALITY, YEAR, AccountKind.PRE_FINANCING)
                .withReference("pre-financing:" + arrangement(taskField).id().value())
                .withTaskField(taskField)
                .withNeighbourhood(here);
    }

    private Money appropriated(String taskField) {
        return ledger.findAccount(AccountKey.of(MUNICIPALITY, YEAR, AccountKind.APPROPRIATED)
                        .withTaskField(taskField))
                .orElseThrow()
                .available();
    }

    private PreFinancingSummary arrangement(String taskField) {
        return asOffice(() -> preFinancings.list(MUNICIPALITY, YEAR)).stream()
                .filter(one -> one.taskField().equals(taskField))
                .findFirst()
                .orElseThrow();
    }

    /** The worked example in short: a grant borne by pre-financing, which realised release gives back, and a payment. */
    @Test
    void a_euro_walks_from_the_council_to_a_payment_and_back() throws Exception {
        String initiative = "initiative:4711";
        asOffice(() -> {
            appropriations.load(
                    MUNICIPALITY,
                    YEAR,
                    "2025-118",
                    List.of(
                            new AppropriationLine("6.751", Money.ofEuros(900_000), false),
                            new AppropriationLine("6.21", Money.ofEuros(200_000), false)));
            // the same decision of the council again changes nothing
            appropriations.load(
                    MUNICIPALITY,
                    YEAR,
                    "2025-118",
                    List.of(new AppropriationLine("6.751", Money.ofEuros(900_000), false)));
            preFinancings.set(YEAR, NEIGHBOURHOOD, "6.21", Money.ofEuros(60_000), LocalDate.of(2100, 1, 1));
            preFinancings.set(YEAR, NEIGHBOURHOOD, "6.21", Money.ofEuros(50_000), LocalDate.of(2100, 1, 1));
            // nor does the same arrangement
            return preFinancings.set(YEAR, NEIGHBOURHOOD, "6.21", Money.ofEuros(50_000), LocalDate.of(2100, 1, 1));
        });
        assertEquals(
                2,
                sql.number("select changes from pre_financing where neighbourhood = '" + NEIGHBOURHOOD
                        + "' and fiscal_year = " + YEAR.year() + " and source_task_field = '6.21'"));
        Cover tooMuch =
                asProposer(() -> pooledBudgets.prepareCover(initiative, NEIGHBOURHOOD, YEAR, Money.ofEuros(60_000)));
        assertFalse(tooMuch.sufficient());
        assertEquals(Money.ofEuros(10_000), tooMuch.missing());
        assertTrue(tooMuch.withinAppropriation());

        inTransaction(() -> pooledBudgets.realiseRelease(
                "walk:first",
                "initiative:of-another",
                NEIGHBOURHOOD,
                YEAR,
                "6.751",
                Money.ofEuros(5_000),
                "provision:1"));
        inTransaction(() -> pooledBudgets.planRelease(
                initiative,
                NEIGHBOURHOOD,
                "6.751",
                LocalDate.of(2026, 4, 1),
                Money.ofEuros(12_000),
                new Help("provision:2", "household:2")));
        Cover cover =
                asProposer(() -> pooledBudgets.prepareCover(initiative, NEIGHBOURHOOD, YEAR, Money.ofEuros(45_000)));
        assertRefused(
                new NotFound().code(),
                () -> currentUser.runAs(
                        ALDERMAN,
                        () -> pooledBudgets.prepareCover(initiative, NEIGHBOURHOOD, YEAR, Money.ofEuros(45_000))));
        assertEquals(
                List.of(
                        new CoverLine("6.751", CoverKind.REALISED_RELEASE, Money.ofEuros(5_000)),
                        new CoverLine("6.21", CoverKind.PRE_FINANCING, Money.ofEuros(40_000))),
                cover.lines());

        ReservationGroupId[] group = new ReservationGroupId[1];
        inTransaction(() -> group[0] = pooledBudgets.reserve("walk:reserve", initiative, NEIGHBOURHOOD, cover));
        inTransaction(
                () -> assertEquals(group[0], pooledBudgets.reserve("walk:reserve", initiative, NEIGHBOURHOOD, cover)));
        assertRefusedInTransaction(
                "budget.error.cover-changed",
                () -> pooledBudgets.reserve("walk:second", "initiative:4712", NEIGHBOURHOOD, cover));
        assertEquals(
                Money.ofEuros(45_000),
                asOffice(() -> pooledBudgets.readMoneyWay(initiative)).reserved());
        inTransaction(() -> pooledBudgets.post(group[0], "walk:post"));
        inTransaction(() -> pooledBudgets.post(group[0], "walk:post"));
        ledger.transfer(new NewTransfer(
                "walk:pay",
                granted(initiative),
                AccountKey.of(MUNICIPALITY, YEAR, AccountKind.PAID)
                        .withReference(initiative)
                        .withTaskField("6.1")
                        .withNeighbourhood(NEIGHBOURHOOD),
                Money.ofEuros(6_000),
                Reason.PAID,
                initiative,
                "wages"));
        inTransaction(() -> pooledBudgets.realiseRelease(
                "walk:later", initiative, NEIGHBOURHOOD, YEAR, "6.751", Money.ofEuros(9_000), "provision:2"));

        assertPositions(initiative);
        MoneyWay way = asOffice(() -> pooledBudgets.readMoneyWay(initiative));
        assertEquals(Money.ofEuros(45_000), way.granted());
        assertEquals(Money.ofEuros(6_000), way.paid());
        assertEquals(Money.ZERO, way.reserved());
        assertEquals(Money.ofEuros(9_000), way.repaid());
        assertEquals(Money.ofEuros(31_000), way.preFinanced());
        assertTrue(way.planned().isEmpty(), "what is realised is not planned as well");
        assertEquals(2, way.sources().size());
        assertEquals(Money.ofEuros(5_000), way.sources().get(0).paid(), "the oldest money is paid first");
        List<MoneyWay.Step> back = way.sources().get(0).steps();
        assertEquals(
                List.of(Reason.GRANTED, Reason.RELEASE_REALISED, Reason.COUNCIL_ADOPTED),
                back.stream().map(MoneyWay.Step::reason).toList());
        assertEquals("6.751", back.get(1).taskField());
        assertTrue(asOffice(() -> pooledBudgets.traceBack(initiative)).stream()
                .allMatch(origin ->
                        origin.steps().get(origin.steps().size() - 1).from().kind() == AccountKind.COUNCIL));
        assertEquals(
                Money.ofEuros(19_000),
                asOffice(() -> preFinancings.list(NEIGHBOURHOOD, YEAR)).get(0).available());

        assertNull(
                currentUser
                        .runAs(ALDERMAN, () -> preFinancings.list(NEIGHBOURHOOD, YEAR))
                        .get(0)
                        .available(),
                "what is free moves with each release that repays");
        MoneyWay seenFromAfar = currentUser.runAs(ALDERMAN, () -> pooledBudgets.readMoneyWay(initiative));
        assertTrue(seenFromAfar.grouped(), "one release behind a source is not shown to who may not see households");
        assertEquals(1, seenFromAfar.sources().size());
        assertEquals(Money.ofEuros(45_000), seenFromAfar.sources().get(0).granted());
        assertFalse(currentUser.runAs(ALDERMAN, () -> pooledBudgets.showsCover(initiative, NEIGHBOURHOOD)));
        assertTrue(asOffice(() -> pooledBudgets.showsCover(initiative, NEIGHBOURHOOD)));
    }

    /** Where the money of the walk is: of the field that it was adopted for, of its neighbourhood, of its plan. */
    private void assertPositions(String initiative) {
        PositionReport report = asOffice(() -> positions.read(MUNICIPALITY, YEAR));
        assertTrue(report.addsUp(), () -> report.toString());
        PositionReport.OfReference plan = report.references().stream()
                .filter(one -> one.reference().equals(initiative))
                .findFirst()
                .orElseThrow();
        assertEquals(
                new PositionReport.OfReference(
                        initiative, NEIGHBOURHOOD, Money.ZERO, Money.ofEuros(45_000), Money.ZERO, Money.ofEuros(6_000)),
                plan);
        assertEquals(Money.ofEuros(39_000), plan.left());
        // five thousand of release and one of pre-financing were paid: each stays with the field it was adopted for
        TransferTrace adoption =
                asOffice(() -> generalLedger.trace(ledger.listTransfers(MUNICIPALITY, "council:2025-118").stream()
                        .filter(transfer -> transfer.to().taskField().equals("6.21"))
                        .findFirst()
                        .orElseThrow()
                        .id()));
        assertEquals(
                Money.ofEuros(200_000),
                Money.sum(adoption.destinations().stream()
                        .map(TransferTrace.Destination::amount)
                        .toList()),
                "every euro of it is somewhere");
        assertEquals(
                Money.ofEuros(1_000),
                Money.sum(adoption.destinations().stream()
                        .filter(destination -> destination.account().key().kind() == AccountKind.PAID)
                        .map(TransferTrace.Destination::amount)
                        .toList()));
        assertEquals(
                ledger.listAccounts(MUNICIPALITY, YEAR, AccountKind.APPROPRIATED).stream()
                        .collect(Collectors.partitioningBy(
                                account -> account.key().reference().isEmpty(),
                                Collectors.reducing(Money.ZERO, AccountSummary::balance, Money::plus))),
                Map.of(
                        true,
                        Money.sum(report.taskFields().stream()
                                .map(PositionReport.OfTaskField::unreleased)
                                .toList()),
                        false,
                        Money.sum(report.taskFields().stream()
                                .map(PositionReport.OfTaskField::setApart)
                                .toList())),
                "what bears individual help stands apart from what is for plans");
        PositionReport.OfTaskField access = report.taskFields().stream()
                .filter(field -> field.taskField().equals("6.21"))
                .findFirst()
                .orElseThrow();
        assertTrue(access.paid().compareTo(Money.ofEuros(1_000)) >= 0);

        List<MunicipalEntry> entries = asOffice(() -> municipalEntries.list(
                MUNICIPALITY, YearMonth.from(adoption.transfer().bookedOn())));
        assertEquals(
                Money.ZERO,
                Money.sum(entries.stream().map(MunicipalEntry::amount).toList()));
        assertTrue(
                entries.stream().noneMatch(entry -> entry.reference().startsWith("provision:")),
                "no household's amount leaves");
    }

    /** In {@code deployment/verify ledger}: two hundred thousand. */
    @Test
    void whatever_eight_threads_ask_in_whatever_order_the_book_balances() throws Exception {
        int threads = 8;
        int steps = Integer.getInteger("steps", 2_000);
        User user = new User(
                new UserId(41),
                "storm",
                new MunicipalityCode("GM9943"),
                Set.of(Role.SYSTEM, Role.BUDGET_HOLDER, Role.CONTROLLER),
                Set.of(),
                null);
        long start = System.nanoTime();
        List<Callable<Boolean>> parts = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            parts.add(() -> {
                storm.blow(user, number, steps / threads);
                return true;
            });
        }
        atOnce(parts);
        long took = System.nanoTime() - start;

        ProofReport proof = currentUser.runAs(user, () -> proofs.prove(user.municipality()));
        assertTrue(proof.holds(), proof::toString);
        CommandStorm.Outcome outcome = storm.outcome();
        outcome.done().forEach((command, times) -> {
            if (command == CommandStorm.Command.CARRY_OVER_UNDECIDED) {
                assertEquals(0, times.get(), "nothing is carried over without a decision of the council");
            } else if (command == CommandStorm.Command.TAKE_CONTRIBUTION) {
                assertEquals(0, times.get(), "money of others never becomes the municipality’s");
            } else {
                assertTrue(times.get() > 0, () -> command + " was never carried out: " + outcome);
            }
        });
        PositionReport position = currentUser.runAs(user, () -> positions.read(user.municipality(), YEAR));
        assertTrue(position.taskFields().stream().allMatch(PositionReport.OfTaskField::addsUp));
        assertTrue(position.ofOthers().addsUp(), position::toString);
        assertTrue(position.ofOthers().granted().isPositive());
        List<PlanAgainstActual> plans =
                currentUser.runAs(user, () -> positions.listPlanAgainstActual(user.municipality(), YEAR));
        assertFalse(plans.isEmpty());
        assertTrue(plans.stream().allMatch(PlanAgainstActual::addsUp), plans::toString);
        Figures figures = Figures.of("ledger-" + System.getProperty("it.database", "h2"))
                .put("database", System.getProperty("it.database", "h2"))
                .put("threads", threads)
                .put("commands carried out", outcome.count(outcome.done()))
                .put("commands refused by a rule", outcome.count(outcome.refused()));
        outcome.done()
                .forEach((command, times) -> figures.put(
                        command.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": done, refused",
                        times + ", " + outcome.refused().get(command)));
        figures.put(
                        "transfers in the book, all rules proved",
                        proof.finding(ProofRule.POSTINGS_SUM_TO_ZERO).examined())
                .putSeconds("seconds", took)
                .write();
    }

    @Test
    void what_a_plan_has_left_at_the_end_of_a_year_goes_on_by_a_decision_of_the_council_and_then_the_year_is_closed()
            throws Exception {
        User holder =
                new User(new UserId(31), "holder", CLOSING, Set.of(Role.SYSTEM, Role.BUDGET_HOLDER), Set.of(), null);
        User controller = new User(new UserId(32), "controls", CLOSING, Set.of(Role.CONTROLLER), Set.of(), null);
        User both =
                new User(new UserId(31), "both", CLOSING, Set.of(Role.BUDGET_HOLDER, Role.CONTROLLER), Set.of(), null);
        FiscalYear past = new FiscalYear(2025);
        AccountKey adopted = AccountKey.of(CLOSING, past, AccountKind.APPROPRIATED)
                .withReference("initiatives")
                .withTaskField("6.1");
        currentUser.runAs(
                holder,
                () -> appropriations.load(
                        CLOSING, past, "2024-7", List.of(new AppropriationLine("6.1", Money.ofEuros(100), true))));
        grantIn(adopted, "closing:31", 60);
        grantIn(adopted, "closing:32", 30);
        ledger.transfer(new NewTransfer(
                "closing:pay",
                ofPlan(past, AccountKind.GRANTED, "closing:31"),
                ofPlan(past, AccountKind.PAID, "closing:31"),
                Money.ofEuros(20),
                Reason.PAID,
                "closing:31",
                ""));
        ReservationId held = ledger.reserve(new NewReservation(
                "closing:hold",
                "closing:hold",
                CLOSING,
                Reason.PAID,
                "closing:32",
                LocalDate.of(2100, 1, 1),
                List.of(new NewReservation.Line(
                        ofPlan(past, AccountKind.GRANTED, "closing:32"),
                        ofPlan(past, AccountKind.PAID, "closing:32"),
                        Money.ofEuros(5)))));

        YearEnd open = currentUser.runAs(controller, () -> yearEnds.read(CLOSING, past));
        assertFalse(open.isReady());
        assertEquals(1, open.held().size());
        assertEquals(2, open.left().size());
        assertRefused(
                "budget.error.year-not-settled",
                () -> currentUser.runAs(controller, () -> yearEnds.close(CLOSING, past)));
        assertRefused(
                "budget.error.council-decision",
                () -> currentUser.runAs(holder, () -> yearEnds.carryOver("closing:31", past, " ")));
        assertRefused(
                "budget.error.year-not-over",
                () -> currentUser.runAs(
                        both, () -> yearEnds.close(CLOSING, FiscalYear.of(LocalDate.now(Formats.ZONE)))));
        currentUser.runAs(holder, () -> yearEnds.giveBack("closing:32", past));
        assertEquals(
                Money.ofEuros(5),
                ledger.findAccount(ofPlan(past, AccountKind.GRANTED, "closing:32"))
                        .orElseThrow()
                        .balance(),
                "what is held stays");
        inTransaction(() -> ledger.voidReservation("closing:let-go", held));
        currentUser.runAs(holder, () -> yearEnds.carryOver("closing:31", past, "2026-4"));
        currentUser.runAs(holder, () -> yearEnds.giveBack("closing:32", past));

        assertEquals(
                Money.ofEuros(40),
                ledger.findAccount(ofPlan(past.next(), AccountKind.GRANTED, "closing:31"))
                        .orElseThrow()
                        .available());
        assertEquals(
                Money.ofEuros(40), ledger.findAccount(adopted).orElseThrow().available());
        MoneyWay way = currentUser.runAs(holder, () -> pooledBudgets.readMoneyWay("closing:31"));
        assertEquals(Money.ofEuros(60), way.granted(), "what is carried over is not granted twice");
        assertEquals(Money.ofEuros(20), way.paid());
        assertTrue(currentUser
                .runAs(controller, () -> positions.read(CLOSING, past))
                .addsUp());
        PositionReport next = currentUser.runAs(controller, () -> positions.read(CLOSING, past.next()));
        assertTrue(next.addsUp(), () -> next.toString());
        assertEquals("0.10", next.taskFields().get(0).taskField());

        assertRefused(
                "budget.error.year-own-settlement", () -> currentUser.runAs(both, () -> yearEnds.close(CLOSING, past)));
        currentUser.runAs(controller, () -> yearEnds.close(CLOSING, past));
        YearEnd closed = currentUser.runAs(controller, () -> yearEnds.read(CLOSING, past));
        assertEquals(
                currentUser.runAs(controller, () -> generalLedger.fingerprint(CLOSING, past)),
                closed.findClosed().orElseThrow().fingerprint());
        requireSameFingerprintWithoutTheProduct(CLOSING, controller);
        List<PlanAgainstActual> plans =
                currentUser.runAs(controller, () -> positions.listPlanAgainstActual(CLOSING, past));
        assertTrue(plans.stream().allMatch(PlanAgainstActual::addsUp), plans::toString);
        assertEquals(Money.ofEuros(90), sum(plans, PlanAgainstActual::planned));
        assertEquals(Money.ofEuros(20), sum(plans, PlanAgainstActual::paid));
        assertEquals(Money.ofEuros(-70), sum(plans, PlanAgainstActual::difference));
        assertEquals(
                Money.ofEuros(70),
                sum(plans, PlanAgainstActual::returned).plus(sum(plans, PlanAgainstActual::carriedOver)));
        assertRefused("ledger.error.year-closed", () -> grantIn(adopted, "closing:33", 1));
        assertRefused(
                "budget.error.year-not-settled",
                () -> currentUser.runAs(controller, () -> yearEnds.close(CLOSING, past)));
        TransferId adoption =
                ledger.listTransfers(CLOSING, "council:2024-7").get(0).id();
        assertRefused(
                "ledger.error.year-closed",
                () -> currentUser.runAs(both, () -> ledger.counter("closing:undo", adoption, "too late")));
        assertTrue(currentUser.runAs(controller, () -> proofs.prove(CLOSING)).holds());
        assertBothBooksAgree(controller, past);
    }

    @Test
    void what_another_payer_gave_bears_its_plan_first_and_goes_back_or_on_before_the_year_is_closed() throws Exception {
        User neighbour = of(51, Role.RESIDENT);
        User worker = of(52, Role.TEAM_WORKER);
        User holder = of(53, Role.BUDGET_HOLDER);
        User controller = of(54, Role.CONTROLLER);
        User administrator = of(55, Role.ADMINISTRATOR);
        FiscalYear past = new FiscalYear(2025);
        currentUser.runAs(
                administrator,
                () -> appropriations.load(
                        GIVEN, past, "2024-8", List.of(new AppropriationLine("6.1", Money.ofEuros(1_000), true))));
        InitiativeId plan = currentUser.runAs(neighbour, () -> initiatives.propose(GIVEN_HERE, cooking(), null));
        String reference = plan.reference();
        assertTrue(currentUser
                .runAs(holder, () -> pooledBudgets.readMoneyWay(reference, GIVEN_HERE))
                .sources()
                .isEmpty());

        NewContribution agreement = agreement(past, "OVK-7", 1_000);
        ContributionId id = currentUser.runAs(holder, () -> contributions.record("given", plan, agreement));
        assertEquals(id, currentUser.runAs(holder, () -> contributions.record("given", plan, agreement)));
        assertRefused(
                "ledger.error.key-used",
                () -> currentUser.runAs(
                        holder, () -> contributions.record("given", plan, agreement(past, "OVK-7", 2_000))));
        assertRefused(
                "budget.error.contribution-exists",
                () -> currentUser.runAs(holder, () -> contributions.record("given-again", plan, agreement)));
        assertRefused(
                new NotFound().code(),
                () -> currentUser.runAs(worker, () -> contributions.receive("stolen", id, Money.ofEuros(1))));

        receive(holder, "first", id, 350);
        receive(holder, "second", id, 250);
        receive(holder, "second", id, 250);
        assertRefused("budget.error.contribution-more-than-agreed", () -> receive(holder, "third", id, 401));
        assertEquals(Money.ofEuros(600), contribution(holder, reference).received());
        assertEquals(Money.ofEuros(400), contribution(holder, reference).outstanding());

        Cover cover = currentUser.runAs(
                worker, () -> pooledBudgets.prepareCover(reference, GIVEN_HERE, past, Money.ofEuros(800)));
        assertEquals(
                List.of(
                        new CoverLine("6.1", CoverKind.CONTRIBUTION, Money.ofEuros(600)),
                        new CoverLine("6.1", CoverKind.APPROPRIATION, Money.ofEuros(200))),
                cover.lines());
        assertEquals(
                List.of(CoverKind.APPROPRIATION),
                currentUser
                        .runAs(
                                worker,
                                () -> pooledBudgets.prepareCover(
                                        "initiative:987654", GIVEN_HERE, past, Money.ofEuros(800)))
                        .lines()
                        .stream()
                        .map(CoverLine::kind)
                        .toList(),
                "it bears its own plan only");
        currentUser.runAs(worker, () -> {
            try {
                inTransaction(() -> pooledBudgets.post(
                        pooledBudgets.reserve("given:reserve", reference, GIVEN_HERE, cover), "given:post"));
                return true;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        // as the room that decides leaves it
        sql.execute("update initiative set decision = 1, stage = 'GRANTED', granted_cents = 80000 where id = "
                + plan.value());
        assertRefused("ledger.error.insufficient", () -> giveBack(holder, "too-early", id, past, 1));
        AccountKey granted = new AccountKey(GIVEN, past, AccountKind.GRANTED, reference, "6.1", GIVEN_HERE);
        AccountKey paid = new AccountKey(GIVEN, past, AccountKind.PAID, reference, "6.1", GIVEN_HERE);
        ledger.transfer(new NewTransfer("given:pay", granted, paid, Money.ofEuros(250), Reason.PAID, reference, ""));
        MoneyWay way = currentUser.runAs(holder, () -> pooledBudgets.readMoneyWay(reference));
        assertEquals(CoverKind.CONTRIBUTION, way.sources().get(0).kind());
        assertEquals(Money.ofEuros(350), way.sources().get(0).left());

        assertEquals(
                List.of(new YearEnd.Left(reference, GIVEN_HERE, Money.ofEuros(550), Money.ofEuros(350))),
                currentUser.runAs(controller, () -> yearEnds.read(GIVEN, past)).left());
        assertRefused(
                "budget.error.council-decision",
                () -> currentUser.runAs(holder, () -> yearEnds.carryOver(reference, past, "")));
        currentUser.runAs(holder, () -> yearEnds.carryOver(reference, past, "2026-5"));
        AccountKey next = new AccountKey(GIVEN, past.next(), AccountKind.GRANTED, reference, "6.1", GIVEN_HERE);
        assertEquals(
                Money.ofEuros(550),
                ledger.findAccount(next).orElseThrow().balance(),
                "what others gave stays granted beside what the council carried over");
        assertEquals(
                Money.ofEuros(200),
                Money.sum(ledger.listTransfers(GIVEN, past.next(), Reason.CARRIED_OVER).stream()
                        .filter(transfer -> transfer.to().equals(next))
                        .map(TransferSummary::amount)
                        .toList()),
                "what others gave is not the council’s to carry over");
        YearEnd open = currentUser.runAs(controller, () -> yearEnds.read(GIVEN, past));
        assertEquals(List.of(), open.contributed());
        assertEquals(Money.ofEuros(350), open.settled().get(0).byAgreement());
        assertEquals(Money.ofEuros(550), open.settled().get(0).amount());
        MoneyWay goneOn = currentUser.runAs(holder, () -> pooledBudgets.readMoneyWay(reference));
        assertEquals(Money.ofEuros(800), goneOn.granted(), "granted once");
        assertEquals(Money.ZERO, goneOn.returned());
        assertEquals(Money.ofEuros(350), goneOn.sources().get(0).left());
        ledger.transfer(new NewTransfer(
                "given:pay-next",
                next,
                new AccountKey(GIVEN, past.next(), AccountKind.PAID, reference, "6.1", GIVEN_HERE),
                Money.ofEuros(100),
                Reason.PAID,
                reference,
                ""));
        assertEquals(
                Money.ofEuros(250),
                currentUser
                        .runAs(holder, () -> pooledBudgets.readMoneyWay(reference))
                        .sources()
                        .get(0)
                        .left(),
                "and is paid first there too");
        assertRefused("ledger.error.insufficient", () -> giveBack(holder, "more", id, past, 1));
        ContributionSummary told = contribution(holder, reference);
        assertEquals(
                List.of(
                        new ContributionSummary.OfYear(
                                past,
                                Money.ofEuros(600),
                                Money.ZERO,
                                Money.ofEuros(250),
                                Money.ZERO,
                                Money.ofEuros(350),
                                Money.ZERO,
                                Money.ZERO),
                        new ContributionSummary.OfYear(
                                past.next(),
                                Money.ZERO,
                                Money.ofEuros(350),
                                Money.ofEuros(350),
                                Money.ZERO,
                                Money.ZERO,
                                Money.ZERO,
                                Money.ZERO)),
                told.years());
        PositionReport position = currentUser.runAs(controller, () -> positions.read(GIVEN, past));
        assertTrue(position.addsUp(), position::toString);
        assertEquals(
                new PositionReport.OfOthers(
                        Money.ofEuros(250), Money.ZERO, Money.ZERO, Money.ofEuros(250), Money.ofEuros(250)),
                position.ofOthers());
        List<PlanAgainstActual> plans =
                currentUser.runAs(controller, () -> positions.listPlanAgainstActual(GIVEN, past));
        assertTrue(plans.stream().allMatch(PlanAgainstActual::addsUp), plans::toString);
        assertEquals(
                List.of(Money.ofEuros(600)),
                plans.stream()
                        .filter(PlanAgainstActual::isOfOthers)
                        .map(PlanAgainstActual::planned)
                        .toList());
        assertEquals(Money.ofEuros(550), sum(plans, PlanAgainstActual::carriedOver));
        assertEquals(Money.ZERO, sum(plans, PlanAgainstActual::returned));
        othersAlone(holder, neighbour, worker, past);

        currentUser.runAs(controller, () -> yearEnds.close(GIVEN, past));
        receive(holder, "late", id, 400);
        assertEquals(
                Money.ofEuros(400),
                currentUser
                        .runAs(
                                worker,
                                () -> pooledBudgets.prepareCover(reference, GIVEN_HERE, YEAR, Money.ofEuros(5_000)))
                        .contributed(),
                "what comes after its year was closed is money of this one, and waits for a decision");
        currentUser.runAs(holder, () -> {
            contributions.moveOn("wait", id, YEAR, Money.ofEuros(150));
            contributions.moveOn("wait", id, YEAR, Money.ofEuros(150));
            return true;
        });
        assertEquals(
                Money.ofEuros(150),
                contribution(holder, reference).years().get(2).free(),
                "it was in no decision: moved on it waits there");
        assertEquals(
                Optional.empty(),
                ledger.findAccount(
                        new AccountKey(GIVEN, YEAR.next(), AccountKind.GRANTED, reference, "6.1", GIVEN_HERE)));
        giveBack(holder, "back", id, YEAR, 100);
        giveBack(holder, "back", id, YEAR, 100);
        PositionReport now = currentUser.runAs(controller, () -> positions.read(GIVEN, YEAR));
        assertTrue(now.addsUp(), now::toString);
        assertEquals(Money.ofEuros(170), now.ofOthers().left());
        ProofReport proof = currentUser.runAs(controller, () -> proofs.prove(GIVEN));
        assertTrue(proof.holds(), proof::toString);
        assertEquals(3, proof.finding(ProofRule.CONTRIBUTIONS_ACCOUNTED_FOR).examined());
        requireSameFingerprintWithoutTheProduct(GIVEN, controller);
        String account = Long.toString(ledger.findAccount(
                        AccountKey.of(GIVEN, YEAR, AccountKind.CONTRIBUTOR).withReference("contribution:" + id.value()))
                .orElseThrow()
                .id()
                .value());
        assertThrows(
                SQLException.class,
                () -> sql.execute("update ledger_account set balance_cents = 1 where id = " + account),
                "nobody gets back more than was given");
        assertThrows(
                SQLException.class,
                () -> sql.execute(
                        "update ledger_account set kind = 'GRANTED', reference = 'other' where id = " + account),
                "only who gives money goes below zero");
    }

    /**
     * Two plans that only others paid. One goes on at the end of the year without a number of the council; the other gave back
     * first and goes on after all, within what was decided.
     */
    private void othersAlone(User holder, User neighbour, User worker, FiscalYear past) throws Exception {
        String first = givenByOthers(holder, neighbour, worker, past, "OVK-8", 500);
        currentUser.runAs(holder, () -> yearEnds.carryOver(first, past, ""));
        assertEquals(Money.ofEuros(500), granted(first, past.next()));
        YearEnd.Settled settled = currentUser.runAs(holder, () -> yearEnds.read(GIVEN, past)).settled().stream()
                .filter(one -> one.reference().equals(first))
                .findFirst()
                .orElseThrow();
        assertTrue(settled.wentOn());
        assertNull(settled.councilDecision());
        assertRefused(
                "budget.error.nothing-left",
                () -> currentUser.runAs(holder, () -> yearEnds.carryOver(first, past, "2026-6")));

        String second = givenByOthers(holder, neighbour, worker, past, "OVK-9", 500);
        ContributionId id = contribution(holder, second).id();
        receive(holder, "after", id, 50);
        currentUser.runAs(holder, () -> yearEnds.giveBack(second, past));
        assertEquals(Money.ofEuros(500), contribution(holder, second).cameBack());
        assertEquals(Money.ZERO, promisedOnLines(second));
        assertRefused(
                "budget.error.year-not-settled",
                () -> currentUser.runAs(of(54, Role.CONTROLLER), () -> yearEnds.close(GIVEN, past)));
        giveBack(holder, "not-needed", id, past, 30);
        currentUser.runAs(holder, () -> {
            contributions.moveOn("all", id, past, Money.ofEuros(520));
            contributions.moveOn("all", id, past, Money.ofEuros(520));
            return true;
        });
        assertEquals(Money.ofEuros(500), granted(second, past.next()), "what was decided, and not a cent more");
        assertEquals(Money.ofEuros(500), promisedOnLines(second), "and its lines promise it again");
        assertEquals(
                Money.ofEuros(20), contribution(holder, second).years().get(1).free());
        assertEquals(
                Money.ofEuros(500),
                currentUser
                        .runAs(holder, () -> pooledBudgets.readMoneyWay(second))
                        .granted());
    }

    private Money promisedOnLines(String reference) throws SQLException {
        return Money.ofCents(sql.number("select sum(limit_cents) from budget_line where initiative = "
                + InitiativeId.find(reference).orElseThrow().value()));
    }

    private String givenByOthers(User holder, User neighbour, User worker, FiscalYear past, String number, long euros)
            throws Exception {
        InitiativeId plan = currentUser.runAs(neighbour, () -> initiatives.propose(GIVEN_HERE, cooking(), null));
        ContributionId id = currentUser.runAs(
                holder, () -> contributions.record(number, plan, agreement(past, number, euros + 50)));
        receive(holder, "all:" + number, id, euros);
        Cover cover = currentUser.runAs(
                worker, () -> pooledBudgets.prepareCover(plan.reference(), GIVEN_HERE, past, Money.ofEuros(euros)));
        currentUser.runAs(worker, () -> {
            try {
                inTransaction(() -> pooledBudgets.post(
                        pooledBudgets.reserve(number + ":reserve", plan.reference(), GIVEN_HERE, cover),
                        number + ":post"));
                return true;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        sql.execute("update initiative set decision = 1, stage = 'GRANTED', granted_cents = " + euros * 100
                + " where id = " + plan.value());
        return plan.reference();
    }

    private Money granted(String reference, FiscalYear year) {
        return ledger.findAccount(new AccountKey(GIVEN, year, AccountKind.GRANTED, reference, "6.1", GIVEN_HERE))
                .orElseThrow()
                .balance();
    }

    private static User of(long id, Role role) {
        return new User(new UserId(id), role.name(), GIVEN, Set.of(role), Set.of(GIVEN_HERE), null);
    }

    private static Plan cooking() {
        return new Plan(
                "Samen koken",
                "Elke week eten met de buurt",
                "meals",
                "Een maaltijd",
                "Buren",
                List.of(new PlanLine("Boodschappen", Money.ofEuros(12_000))),
                Money.ofEuros(1_000),
                20,
                1,
                Money.ZERO,
                LocalDate.now(Formats.ZONE),
                new WayBack(10, "Het wijkteam", true),
                0,
                14);
    }

    private static NewContribution agreement(FiscalYear year, String number, long euros) {
        return new NewContribution(
                year,
                ContributorKind.HEALTH_INSURER,
                "Zorgverzekeraar Oost",
                number,
                Money.ofEuros(euros),
                LocalDate.of(2025, 6, 1));
    }

    private void receive(User holder, String key, ContributionId id, long euros) {
        currentUser.runAs(holder, () -> contributions.receive(key, id, Money.ofEuros(euros)));
    }

    private void giveBack(User holder, String key, ContributionId id, FiscalYear of, long euros) {
        currentUser.runAs(holder, () -> contributions.giveBack(key, id, of, Money.ofEuros(euros)));
    }

    private ContributionSummary contribution(User holder, String reference) {
        return currentUser
                .runAs(holder, () -> contributions.list(reference, GIVEN_HERE))
                .get(0);
    }

    /** What the municipality's own ledger says is read, to the cent, and a later file corrects it. */
    private void assertBothBooksAgree(User controller, FiscalYear past) {
        assertTrue(currentUser
                .runAs(controller, () -> reconciliations.list(CLOSING, past, 31))
                .isEmpty());
        assertEquals(2, readBalances(controller, "2025-12-31;6.1;20,01\n2025-12-31;6.21;0"));
        assertRefused("ledger.error.balances-later", () -> readBalances(controller, "2099-12-31;6.1;1"));
        assertRefused("ledger.error.balances-task-field", () -> readBalances(controller, "2024-12-31;6.21;1"));
        // paid today, of money of the year before: by that year's last day nothing had left
        assertEquals(
                List.of(Money.ofCents(2_001), Money.ZERO),
                currentUser.runAs(controller, () -> reconciliations.list(CLOSING, past, 31)).stream()
                        .map(Reconciliation::difference)
                        .toList());
        readBalances(controller, "2025-12-31;6.1;0");
        assertTrue(currentUser.runAs(controller, () -> reconciliations.list(CLOSING, past, 31)).stream()
                .allMatch(Reconciliation::agrees));
    }

    private int readBalances(User controller, String lines) {
        return currentUser.runAs(
                controller,
                () -> reconciliations.read(
                        CLOSING, ("datum;taakveld;bedrag\n" + lines).getBytes(StandardCharsets.UTF_8)));
    }

    private void grantIn(AccountKey from, String plan, int euros) {
        ledger.transfer(new NewTransfer(
                "closing:" + plan,
                from,
                ofPlan(from.year(), AccountKind.GRANTED, plan),
                Money.ofEuros(euros),
                Reason.GRANTED,
                plan,
                ""));
    }

    private static AccountKey ofPlan(FiscalYear year, AccountKind kind, String plan) {
        return new AccountKey(CLOSING, year, kind, plan, "6.1", new NeighbourhoodCode("BU99420101"));
    }

    @Test
    void a_part_of_what_is_held_is_posted_once_and_the_rest_is_held_anew() throws Exception {
        AccountKey pot = pot("part");
        fill(pot, "part", Money.ofEuros(100));
        ReservationId[] held = new ReservationId[2];
        inTransaction(() -> held[0] = hold("part:first", pot, 80));
        inTransaction(() -> {
            ledger.postPart("part:bill", held[0], Money.ofEuros(30));
            held[1] = hold("part:second", pot, 50);
        });
        inTransaction(() -> ledger.postPart("part:bill", held[0], Money.ofEuros(30)));
        assertRefusedInTransaction(
                "ledger.error.key-used", () -> ledger.postPart("part:bill", held[0], Money.ofEuros(31)));
        assertRefusedInTransaction(
                "ledger.error.reservation-posted", () -> ledger.postPart("part:again", held[0], Money.ofEuros(50)));
        assertRefusedInTransaction(
                "ledger.error.not-so-much-held", () -> ledger.postPart("part:more", held[1], Money.ofEuros(51)));

        AccountSummary left = ledger.findAccount(pot).orElseThrow();
        assertEquals(Money.ofEuros(70), left.balance());
        assertEquals(Money.ofEuros(20), left.available());
        assertEquals(
                Money.ofEuros(30),
                ledger.findAccount(granted("part")).orElseThrow().balance());
    }

    private ReservationId hold(String key, AccountKey pot, int euros) {
        return ledger.reserve(new NewReservation(
                key,
                key,
                MUNICIPALITY,
                Reason.GRANTED,
                "part",
                LocalDate.of(2100, 1, 1),
                List.of(new NewReservation.Line(pot, granted("part"), Money.ofEuros(euros)))));
    }

    @Test
    void ten_releases_of_nine_households_are_shown_as_one_amount_to_who_may_not_see_single_ones() throws Exception {
        asOffice(() -> {
            appropriations.load(
                    MUNICIPALITY,
                    YEAR,
                    "2025-121",
                    List.of(new AppropriationLine("6.714", Money.ofEuros(900_000), false)));
            return true;
        });
        assertTrue(grantedFromRelease("initiative:4731", 4731, 10, new NeighbourhoodCode("BU99030131"))
                .grouped());
        assertFalse(grantedFromRelease("initiative:4732", 4732, 11, new NeighbourhoodCode("BU99030132"))
                .grouped());
    }

    @Test
    void a_second_proposal_with_the_release_of_one_household_more_is_not_shown_beside_the_first() throws Exception {
        NeighbourhoodCode here = new NeighbourhoodCode("BU99030133");
        String initiative = "initiative:4733";
        loadForRelease("2025-133");
        preFinanced(here, "6.22");
        release(here, 4733, 0, 12);
        User proposer = proposerOf(here);
        Money asked = Money.ofEuros(5_000);
        inTransaction(() -> {
            var held = pooledBudgets.reserve(
                    "beside:1",
                    initiative,
                    here,
                    currentUser.runAs(proposer, () -> pooledBudgets.prepareCover(initiative, here, YEAR, asked)));
            assertTrue(showsCover(initiative, here), "twelve households stand behind it");
            pooledBudgets.voidReservation(held, "beside:1:void");
        });
        // the same again tells nothing
        inTransaction(() -> {
            var held = pooledBudgets.reserve(
                    "beside:2",
                    initiative,
                    here,
                    currentUser.runAs(proposer, () -> pooledBudgets.prepareCover(initiative, here, YEAR, asked)));
            assertTrue(showsCover(initiative, here));
            pooledBudgets.voidReservation(held, "beside:2:void");
        });
        release(here, 4733, 12, 13);
        for (String plan : List.of(initiative, "initiative:47330")) {
            inTransaction(() -> {
                var held = pooledBudgets.reserve(
                        "beside:3:" + plan,
                        plan,
                        here,
                        currentUser.runAs(proposer, () -> pooledBudgets.prepareCover(plan, here, YEAR, asked)));
                assertFalse(showsCover(plan, here), "the difference is one household, whatever plan shows it");
                assertTrue(asOffice(() -> pooledBudgets.showsCover(plan, here)));
                pooledBudgets.voidReservation(held, "beside:3:void:" + plan);
            });
        }
        inTransaction(() -> pooledBudgets.post(
                pooledBudgets.reserve(
                        "beside:4",
                        initiative,
                        here,
                        currentUser.runAs(proposer, () -> pooledBudgets.prepareCover(initiative, here, YEAR, asked))),
                "beside:4:post"));
        assertFalse(showsCover(initiative, here));
        assertTrue(currentUser
                .runAs(ALDERMAN, () -> pooledBudgets.readMoneyWay(initiative))
                .grouped());
    }

    @Test
    void money_put_back_on_released_money_stays_that_of_one_household_for_the_next_plan() throws Exception {
        NeighbourhoodCode here = new NeighbourhoodCode("BU99030134");
        loadForRelease("2025-134");
        preFinanced(here, "6.23");
        User proposer = proposerOf(here);
        String first = "initiative:4734";
        inTransaction(() -> pooledBudgets.post(
                pooledBudgets.reserve(
                        "back:1",
                        first,
                        here,
                        currentUser.runAs(
                                proposer, () -> pooledBudgets.prepareCover(first, here, YEAR, Money.ofEuros(1_000)))),
                "back:1:post"));
        // one household repays the pre-financing of the plan, which ends with all its money unspent
        inTransaction(() -> pooledBudgets.planRelease(
                first,
                here,
                "6.714",
                LocalDate.of(2026, 4, 1),
                Money.parse("512.34"),
                new Help("provision:4734", "household:4734")));
        inTransaction(() -> pooledBudgets.realiseRelease(
                "back:release", first, here, YEAR, "6.714", Money.parse("512.34"), "provision:4734"));
        inTransaction(() -> pooledBudgets.returnUnspent("back:return", first, MUNICIPALITY));

        String next = "initiative:47340";
        inTransaction(() -> {
            Cover cover = currentUser.runAs(
                    proposer, () -> pooledBudgets.prepareCover(next, here, YEAR, Money.ofEuros(2_000)));
            assertEquals(
                    new CoverLine("6.714", CoverKind.REALISED_RELEASE, Money.parse("512.34")),
                    cover.lines().get(0));
            pooledBudgets.reserve("back:2", next, here, cover);
            assertFalse(showsCover(next, here));
        });
    }

    private boolean showsCover(String initiative, NeighbourhoodCode here) {
        return currentUser.runAs(ALDERMAN, () -> pooledBudgets.showsCover(initiative, here));
    }

    private void loadForRelease(String councilDecision) {
        asOffice(() -> {
            appropriations.load(
                    MUNICIPALITY,
                    YEAR,
                    councilDecision,
                    List.of(new AppropriationLine("6.714", Money.ofEuros(100_000), false)));
            return true;
        });
    }

    private void preFinanced(NeighbourhoodCode here, String taskField) {
        asOffice(() -> {
            appropriations.load(
                    MUNICIPALITY,
                    YEAR,
                    "2025-" + taskField,
                    List.of(new AppropriationLine(taskField, Money.ofEuros(100_000), false)));
            return preFinancings.set(YEAR, here, taskField, Money.ofEuros(20_000), LocalDate.of(2100, 1, 1));
        });
    }

    private void release(NeighbourhoodCode here, int number, int from, int until) throws Exception {
        for (int i = from; i < until; i++) {
            String provision = "provision:" + number + "-" + i;
            Help help = new Help(provision, "household:" + number + "-" + i);
            inTransaction(() -> {
                pooledBudgets.awaitRelease(
                        provision, "initiative:" + number, here, YEAR, "6.714", Money.ofEuros(100), help);
                pooledBudgets.realiseRelease(
                        provision, "initiative:" + number, here, YEAR, "6.714", Money.ofEuros(100), provision);
            });
        }
    }

    private static User proposerOf(NeighbourhoodCode here) {
        return new User(new UserId(14), "proposer", MUNICIPALITY, Set.of(Role.TEAM_WORKER), Set.of(here), null);
    }

    /** All of it by as many releases, two of which are of one household. */
    private MoneyWay grantedFromRelease(String initiative, int number, int releases, NeighbourhoodCode here)
            throws Exception {
        for (int i = 0; i < releases; i++) {
            String provision = "provision:" + number + i;
            Help help = new Help(provision, "household:" + number + Math.max(1, i));
            inTransaction(() -> {
                pooledBudgets.awaitRelease(provision, initiative, here, YEAR, "6.714", Money.ofEuros(100), help);
                pooledBudgets.realiseRelease(provision, initiative, here, YEAR, "6.714", Money.ofEuros(100), provision);
            });
        }
        Cover cover = currentUser.runAs(
                proposerOf(here),
                () -> pooledBudgets.prepareCover(initiative, here, YEAR, Money.ofEuros(100L * releases)));
        inTransaction(() -> {
            var held = pooledBudgets.reserve(initiative, initiative, here, cover);
            assertEquals(releases > 10, currentUser.runAs(ALDERMAN, () -> pooledBudgets.showsCover(initiative, here)));
            pooledBudgets.post(held, initiative + ":post");
        });
        assertEquals(releases > 10, currentUser.runAs(ALDERMAN, () -> pooledBudgets.showsCover(initiative, here)));
        return currentUser.runAs(ALDERMAN, () -> pooledBudgets.readMoneyWay(initiative));
    }

    private static AccountKey pot(String name) {
        return AccountKey.of(MUNICIPALITY, YEAR, AccountKind.APPROPRIATED)
                .withReference("test:" + name)
                .withTaskField("6.1");
    }

    private static AccountKey granted(String reference) {
        return AccountKey.of(MUNICIPALITY, YEAR, AccountKind.GRANTED)
                .withReference(reference)
                .withTaskField("6.1")
                .withNeighbourhood(NEIGHBOURHOOD);
    }

    private void fill(AccountKey pot, String key, Money amount) {
        ledger.transfer(new NewTransfer(
                key + ":fill",
                AccountKey.of(MUNICIPALITY, YEAR, AccountKind.COUNCIL),
                pot,
                amount,
                Reason.COUNCIL_ADOPTED,
                "test",
                ""));
    }

    private Money spend(AccountKey pot, String reference, String key, Money amount) {
        try {
            ledger.transfer(new NewTransfer(key, pot, granted(reference), amount, Reason.GRANTED, reference, ""));
            return amount;
        } catch (RuntimeException thrown) {
            if (isRolledBackByTheDatabase(thrown)) {
                // on a busy machine H2 takes a wait for a deadlock; the same key asked again is served once
                return spend(pot, reference, key, amount);
            }
            assertEquals("ledger.error.insufficient", Refusal.unwrapped(thrown).getMessage());
            return Money.ZERO;
        }
    }

    private static boolean isRolledBackByTheDatabase(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && "40001".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private boolean both(String key, AccountKey first, AccountKey second) throws Exception {
        UserTransaction own = transaction;
        own.begin();
        ledger.transfer(new NewTransfer(key + ":1", first, granted(key), Money.ofEuros(1), Reason.GRANTED, key, ""));
        ledger.transfer(new NewTransfer(key + ":2", second, granted(key), Money.ofEuros(1), Reason.GRANTED, key, ""));
        own.commit();
        return true;
    }

    private static boolean succeeds(Runnable command) {
        try {
            command.run();
            return true;
        } catch (RuntimeException thrown) {
            assertTrue(Refusal.unwrapped(thrown) instanceof Refusal, () -> thrown.toString());
            return false;
        }
    }

    private static Money sum(List<PlanAgainstActual> plans, Function<PlanAgainstActual, Money> amount) {
        return Money.sum(plans.stream().map(amount).toList());
    }

    private void requireSameFingerprintWithoutTheProduct(MunicipalityCode of, User controller) throws SQLException {
        Fingerprint here = currentUser.runAs(controller, () -> generalLedger.fingerprint(of, null));
        try (Connection connection = dataSource.getConnection()) {
            assertTrue(LedgerFingerprint.list(connection)
                    .contains(new LedgerFingerprint.Print(of.value(), here.transfers(), here.hash())));
        }
    }

    private <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> results = new ArrayList<>();
        for (Callable<T> task : tasks) {
            results.add(executor.submit(() -> {
                start.await();
                return currentUser.runAs(OFFICE, () -> {
                    try {
                        return task.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
            }));
        }
        start.countDown();
        List<T> answers = new ArrayList<>();
        for (Future<T> result : results) {
            answers.add(result.get(25, TimeUnit.MINUTES));
        }
        return answers;
    }

    private <T> T asProposer(java.util.function.Supplier<T> work) {
        return currentUser.runAs(PROPOSER, work);
    }

    private <T> T asOffice(java.util.function.Supplier<T> work) {
        return currentUser.runAs(OFFICE, work);
    }

    private void inTransaction(Runnable work) throws Exception {
        transaction.begin();
        try {
            currentUser.runAs(OFFICE, work);
            transaction.commit();
        } catch (RuntimeException | AssertionError thrown) {
            transaction.rollback();
            throw thrown;
        }
    }

    private void assertRefusedInTransaction(String code, Runnable work) {
        assertRefused(code, () -> {
            try {
                inTransaction(work);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void assertRefused(String code, Runnable work) {
        RuntimeException thrown = assertThrows(RuntimeException.class, work::run);
        assertEquals(code, Refusal.unwrapped(thrown).getMessage());
    }
}
