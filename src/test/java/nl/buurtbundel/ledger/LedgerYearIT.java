package nl.buurtbundel.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import nl.buurtbundel.Figures;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Sql;
import nl.buurtbundel.TableRows;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A year of a mid-sized municipality: 300 initiatives and a million postings. How fast one more transfer is beside bare JDBC
 * that inserts the same rows, and what each page of the controller asks beside the least a page can ask: one row by its key.
 */
@ExtendWith(ArquillianExtension.class)
class LedgerYearIT {
    private static final int TRANSFERS = Integer.getInteger("transfers", 500_000);
    private static final int MEASURED = Math.min(5_000, TRANSFERS / 10);
    private static final int INITIATIVES = 300;
    private static final int POTS = 12;
    private static final int ROUNDS = 2_000;
    private static final int TURNS = 11;
    private static final int A_TRANSACTION = 100;
    /** As many small amounts as come free in a large neighbourhood in some years. */
    private static final int CRUMBS = 20_000;

    private static final List<String> FIELDS = List.of("6.1", "6.712", "6.751");
    private static final FiscalYear YEAR = FiscalYear.of(LocalDate.now(Formats.ZONE));
    private static final MunicipalityCode MUNICIPALITY = new MunicipalityCode("GM9945");
    private static final User CONTROLLER =
            new User(new UserId(51), "controller", MUNICIPALITY, Set.of(Role.CONTROLLER, Role.SYSTEM), Set.of(), null);
    /** What a transfer writes, each once or more. */
    private static final List<String> TABLES =
            List.of("ledger_transfer", "ledger_posting", "ledger_lot", "ledger_command", "audit_event");

    @Inject
    private Ledger ledger;

    @Inject
    private GeneralLedger generalLedger;

    @Inject
    private Positions positions;

    @Inject
    private Proofs proofs;

    @Inject
    private Reconciliations reconciliations;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Sql sql;

    @Resource(lookup = "java:app/jdbc/buurtbundel")
    private DataSource dataSource;

