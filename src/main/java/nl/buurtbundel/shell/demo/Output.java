package nl.buurtbundel.shell.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The files of the starting position, written row by row and message by message, so that nothing piles up in memory. */
final class Output implements Closeable {

    static final String MESSAGES = "berichten";

    private final Path messages;
    private final CsvWriter households;
    private final CsvWriter consents;
    private final CsvWriter benefits;
    private int messageCount;
    private int provisionCount;

    Output(Path folder) throws IOException {
        messages = Files.createDirectories(folder.resolve(MESSAGES));
        households = csv(folder.resolve("huishoudens_9901.csv"));
        households.writeRecord("huishouden", "bsn", "rol");
        consents = csv(folder.resolve("toestemming_9901.csv"));
        consents.writeRecord("bsn", "van_wet", "voor_wet", "gegeven_op", "ingetrokken_op");
        benefits = csv(folder.resolve("voorzieningen_9901.csv"));
        benefits.writeRecord(
                "nummer",
                "wet",
                "vorm",
                "hulpvraag",
                "bsn",
                "geboortedatum",
                "postcode",
                "huisnummer",
                "ingangsdatum",
                "einddatum",
                "jaarbedrag",
                "taakveld");
    }

    static CsvWriter csv(Path file) throws IOException {
        return CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.LF)
                .build(file);
    }

    /** A new message identification: at most twelve characters, in the order of writing. */
    String nextIdentification(int kind) {
        messageCount++;
        return String.format(Locale.ROOT, "%dA%08d", kind, messageCount);
    }

    void message(Law law, int kind, String identification, String text) throws IOException {
        Files.writeString(messages.resolve(law.message(kind) + "-" + identification + ".xml"), text);
    }

    void member(int household, Person person, String role) {
        households.writeRecord(Integer.toString(household), person.bsn(), role);
    }

    void consent(Person person, String fromLaw, String forLaw, LocalDate givenOn, @Nullable LocalDate withdrawnOn) {
        consents.writeRecord(person.bsn(), fromLaw, forLaw, givenOn.toString(), text(withdrawnOn));
    }

    void benefit(
            Benefit benefit,
            String need,
            Person person,
            Address address,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            long yearlyCents,
            boolean withTaskField) {
        provisionCount++;
        benefits.writeRecord(
                String.format(Locale.ROOT, "V%07d", provisionCount),
                benefit.law(),
                benefit.form(),
                need,
                person.bsn(),
                person.birthDate().toString(),
                address.postcode(),
                Integer.toString(address.houseNumber()),
                firstDay.toString(),
                text(lastDay),
                euros(yearlyCents),
                withTaskField ? benefit.taskField() : "");
    }

    void allocated(int allocations) {
        provisionCount += allocations;
    }

    int messageCount() {
        return messageCount;
    }

    int provisionCount() {
        return provisionCount;
    }

    /** Dutch notation. */
    static String euros(long cents) {
        return String.format(Locale.ROOT, "%d,%02d", cents / 100, cents % 100);
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    @Override
    public void close() throws IOException {
        households.close();
        consents.close();
        benefits.close();
    }
}
