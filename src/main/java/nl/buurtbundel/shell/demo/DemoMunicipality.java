package nl.buurtbundel.shell.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The fictitious municipality Waterrijk, GM9901. The same settings give the same files, byte for byte.
 *
 * <p>Written are three folders: {@link #START} with everything the intake needs on day one, {@link #AFTER_DECISION} with
 * the messages that realise release for ten households, and {@link #REFUSED} with files that have one mistake each.
 */
public final class DemoMunicipality {

    public static final String START = "start";
    public static final String AFTER_DECISION = "na-besluit";
    public static final String REFUSED = "fout";

    /**
     * How large, and which of all possible Waterrijks.
     *
     * @param neighbourhoods from 12 to 380
     * @param provisions individual provisions in the starting position, from 2,500 to 500,000
     */
    public record Settings(long seed, int neighbourhoods, int provisions) {

        public static final Settings STANDARD = new Settings(9901, 16, 2_600);

        public Settings {
            if (neighbourhoods < 12 || neighbourhoods > 380) {
                throw new IllegalArgumentException("from 12 to 380 neighbourhoods, not " + neighbourhoods);
            }
            if (provisions < 2_500 || provisions > 500_000) {
                throw new IllegalArgumentException("from 2500 to 500000 provisions, not " + provisions);
            }
        }
    }

    /** What was written. */
    public record Written(int neighbourhoods, int provisions, int messages, DemoPeople people) {}

    private final Settings settings;

    public DemoMunicipality(Settings settings) {
        this.settings = settings;
    }

    /** Whom demo accounts can be bound to; the same people that {@link #writeTo} writes. */
    public DemoPeople people() {
        return new Flagship(new Town(settings), citizenNumbers(), settings.seed()).people();
    }

    /**
     * Writes the three folders.
     *
     * @param folder is made if need be
     * @throws IOException also if one of the three is there already and not empty: nothing is overwritten
     */
    public Written writeTo(Path folder) throws IOException {
        for (String name : new String[] {START, AFTER_DECISION, REFUSED}) {
            requireEmpty(folder.resolve(name));
        }
        Path start = Files.createDirectories(folder.resolve(START));
        Town town = new Town(settings);
        CitizenNumbers numbers = citizenNumbers();
        Flagship flagship = new Flagship(town, numbers, settings.seed());
        KeyFigures figures = new KeyFigures(town);
        int provisions;
        int messages;
        try (Output output = new Output(start)) {
            new Casebook(town, flagship, numbers, settings.seed(), output, figures).write();
            provisions = output.provisionCount();
            messages = output.messageCount();
        }
        figures.write(start.resolve("kwb_9901_2025.csv"));
        new TownMap(town, settings.seed()).write(start.resolve("buurten_9901_2025.geojson"));
        writeAddresses(town, start.resolve("adressen_9901_2025.csv"));
        writeTariffs(start.resolve("tarieven_9901.csv"));
        new AfterDecision(folder.resolve(AFTER_DECISION)).write(flagship);
        new RefusedExamples(folder.resolve(REFUSED)).write(town, numbers, settings.seed());
        return new Written(town.quarters().size(), provisions, messages, flagship.people());
    }

    private CitizenNumbers citizenNumbers() {
        return new CitizenNumbers(new Random(settings.seed() * 31 + 3));
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new IOException(folder + " is not empty");
            }
        }
    }

    private static void writeAddresses(Town town, Path file) throws IOException {
        try (CsvWriter csv = Output.csv(file)) {
            csv.writeRecord("PC6", "Huisnummer", "Buurt2025", "Wijk2025", "Gemeente2025");
            for (Quarter quarter : town.quarters()) {
                for (int i = 0; i < quarter.dwellings(); i++) {
                    Address address = town.address(quarter.firstAddress() + i);
                    csv.writeRecord(
                            address.postcode(),
                            Integer.toString(address.houseNumber()),
                            quarter.code(),
                            quarter.districtCode(),
                            Town.CODE);
                }
            }
        }
    }

    private static void writeTariffs(Path file) throws IOException {
        try (CsvWriter csv = Output.csv(file)) {
            csv.writeRecord(
                    "aanbieder",
                    "wet",
                    "categorie",
                    "productcode",
                    "eenheid",
                    "tarief",
                    "contractvorm",
                    "geldig_van",
                    "geldig_tot");
            for (Product product : Product.CONTRACTED) {
                for (String provider : product.providers()) {
                    boolean lumpSum = product.contractForm().equals(Product.LUMP_SUM);
                    csv.writeRecord(
                            provider,
                            product.law().inFiles(),
                            product.category(),
                            product.code(),
                            product.tariffUnit(),
                            lumpSum ? "" : Output.euros(product.tariffCentsAt(provider)),
                            product.contractForm(),
                            "2026-01-01",
                            product == Product.HOUSEHOLD_HELP ? "2027-12-31" : "");
                }
            }
        }
    }
}
