package nl.buurtbundel.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import nl.buurtbundel.Figures;
import nl.buurtbundel.recompute.LedgerFingerprint;
import org.junit.jupiter.api.Test;

/** While four move money, a backup is made with the command in deployment; on an empty place it gives the same book. */
class BackupIT {
    private static final int MOVERS = 4;
    private static final int BEFORE = 200;

    @Test
    void a_backup_made_while_money_moves_gives_the_same_book_in_an_empty_place() throws Exception {
        assumeTrue(
                !ProofDatabase.name().equals("postgresql") || hasClient(),
                "pg_dump is not on this machine: the backup of PostgreSQL is not tested");
        Path war = Driven.war();
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "backup-");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path backup = folder.resolve("kept").resolve("book.backup");
        AtomicLong moved = new AtomicLong();
        try (ProofDatabase database = ProofDatabase.of(folder);
                ProofDatabase another = ProofDatabase.of(empty)) {
            Driven product = start(war, folder, database);
            long took = backUpWhileMoving(product, database, folder, backup, moved);
            product.product().kill();

            List<LedgerFingerprint.Print> kept =
                    Files.readAllLines(backup.resolveSibling("book.backup.ledger")).stream()
                            .map(LedgerFingerprint.Print::parse)
                            .toList();
            assertThat(kept).isNotEmpty();
            requireSameAs(kept, database);
            try (Remains remains = database.remains()) {
                assertThat(remains.number("select max(number) from ledger_transfer"))
                        .as("money went on moving")
                        .isGreaterThan(kept.get(0).lastNumber());
            }

            long start = System.nanoTime();
            deployment("restore", empty, another, backup);
            long restored = System.nanoTime() - start;
            refuseToReplace(empty, another, backup);
            Files.createDirectories(empty.resolve("data"));
            Files.copy(folder.resolve("data/pseudonym.key"), empty.resolve("data/pseudonym.key"));
            Driven again = start(war, empty, another);
            List<String> proof = again.ask("prove", "");
            assertThat(proof.get(0)).as("%s", proof).isEqualTo("true");
            again.product().kill();
            requireSameAs(kept, another);
            Figures.of("backup-" + ProofDatabase.name())
                    .put("database", ProofDatabase.name())
                    .put("moving money meanwhile", MOVERS)
                    .put("transfers in the backup", kept.get(0).lastNumber())
                    .put("transfers answered in all", moved.get())
                    .putSeconds("backup with its fingerprint, seconds", took)
                    .putSeconds("restore with its comparison, seconds", restored)
                    .write();
        }
    }

    private static long backUpWhileMoving(
            Driven product, ProofDatabase database, Path folder, Path backup, AtomicLong moved) throws Exception {
        AtomicBoolean on = new AtomicBoolean(true);
        ExecutorService movers = Executors.newFixedThreadPool(MOVERS);
        List<Future<?>> work = new ArrayList<>();
        for (int mover = 0; mover < MOVERS; mover++) {
            String name = "backup:" + mover + ':';
            work.add(movers.submit(() -> {
                for (int number = 0; on.get(); number++) {
                    product.ask("transfer", name + number);
                    moved.incrementAndGet();
                }
                return null;
            }));
        }
        while (moved.get() < BEFORE && work.stream().noneMatch(Future::isDone)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        long start = System.nanoTime();
        deployment("backup", folder, database, backup);
        long took = System.nanoTime() - start;
        long then = moved.get();
        while (moved.get() < then + MOVERS && work.stream().noneMatch(Future::isDone)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        on.set(false);
        movers.shutdown();
        for (Future<?> each : work) {
            each.get(60, TimeUnit.SECONDS);
        }
        return took;
    }

    /** A database that is there is never replaced. */
    private static void refuseToReplace(Path folder, ProofDatabase database, Path backup) throws Exception {
        assertThat(run("restore", folder, database, backup))
                .as("a second restore")
                .isNotZero();
    }

    private static void requireSameAs(List<LedgerFingerprint.Print> kept, ProofDatabase database)
            throws IOException, SQLException {
        try (Remains remains = database.remains()) {
            for (LedgerFingerprint.Print print : kept) {
                assertThat(LedgerFingerprint.read(remains.connection(), print.municipality(), print.lastNumber()))
                        .isEqualTo(print);
            }
        }
    }

    private static Driven start(Path war, Path folder, ProofDatabase database) throws IOException {
        return Driven.start(war, folder, database, "-Dpseudonym.key.file=" + folder.resolve("data/pseudonym.key"));
    }

    private static void deployment(String command, Path folder, ProofDatabase database, Path backup) throws Exception {
        assertThat(run(command, folder, database, backup))
                .as(() -> {
                    try {
                        return Files.readString(folder.resolve(command + ".log"));
                    } catch (IOException e) {
                        return e.toString();
                    }
                })
                .isZero();
    }

    private static int run(String command, Path folder, ProofDatabase database, Path backup) throws Exception {
        ProcessBuilder process = new ProcessBuilder("deployment/" + command, backup.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command + ".log").toFile());
        Map<String, String> environment = process.environment();
        environment.put("BACKUP_FOLDER", folder.resolve("data/backup").toString());
        environment.put("DATA_FOLDER", folder.resolve("data").toString());
        environment.putAll(database.environment());
        Process started = process.start();
        assertThat(started.waitFor(5, TimeUnit.MINUTES)).as(command).isTrue();
        return started.exitValue();
    }

    private static boolean hasClient() throws InterruptedException {
        try {
            return new ProcessBuilder("pg_dump", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