    private final Random random = new Random(2_026);

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with();
    }

    @Test
    void a_million_postings_keep_the_book_and_its_pages_as_fast_as_an_empty_one() throws Exception {
        Figures figures = Figures.of("ledger-year-" + System.getProperty("it.database", "h2"))
                .put("database", System.getProperty("it.database", "h2"))
                .put("initiatives", INITIATIVES);
        adopt();
        double early = singles(0, MEASURED);
        long start = System.nanoTime();
        int number = MEASURED;
        while (number < TRANSFERS - MEASURED) {
            transaction.begin();
            for (int i = 0; i < A_TRANSACTION; i++) {
                pay(number++);
            }
            transaction.commit();
        }
        double loaded = (TRANSFERS - 2.0 * MEASURED) / seconds(start);
        prepareBare();
        List<Double> own = new ArrayList<>();
        List<Double> bareOnes = new ArrayList<>();
        // by turns, so that what else the machine does slows down both
        for (int turn = 0; turn < TURNS; turn++) {
            long[] before = lastIds();
            own.add(singles(number + turn * (MEASURED / TURNS), MEASURED / TURNS));
            bareOnes.add(insertBare(before, MEASURED / TURNS));
        }
        double late = median(own);
        double bare = median(bareOnes);
        figures.put("postings", sql.number("select count(*) from ledger_posting"))
                .putDecimal("transfers a second, each its own transaction, in an empty book", early)
                .putDecimal("the same, in the full book (middle of eleven turns)", late)
                .putDecimal("bare JDBC, the same rows, the same transactions, by turns with these", bare)
                .putDecimal("ratio to bare (goal: at least 0.5)", late / bare)
                .putDecimal("transfers a second, a hundred to a transaction", loaded);
        measureCrumbs(figures);
        start = System.nanoTime();
        ProofReport proof = currentUser.runAs(CONTROLLER, () -> proofs.prove(MUNICIPALITY));
        figures.putSeconds("the whole proof, seconds", System.nanoTime() - start);
        assertTrue(proof.holds(), proof::toString);
        start = System.nanoTime();
        currentUser.runAs(CONTROLLER, () -> generalLedger.fingerprint(MUNICIPALITY, YEAR));
        figures.putSeconds("the fingerprint, seconds", System.nanoTime() - start);
        measurePages(figures);
        figures.write();
    }

    private void adopt() {
        for (int pot = 0; pot < POTS; pot++) {
            grant(
                    "adopt:" + pot,
                    AccountKey.of(MUNICIPALITY, YEAR, AccountKind.COUNCIL),
                    pot(pot),
                    Money.ofEuros(100_000_000));
        }
        for (int initiative = 0; initiative < INITIATIVES; initiative++) {
            grant(
                    "grant:" + initiative,
                    pot(initiative % POTS),
                    plan(AccountKind.GRANTED, initiative),
                    Money.ofEuros(1_000_000));
        }
    }

    /** A transfer out of an account that many small amounts came into, at first and when half of them are used up. */
    private void measureCrumbs(Figures figures) throws Exception {
        AccountKey pot = pot(POTS);
        for (int crumb = 0; crumb < CRUMBS; crumb += A_TRANSACTION) {
            transaction.begin();
            for (int i = crumb; i < crumb + A_TRANSACTION; i++) {
                grant("crumb:" + i, AccountKey.of(MUNICIPALITY, YEAR, AccountKind.COUNCIL), pot, Money.ofEuros(10));
            }
            transaction.commit();
        }
        figures.putDecimal("the same, out of an account with 20,000 unused lots", crumbs(pot, "unused"));
        grant("crumbs:half", pot, plan(AccountKind.GRANTED, 0), Money.ofEuros(5 * CRUMBS));
        figures.putDecimal("the same, with half of these used up", crumbs(pot, "used"));
        // that grant took 10,000 lots along
        long start = System.nanoTime();
        for (int number = TRANSFERS; number < TRANSFERS + MEASURED / 10; number++) {
            pay(number, 0);
        }
        figures.putDecimal("the same, out of a grant of 10,000 lots", MEASURED / 10 / seconds(start));
    }

    private double crumbs(AccountKey pot, String key) {
        int measured = MEASURED / 10;
        long start = System.nanoTime();
        for (int i = 0; i < measured; i++) {
            grant("crumb:" + key + i, pot, plan(AccountKind.GRANTED, i % INITIATIVES), Money.ofEuros(1));
        }
        return measured / seconds(start);
    }

    private void grant(String key, AccountKey from, AccountKey to, Money amount) {
        Reason reason = from.kind() == AccountKind.COUNCIL ? Reason.COUNCIL_ADOPTED : Reason.GRANTED;
        ledger.transfer(new NewTransfer("year:" + key, from, to, amount, reason, "initiatives", ""));
    }

    /** Each a transaction of its own, as a person makes them. */
    private double singles(int from, int many) {
        long start = System.nanoTime();
        for (int number = from; number < from + many; number++) {
            pay(number);
        }
        return many / seconds(start);
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
    }

    private void pay(int number) {
        pay(number, random.nextInt(INITIATIVES));
    }

    private void pay(int number, int initiative) {
        ledger.transfer(new NewTransfer(
                "year:pay:" + number,
                plan(AccountKind.GRANTED, initiative),
                plan(AccountKind.PAID, initiative),
                Money.ofCents(1 + random.nextInt(5_000)),
                Reason.PAID,
                "initiative:" + initiative,
                ""));
    }

    private static AccountKey pot(int pot) {
        return AccountKey.of(MUNICIPALITY, YEAR, AccountKind.APPROPRIATED)
                .withReference("pot:" + pot)
                .withTaskField(FIELDS.get(pot % FIELDS.size()));
    }

    private static AccountKey plan(AccountKind kind, int initiative) {
        return new AccountKey(
                MUNICIPALITY,
                YEAR,
                kind,
                "initiative:" + initiative,
                FIELDS.get(initiative % FIELDS.size()),
                new NeighbourhoodCode("BU994501%02d".formatted(initiative % 60)));
    }

    private long[] lastIds() throws SQLException {
        long[] last = new long[TABLES.size()];
        for (int table = 0; table < last.length; table++) {
            last[table] = sql.number("select coalesce(max(id), 0) from " + TABLES.get(table));
        }
        return last;
    }

    /** Tables with the same columns, indexes and rows before those that are measured. */
    private void prepareBare() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("create table bare_" + table + " as select * from " + table);
                for (String index : TableRows.listIndexes(connection, table)) {
                    statement.execute(index.formatted("bare_" + table));
                }
            }
        }
    }

    /** The rows that the last transfers wrote, written once more into tables of the same kind. */
    private double insertBare(long[] after, int transfers) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            List<List<Object[]>> rows = new ArrayList<>();
            List<PreparedStatement> inserts = new ArrayList<>();
            for (int table = 0; table < after.length; table++) {
                rows.add(TableRows.read(connection, TABLES.get(table), "id > " + after[table] + " order by id"));
                assertTrue(rows.get(table).size() >= transfers, TABLES.get(table));
                inserts.add(TableRows.prepareInsert(
                        connection, "bare_" + TABLES.get(table), rows.get(table).get(0).length));
            }
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            for (int transfer = 0; transfer < transfers; transfer++) {
                for (int table = 0; table < after.length; table++) {
                    List<Object[]> all = rows.get(table);
                    insert(inserts.get(table), all.subList((int) ((long) transfer * all.size() / transfers), (int)
                            ((transfer + 1L) * all.size() / transfers)));
                }
                connection.commit();
            }
            double rate = transfers / seconds(start);
            for (PreparedStatement insert : inserts) {
                insert.close();
            }
            connection.setAutoCommit(true);
            return rate;
        }
    }

    private static void insert(PreparedStatement insert, List<Object[]> rows) throws SQLException {
        for (Object[] row : rows) {
            TableRows.add(insert, row);
        }
        insert.executeBatch();
    }

    /** The least: who asks is checked, and one row is read by its key. */
    private void measurePages(Figures figures) {
        AccountId busy = currentUser
                .runAs(CONTROLLER, () -> listAccounts(AccountKind.GRANTED, 0))
                .get(0)
                .id();
        TransferId some = currentUser
                .runAs(CONTROLLER, () -> generalLedger.listPostings(busy, Long.MAX_VALUE, 50))
                .get(0)
                .transfer()
                .id();
        List<PostingSummary> newest =
                currentUser.runAs(CONTROLLER, () -> generalLedger.listPostings(busy, Long.MAX_VALUE, 500));
        long deep = newest.get(newest.size() - 1).transfer().number();
        long least = median(() -> generalLedger.readAccount(busy));
        figures.putDecimal("one row by its key, milliseconds", least / 1e6);
        page(figures, least, "account: fifty postings", () -> generalLedger.listPostings(busy, Long.MAX_VALUE, 50));
        page(figures, least, "account: fifty postings, deep in", () -> generalLedger.listPostings(busy, deep, 50));
        page(
                figures,
                least,
                "account: balance on a day",
                () -> generalLedger.readBalanceOn(busy, LocalDate.of(YEAR.year(), 6, 30)));
        page(figures, least, "account: where it came from", () -> generalLedger.traceBack(busy, 0, 20));
        page(figures, least, "booking, both ways", () -> generalLedger.trace(some));
        page(figures, least, "book: the last proof", () -> proofs.findLast(MUNICIPALITY));
        page(figures, least, "book: totals of 614 accounts", () -> {
            long accounts = generalLedger.listKinds(MUNICIPALITY, YEAR).stream()
                    .mapToLong(KindTotal::accounts)
                    .sum();
            assertEquals(2 + POTS + 2 * INITIATIVES, accounts);
        });
        page(figures, least, "book: the first fifty accounts", () -> listAccounts(null, 0));
        page(
                figures,
                least,
                "book: fifty accounts of a kind, deep in",
                () -> listAccounts(AccountKind.GRANTED, INITIATIVES - 50));
        page(figures, least, "where the money is: 300 plans", () -> positions.read(MUNICIPALITY, YEAR));
        page(
                figures,
                least,
                "beside the ledger of the municipality: thirty days",
                () -> reconciliations.list(MUNICIPALITY, YEAR, 30));
        long start = System.nanoTime();
        int entries = currentUser
                .runAs(
                        CONTROLLER,
                        () -> generalLedger.listForMunicipalLedger(
                                MUNICIPALITY, YearMonth.from(LocalDate.now(Formats.ZONE))))
                .size();
        figures.put("entries of the month for the ledger of the municipality", entries)
                .putSeconds("made in seconds", System.nanoTime() - start);
    }

    private List<AccountSummary> listAccounts(@Nullable AccountKind kind, int from) {
        List<AccountSummary> accounts = generalLedger.listAccounts(MUNICIPALITY, YEAR, kind, from, 50);
        assertEquals(50, accounts.size());
        return accounts;
    }

    private void page(Figures figures, long least, String name, Runnable page) {
        long took = median(page);
        figures.put(
                name + ": milliseconds, ratio",
                String.format(Locale.ROOT, "%.2f, %.1f", took / 1e6, (double) took / least));
    }

    private long median(Runnable page) {
        long[] times = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            currentUser.runAs(CONTROLLER, page);
            times[round] = System.nanoTime() - start;
        }
        // the first half warms up
        long[] warm = Arrays.copyOfRange(times, ROUNDS / 2, ROUNDS);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
