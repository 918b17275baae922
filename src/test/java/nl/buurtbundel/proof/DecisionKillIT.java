package nl.buurtbundel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.buurtbundel.Figures;
import nl.buurtbundel.decision.DecisionRoad;
import org.junit.jupiter.api.Test;

/**
 * Three deciders go through a pile of decisions, first signature and second, and four others move money all the while, until
 * the process is killed. What was answered to them is there, once; what was not is there once or not at all; money moved with
 * the second signature and never without; who asks the same transfer again gets the same answer.
 */
class DecisionKillIT {
    private static final int KILLS = Integer.getInteger("rounds", 3);
    private static final int DECISIONS_A_KILL = 10;
    private static final int DECIDERS = 3;
    private static final int MOVERS = 4;
    private static final int ASKED_AGAIN = 20;
    private static final long SEED = Long.getLong("seed", 9901);
    private static final String STATES =
            "select d.id, d.state, (select count(*) from decision_signature s where s.decision_id = d.id),"
                    + " (select count(*) from audit_event e where e.subject_type = 'decision'"
                    + " and e.subject = cast(d.id as varchar) and e.action in ('decision.decide', 'decision.sign-second')),"
                    + " i.stage, coalesce(i.granted_cents, 0),"
                    + " (select count(*) from ledger_reservation r where r.reference = 'initiative:' || i.id"
                    + " and r.state = 'PENDING'),"
                    + " (select coalesce(sum(p.amount_cents), 0) from ledger_posting p"
                    + " join ledger_transfer t on t.id = p.transfer join ledger_account a on a.id = p.account"
                    + " where t.reservation is not null and t.reference = 'initiative:' || i.id and p.amount_cents > 0)"
                    + " from decision d join initiative i on i.id = d.initiative";

    private final Random random = new Random(SEED);
    private final List<String> proposed = new ArrayList<>();
    private final Set<String> decided = ConcurrentHashMap.newKeySet();
    private final Set<String> signed = ConcurrentHashMap.newKeySet();
    /** Transfers that were answered, by key. */
    private final Map<String, String> moved = new ConcurrentHashMap<>();
    /** Transfers that were asked for when the process was killed. */
    private final Queue<String> cutOff = new ConcurrentLinkedQueue<>();

    private final List<Long> recoveries = new ArrayList<>();
    private int doneUnanswered;

