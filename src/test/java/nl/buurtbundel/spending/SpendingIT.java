package nl.buurtbundel.spending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.UserTransaction;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Queries;
import nl.buurtbundel.Sql;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.StandIn;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.budget.ContributionId;
import nl.buurtbundel.budget.ContributionSummary;
import nl.buurtbundel.budget.Contributions;
import nl.buurtbundel.budget.ContributorKind;
import nl.buurtbundel.budget.GivenBackAtYearEnd;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.budget.MoneyWay;
import nl.buurtbundel.budget.NewContribution;
import nl.buurtbundel.budget.PayerReceipt;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.budget.Settlement;
import nl.buurtbundel.budget.Settlements;
import nl.buurtbundel.decision.DecisionFiles;
import nl.buurtbundel.decision.DecisionId;
import nl.buurtbundel.decision.DecisionRoad;
import nl.buurtbundel.decision.Decisions;
import nl.buurtbundel.decision.YearAmount;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.NewTransfer;
import nl.buurtbundel.ledger.ProofReport;
import nl.buurtbundel.ledger.Proofs;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.ReservationState;
import nl.buurtbundel.ledger.ReservationSummary;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the server, on the database: what is booked, approved, paid, agreed and lapsed, and what the ledger says of it. */
@ExtendWith(ArquillianExtension.class)
class SpendingIT {
    private static final User RESIDENT = DecisionRoad.INITIATOR;
    private static final User WORKER = DecisionRoad.ASSESSOR;
    private static final User COLLEAGUE = DecisionRoad.PROPOSER;
    private static final User HOLDER = DecisionRoad.BUDGET_HOLDERS.get(0);
    private static final Money HUNDRED = Money.ofEuros(100);

    @Inject
    private DecisionRoad road;

    @Inject
    private Spending spending;

    @Inject
    private Expenses expenses;

    @Inject
    private Commitments commitments;

    @Inject
    private Receipts receipts;

    @Inject
    private BankStatements statements;

    @Inject
    private PaymentOrders orders;

    @Inject
    private NightlyForgetting forgetting;

    @Inject
    private Contributions contributions;

    @Inject
    private Settlements settlements;

    @Inject
    private PooledBudgets budgets;

    @Inject
    private Decisions decisions;

    @Inject
    private DecisionFiles decisionFiles;

    @Inject
    private Initiatives initiatives;

    @Inject
    private Ledger ledger;

    @Inject
    private Proofs proofs;

    @Inject
    private Event<GivenBackAtYearEnd> givenBack;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    @Resource
    private UserTransaction transaction;

    @PersistenceContext
    private EntityManager entityManager;

