package nl.buurtbundel.decision;

import static nl.buurtbundel.decision.DecisionRoad.ADMINISTRATOR;
import static nl.buurtbundel.decision.DecisionRoad.BUDGET_HOLDERS;
import static nl.buurtbundel.decision.DecisionRoad.CONTROLLER;
import static nl.buurtbundel.decision.DecisionRoad.HERE;
import static nl.buurtbundel.decision.DecisionRoad.MUNICIPALITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Sql;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.budget.AppropriationLine;
import nl.buurtbundel.budget.Appropriations;
import nl.buurtbundel.budget.TeamPotSummary;
import nl.buurtbundel.budget.TeamPots;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.ProofReport;
import nl.buurtbundel.ledger.ProofRule;
import nl.buurtbundel.ledger.Proofs;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.AddressPlace;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.provision.HomeMarks;
import nl.buurtbundel.provision.PostalAddress;
import nl.buurtbundel.spending.BankLineSummary;
import nl.buurtbundel.spending.BankStatements;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the server, on the database: what a team asks, agrees on, pays by card and lets lapse, and what the ledger says of it. */
@ExtendWith(ArquillianExtension.class)
class MiniBudgetsIT {
    private static final int ROUNDS = Integer.getInteger("rounds", 15);
    private static final User ASKS = worker(921);
    private static final List<User> COLLEAGUES = List.of(worker(922), worker(923), worker(924));
    private static final User HOLDER = BUDGET_HOLDERS.get(0);
    private static final String FIELD = "6.1";

    /** Each test its own homes, for what a household was promised stays. */
    private static int home;

    private static int statement;

    @Inject
    private DecisionRoad road;

    @Inject
    private MiniBudgets miniBudgets;

    @Inject
    private TeamPots pots;

    @Inject
    private Appropriations appropriations;

    @Inject
    private HomeMarks marks;

    @Inject
    private Mandates mandates;

    @Inject
    private Neighbourhoods neighbourhoods;

    @Inject
    private BankStatements statements;

    @Inject
    private Ledger ledger;