    @Test
    void what_was_answered_before_a_kill_is_there_once_and_the_book_balances() throws Exception {
        Path war = Driven.war();
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "decision-kill-");
        try (ProofDatabase database = ProofDatabase.of(folder)) {
            for (int kill = 1; kill <= KILLS; kill++) {
                Driven product = start(war, folder, database);
                finishWhatWasCutOff(product);
                List<String> pile = product.ask("propose", DECISIONS_A_KILL);
                proposed.addAll(pile);
                workUntilKilled(product, pile, kill);
                examine(database, kill);
            }
            Driven last = start(war, folder, database);
            finishWhatWasCutOff(last);
            List<String> proof = last.ask("prove", "");
            assertThat(proof.get(0)).as("%s", proof).isEqualTo("true");
            last.product().kill();
            examine(database, KILLS + 1);
            assertThat(signed).containsExactlyInAnyOrderElementsOf(proposed);
            recoveries.remove(0);
            recoveries.sort(null);
            try (Remains remains = database.remains()) {
                Figures.of("kills-decision-" + ProofDatabase.name())
                        .put("database", ProofDatabase.name())
                        .put("seed", SEED)
                        .put("kills", KILLS)
                        .put("deciders at work when killed", DECIDERS)
                        .put("moving money when killed", MOVERS)
                        .put("decisions, each final once in the end", proposed.size())
                        .put("deeds done but not answered at a kill", doneUnanswered)
                        .put("transfers answered, each there once under its key", moved.size())
                        .put("postings, sum zero", remains.number("select count(*) from ledger_posting"))
                        .put("accounts, balance recomputed", remains.number("select count(*) from ledger_account"))
                        .putSeconds("seconds to answer after a kill, median", recoveries.get(recoveries.size() / 2))
                        .putSeconds("seconds to answer after a kill, slowest", recoveries.get(recoveries.size() - 1))
                        .write();
            }
        }
    }

    private Driven start(Path war, Path folder, ProofDatabase database) throws IOException {
        long start = System.nanoTime();
        Driven product = Driven.start(war, folder, database);
        recoveries.add(System.nanoTime() - start);
        return product;
    }

    /** The kill comes after a random number of answers, and then a random moment later. */
    private void workUntilKilled(Driven product, List<String> pile, int kill)
            throws InterruptedException, ExecutionException {
        CountDownLatch answers = new CountDownLatch(random.nextInt(2 * pile.size() - DECIDERS));
        long later = random.nextInt(40_000);
        Queue<String> waiting = new ConcurrentLinkedQueue<>(pile);
        ExecutorService workers = Executors.newFixedThreadPool(DECIDERS + MOVERS);
        List<Future<?>> work = new ArrayList<>();
        for (int mover = 0; mover < MOVERS; mover++) {
            String name = "kill:" + kill + ':' + mover + ':';
            work.add(workers.submit(() -> moveUntilKilled(product, name)));
        }
        for (int i = 0; i < DECIDERS; i++) {
            work.add(workers.submit(() -> {
                try {
                    for (String id = waiting.poll(); id != null; id = waiting.poll()) {
                        product.ask("decide", id);
                        decided.add(id);
                        answers.countDown();
                        product.ask("sign", id);
                        signed.add(id);
                        answers.countDown();
                    }
                } catch (IOException killed) {
                    waiting.clear();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        assertThat(answers.await(60, TimeUnit.SECONDS))
                .as("the deciders get on")
                .isTrue();
        TimeUnit.MICROSECONDS.sleep(later);
        product.product().kill();
        workers.shutdown();
        assertThat(workers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        for (Future<?> each : work) {
            each.get();
        }
    }

    private void moveUntilKilled(Driven product, String name) {
        String key = name;
        try {
            for (int number = 0; ; number++) {
                key = name + number;
                move(product, key);
            }
        } catch (IOException killed) {
            cutOff.add(key);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was refused may be allowed later, so that nothing is remembered of it. */
    private void move(Driven product, String key) throws IOException, InterruptedException {
        String transfer = product.ask("transfer", key).get(0);
        if (!transfer.equals("refused")) {
            moved.put(key, transfer);
        }
    }

    /** As a person would: look what stands there, do what is still to be done. */
    private void finishWhatWasCutOff(Driven product) throws IOException, InterruptedException {
        for (String id : proposed) {
            if (!decided.contains(id)) {
                product.ask("decide", id);
                decided.add(id);
            }
            if (!signed.contains(id)) {
                product.ask("sign", id);
                signed.add(id);
            }
        }
        for (String key = cutOff.poll(); key != null; key = cutOff.poll()) {
            move(product, key);
        }
        for (String key : moved.keySet().stream().sorted().limit(ASKED_AGAIN).toList()) {
            assertThat(product.ask("transfer", key)).as(key).containsExactly(moved.get(key), "true");
        }
    }

    private void examine(ProofDatabase database, int kill) throws IOException, SQLException {
        try (Remains remains = database.remains()) {
            Map<String, String> states = new ConcurrentHashMap<>();
            for (String row : remains.rows(STATES)) {
                states.put(row.substring(0, row.indexOf(" | ")), row.substring(row.indexOf(" | ") + 3));
            }
            assertThat(states.keySet()).as("decisions after kill " + kill).containsAll(proposed);
            for (String id : proposed) {
                String state = states.get(id).substring(0, states.get(id).indexOf(' '));
                if (signed.contains(id)) {
                    assertThat(state).as("signed " + id).isEqualTo("FINAL");
                } else if (decided.contains(id)) {
                    assertThat(state).as("decided " + id).isIn("DECIDED", "FINAL");
                } else {
                    assertThat(state).as("not decided " + id).isIn("PROPOSED", "DECIDED");
                }
                assertThat(states.get(id))
                        .as("decision " + id + " after kill " + kill)
                        .isEqualTo(whole(state));
                learn(id, state);
            }
            assertMoved(remains);
            assertBookBalances(remains);
        }
    }

    private void assertMoved(Remains remains) throws SQLException {
        Map<String, String> there = new HashMap<>();
        for (String row : remains.rows(
                "select idempotency_key, result from ledger_command where idempotency_key like 'kill:%'")) {
            int bar = row.indexOf(" | ");
            assertThat(there.put(row.substring(0, bar), row.substring(bar + 3)))
                    .as("once: " + row)
                    .isNull();
        }
        assertThat(there).containsAllEntriesOf(moved);
        there.keySet().removeAll(moved.keySet());
        assertThat(cutOff).as("done, but nobody asked").containsAll(there.keySet());
        assertThat(remains.rows("select b.municipality from ledger_book b where b.last_number <>"
                        + " (select count(*) from ledger_transfer t where t.municipality = b.municipality)"))
                .as("transfers are numbered without a gap")
                .isEmpty();
    }

    /** A plan of twelve months from today on is held for year by year; in January it is all one year. */
    private static String whole(String state) {
        long asked = DecisionRoad.ASKED.cents();
        int held = LocalDate.now(Clock.system(ZoneId.of("Europe/Amsterdam"))).getMonth() == Month.JANUARY ? 1 : 2;
        return switch (state) {
            case "PROPOSED" -> "PROPOSED | 0 | 0 | ADVISED | 0 | " + held + " | 0";
            case "DECIDED" -> "DECIDED | 1 | 1 | ADVISED | 0 | " + held + " | 0";
            default -> "FINAL | 2 | 2 | GRANTED | " + asked + " | 0 | " + asked;
        };
    }

    private void learn(String id, String state) {
        if (!state.equals("PROPOSED") && decided.add(id)) {
            doneUnanswered++;
        }
        if (state.equals("FINAL") && signed.add(id)) {
            doneUnanswered++;
        }
    }

    private static void assertBookBalances(Remains remains) throws SQLException {
        assertThat(remains.number("select coalesce(sum(amount_cents), 0) from ledger_posting"))
                .isZero();
        assertThat(remains.rows("select transfer from ledger_posting group by transfer having sum(amount_cents) <> 0"))
                .isEmpty();
        assertThat(remains.rows("select a.id, a.balance_cents from ledger_account a where a.balance_cents <>"
                        + " (select coalesce(sum(p.amount_cents), 0) from ledger_posting p where p.account = a.id)"))
                .as("balances equal their postings")
                .isEmpty();
        assertThat(remains.rows("select a.id, a.held_cents from ledger_account a where a.held_cents <>"
                        + " (select coalesce(sum(l.amount_cents), 0) from ledger_reservation_line l"
                        + " join ledger_reservation r on r.id = l.reservation"
                        + " where l.from_account = a.id and r.state = 'PENDING')"))
                .as("what is held equals the open reservations")
                .isEmpty();
        assertThat(remains.rows("select r.id from ledger_reservation r where r.state = 'POSTED' and"
                        + " (select count(*) from ledger_transfer t where t.reservation = r.id) <>"
                        + " (select count(*) from ledger_reservation_line l where l.reservation = r.id)"))
                .as("a reservation is posted once")
                .isEmpty();
    }
}