    @PersistenceUnit(unitName = "buurtbundel")
    private EntityManagerFactory persistence;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with();
    }

    @BeforeEach
    void there_is_money_and_a_mandate() {
        road.prepare();
    }

    @Test
    void an_expense_goes_from_the_resident_by_the_team_to_the_budget_holder() throws Exception {
        InitiativeId plan = road.granted();
        SpendingPage before = page(RESIDENT, plan);
        assertEquals(DecisionRoad.ASKED, sum(before), "the lines are the grant to the cent");
        assertEquals(2, before.lines().size(), "one cost line, and what it takes to begin");

        ExpenseId id = book(RESIDENT, plan, 0, HUNDRED, "verf");

        assertEquals(id, book(RESIDENT, plan, 0, HUNDRED, "verf"), "pressed twice is one expense");
        assertEquals(Money.ZERO, line(plan, 0).inProcess(), "it takes somebody else before any money is held");
        assertThrows(NotFound.class, () -> pay(WORKER, plan, id));
        assertThrows(NotFound.class, () -> approve(HOLDER, plan, id));
        assertEquals("spending.error.not-open", refused(() -> pay(HOLDER, plan, id)));
        Money available = available(plan);
        approve(WORKER, plan, id);
        assertEquals(available.minus(HUNDRED), available(plan));
        assertEquals(HUNDRED, line(plan, 0).inProcess());
        assertTrue(as(HOLDER, expenses::listToPay).stream()
                .anyMatch(one -> one.id().equals(id) && one.rights().mayPay()));

        pay(HOLDER, plan, id);

        assertEquals(HUNDRED, line(plan, 0).paid());
        assertEquals(HUNDRED, way(plan).paid());
        assertEquals(ExpenseState.PAID, expense(plan, id).state());
        TransferSummary paid = ledger.listTransfers(DecisionRoad.MUNICIPALITY, plan.reference()).stream()
                .filter(transfer -> transfer.reason() == Reason.PAID)
                .findFirst()
                .orElseThrow();
        var held = Optional.ofNullable(paid.reservation()).orElseThrow();
        assertEquals(Map.of(held, "verf"), as(DecisionRoad.CONTROLLER, () -> expenses.listPurposes(List.of(held))));
        assertEquals("spending.error.not-open", refused(() -> pay(DecisionRoad.BUDGET_HOLDERS.get(1), plan, id)));
        proven();
    }

    @Test
    void who_booked_it_does_not_approve_it_and_who_approved_it_does_not_pay_it() {
        InitiativeId plan = road.granted();
        ExpenseId id = book(WORKER, plan, 0, HUNDRED, "stoelen");
        assertEquals("spending.error.own-expense", refused(() -> approve(WORKER, plan, id)));
        assertFalse(as(WORKER, expenses::listToApprove).stream()
                .anyMatch(one -> one.id().equals(id)));
        assertTrue(as(COLLEAGUE, expenses::listToApprove).stream()
                .anyMatch(one -> one.id().equals(id)));
        approve(COLLEAGUE, plan, id);
        User both = alsoHolder(COLLEAGUE);
        assertEquals("spending.error.own-approval", refused(() -> pay(both, plan, id)));
        User self = new User(
                RESIDENT.id(),
                "self",
                DecisionRoad.MUNICIPALITY,
                Set.of(Role.RESIDENT, Role.TEAM_WORKER),
                Set.of(DecisionRoad.HERE),
                null);
        ExpenseId other = book(WORKER, plan, 0, HUNDRED, "tafels");
        assertEquals("spending.error.paid-from-plan", refused(() -> approve(self, plan, other)), "who made the plan");
    }

    @Test
    void who_stands_in_for_the_budget_holder_pays_where_the_absent_one_may_and_the_log_names_both() throws Exception {
        InitiativeId plan = road.granted();
        ExpenseId id = book(WORKER, plan, 0, HUNDRED, "stoelen");
        approve(COLLEAGUE, plan, id);
        User barred = standingInFor(COLLEAGUE.id());
        assertEquals("spending.error.absent-has-a-hand", refused(() -> pay(barred, plan, id)));
        assertFalse(as(barred, expenses::listToPay).stream()
                .anyMatch(one -> one.id().equals(id)));
        User deputy = standingInFor(COLLEAGUE.id(), HOLDER.id());
        assertTrue(as(deputy, expenses::listToPay).stream()
                .anyMatch(one -> one.id().equals(id)));
        pay(deputy, plan, id);
        assertEquals(
                HOLDER.id().value(),
                ((Number) entityManager
                                .createNativeQuery("select on_behalf_of from audit_event where action = 'spending.pay'"
                                        + " and subject = '" + id.value() + "'")
                                .getSingleResult())
                        .longValue());
        assertEquals(
                0,
                rows("select count(*) from audit_event where actor = 9207777 and on_behalf_of is null"),
                "nor does the book keep silent about it");
    }

    @Test
    void each_row_of_who_stands_in_names_whose_power_it_was_also_where_no_money_moves() throws Exception {
        InitiativeId plan = road.granted();
        User deputy = standingInFor(HOLDER.id());
        ExpenseId id = approved(plan, Money.parse("31.17"), "spijkers");
        ReceiptId receipt = expense(plan, id).receipts().get(0).id();

        as(deputy, () -> receipts.look(receipt));
        as(deputy, () -> decisionFiles.take(decisionOf(plan)));
        read(
                deputy,
                statement(
                        plan, "1", payment(1, "31.17", PaymentReference.of(id)) + payment(2, "31.19", "iets anders")));
        pay(HOLDER, plan, id);
        putBack(deputy, settledOf("31.17"));
        BankLineSummary other = as(HOLDER, () -> statements.listOpen(DecisionRoad.MUNICIPALITY, 1_000)).stream()
                .filter(one -> one.amount().equals(Money.parse("31.19")))
                .findFirst()
                .orElseThrow();
        as(deputy, () -> {
            statements.notOurs(other.id(), other.version());
            return true;
        });

        for (String action : List.of(
                "spending.look-receipt",
                "decision.take-file",
                "spending.read-statement",
                "spending.bank-put-back",
                "spending.bank-not-ours")) {
            assertTrue(
                    rows("select count(*) from audit_event where actor = 9207777 and action = '" + action
                                    + "' and on_behalf_of = " + HOLDER.id().value())
                            > 0,
                    action);
        }
        assertEquals(0, rows("select count(*) from audit_event where actor = 9207777 and on_behalf_of is null"));
    }

    private DecisionId decisionOf(InitiativeId plan) {
        return new DecisionId(rows("select max(id) from decision where initiative = " + plan.value()));
    }

    private static User standingInFor(UserId... absent) {
        return new User(
                new UserId(9_207_777),
                "deputy",
                DecisionRoad.MUNICIPALITY,
                Set.of(Role.SIMPLIFIER),
                Set.of(),
                null,
                Stream.of(absent)
                        .map(one -> new StandIn(one, Role.BUDGET_HOLDER, Set.of()))
                        .toList());
    }

    @Test
    void a_receipt_is_seen_by_who_may_see_the_expense_and_each_look_is_kept() throws Exception {
        InitiativeId plan = road.granted();
        ExpenseId id = book(RESIDENT, plan, 0, HUNDRED, "verf");
        ReceiptId receipt = expense(plan, id).receipts().get(0).id();
        long before = looks();
        for (User reader : List.of(RESIDENT, WORKER, HOLDER, DecisionRoad.CONTROLLER)) {
            ReceiptContent content = as(reader, () -> receipts.look(receipt));
            assertEquals(ReceiptKind.PNG, content.kind());
            assertEquals(
                    30, ImageIO.read(new ByteArrayInputStream(content.bytes())).getWidth());
        }
        assertEquals(before + 4, looks());
        for (User stranger : List.of(neighbour(990_001), DecisionRoad.ALDERMEN.get(0))) {
            assertThrows(NotFound.class, () -> as(stranger, () -> receipts.look(receipt)));
        }
        assertThrows(NotFound.class, () -> as(WORKER, () -> receipts.look(new ReceiptId("guessed"))));
        assertEquals(before + 4, looks());

        assertTrue(
                as(neighbour(990_001), () -> spending.findOnPlan(plan)).isEmpty(), "a neighbour without a part in it");
        assertThrows(NotFound.class, () -> page(neighbour(990_001), plan));
        assertThrows(NotFound.class, () -> book(neighbour(990_001), plan, 0, HUNDRED, "niet van mij"));
        SpendingPage member = page(neighbour(1_000_000 + plan.value()), plan);
        assertEquals(2, member.lines().size());
        assertTrue(member.expenses().isEmpty(), "who takes part sees the lines and no receipts");
        assertFalse(member.seesExpenses() || member.mayBook());
        assertTrue(page(DecisionRoad.ALDERMEN.get(0), plan).expenses().isEmpty());
    }

    @Test
    void two_at_once_approve_and_pay_exactly_once() throws Exception {
        InitiativeId plan = road.granted();
        for (int round = 0; round < 4; round++) {
            ExpenseId id = book(RESIDENT, plan, 0, HUNDRED, "ronde " + round);
            int version = expense(plan, id).version();
            assertEquals(1, successes(List.of(WORKER, COLLEAGUE), user -> expenses.approve(id, version)));
            int approved = expense(plan, id).version();
            assertEquals(1, successes(DecisionRoad.BUDGET_HOLDERS, user -> expenses.pay(id, approved)));
        }
        assertEquals(Money.ofEuros(400), line(plan, 0).paid());
        assertEquals(Money.ofEuros(400), way(plan).paid());
        proven();
    }

    @Test
    void what_comes_back_lets_its_money_go_and_is_booked_anew_with_its_receipts() {
        InitiativeId plan = road.granted();
        Money available = available(plan);
        ExpenseId id = book(RESIDENT, plan, 0, HUNDRED, "verf");
        approve(WORKER, plan, id);
        sendBack(HOLDER, plan, id, "Het bedrag klopt niet");

        assertEquals(available, available(plan));
        assertEquals(Money.ZERO, line(plan, 0).inProcess());
        ExpenseSummary back = expense(RESIDENT, plan, id);
        assertEquals("Het bedrag klopt niet", back.whySentBack());
        assertTrue(back.rights().mayBookAnew());
        as(RESIDENT, () -> {
            expenses.bookAnew(
                    id, back.version(), entry(plan, 0, null, Money.ofEuros(90), "verf en kwasten"), List.of());
            return true;
        });
        assertEquals(1, expense(plan, id).receipts().size());
        approve(WORKER, plan, id);
        pay(HOLDER, plan, id);
        assertEquals(Money.ofEuros(90), line(plan, 0).paid());
        proven();
    }

    @Test
    void what_was_booked_by_mistake_is_taken_back_by_who_booked_it_before_anybody_approved() {
        InitiativeId plan = road.granted();
        Money available = available(plan);
        ExpenseId id = book(RESIDENT, plan, 0, HUNDRED, "verf");
        ExpenseSummary booked = expense(RESIDENT, plan, id);
        assertTrue(booked.rights().mayWithdraw());
        assertFalse(expense(WORKER, plan, id).rights().mayWithdraw());
        assertEquals("spending.error.not-yours", refused(() -> withdraw(WORKER, booked)));

        withdraw(RESIDENT, booked);
        assertEquals(ExpenseState.WITHDRAWN, expense(RESIDENT, plan, id).state());
        assertEquals(available, available(plan));
        assertFalse(as(WORKER, expenses::listToApprove).stream()
                .anyMatch(one -> one.id().equals(id)));
        assertEquals("spending.error.not-open", refused(() -> approve(WORKER, plan, id)));

        ExpenseId other = book(RESIDENT, plan, 0, HUNDRED, "verf en kwasten");
        ExpenseSummary before = expense(RESIDENT, plan, other);
        approve(WORKER, plan, other);
        assertFalse(expense(RESIDENT, plan, other).rights().mayWithdraw());
        assertThrows(Conflict.class, () -> withdraw(RESIDENT, before));
        proven();
    }

    private boolean withdraw(User user, ExpenseSummary expense) {
        return as(user, () -> {
            expenses.withdraw(expense.id(), expense.version());
            return true;
        });
    }

    @Test
    void an_agreement_holds_its_money_its_bills_take_parts_and_closing_frees_the_rest() {
        InitiativeId plan = road.granted();
        Money available = available(plan);
        BudgetLineId line = line(plan, 1).id();
        NewCommitment rent = new NewCommitment(line, "Buurthuis", "Huur", Money.ofEuros(300), today().plusMonths(2));
        String key = "rent:" + plan.value();
        CommitmentId agreed = as(WORKER, () -> commitments.agree(key, rent));
        assertEquals(agreed, as(WORKER, () -> commitments.agree(key, rent)));
        assertEquals(available.minus(Money.ofEuros(300)), available(plan));
        assertEquals(Money.ofEuros(300), line(plan, 1).committed());

        ExpenseId bill = book(RESIDENT, plan, 1, agreed, HUNDRED, "huur mei");
        approve(WORKER, plan, bill);
        assertEquals(available.minus(Money.ofEuros(300)), available(plan), "the money was held already");
        assertEquals(Money.ofEuros(200), line(plan, 1).committed());
        assertEquals("spending.error.bills-wait", refused(() -> close(plan, agreed)));
        pay(HOLDER, plan, bill);
        assertEquals(HUNDRED, way(plan).paid());
        assertEquals(available.minus(Money.ofEuros(300)), available(plan), "what is to come is held anew");
        ExpenseId tooMuch = book(RESIDENT, plan, 1, agreed, Money.ofEuros(201), "huur juni");
        assertEquals("spending.error.more-than-agreed", refused(() -> approve(WORKER, plan, tooMuch)));

        close(plan, agreed);

        assertEquals(available.minus(HUNDRED), available(plan));
        assertEquals(Money.ZERO, line(plan, 1).committed());
        assertEquals(HUNDRED, line(plan, 1).paid());
        assertTrue(pending(plan).isEmpty());
        proven();
    }

    @Test
    void the_limit_of_a_line_holds_in_the_program_and_in_the_database_and_a_shift_moves_it() {
        InitiativeId plan = road.granted();
        LineFigures start = line(plan, 1);
        assertEquals(Money.ofEuros(1_000), start.limit());
        ExpenseId id = book(RESIDENT, plan, 1, Money.ofEuros(1_200), "keuken");
        assertEquals("spending.error.line-full", refused(() -> approve(WORKER, plan, id)));
        LineFigures food = line(plan, 0);
        as(WORKER, () -> {
            spending.shift(food.id(), food.version(), start.id(), Money.ofEuros(250), "De keuken was duurder");
            return true;
        });
        approve(WORKER, plan, id);
        SpendingPage page = page(RESIDENT, plan);
        assertEquals(DecisionRoad.ASKED, sum(page));
        assertEquals("De keuken was duurder", page.shifts().get(0).reason());
        assertEquals(Money.ofEuros(50), line(plan, 1).left());
        assertThrows(
                Exception.class,
                () -> inTransaction(() -> entityManager
                        .createNativeQuery("update budget_line set paid_cents = paid_cents + 5001 where id = ?")
                        .setParameter(1, start.id().value())
                        .executeUpdate()),
                "the database checks it again");
    }

    @Test
    void a_plan_that_ends_lets_what_waits_go_before_its_money_returns() {
        InitiativeId plan = road.granted();
        ExpenseId paid = book(RESIDENT, plan, 0, HUNDRED, "start");
        approve(WORKER, plan, paid);
        pay(HOLDER, plan, paid);
        ExpenseId waits = book(RESIDENT, plan, 0, Money.ofEuros(50), "flyers");
        approve(WORKER, plan, waits);
        ExpenseId booked = book(RESIDENT, plan, 0, Money.ofEuros(5), "thee");
        BudgetLineId line = line(plan, 1).id();
        CommitmentId agreed = as(
                WORKER,
                () -> commitments.agree(
                        "end:" + plan.value(),
                        new NewCommitment(line, "Drukker", "Flyers", Money.ofEuros(70), today().plusDays(5))));
        ExpenseId bill = book(RESIDENT, plan, 1, agreed, Money.ofEuros(30), "druk");
        approve(WORKER, plan, bill);

        as(WORKER, () -> initiatives.solveWithoutUs(plan, initiatives.read(plan).version()));

        assertEquals(
                new Settlement(DecisionRoad.ASKED, HUNDRED, DecisionRoad.ASKED.minus(HUNDRED)),
                settlements.find(plan).orElseThrow());
        assertEquals(Money.ZERO, way(plan).left());
        for (ExpenseId lapsed : List.of(waits, booked, bill)) {
            assertEquals(LapseReason.PLAN_ENDED, expense(plan, lapsed).whyLapsed());
        }
        assertFalse(page(WORKER, plan).commitments().get(0).open());
        assertEquals(Money.ZERO, line(plan, 0).inProcess().plus(line(plan, 1).committed()));
        assertEquals("spending.error.plan-not-payable", refused(() -> book(RESIDENT, plan, 0, HUNDRED, "laat")));
        assertTrue(as(WORKER, () -> spending.findOnPlan(plan)).isPresent(), "the page of the plan leads there still");
        assertTrue(line(plan, 0).asksWhy());
        LineFigures food = line(plan, 0);
        as(WORKER, () -> {
            spending.explain(food.id(), food.version(), "De buren losten het zelf op");
            return true;
        });
        assertEquals("De buren losten het zelf op", line(plan, 0).whyDifferent());
        assertTrue(pending(plan).isEmpty());
        proven();
    }

    /** Who ends a plan and who takes a proposal back both come from the decision to the book. */
    @Test
    void a_plan_ends_while_somebody_takes_back_what_was_proposed_for_more() throws Exception {
        for (int round = 0; round < 6; round++) {
            InitiativeId plan = road.advised();
            grant(plan, Money.ofEuros(500));
            approve(WORKER, plan, book(RESIDENT, plan, 0, HUNDRED, "verf"));
            List<YearAmount> more = List.of(new YearAmount(FiscalYear.of(today()), Money.ofEuros(200)));
            DecisionId proposed = as(
                    COLLEAGUE,
                    () -> decisions.propose(
                            plan,
                            initiatives.readDossier(plan).version(),
                            more,
                            "",
                            "De rest later",
                            LeftOver.NEIGHBOURHOOD));
            int version = as(COLLEAGUE, () -> decisions.read(proposed)).version();
            int planVersion = as(WORKER, () -> initiatives.read(plan)).version();

            successes(List.of(WORKER, COLLEAGUE), user -> {
                if (user.equals(WORKER)) {
                    initiatives.solveWithoutUs(plan, planVersion);
                } else {
                    decisions.takeBack(proposed, version, "Toch niet");
                }
            });

            assertTrue(
                    as(WORKER, () -> initiatives.read(plan)).stage().isEnded(), "neither waits for the other for good");
            assertTrue(pending(plan).isEmpty());
        }
        proven();
    }

    /** Whoever of the two has the book first. */
    @Test
    void what_is_agreed_while_the_plan_ends_holds_nothing_afterwards() throws Exception {
        for (boolean agreedFirst : List.of(true, false)) {
            InitiativeId plan = road.granted();
            BudgetLineId on = line(plan, 0).id();
            int version = as(WORKER, () -> initiatives.read(plan)).version();
            NewCommitment hall = new NewCommitment(on, "Zaal", "Huur", HUNDRED, today().plusDays(5));
            Supplier<Object> agree = () -> commitments.agree("race:" + plan.value(), hall);
            Supplier<Object> end = () -> {
                initiatives.solveWithoutUs(plan, version);
                return true;
            };
            ExecutorService executor = Executors.newSingleThreadExecutor();
            List<Future<Object>> second = new ArrayList<>();

            inTransaction(() -> {
                ledger.open(DecisionRoad.MUNICIPALITY);
                if (agreedFirst) {
                    as(WORKER, agree);
                }
                second.add(executor.submit(() -> as(WORKER, agreedFirst ? end : agree)));
                untilItWaits();
                if (!agreedFirst) {
                    as(WORKER, end);
                }
            });

            try {
                second.get(0).get();
                assertTrue(agreedFirst, "the plan has ended");
            } catch (ExecutionException refused) {
                assertEquals("spending.error.plan-not-payable", ((Refusal) refused.getCause()).code());
                assertFalse(agreedFirst);
            }
            executor.shutdown();
            assertTrue(as(WORKER, () -> initiatives.read(plan)).stage().isEnded());
            assertTrue(pending(plan).isEmpty());
            assertTrue(page(WORKER, plan).commitments().stream().noneMatch(CommitmentSummary::open));
        }
        proven();
    }

    /** For the book, which nothing tells of from outside; shorter than a database lets somebody wait. */
    private static void untilItWaits() {
        try {
            Thread.sleep(700);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void a_further_grant_adds_to_the_lines_in_the_same_way() {
        InitiativeId plan = road.advised();
        grant(plan, Money.ofEuros(500));
        assertEquals(Money.ofEuros(500), sum(page(RESIDENT, plan)));
        assertTrue(page(RESIDENT, plan).onePage(), "so little fits one page");
        grant(plan, Money.ofEuros(333));
        SpendingPage page = page(RESIDENT, plan);
        assertEquals(Money.ofEuros(833), sum(page));
        assertEquals(Money.ofCents(76_892), page.lines().get(0).limit(), "twelve thirteenths of each grant");
    }

    @Test
    void what_went_back_at_the_end_of_a_year_is_promised_by_no_line_any_more() throws Exception {
        InitiativeId plan = road.granted();
        SpendingPage before = page(WORKER, plan);

        inTransaction(() -> givenBack.fire(new GivenBackAtYearEnd(plan.reference(), HUNDRED)));

        SpendingPage after = page(WORKER, plan);
        assertEquals(sum(before).minus(HUNDRED), sum(after));
        assertEquals(
                before.lines().stream().map(LineFigures::granted).toList(),
                after.lines().stream().map(LineFigures::granted).toList(),
                "what was granted stays what was granted");
    }

    @Test
    void the_money_of_the_oldest_year_is_spent_first_and_what_waits_too_long_is_free_again() throws Exception {
        InitiativeId plan = road.granted();
        FiscalYear year = FiscalYear.of(today());
        FiscalYear before = new FiscalYear(year.year() - 1);
        Money left = Money.ofEuros(200);
        Money available = available(plan);
        AccountKey granted = ledger.listAccounts(DecisionRoad.MUNICIPALITY, plan.reference()).stream()
                .map(AccountSummary::key)
                .filter(key -> key.kind() == AccountKind.GRANTED && key.year().equals(year))
                .findFirst()
                .orElseThrow();
        ledger.transfer(new NewTransfer(
                plan.reference() + ":before",
                AccountKey.of(DecisionRoad.MUNICIPALITY, before, AccountKind.COUNCIL),
                AccountKey.of(DecisionRoad.MUNICIPALITY, before, AccountKind.GRANTED)
                        .withReference(granted.reference())
                        .withTaskField(granted.taskField())
                        .withNeighbourhood(granted.neighbourhood()),
                left,
                Reason.GRANTED,
                plan.reference(),
                ""));
        ExpenseId id = book(RESIDENT, plan, 0, Money.ofEuros(250), "de rekening van vorig jaar");
        approve(WORKER, plan, id);
        pay(HOLDER, plan, id);
        assertEquals(left, balance(plan, before, AccountKind.PAID));
        assertEquals(Money.ZERO, balance(plan, before, AccountKind.GRANTED));
        assertEquals(available.minus(Money.ofEuros(50)), available(plan));

        Money now = available(plan);
        User night = User.system(DecisionRoad.MUNICIPALITY);
        for (int round = 0; round < 4; round++) {
            ExpenseId waits = book(RESIDENT, plan, 0, Money.ofEuros(60), "ronde " + round);
            approve(WORKER, plan, waits);
            int version = expense(plan, waits).version();
            letExpire(plan);
            successes(List.of(HOLDER, night), user -> {
                if (user.equals(night)) {
                    ledger.voidExpired(DecisionRoad.MUNICIPALITY);
                } else {
                    expenses.sendBack(waits, version, "Niet goed");
                }
            });
            ExpenseState state = expense(plan, waits).state();
            assertTrue(state == ExpenseState.SENT_BACK || state == ExpenseState.LAPSED, () -> "left as " + state);
            assertEquals(now, available(plan));
            assertEquals(Money.ZERO, line(plan, 0).inProcess());
        }
        BudgetLineId line = line(plan, 0).id();
        CommitmentId agreed = as(
                WORKER,
                () -> commitments.agree(
                        "night:" + plan.value(),
                        new NewCommitment(line, "Zaal", "Huur", Money.ofEuros(80), today().plusDays(1))));
        ExpenseId bill = book(RESIDENT, plan, 0, agreed, Money.ofEuros(30), "zaal");
        approve(WORKER, plan, bill);
        letExpire(plan);
        as(night, () -> ledger.voidExpired(DecisionRoad.MUNICIPALITY));
        assertEquals(LapseReason.WAITED_TOO_LONG, expense(plan, bill).whyLapsed());
        assertEquals(now, available(plan));
        assertEquals(Money.ZERO, line(plan, 0).committed().plus(line(plan, 0).inProcess()));
        proven();
    }

    @Test
    void what_was_paid_before_there_were_lines_gets_its_place_when_they_are_made() throws Exception {
        InitiativeId plan = road.granted();
        ExpenseId paid = book(RESIDENT, plan, 0, HUNDRED, "vroeger");
        approve(WORKER, plan, paid);
        pay(HOLDER, plan, paid);
        ExpenseId waits = book(RESIDENT, plan, 0, Money.ofEuros(40), "wachtte al");
        approve(WORKER, plan, waits);
        inTransaction(() -> {
            entityManager
                    .createNativeQuery("update expense set line = null where initiative = ?")
                    .setParameter(1, plan.value())
                    .executeUpdate();
            entityManager
                    .createNativeQuery("delete from budget_line where initiative = ?")
                    .setParameter(1, plan.value())
                    .executeUpdate();
        });

        pay(HOLDER, plan, waits);

        List<LineFigures> lines = page(WORKER, plan).lines();
        assertEquals(DecisionRoad.ASKED, sum(page(WORKER, plan)));
        LineFigures earlier = lines.get(lines.size() - 1);
        assertEquals("spending.line.earlier", earlier.titleKey());
        assertEquals(Money.ofEuros(140), earlier.paid());
        assertEquals(
                Optional.of(earlier.id()),
                Optional.ofNullable(expense(plan, paid).line()));
    }

    @Test
    void lists_ask_the_database_as_often_for_many_as_for_few() {
        InitiativeId plan = road.granted();
        waiting(plan, 1);
        Map<String, Integer> ofFew = queriesOfLists(plan);
        waiting(plan, 4);
        waiting(road.granted(), 2);
        assertEquals(ofFew, queriesOfLists(plan));
    }

    private void waiting(InitiativeId plan, int number) {
        for (int i = 0; i < number; i++) {
            book(RESIDENT, plan, 0, Money.ofEuros(2), "te keuren " + number + "." + i);
            approve(WORKER, plan, book(RESIDENT, plan, 0, Money.ofEuros(3), "te betalen " + number + "." + i));
        }
    }

    private Map<String, Integer> queriesOfLists(InitiativeId plan) {
        return Queries.during(persistence, () -> {
            assertFalse(as(WORKER, expenses::listToApprove).isEmpty());
            assertFalse(as(HOLDER, expenses::listToPay).isEmpty());
            return page(RESIDENT, plan);
        });
    }

    @Test
    void what_the_bank_paid_is_met_and_recorded_once_and_a_statement_is_read_once() throws Exception {
        InitiativeId plan = road.granted();
        ExpenseId waits = approved(plan, HUNDRED, "verf");
        ExpenseId paid = approved(plan, Money.ofEuros(40), "kwasten");
        pay(HOLDER, plan, paid);
        String entries = payment(1, "100.00", PaymentReference.of(waits))
                + payment(2, "40.00", PaymentReference.of(paid))
                + payment(3, "40.01", PaymentReference.of(paid))
                + payment(4, "12.00", "");
        String file = statement(plan, "1", entries);
        assertThrows(NotFound.class, () -> read(WORKER, file));

        assertEquals(new StatementReport(1, 0, 2, 2, 0, 0), read(DecisionRoad.CONTROLLER, file));

        ExpenseSummary seen = expense(plan, waits);
        assertEquals(ExpenseState.APPROVED, seen.state(), "who checks records no payment");
        assertEquals(today(), seen.seenByBankOn());
        assertEquals("spending.error.paid-by-bank", refused(() -> sendBack(HOLDER, plan, waits, "toch niet")));
        assertEquals(Money.ofEuros(40), way(plan).paid());
        assertThrows(
                NotFound.class,
                () -> as(DecisionRoad.CONTROLLER, () -> statements.recordPaid(DecisionRoad.MUNICIPALITY)));
        assertTrue(open(PaymentReference.of(waits)).contains(Unmatched.NOT_RECORDED));
        assertEquals(List.of(Unmatched.OTHER_AMOUNT), open(PaymentReference.of(paid)));
        assertTrue(as(HOLDER, () -> statements.recordPaid(DecisionRoad.MUNICIPALITY)) > 0);
        assertEquals(ExpenseState.PAID, expense(plan, waits).state());
        assertEquals(Money.ofEuros(140), way(plan).paid());
        assertEquals(List.of(), open(PaymentReference.of(waits)));

        assertEquals(new StatementReport(0, 1, 0, 0, 0, 0), read(HOLDER, file), "the same again changes nothing");
        assertEquals(
                "spending.error.statement-other-content", refused(() -> read(HOLDER, file.replace("12.00", "13.00"))));
        assertEquals(
                new StatementReport(1, 0, 0, 1, 4, 0),
                read(HOLDER, statement(plan, "2", entries + payment(5, "12.00", ""))),
                "a payment that stood in another statement is not read again");
        assertEquals(Money.ofEuros(140), way(plan).paid());
        proven();
    }

    @Test
    void an_order_for_the_bank_moves_nothing_holds_each_expense_once_and_is_paid_when_sent() {
        InitiativeId plan = road.granted();
        OrderedPayment paint = ordered(plan, approved(plan, HUNDRED, "verf"), "NL91ABNA0417164300");
        OrderedPayment brushes = ordered(plan, approved(plan, Money.ofEuros(40), "kwasten"), "DE89370400440532013000");
        PaidFrom from = new PaidFrom("Gemeente Voorbeeldstad", "NL13 TEST 0123 4567 89");
        assertThrows(NotFound.class, () -> write(WORKER, from, List.of(paint)));

        PaymentOrder order = write(HOLDER, from, List.of(paint, brushes));
        assertEquals(2, order.payments());
        assertEquals(Money.ofEuros(140), order.sum());
        assertTrue(new String(order.file(), UTF_8).contains(PaymentReference.of(paint.expense())));
        assertEquals(Money.ZERO, way(plan).paid(), "a file pays nothing");
        assertEquals(
                "spending.error.in-order",
                refused(() -> write(HOLDER, from, List.of(ordered(plan, paint.expense(), "NL91ABNA0417164300")))),
                "the bank would pay it twice");
        assertEquals(
                "spending.error.in-order", refused(() -> sendBack(HOLDER, plan, paint.expense(), "bon onleesbaar")));
        assertEquals(
                "spending.error.plan-in-order",
                refused(() -> as(
                        WORKER,
                        () -> initiatives.solveWithoutUs(
                                plan, initiatives.read(plan).version()))),
                "the bank may pay it still");

        as(HOLDER, () -> {
            orders.withdraw(order.id());
            return true;
        });
        assertEquals("spending.error.order-done", refused(() -> sent(order)));
        OrderedPayment typing = ordered(plan, brushes.expense(), "NL00 FOUT 1");
        OrderedPayment again = ordered(plan, paint.expense(), "NL91ABNA0417164300");
        assertEquals("spending.error.order-iban", refused(() -> write(HOLDER, from, List.of(again, typing))));
        ExpenseId away = approved(plan, Money.ofEuros(5), "rollers");
        OrderedPayment rollers = ordered(plan, away, "NL91ABNA0417164300");
        sendBack(HOLDER, plan, away, "bon onleesbaar");
        assertEquals("spending.error.order-gone", refused(() -> write(HOLDER, from, List.of(again, rollers))));
        assertEquals(null, expense(plan, paint.expense()).paymentOrder(), "whole or not at all");

        PaymentOrder second =
                write(HOLDER, from, List.of(ordered(plan, brushes.expense(), "DE89370400440532013000"), again));
        assertEquals(2, sent(second));
        assertEquals(Money.ofEuros(140), way(plan).paid());
        assertEquals("spending.error.order-done", refused(() -> sent(second)));
        proven();
    }

    @Test
    void a_file_that_got_lost_is_downloaded_as_it_was_until_something_of_it_is_recorded() {
        InitiativeId plan = road.granted();
        PaidFrom from = new PaidFrom("Gemeente Voorbeeldstad", "NL13 TEST 0123 4567 89");
        ExpenseId paint = approved(plan, HUNDRED, "verf");
        ExpenseId brushes = approved(plan, Money.ofEuros(40), "kwasten");
        ExpenseId ofHolders = book(alsoHolder(HOLDER), plan, 0, Money.ofEuros(7), "rollers");
        approve(WORKER, plan, ofHolders);
        User second = DecisionRoad.BUDGET_HOLDERS.get(1);

        PaymentOrder order = write(
                HOLDER,
                from,
                List.of(ordered(plan, paint, "NL91ABNA0417164300"), ordered(plan, brushes, "DE89370400440532013000")));

        assertTrue(waitingOrder(HOLDER, order).fileKept());
        for (User payer : List.of(HOLDER, second)) {
            PaymentOrder again = as(payer, () -> orders.download(order.id()));
            assertArrayEquals(order.file(), again.file());
            assertEquals(order.fileName(), again.fileName());
        }
        assertThrows(NotFound.class, () -> as(WORKER, () -> orders.download(order.id())));
        assertEquals(
                2,
                rows("select count(*) from audit_event where action = 'spending.download-order' and subject = '"
                        + order.id() + "'"));
        pay(HOLDER, plan, brushes);
        assertFalse(waitingOrder(HOLDER, order).fileKept());
        assertEquals(
                "spending.error.order-no-file",
                refused(() -> as(HOLDER, () -> orders.download(order.id()))),
                "the bank has it");
        assertEquals(0, partsKept(order), "with the accounts in it");

        PaymentOrder other = write(second, from, List.of(ordered(plan, ofHolders, "NL91ABNA0417164300")));
        assertEquals(
                "spending.error.order-done",
                refused(() -> as(HOLDER, () -> orders.download(other.id()))),
                "who may not pay it does not see the account either");
        as(second, () -> {
            orders.withdraw(other.id());
            return true;
        });
        assertEquals(0, partsKept(other));
        proven();
    }

    @Test
    void a_file_of_which_nobody_records_anything_is_overdue_and_thrown_away_after_eight_weeks() throws Exception {
        InitiativeId plan = road.granted();
        ExpenseId paint = approved(plan, HUNDRED, "verf");
        PaymentOrder order = write(
                HOLDER,
                new PaidFrom("Gemeente Voorbeeldstad", "NL13 TEST 0123 4567 89"),
                List.of(ordered(plan, paint, "NL91ABNA0417164300")));

        madeWeeksAgo(order, 8, 1);
        forgetting.forgetAll();
        assertTrue(waitingOrder(HOLDER, order).fileKept(), "one day is left");
        assertFalse(waitingOrder(HOLDER, order).isOverdue(today()));

        madeWeeksAgo(order, 8, 0);
        forgetting.forgetAll();
        assertEquals(0, partsKept(order), "with the accounts in it");
        assertFalse(waitingOrder(HOLDER, order).fileKept());
        assertTrue(waitingOrder(HOLDER, order).isOverdue(today()));
        assertEquals(ExpenseState.APPROVED, expense(plan, paint).state(), "the bank may pay it still");
        assertEquals(
                1,
                rows("select count(*) from audit_event where action = 'spending.forget-order' and subject = '"
                        + order.id() + "'"));
        assertEquals(1, sent(order));
        proven();
    }

    private void madeWeeksAgo(PaymentOrder order, int weeks, int daysLess) throws Exception {
        sql.execute("update expense set ordered_on = date '"
                + today().minusWeeks(weeks).plusDays(daysLess) + "' where payment_order = '" + order.id() + "'");
    }

    @Test
    void who_stands_in_writes_and_downloads_an_order_and_each_row_names_whose_power_it_was() throws Exception {
        InitiativeId plan = road.granted();
        ExpenseId paint = approved(plan, HUNDRED, "verf");
        User deputy = standingInFor(HOLDER.id());

        PaymentOrder order = write(
                deputy,
                new PaidFrom("Gemeente Voorbeeldstad", "NL13 TEST 0123 4567 89"),
                List.of(ordered(plan, paint, "NL91ABNA0417164300")));
        as(deputy, () -> orders.download(order.id()));

        assertEquals(
                2,
                rows("select count(*) from audit_event where action in ('spending.write-order',"
                        + " 'spending.download-order') and subject = '" + order.id() + "' and on_behalf_of = "
                        + HOLDER.id().value()));
        as(deputy, () -> {
            orders.withdraw(order.id());
            return true;
        });
    }

    private OrderedExpenses waitingOrder(User payer, PaymentOrder order) {
        return as(payer, orders::readWaiting).ordered().stream()
                .filter(one -> one.order().equals(order.id()))
                .findFirst()
                .orElseThrow();
    }

    private long partsKept(PaymentOrder order) {
        return rows("select count(*) from payment_order_part where payment_order = '" + order.id() + "'");
    }

    private long rows(String count) {
        return ((Number) entityManager.createNativeQuery(count).getSingleResult()).longValue();
    }

    @Test
    void what_the_bank_may_pay_is_held_on_when_its_time_is_up_and_its_agreement_with_it() throws Exception {
        InitiativeId plan = road.granted();
        Money before = available(plan);
        CommitmentId agreed = as(
                WORKER,
                () -> commitments.agree(
                        "order:" + plan.value(),
                        new NewCommitment(
                                line(plan, 1).id(), "Buurthuis", "Huur", Money.ofEuros(80), today().plusDays(1))));
        ExpenseId bill = book(RESIDENT, plan, 1, agreed, Money.ofEuros(30), "zaal");
        approve(WORKER, plan, bill);
        ExpenseId other = book(RESIDENT, plan, 1, agreed, Money.ofEuros(10), "sleutel");
        approve(WORKER, plan, other);
        ExpenseId paint = approved(plan, HUNDRED, "verf");
        PaymentOrder order = write(
                HOLDER,
                new PaidFrom("Gemeente Voorbeeldstad", "NL13 TEST 0123 4567 89"),
                List.of(ordered(plan, bill, "NL91ABNA0417164300"), ordered(plan, paint, "NL91ABNA0417164300")));
        User night = User.system(DecisionRoad.MUNICIPALITY);

        for (int round = 0; round < 2; round++) {
            letExpire(plan);
            as(night, () -> ledger.voidExpired(DecisionRoad.MUNICIPALITY));

            for (ExpenseId waits : List.of(bill, other, paint)) {
                assertEquals(ExpenseState.APPROVED, expense(plan, waits).state(), "the bank may pay it any day");
            }
            assertEquals(before.minus(Money.ofEuros(180)), available(plan));
        }
        assertEquals("spending.error.bills-wait", refused(() -> close(plan, agreed)));
        assertEquals(
                "spending.error.plan-in-order",
                refused(() -> as(
                        WORKER,
                        () -> initiatives.solveWithoutUs(
                                plan, initiatives.read(plan).version()))));
        assertEquals(2, sent(order));
        assertEquals(Money.ofEuros(130), way(plan).paid());
        assertEquals(before.minus(Money.ofEuros(180)), available(plan), "what is to come of the agreement is held");

        letExpire(plan);
        as(night, () -> ledger.voidExpired(DecisionRoad.MUNICIPALITY));
        assertEquals(LapseReason.WAITED_TOO_LONG, expense(plan, other).whyLapsed(), "no bank will pay this one");
        assertEquals(before.minus(Money.ofEuros(130)), available(plan));
        assertTrue(pending(plan).isEmpty());
        proven();
    }

    /** Held on after its day was past, with more than one bill in a file. */
    @Test
    void every_bill_of_an_old_agreement_in_one_file_is_recorded_and_what_no_bill_asks_is_left_on_its_line()
            throws Exception {
        InitiativeId plan = road.granted();
        Money left = line(plan, 1).left();
        CommitmentId agreed = as(
                WORKER,
                () -> commitments.agree(
                        "old:" + plan.value(),
                        new NewCommitment(
                                line(plan, 1).id(), "Buurthuis", "Huur", Money.ofEuros(80), today().plusDays(1))));
        List<OrderedPayment> bills = new ArrayList<>();
        for (int bill = 0; bill < 2; bill++) {
            ExpenseId id = book(RESIDENT, plan, 1, agreed, Money.ofEuros(30), "zaal " + bill);
            approve(WORKER, plan, id);
            bills.add(ordered(plan, id, "NL91ABNA0417164300"));
        }
        PaymentOrder order = write(HOLDER, new PaidFrom("Gemeente Voorbeeldstad", "NL13 TEST 0123 4567 89"), bills);
        letExpire(plan);
        as(User.system(DecisionRoad.MUNICIPALITY), () -> ledger.voidExpired(DecisionRoad.MUNICIPALITY));
        sql.execute(
                "update commitment set until_day = date '" + today().minusWeeks(9) + "' where id = " + agreed.value());

        assertEquals(2, sent(order));

        assertEquals(Money.ofEuros(60), way(plan).paid());
        assertFalse(page(WORKER, plan).commitments().get(0).open(), "nothing more comes of it");
        assertEquals(left.minus(Money.ofEuros(60)), line(plan, 1).left());
        assertTrue(pending(plan).isEmpty());
        proven();
    }

    @Test
    void what_the_bank_paid_is_held_until_it_is_recorded_and_the_plan_does_not_end_before() throws Exception {
        InitiativeId plan = road.granted();
        Money before = available(plan);
        CommitmentId agreed = as(
                WORKER,
                () -> commitments.agree(
                        "seen:" + plan.value(),
                        new NewCommitment(
                                line(plan, 1).id(), "Buurthuis", "Huur", Money.ofEuros(80), today().plusDays(1))));
        ExpenseId bill = book(RESIDENT, plan, 1, agreed, Money.ofEuros(30), "zaal");
        approve(WORKER, plan, bill);
        ExpenseId paint = approved(plan, HUNDRED, "verf");
        read(
                DecisionRoad.CONTROLLER,
                statement(
                        plan,
                        "1",
                        payment(1, "100.00", PaymentReference.of(paint))
                                + payment(2, "30.00", PaymentReference.of(bill))));

        assertEquals(
                "spending.error.plan-paid-by-bank",
                refused(() -> as(
                        WORKER,
                        () -> initiatives.solveWithoutUs(
                                plan, initiatives.read(plan).version()))));
        letExpire(plan);
        as(User.system(DecisionRoad.MUNICIPALITY), () -> ledger.voidExpired(DecisionRoad.MUNICIPALITY));
        for (ExpenseId seen : List.of(bill, paint)) {
            assertEquals(ExpenseState.APPROVED, expense(plan, seen).state(), "the money is gone already");
        }
        assertEquals(before.minus(Money.ofEuros(180)), available(plan));

        as(HOLDER, () -> statements.recordPaid(DecisionRoad.MUNICIPALITY));
        assertEquals(Money.ofEuros(130), way(plan).paid());
        as(WORKER, () -> initiatives.solveWithoutUs(plan, initiatives.read(plan).version()));
        assertTrue(pending(plan).isEmpty());
        proven();
    }

    @Test
    void what_a_payment_could_be_is_of_its_amount_and_nothing_else() throws Exception {
        InitiativeId plan = road.granted();
        ExpenseId same = approved(plan, Money.parse("33.21"), "lijm");
        approved(plan, Money.parse("33.23"), "hars");
        read(HOLDER, statement(plan, "1", payment(1, "33.21", "pas 002")));
        BankLineSummary line = openOf("33.21");

        assertEquals(
                List.of(same),
                as(HOLDER, () -> statements.listCandidates(line.id())).stream()
                        .map(ExpenseSummary::id)
                        .toList());
    }

    @Test
    void a_payment_that_came_back_is_the_plans_again_and_is_booked_anew_and_paid() throws Exception {
        InitiativeId plan = road.granted();
        User second = DecisionRoad.BUDGET_HOLDERS.get(1);
        Money left = line(plan, 0).left();
        Money available = available(plan);
        ExpenseId paint = approved(plan, Money.parse("71.03"), "verf");
        ExpenseId brushes = approved(plan, Money.parse("71.05"), "kwasten");
        PaymentOrder order = write(
                HOLDER,
                new PaidFrom("Gemeente Voorbeeldstad", "NL13 TEST 0123 4567 89"),
                List.of(ordered(plan, paint, "NL91ABNA0417164300"), ordered(plan, brushes, "DE89370400440532013000")));
        sent(order);
        read(
                HOLDER,
                statement(
                        plan,
                        "1",
                        payment(1, "71.03", PaymentReference.of(paint))
                                + payment(2, "71.05", PaymentReference.of(brushes))
                                + cameIn(3, "71.03", PaymentReference.of(paint))
                                + cameIn(4, "71.07", PaymentReference.of(paint))));
        BankLineSummary back = cameIn("71.03");
        BankLineSummary other = cameIn("71.07");
        assertEquals(Unmatched.CAME_BACK, back.why());
        assertEquals(
                List.of(paint),
                as(HOLDER, () -> statements.listCandidates(back.id())).stream()
                        .map(ExpenseSummary::id)
                        .toList());
        assertThrows(NotFound.class, () -> comeBack(DecisionRoad.CONTROLLER, back, paint));
        assertEquals("spending.error.own-payment", refused(() -> comeBack(HOLDER, back, paint)));
        assertEquals("spending.error.own-approval", refused(() -> comeBack(alsoHolder(WORKER), back, paint)));
        assertEquals("spending.error.other-amount", refused(() -> comeBack(second, other, paint)));
        assertEquals(
                "spending.error.absent-has-a-hand", refused(() -> comeBack(standingInFor(HOLDER.id()), back, paint)));
        User deputy = standingInFor(second.id());

        comeBack(deputy, back, paint);

        assertEquals(ExpenseState.CAME_BACK, expense(plan, paint).state());
        assertEquals(Money.parse("71.05"), way(plan).paid());
        assertEquals(left.minus(Money.parse("71.05")), line(plan, 0).left());
        assertEquals(available.minus(Money.parse("71.05")), available(plan));
        assertEquals(List.of(), open(PaymentReference.of(brushes)));
        assertTrue(settled(back).cameBack());
        assertEquals(
                2,
                as(HOLDER, () -> statements.listSettled(DecisionRoad.MUNICIPALITY, 1_000)).stream()
                        .filter(BankLineSummary::cameBack)
                        .filter(one -> one.amount().equals(Money.parse("71.03")))
                        .count(),
                "what went out and what came in again");
        assertEquals("spending.error.line-came-back", refused(() -> putBack(HOLDER, settled(back))));
        assertEquals(
                1,
                rows("select count(*) from audit_event where action = 'spending.come-back' and subject = '"
                        + paint.value() + "' and on_behalf_of = " + second.id().value()));
        proven();

        assertTrue(as(RESIDENT, () -> spending.findOnPlan(plan)).orElseThrow().sentBack().stream()
                .anyMatch(one -> one.id().equals(paint)));
        ExpenseSummary anew = expense(RESIDENT, plan, paint);
        as(RESIDENT, () -> {
            expenses.bookAnew(paint, anew.version(), entry(plan, 0, null, anew.amount(), "verf"), List.of());
            return true;
        });
        approve(WORKER, plan, paint);
        pay(HOLDER, plan, paint);
        assertEquals(Money.parse("142.08"), way(plan).paid());
        read(HOLDER, statement(plan, "2", payment(5, "71.03", PaymentReference.of(paint))));
        assertEquals(today(), expense(plan, paint).seenByBankOn(), "met again, at its second payment");
        proven();
    }

    @Test
    void a_bill_that_came_back_is_held_for_its_agreement_and_paid_again() throws Exception {
        InitiativeId plan = road.granted();
        Money available = available(plan);
        CommitmentId agreed = as(
                WORKER,
                () -> commitments.agree(
                        "back:" + plan.value(),
                        new NewCommitment(
                                line(plan, 1).id(), "Buurthuis", "Huur", Money.ofEuros(80), today().plusDays(9))));
        ExpenseId bill = book(RESIDENT, plan, 1, agreed, Money.parse("30.07"), "zaal");
        for (int round = 1; round < 3; round++) {
            approve(WORKER, plan, bill);
            pay(HOLDER, plan, bill);
            read(HOLDER, statement(plan, "" + round, cameIn(round, "30.07", PaymentReference.of(bill))));

            comeBack(DecisionRoad.BUDGET_HOLDERS.get(1), cameIn("30.07"), bill);

            assertEquals(Money.ZERO, way(plan).paid());
            assertEquals(Money.ofEuros(80), line(plan, 1).committed());
            assertEquals(available.minus(Money.ofEuros(80)), available(plan));
            ExpenseSummary anew = expense(RESIDENT, plan, bill);
            as(RESIDENT, () -> {
                expenses.bookAnew(bill, anew.version(), entry(plan, 1, agreed, anew.amount(), "zaal"), List.of());
                return true;
            });
        }
        proven();
    }

    @Test
    void of_an_order_of_which_the_bank_paid_something_it_is_told() throws Exception {
        InitiativeId plan = road.granted();
        ExpenseId one = approved(plan, Money.parse("0.41"), "schroef");
        ExpenseId two = approved(plan, Money.parse("0.42"), "moer");
        PaymentOrder order = write(
                HOLDER,
                new PaidFrom("Gemeente Voorbeeldstad", "NL13 TEST 0123 4567 89"),
                List.of(ordered(plan, one, "NL91ABNA0417164300"), ordered(plan, two, "NL91ABNA0417164300")));
        assertFalse(waitingOrder(HOLDER, order).bankHasIt());
        read(HOLDER, statement(plan, "order", payment(8, "0.41", PaymentReference.of(one))));
        assertTrue(waitingOrder(HOLDER, order).bankHasIt(), "it has the file");
        as(HOLDER, () -> {
            orders.withdraw(order.id());
            return true;
        });
    }

    private void comeBack(User user, BankLineSummary line, ExpenseId paid) {
        as(user, () -> {
            statements.comeBack(line.id(), line.version(), paid);
            return true;
        });
    }

    private BankLineSummary openOf(String amount) {
        return as(HOLDER, () -> statements.listOpen(DecisionRoad.MUNICIPALITY, 1_000)).stream()
                .filter(one -> one.amount().equals(Money.parse(amount)))
                .findFirst()
                .orElseThrow();
    }

    private OrderedPayment ordered(InitiativeId plan, ExpenseId expense, String account) {
        return new OrderedPayment(1, expense, expense(plan, expense).version(), "Bouwmarkt", account);
    }

    private PaymentOrder write(User user, PaidFrom from, List<OrderedPayment> payments) {
        return as(user, () -> orders.write(from, today(), payments));
    }

    private int sent(PaymentOrder order) {
        return as(HOLDER, () -> orders.recordSent(order.id()));
    }

    @Test
    void what_is_not_certain_is_linked_by_another_person_or_put_aside_and_can_be_put_back() throws Exception {
        InitiativeId plan = road.granted();
        ExpenseId id = approved(plan, Money.parse("12.34"), "spijkers");
        read(HOLDER, statement(plan, "1", payment(1, "12.34", "pas 001") + payment(2, "12.34", "pas 001")));
        List<BankLineSummary> lines = as(HOLDER, () -> statements.listOpen(DecisionRoad.MUNICIPALITY, 1_000)).stream()
                .filter(one -> one.amount().equals(Money.parse("12.34")))
                .toList();
        assertEquals(2, lines.size());
        BankLineSummary first = lines.get(0);
        BankLineSummary second = lines.get(1);
        assertEquals(Unmatched.NO_REFERENCE, first.why());
        assertTrue(as(HOLDER, () -> statements.listCandidates(first.id())).stream()
                .anyMatch(one -> one.id().equals(id)));
        User approver = alsoHolder(WORKER);
        assertEquals("spending.error.own-approval", refused(() -> link(approver, first, id)));
        ExpenseId other = approved(plan, Money.parse("12.35"), "schroeven");
        assertEquals("spending.error.other-amount", refused(() -> link(HOLDER, first, other)), "never forced");
        link(HOLDER, first, id);
        assertEquals("spending.error.seen-before", refused(() -> link(HOLDER, second, id)));
        as(HOLDER, () -> statements.recordPaid(DecisionRoad.MUNICIPALITY));
        assertEquals(ExpenseState.PAID, expense(plan, id).state());
        BankLineSummary linked = settled(first);
        assertTrue(Optional.ofNullable(linked.expense()).orElseThrow().byHand());

        as(HOLDER, () -> {
            statements.notOurs(second.id(), second.version());
            return true;
        });
        assertEquals(
                "foundation.error.conflict",
                refused(() -> as(HOLDER, () -> {
                    statements.notOurs(second.id(), second.version());
                    return true;
                })));
        as(HOLDER, () -> {
            statements.putBack(linked.id(), linked.version());
            return true;
        });
        assertEquals(ExpenseState.PAID, expense(plan, id).state(), "what was paid stays paid");
        assertNull(expense(plan, id).seenByBankOn());
        proven();
    }

    @Test
    void what_another_payer_paid_in_is_booked_to_the_agreement_that_somebody_chooses_and_once() throws Exception {
        InitiativeId plan = road.granted();
        Money agreed = Money.parse("431.07");
        String number = "ZK-" + plan.value() + "-14";
        ContributionId insurer = agreed(plan, number, agreed);
        String entries = cameIn(1, "100.00", "termijn 1, " + number.replace('-', ' '))
                + cameIn(2, "331.07", PaymentReference.of(plan))
                + cameIn(3, "500.00", number)
                + cameIn(4, "17.00", "huur van iemand");
        assertEquals(
                new StatementReport(1, 0, 0, 3, 0, 1), read(DecisionRoad.CONTROLLER, statement(plan, "1", entries)));
        BankLineSummary first = cameIn("100.00");
        BankLineSummary rest = cameIn("331.07");
        BankLineSummary tooMuch = cameIn("500.00");
        assertEquals(Unmatched.CAME_IN, first.why());
        assertEquals(List.of(), received(plan), "reading books nothing");

        assertEquals(List.of(agreed), offered(first, insurer));
        assertEquals(List.of(), offered(tooMuch, insurer), "more than was agreed");
        assertThrows(NotFound.class, () -> receive(DecisionRoad.CONTROLLER, first, insurer));
        receive(HOLDER, first, insurer);
        assertEquals("foundation.error.conflict", refused(() -> receive(HOLDER, first, insurer)));
        assertEquals(List.of(HUNDRED), received(plan));
        assertEquals(
                "budget.error.contribution-more-than-agreed",
                refused(() -> receive(HOLDER, tooMuch, insurer)),
                "never");
        assertEquals("500.00", cameIn("500.00").amount().inEuros().toPlainString(), "it stays on the list");
        assertEquals(List.of(Money.parse("331.07")), offered(rest, insurer), "what is to come");
        receive(HOLDER, rest, insurer);

        assertEquals(List.of(agreed), received(plan));
        BankLineSummary settled = settled(first);
        assertEquals(
                insurer, Optional.ofNullable(settled.receivedBy()).orElseThrow().id());
        assertEquals(
                new StatementReport(1, 0, 0, 0, 1, 3),
                read(HOLDER, statement(plan, "2", entries)),
                "the same money in another statement is no new money, and by the agreement nothing is to come");
        proven();
    }

    @Test
    void what_was_booked_to_the_wrong_payer_is_put_right_as_long_as_nothing_of_it_moved_on() throws Exception {
        InitiativeId plan = road.granted();
        Money amount = Money.parse("612.03");
        ContributionId wrong = agreed(plan, "W-" + plan.value() + "-1", amount);
        ContributionId right = agreed(plan, "R-" + plan.value() + "-1", amount);
        read(HOLDER, statement(plan, "1", cameIn(1, "612.03", "bijdrage")));

        receive(HOLDER, cameIn("612.03"), wrong);
        BankLineSummary booked = settledOf("612.03");
        assertThrows(NotFound.class, () -> putBack(DecisionRoad.CONTROLLER, booked));
        putBack(HOLDER, booked);
        assertEquals(List.of(), received(plan), "no repayment that never was");
        assertEquals(Unmatched.PUT_BACK, cameIn("612.03").why());
        assertEquals(List.of(amount), offered(cameIn("612.03"), wrong), "as welcome as before");

        receive(HOLDER, cameIn("612.03"), wrong);
        assertEquals(List.of(amount), received(plan), "to the same one again it is booked again");
        BankLineSummary again = settledOf("612.03");
        TransferSummary receipt = ledger.listTransfers(DecisionRoad.MUNICIPALITY, "contribution:" + wrong.value())
                .get(2);
        as(HOLDER, () -> ledger.counter("by hand:" + plan.value(), receipt.id(), "wrong"));
        assertEquals(Unmatched.UNDONE, cameIn("612.03").why(), "somebody has to look at it");
        assertTrue(as(HOLDER, () -> statements.listSettled(DecisionRoad.MUNICIPALITY, 1_000)).stream()
                .noneMatch(one -> one.id().equals(again.id())));
        putBack(HOLDER, again);
        assertEquals(List.of(), received(plan), "who corrected it in the book can put the line back");

        receive(HOLDER, cameIn("612.03"), right);
        as(HOLDER, () -> {
            contributions.giveBack("part:" + plan.value(), right, FiscalYear.of(today()), Money.ofEuros(1));
            return true;
        });
        BankLineSummary moved = settledOf("612.03");
        assertEquals("budget.error.contribution-moved-on", refused(() -> putBack(HOLDER, moved)));
        assertEquals(List.of(amount), received(plan));
        proven();
    }

    @Test
    void what_was_booked_by_hand_is_laid_beside_the_bank_and_not_booked_again() throws Exception {
        InitiativeId plan = road.granted();
        Money amount = Money.parse("614.05");
        ContributionId insurer = agreed(plan, "H-" + plan.value() + "-1", amount);
        read(HOLDER, statement(plan, "1", cameIn(1, "614.05", "bijdrage") + cameIn(2, "614.05", "nog een")));
        TransferId byHand = as(HOLDER, () -> contributions.receive("hand:" + plan.value(), insurer, amount));

        BankLineSummary line = cameIn("614.05");
        List<ExpectedReceipt> offered = as(DecisionRoad.CONTROLLER, () -> statements.listAgreements(line.id()));
        assertEquals(
                List.of(byHand),
                offered.stream()
                        .flatMap(one -> Optional.ofNullable(one.booked()).stream())
                        .map(PayerReceipt::id)
                        .toList());
        assertEquals(1, offered.size(), "nothing is still to come");
        assertThrows(NotFound.class, () -> layBeside(DecisionRoad.CONTROLLER, line, byHand));
        layBeside(HOLDER, line, byHand);
        assertEquals(List.of(amount), received(plan), "once");
        BankLineSummary other = cameIn("614.05");
        assertEquals(List.of(), as(HOLDER, () -> statements.listAgreements(other.id())));
        assertEquals("spending.error.receipt-seen", refused(() -> layBeside(HOLDER, other, byHand)));

        putBack(HOLDER, settledOf("614.05"));
        assertEquals(List.of(amount), received(plan), "what was booked by hand stays");
        layBeside(HOLDER, other, byHand);
        proven();
    }

    @Test
    void what_came_in_before_its_agreement_was_recorded_is_found_when_the_statement_is_read_again() throws Exception {
        InitiativeId plan = road.granted();
        String number = "LAAT-" + plan.value() + "-1";
        String statement = statement(plan, "1", cameIn(1, "616.07", number));
        assertEquals(new StatementReport(1, 0, 0, 0, 0, 1), read(HOLDER, statement));
        assertEquals(new StatementReport(0, 1, 0, 0, 0, 0), read(HOLDER, statement));

        ContributionId late = agreed(plan, number, Money.ofEuros(900));
        assertEquals(new StatementReport(0, 1, 0, 1, 0, 0), read(HOLDER, statement));
        assertEquals(new StatementReport(0, 1, 0, 0, 0, 0), read(HOLDER, statement), "once");
        receive(HOLDER, cameIn("616.07"), late);
        assertEquals(List.of(Money.parse("616.07")), received(plan));
        proven();
    }

    private ContributionId agreed(InitiativeId plan, String number, Money amount) {
        return as(
                HOLDER,
                () -> contributions.record(
                        "bank:" + number,
                        plan,
                        new NewContribution(
                                FiscalYear.of(today()),
                                ContributorKind.HEALTH_INSURER,
                                "Zorgverzekeraar Voorbeeld",
                                number,
                                amount,
                                today())));
    }

    private BankLineSummary settledOf(String amount) {
        return as(HOLDER, () -> statements.listSettled(DecisionRoad.MUNICIPALITY, 1_000)).stream()
                .filter(one -> one.amount().equals(Money.parse(amount)))
                .findFirst()
                .orElseThrow();
    }

    private void putBack(User user, BankLineSummary line) {
        as(user, () -> {
            statements.putBack(line.id(), line.version());
            return true;
        });
    }

    private void layBeside(User user, BankLineSummary line, TransferId receipt) {
        as(user, () -> {
            statements.layBeside(line.id(), line.version(), receipt);
            return true;
        });
    }

    /** Of one plan; the amounts are those of no other story. */
    private BankLineSummary cameIn(String amount) {
        return as(HOLDER, () -> statements.listOpen(DecisionRoad.MUNICIPALITY, 1_000)).stream()
                .filter(one -> !one.paidOut() && one.amount().equals(Money.parse(amount)))
                .findFirst()
                .orElseThrow();
    }

    private List<Money> offered(BankLineSummary line, ContributionId by) {
        return as(DecisionRoad.CONTROLLER, () -> statements.listAgreements(line.id())).stream()
                .filter(one -> one.by().id().equals(by))
                .map(one -> one.by().outstanding())
                .toList();
    }

    private void receive(User user, BankLineSummary line, ContributionId by) {
        as(user, () -> {
            statements.receive(line.id(), line.version(), by);
            return true;
        });
    }

    private List<Money> received(InitiativeId plan) {
        return as(HOLDER, () -> contributions.list(plan.reference(), DecisionRoad.HERE)).stream()
                .map(ContributionSummary::received)
                .filter(Money::isPositive)
                .toList();
    }

    private String cameIn(int number, String amount, String said) {
        return payment(number, amount, said).replace("DBIT", "CRDT");
    }

    // ----

    private ExpenseId approved(InitiativeId plan, Money amount, String purpose) {
        ExpenseId id = book(RESIDENT, plan, 0, amount, purpose);
        approve(WORKER, plan, id);
        return id;
    }

    private StatementReport read(User reader, String file) {
        return as(
                reader,
                () -> statements.read(
                        DecisionRoad.MUNICIPALITY, "afschrift.xml", file.getBytes(StandardCharsets.UTF_8)));
    }

    private void link(User by, BankLineSummary line, ExpenseId to) {
        as(by, () -> {
            statements.link(line.id(), line.version(), to);
            return true;
        });
    }

    private List<Unmatched> open(String reference) {
        return as(HOLDER, () -> statements.listOpen(DecisionRoad.MUNICIPALITY, 1_000)).stream()
                .filter(one -> reference.equals(one.reference()))
                .map(BankLineSummary::why)
                .toList();
    }

    private BankLineSummary settled(BankLineSummary line) {
        return as(HOLDER, () -> statements.listSettled(DecisionRoad.MUNICIPALITY, 1_000)).stream()
                .filter(one -> one.id().equals(line.id()))
                .findFirst()
                .orElseThrow();
    }

    /** An account and a number of its own for each plan, so that no test meets the payments of another. */
    private String statement(InitiativeId plan, String number, String entries) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
                <GrpHdr><MsgId>M</MsgId><CreDtTm>2026-01-01T05:00:00Z</CreDtTm></GrpHdr>
                <Stmt><Id>%s-%s</Id><CreDtTm>2026-01-01T05:00:00Z</CreDtTm>
                <Acct><Id><Othr><Id>account %s</Id></Othr></Id></Acct>
                %s</Stmt></BkToCstmrStmt></Document>
                """.formatted(plan.value(), number, plan.value(), entries);
    }

    private String payment(int number, String amount, String said) {
        return """
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>%s</Dt></BookgDt><AcctSvcrRef>REF%d</AcctSvcrRef>
                <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
                <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                """.formatted(amount, today(), number, said);
    }

    private ExpenseId book(User by, InitiativeId plan, int line, Money amount, String purpose) {
        return book(by, plan, line, null, amount, purpose);
    }

    private ExpenseId book(
            User by, InitiativeId plan, int line, @Nullable CommitmentId agreed, Money amount, String purpose) {
        return as(
                by,
                () -> expenses.book(
                        plan.reference() + purpose,
                        plan,
                        entry(plan, line, agreed, amount, purpose),
                        List.of(photo())));
    }

    private NewExpense entry(InitiativeId plan, int line, @Nullable CommitmentId agreed, Money amount, String purpose) {
        return new NewExpense(line(plan, line).id(), agreed, amount, purpose, today());
    }

    private NewReceipt photo() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return receipts.take("bon.png", new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void approve(User by, InitiativeId plan, ExpenseId id) {
        int version = expense(plan, id).version();
        as(by, () -> {
            expenses.approve(id, version);
            return true;
        });
    }

    private void pay(User by, InitiativeId plan, ExpenseId id) {
        int version = expense(plan, id).version();
        as(by, () -> {
            expenses.pay(id, version);
            return true;
        });
    }

    private void sendBack(User by, InitiativeId plan, ExpenseId id, String because) {
        int version = expense(plan, id).version();
        as(by, () -> {
            expenses.sendBack(id, version, because);
            return true;
        });
    }

    private void close(InitiativeId plan, CommitmentId id) {
        int version = page(WORKER, plan).commitments().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .version();
        as(WORKER, () -> {
            commitments.close(id, version);
            return true;
        });
    }

    private void grant(InitiativeId plan, Money amount) {
        List<YearAmount> part = List.of(new YearAmount(FiscalYear.of(today()), amount));
        DecisionId id = as(
                COLLEAGUE,
                () -> decisions.propose(
                        plan,
                        initiatives.readDossier(plan).version(),
                        part,
                        "",
                        "De rest later",
                        LeftOver.NEIGHBOURHOOD));
        road.decide(id);
        road.signSecond(id);
    }

    private SpendingPage page(User reader, InitiativeId plan) {
        return as(reader, () -> spending.read(plan));
    }

    private LineFigures line(InitiativeId plan, int place) {
        return page(WORKER, plan).lines().get(place);
    }

    private ExpenseSummary expense(InitiativeId plan, ExpenseId id) {
        return expense(DecisionRoad.CONTROLLER, plan, id);
    }

    private ExpenseSummary expense(User reader, InitiativeId plan, ExpenseId id) {
        return page(reader, plan).expenses().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Money sum(SpendingPage page) {
        return Money.sum(page.lines().stream().map(LineFigures::limit).toList());
    }

    private Money available(InitiativeId plan) {
        return Optional.ofNullable(page(WORKER, plan).availableNow()).orElseThrow();
    }

    private MoneyWay way(InitiativeId plan) {
        return as(DecisionRoad.CONTROLLER, () -> budgets.readMoneyWay(plan.reference()));
    }

    private List<ReservationSummary> pending(InitiativeId plan) {
        return ledger.listReservations(DecisionRoad.MUNICIPALITY, plan.reference()).stream()
                .filter(one -> one.state() == ReservationState.PENDING)
                .toList();
    }

    private Money balance(InitiativeId plan, FiscalYear year, AccountKind kind) {
        return Money.sum(ledger.listAccounts(DecisionRoad.MUNICIPALITY, plan.reference()).stream()
                .filter(account ->
                        account.key().kind() == kind && account.key().year().equals(year))
                .map(AccountSummary::available)
                .toList());
    }

    private void letExpire(InitiativeId plan) throws Exception {
        sql.execute("update ledger_reservation set expires_on = date '" + today().minusDays(1) + "' where reference = '"
                + plan.reference() + "' and state = 'PENDING'");
    }

    private long looks() {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from audit_event where action = 'spending.look-receipt'")
                        .getSingleResult())
                .longValue();
    }

    private void proven() {
        ProofReport proof = as(DecisionRoad.CONTROLLER, () -> proofs.prove(DecisionRoad.MUNICIPALITY));
        assertTrue(proof.holds(), proof::toString);
    }

    private static String refused(Runnable command) {
        return assertThrows(Refusal.class, command::run).code();
    }

    private int successes(List<User> users, Consumer<User> deed) throws InterruptedException {
        // threads of our own: those of the container share the test's entity manager and close it under its hands
        ExecutorService executor = Executors.newFixedThreadPool(users.size());
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> results = new ArrayList<>();
        for (User user : users) {
            results.add(executor.submit(() -> {
                start.await();
                return as(user, () -> {
                    deed.accept(user);
                    return true;
                });
            }));
        }
        start.countDown();
        int successes = 0;
        for (Future<Boolean> result : results) {
            try {
                result.get();
                successes++;
            } catch (ExecutionException refused) {
                if (!(refused.getCause() instanceof Refusal)) {
                    throw new IllegalStateException(refused.getCause());
                }
            }
        }
        executor.shutdown();
        return successes;
    }

    private void inTransaction(Runnable work) throws Exception {
        transaction.begin();
        try {
            work.run();
            transaction.commit();
        } catch (RuntimeException thrown) {
            transaction.rollback();
            throw thrown;
        }
    }

    private <T> T as(User user, Supplier<T> work) {
        return road.as(user, work);
    }

    /** The same person, who works on the plan and pays. */
    private static User alsoHolder(User worker) {
        return new User(
                worker.id(),
                "both",
                DecisionRoad.MUNICIPALITY,
                Set.of(Role.TEAM_WORKER, Role.BUDGET_HOLDER),
                Set.of(DecisionRoad.HERE),
                null);
    }

    private static User neighbour(long id) {
        return new User(
                new UserId(id),
                "neighbour",
                DecisionRoad.MUNICIPALITY,
                Set.of(Role.RESIDENT),
                Set.of(DecisionRoad.HERE),
                null);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