    @Inject
    private Proofs proofs;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with();
    }

    @BeforeEach
    void there_is_a_pot_and_a_mandate() {
        road.prepare();
        road.as(ADMINISTRATOR, () -> {
            if (mandates.list().stream().noneMatch(line -> line.rule().office() == Decider.TEAM)) {
                mandates.add(new MandateRule(
                        Decider.TEAM,
                        Money.ofEuros(500),
                        true,
                        Set.of(),
                        1,
                        null,
                        2,
                        Period.from(LocalDate.now(clock))));
            }
            appropriate();
            return true;
        });
        set(FIELD, pot().map(TeamPotSummary::total).orElse(Money.ZERO).max(Money.ofEuros(20_000)));
        List<AddressPlace> places = new ArrayList<>();
        for (int number = 1; number <= 400; number++) {
            places.add(new AddressPlace("9906AB", number, HERE));
        }
        road.as(User.system(MUNICIPALITY), () -> {
            neighbourhoods.takeAddresses(places);
            return true;
        });
    }

    @Test
    void two_colleagues_agree_and_the_line_of_the_card_accounts_for_it() {
        Money free = pot().orElseThrow().free();
        MiniBudgetId id = ask(address(), 80);
        assertEquals("decision.error.mini-own", refused(() -> agree(ASKS, id)));
        agree(COLLEAGUES.get(0), id);
        assertEquals("decision.error.mini-agreed-before", refused(() -> agree(COLLEAGUES.get(0), id)));
        assertEquals(free, pot().orElseThrow().free(), "one voice holds nothing");
        agree(COLLEAGUES.get(1), id);
        assertEquals(free.minus(Money.ofEuros(80)), pot().orElseThrow().free());
        assertEquals("decision.error.mini-over", refused(() -> agree(COLLEAGUES.get(2), id)));

        Money paid = pot().orElseThrow().paid();
        read(HOLDER, card("80.00", ""));
        assertEquals(1, (int) road.as(HOLDER, () -> statements.recordFromPots(MUNICIPALITY)));
        assertEquals(MiniBudgetState.SPENT, one(id).state());
        assertEquals(paid.plus(Money.ofEuros(80)), pot().orElseThrow().paid());
        assertEquals(0, (int) road.as(HOLDER, () -> statements.recordFromPots(MUNICIPALITY)), "once");
        proven();
    }

    @Test
    void a_part_is_paid_by_its_reference_what_was_wrong_is_taken_back_and_the_rest_lapses() throws SQLException {
        MiniBudgetId id = finalOne(address(), 90);
        Money free = pot().orElseThrow().free();
        read(HOLDER, card("61.25", "BB-M" + id.value()));
        assertThrows(NotFound.class, () -> road.as(CONTROLLER, () -> statements.recordFromPots(MUNICIPALITY)));
        assertEquals(1, (int) road.as(HOLDER, () -> statements.recordFromPots(MUNICIPALITY)));
        assertEquals(Money.parse("61.25"), one(id).spent());
        assertEquals(free, pot().orElseThrow().free(), "the rest stays held");

        BankLineSummary line = settled(id);
        assertThrows(
                NotFound.class,
                () -> road.as(CONTROLLER, () -> {
                    statements.putBack(line.id(), line.version());
                    return true;
                }));
        road.as(HOLDER, () -> {
            statements.putBack(line.id(), line.version());
            return true;
        });
        assertEquals(Money.ZERO, one(id).spent());
        assertEquals(free, pot().orElseThrow().free());
        assertEquals(0, (int) road.as(HOLDER, () -> statements.recordFromPots(MUNICIPALITY)), "nobody does it again");
        BankLineSummary open = open(line);
        road.as(HOLDER, () -> {
            statements.linkMiniBudget(open.id(), open.version(), id);
            return true;
        });
        assertEquals(Money.parse("61.25"), one(id).spent());
        proven();

        sql.execute("update ledger_reservation set expires_on = date '2020-01-01' where state = 'PENDING'"
                + " and id = (select reservation from mini_budget where id = " + id.value() + ")");
        road.as(User.system(MUNICIPALITY), () -> ledger.voidExpired(MUNICIPALITY));
        assertEquals(MiniBudgetState.SPENT, one(id).state());
        assertEquals(free.plus(Money.parse("28.75")), pot().orElseThrow().free(), "what was not spent is in the pot");
        proven();
    }

    @Test
    void a_household_never_gets_more_than_the_limit_whichever_team_member_asks() {
        String address = address();
        finalOne(address, 300);
        MiniBudgetId more = ask(address, 150);
        MiniBudgetId evenMore = ask(address, 150);
        assertEquals("decision.error.mini-household-limit", refused(() -> ask(address, 201)));
        assertEquals("decision.error.mini-above-limit", refused(() -> ask(address(), 501)));
        agree(COLLEAGUES.get(0), more);
        agree(COLLEAGUES.get(0), evenMore);
        agree(COLLEAGUES.get(1), more);
        assertEquals("decision.error.mini-household-limit", refused(() -> agree(COLLEAGUES.get(1), evenMore)));
        assertEquals(1, one(evenMore).agreed(), "what was refused left no voice");
        assertEquals(
                "decision.error.mini-over",
                refused(() -> road.as(ASKS, () -> {
                    miniBudgets.solve(more, one(more).version(), Solution.BY_NEIGHBOUR);
                    return true;
                })),
                "the card may have paid it");
        proven();
    }

    @Test
    void the_database_holds_the_limits_too() {
        MiniBudgetId id = finalOne(address(), 100);
        assertThrows(
                SQLException.class,
                () -> sql.execute("insert into mini_budget_agreement (id, mini_budget, proposed_by, place, agreed_by,"
                        + " agreed_on) values (-1, " + id.value() + ", 921, 9, 921, date '2026-01-01')"),
                "the own voice");
        assertThrows(
                SQLException.class,
                () -> sql.execute("insert into mini_budget_agreement (id, mini_budget, proposed_by, place, agreed_by,"
                        + " agreed_on) values (-1, " + id.value() + ", 999, 9, 921, date '2026-01-01')"),
                "under another name");
        assertThrows(
                SQLException.class,
                () -> sql.execute("update mini_budget_household set promised_cents = 50001 where id ="
                        + " (select household from mini_budget where id = " + id.value() + ")"));
        assertThrows(
                SQLException.class,
                () -> sql.execute("update mini_budget set amount_cents = 50001 where id = " + id.value()));
        assertThrows(
                SQLException.class,
                () -> sql.execute("update mini_budget set agreed_count = 1 where id = " + id.value()));
    }

    @Test
    void no_address_lies_in_the_database_and_another_year_has_another_mark() throws SQLException {
        String address = address();
        ask(address, 10);
        assertEquals(
                0,
                sql.number(
                        "select count(*) from mini_budget_household where household like '%AB%' or household like '% %'"));
        PostalAddress home = PostalAddress.read(address).orElseThrow();
        String mark = marks.of("mini-budget", MUNICIPALITY, year(), home);
        assertEquals(64, mark.length());
        assertNotEquals(mark, marks.of("mini-budget", MUNICIPALITY, year().next(), home));
        assertNotEquals(mark, marks.of("another", MUNICIPALITY, year(), home));
        assertEquals("decision.error.mini-address", refused(() -> ask("hier", 10)));
        assertEquals("decision.error.mini-address-elsewhere", refused(() -> ask("9906 AB 5000", 10)));
        assertEquals(
                "decision.error.mini-says-who",
                refused(() -> road.as(ASKS, () -> miniBudgets.propose("bel 0612345678", Money.ofEuros(1), address))));
    }

    @Test
    void what_took_no_money_is_counted_and_others_read_it_rounded_or_not_at_all() {
        MiniBudgetFigures before = road.as(ASKS, () -> miniBudgets.readFigures(HERE));
        SolvedId mistake = road.as(ASKS, () -> miniBudgets.solve(HERE, Solution.BY_NEIGHBOUR));
        assertEquals(
                "decision.error.mini-solved-stands",
                refused(() -> road.as(COLLEAGUES.get(0), () -> {
                    miniBudgets.takeBack(mistake);
                    return true;
                })));
        road.as(ASKS, () -> {
            miniBudgets.takeBack(mistake);
            return true;
        });
        assertEquals(before, road.as(ASKS, () -> miniBudgets.readFigures(HERE)));
        road.as(ASKS, () -> miniBudgets.solve(HERE, Solution.WITHOUT_MONEY));
        assertNull(
                road.as(CONTROLLER, () -> miniBudgets.readFigures(MUNICIPALITY)).withoutMoney());
        for (int i = 0; i < 12; i++) {
            road.as(ASKS, () -> miniBudgets.solve(HERE, Solution.WITHOUT_MONEY));
        }
        assertEquals(
                before.of(Solution.WITHOUT_MONEY) + 13,
                road.as(ASKS, () -> miniBudgets.readFigures(HERE)).of(Solution.WITHOUT_MONEY));
        assertEquals(
                0,
                road.as(CONTROLLER, () -> miniBudgets.readFigures(MUNICIPALITY)).withoutMoney() % 5);
        assertThrows(NotFound.class, () -> road.as(CONTROLLER, miniBudgets::listOpen));
    }

    private void set(String field, Money amount) {
        Integer seen = pot().map(TeamPotSummary::version).orElse(null);
        road.as(HOLDER, () -> pots.set(year(), HERE, field, amount, seen));
    }

    @Test
    void the_pot_gives_no_more_than_it_has_and_keeps_what_was_agreed_on() {
        MiniBudgetId id = finalOne(address(), 60);
        TeamPotSummary now = pot().orElseThrow();
        Money used = now.held().plus(now.paid());
        assertEquals("ledger.error.insufficient", refused(() -> set(FIELD, used.minus(Money.ofCents(1)))));
        set(FIELD, used.plus(Money.ofEuros(5)));
        assertEquals(
                "foundation.error.conflict",
                refused(() -> road.as(HOLDER, () -> pots.set(year(), HERE, FIELD, used, now.version()))),
                "who looked before that");
        assertEquals(
                "foundation.error.conflict",
                refused(() -> road.as(HOLDER, () -> pots.set(year(), HERE, FIELD, used, null))),
                "who saw no pot");
        MiniBudgetId tooMuch = ask(address(), 6);
        agree(COLLEAGUES.get(0), tooMuch);
        assertEquals("budget.error.team-pot-empty", refused(() -> agree(COLLEAGUES.get(1), tooMuch)));
        assertEquals("budget.error.team-pot-field", refused(() -> set("6.3", used)));
        assertFalse(one(id).spent().isPositive());
        proven();
    }

    @Test
    void three_colleagues_at_once_make_it_final_once_and_two_cases_at_once_never_pass_the_limit() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            MiniBudgetId alone = ask(address(), 20);
            Money free = pot().orElseThrow().free();
            atOnce(List.of(
                    () -> agree(COLLEAGUES.get(0), alone),
                    () -> agree(COLLEAGUES.get(1), alone),
                    () -> agree(COLLEAGUES.get(2), alone),
                    () -> agree(ASKS, alone)));
            assertEquals(MiniBudgetState.AGREED, one(alone).state());
            assertEquals(2, one(alone).agreed());
            assertEquals(free.minus(Money.ofEuros(20)), pot().orElseThrow().free(), "held once");

            String address = address();
            MiniBudgetId one = ask(address, 300);
            MiniBudgetId other = ask(address, 300);
            agree(COLLEAGUES.get(0), one);
            agree(COLLEAGUES.get(0), other);
            int refused = atOnce(List.of(() -> agree(COLLEAGUES.get(1), one), () -> agree(COLLEAGUES.get(2), other)));
            assertEquals(1, refused);
            assertEquals(
                    300_00,
                    sql.number("select promised_cents from mini_budget_household where id ="
                            + " (select household from mini_budget where id = " + one.value() + ")"));
        }
        proven();
    }

    /** @return how many were refused */
    private int atOnce(List<Runnable> deeds) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(deeds.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (Runnable deed : deeds) {
                results.add(threads.submit(() -> {
                    start.await();
                    try {
                        deed.run();
                        return true;
                    } catch (Refusal no) {
                        return false;
                    }
                }));
            }
            start.countDown();
            int refused = 0;
            for (Future<Boolean> result : results) {
                refused += result.get() ? 0 : 1;
            }
            return refused;
        } finally {
            threads.shutdown();
        }
    }

    private MiniBudgetId finalOne(String address, int euros) {
        MiniBudgetId id = ask(address, euros);
        agree(COLLEAGUES.get(0), id);
        agree(COLLEAGUES.get(1), id);
        return id;
    }

    private MiniBudgetId ask(String address, int euros) {
        return road.as(ASKS, () -> miniBudgets.propose("Winterjas voor een kind", Money.ofEuros(euros), address));
    }

    private void agree(User by, MiniBudgetId id) {
        road.as(by, () -> {
            miniBudgets.agree(id);
            return true;
        });
    }

    private MiniBudgetCase one(MiniBudgetId id) {
        return road.as(ASKS, () -> {
            List<MiniBudgetCase> all = new ArrayList<>(miniBudgets.listOpen());
            all.addAll(miniBudgets.listOver(0, 1_000));
            return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        });
    }

    private Optional<TeamPotSummary> pot() {
        return road.as(HOLDER, () -> pots.find(year(), HERE));
    }

    private BankLineSummary settled(MiniBudgetId id) {
        return road.as(HOLDER, () -> statements.listSettled(MUNICIPALITY, 100)).stream()
                .filter(line -> id.equals(line.miniBudget()))
                .findFirst()
                .orElseThrow();
    }

    private BankLineSummary open(BankLineSummary before) {
        return road.as(HOLDER, () -> statements.listOpen(MUNICIPALITY, 1_000)).stream()
                .filter(line -> line.id().equals(before.id()))
                .findFirst()
                .orElseThrow();
    }

    private void read(User by, String file) {
        road.as(by, () -> statements.read(MUNICIPALITY, "afschrift.xml", file.getBytes(StandardCharsets.UTF_8)));
    }

    private String card(String amount, String said) {
        statement++;
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
                <GrpHdr><MsgId>M</MsgId><CreDtTm>2026-01-01T05:00:00Z</CreDtTm></GrpHdr>
                <Stmt><Id>card-%1$d</Id><CreDtTm>2026-01-01T05:00:00Z</CreDtTm>
                <Acct><Id><Othr><Id>account of cards</Id></Othr></Id></Acct>
                <Ntry><Amt Ccy="EUR">%2$s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>%3$s</Dt></BookgDt><AcctSvcrRef>CARD%1$d</AcctSvcrRef>
                <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>CCRD</Cd><SubFmlyCd>POSD</SubFmlyCd></Fmly></Domn></BkTxCd>
                <NtryDtls><TxDtls><RmtInf><Ustrd>Winkel %4$s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                </Stmt></BkToCstmrStmt></Document>
                """.formatted(statement, amount, LocalDate.now(clock), said);
    }

    private void proven() {
        ProofReport proof = road.as(CONTROLLER, () -> proofs.prove(MUNICIPALITY));
        assertTrue(proof.holds(), proof::toString);
        assertEquals(Money.ZERO, proof.finding(ProofRule.POSTINGS_SUM_TO_ZERO).sum());
    }

    private static String refused(Runnable deed) {
        return assertThrows(Refusal.class, deed::run).code();
    }

    private static String refused(Supplier<?> deed) {
        return assertThrows(Refusal.class, deed::get).code();
    }

    private void appropriate() {
        appropriations.load(
                MUNICIPALITY, year(), "pots", List.of(new AppropriationLine(FIELD, Money.ofEuros(100_000), false)));
    }

    private static String address() {
        home++;
        return "9906 AB " + home;
    }

    private FiscalYear year() {
        return FiscalYear.of(LocalDate.now(clock));
    }

    private static User worker(long id) {
        return new User(new UserId(id), "worker " + id, MUNICIPALITY, Set.of(Role.TEAM_WORKER), Set.of(HERE), null);
    }
}
