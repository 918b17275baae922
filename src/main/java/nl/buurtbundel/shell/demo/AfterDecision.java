package nl.buurtbundel.shell.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/**
 * What follows in the messages when an initiative is granted: for ten of the households the allocation ends with the
 * year, a smaller one takes its place, and the provider confirms the stop. Only then has money really come free.
 */
final class AfterDecision {

    private static final LocalDate DECIDED_ON = LocalDate.of(2026, 12, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 1, 1);
    private static final LocalDate NEW_LAST_DAY = LocalDate.of(2027, 12, 31);
    /** Far above the numbers of the starting position, whatever its size. */
    private static final long FIRST_NEW_NUMBER = 900_000_001;

    private static final int PERCENT_LEFT = 70;

    private final Path folder;
    private int messages;

    AfterDecision(Path folder) {
        this.folder = folder;
    }

    int write(Flagship flagship) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < Flagship.CHANGED; i++) {
            Flagship.Family family = flagship.families().get(i);
            Allocation old = family.allocation();
            LocalTime time = LocalTime.of(10, 0).plusMinutes(i);
            Allocation shortened = new Allocation(
                    old.number(),
                    old.product(),
                    old.provider(),
                    old.volume(),
                    DECIDED_ON,
                    time,
                    old.firstDay(),
                    LAST_DAY,
                    Allocation.SHORTENED);
            Allocation smaller = new Allocation(
                    FIRST_NEW_NUMBER + i,
                    old.product(),
                    old.provider(),
                    old.volume() * PERCENT_LEFT / 100,
                    DECIDED_ON,
                    time.plusSeconds(30),
                    FIRST_DAY,
                    NEW_LAST_DAY,
                    null);
            allocation(family, shortened);
            allocation(family, smaller);
            String identification = next(307);
            message(
                    307,
                    identification,
                    Messages.stop(
                            Law.YOUTH,
                            identification,
                            DECIDED_ON.plusDays(8),
                            family.child(),
                            shortened,
                            family.startedOn(),
                            "36",
                            LAST_DAY));
        }
        return messages;
    }

    private void allocation(Flagship.Family family, Allocation allocation) throws IOException {
        String identification = next(301);
        message(
                301,
                identification,
                Messages.allocation(
                        Law.YOUTH,
                        identification,
                        DECIDED_ON,
                        family.child(),
                        family.address(),
                        null,
                        null,
                        List.of(allocation)));
    }

    private String next(int kind) {
        messages++;
        return String.format(Locale.ROOT, "%dB%08d", kind, messages);
    }

    private void message(int kind, String identification, String text) throws IOException {
        Files.writeString(folder.resolve(Law.YOUTH.message(kind) + "-" + identification + ".xml"), text);
    }
}
