package nl.buurtbundel.shell.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads back what was written, knowing nothing of how it was made. */
class DemoMunicipalityTest {

    private static final DemoMunicipality.Settings SETTINGS = new DemoMunicipality.Settings(7, 16, 2_600);
    private static final String FLAGSHIP = "BU99010101";

    @TempDir
    static Path folder;

    private static DemoMunicipality.Written written;
    private static final List<Message> messages = new ArrayList<>();
    private static final Map<String, String> neighbourhoodOf = new HashMap<>();
    private static final List<Allocated> allocations = new ArrayList<>();

    private record Message(String kind, Document document) {
        String text(String element) {
            return DemoMunicipalityTest.text(document.getDocumentElement(), element);
        }
    }

    /** An allocation as it stands in a 301, with the neighbourhood of its address; null if there is none. */
    private record Allocated(
            String law,
            String bsn,
            String household,
            String neighbourhood,
            String number,
            String provider,
            String category,
            String code,
            String unit,
            String frequency,
            long volume,
            String firstDay,
            String lastDay) {}

    @BeforeAll
    static void write_and_read_back() throws Exception {
        written = new DemoMunicipality(SETTINGS).writeTo(folder);
        for (NamedCsvRecord row : rows("adressen_9901_2025.csv")) {
            neighbourhoodOf.put(row.getField("PC6") + row.getField("Huisnummer"), row.getField("Buurt2025"));
        }
        messages.addAll(read(folder.resolve("start/berichten")));
        messages.stream().filter(kind("301")).forEach(message -> allocations.addAll(allocated(message)));
    }

    @Test
    void the_same_seed_writes_the_same_bytes_and_another_seed_does_not(@TempDir Path again) throws Exception {
        new DemoMunicipality(SETTINGS).writeTo(again);
        assertThat(fingerprint(again)).isEqualTo(fingerprint(folder));
        assertThat(new DemoMunicipality(new DemoMunicipality.Settings(8, 16, 2_600)).people())
                .isNotEqualTo(written.people());
    }

    @Test
    void the_number_of_provisions_is_exactly_what_was_asked() {
        int benefits = rows("voorzieningen_9901.csv").size();
        assertThat(allocations.size() + benefits).isEqualTo(2_600).isEqualTo(written.provisions());
        assertThat(messages).hasSize(written.messages());
        assertThat(allocations.stream().map(a -> a.law() + a.number())).doesNotHaveDuplicates();
        assertThat(rows("voorzieningen_9901.csv").stream().map(row -> row.getField("nummer")))
                .doesNotHaveDuplicates();
    }

    @Test
    void de_rietlanden_is_the_worked_example_to_the_cent() {
        List<Allocated> parenting = allocations.stream()
                .filter(a -> FLAGSHIP.equals(a.neighbourhood()) && a.law().equals("Jeugdwet"))
                .filter(a -> a.category().equals("45"))
                .toList();
        assertThat(parenting).hasSize(98);
        assertThat(parenting.stream().map(Allocated::household)).doesNotHaveDuplicates();
        assertThat(parenting.stream().filter(a -> a.code().equals("45A04"))).hasSize(56);
        assertThat(parenting.stream().filter(a -> a.code().equals("45A05"))).hasSize(42);
        assertThat(parenting).allSatisfy(a -> {
            assertThat(a.firstDay()).isEqualTo("2026-01-01");
            assertThat(a.lastDay()).isEqualTo("2027-12-31");
        });
        Money total = Money.sum(parenting.stream().map(a -> yearly(a)).toList());
        assertThat(total).isEqualTo(Money.parse("980336.28"));
        Set<String> numbers = parenting.stream().map(Allocated::number).collect(Collectors.toSet());
        assertThat(numbersIn("305")).containsAll(numbers);
        assertThat(numbersIn("307")).doesNotContainAnyElementsOf(numbers);
        assertThat(numbersIn("323")).doesNotContainAnyElementsOf(numbers);
        assertThat(rows("voorzieningen_9901.csv").stream()
                        .filter(row -> row.getField("hulpvraag").equals("parenting-support"))
                        .filter(row -> FLAGSHIP.equals(neighbourhood(row))))
                .isEmpty();
    }

    @Test
    void each_of_the_98_households_is_a_child_with_one_or_two_parents() {
        Map<String, List<NamedCsvRecord>> households =
                rows("huishoudens_9901.csv").stream().collect(Collectors.groupingBy(row -> row.getField("huishouden")));
        DemoPeople people = written.people();
        assertThat(people).isEqualTo(new DemoMunicipality(SETTINGS).people());
        assertThat(people.parents()).hasSize(98);
        assertThat(people.neighbours()).hasSize(20);
        Set<String> served = allocations.stream().map(Allocated::bsn).collect(Collectors.toSet());
        rows("voorzieningen_9901.csv").forEach(row -> served.add(row.getField("bsn")));
        for (DemoPeople.Parent parent : people.parents()) {
            List<NamedCsvRecord> members = households.get(parent.household());
            assertThat(members).hasSizeBetween(2, 3);
            assertThat(members.stream().filter(row -> row.getField("rol").equals("kind")))
                    .singleElement()
                    .satisfies(row -> assertThat(row.getField("bsn")).isEqualTo(parent.childBsn()));
            assertThat(members.stream()
                            .filter(row -> row.getField("rol").equals("ouder"))
                            .map(row -> row.getField("bsn")))
                    .contains(parent.bsn())
                    .doesNotContainAnyElementsOf(served);
            assertThat(allocations)
                    .anySatisfy(a ->
                            assertThat(a.bsn() + a.number()).isEqualTo(parent.childBsn() + parent.allocationNumber()));
        }
        for (DemoPeople.Neighbour neighbour : people.neighbours()) {
            assertThat(served).doesNotContain(neighbour.bsn());
            assertThat(neighbourhoodOf.get(neighbour.postcode() + neighbour.houseNumber()))
                    .isEqualTo(FLAGSHIP);
        }
    }

    @Test
    void exactly_three_allocations_cannot_be_placed_and_four_cannot_be_costed() {
        assertThat(allocations.stream().filter(a -> a.neighbourhood() == null)).hasSize(3);
        assertThat(rows("voorzieningen_9901.csv")).noneMatch(row -> neighbourhood(row) == null);
        Set<String> priced = rows("tarieven_9901.csv").stream()
                .map(row -> row.getField("aanbieder") + row.getField("wet") + row.getField("productcode"))
                .collect(Collectors.toSet());
        assertThat(allocations.stream()
                        .filter(a -> !a.code().isEmpty())
                        .filter(a -> !priced.contains(a.provider() + a.law() + a.code())))
                .hasSize(4);
    }

    @Test
    void missing_consent_lowers_what_may_be_counted_in_two_neighbourhoods() {
        assertThat(dayActivities("BU99010102", true)).isEqualTo(18 + 12 + 4);
        assertThat(dayActivities("BU99010102", false)).isEqualTo(18 + 3 + 4);
        assertThat(dayActivities("BU99010103", true)).isEqualTo(8 + 7);
        assertThat(dayActivities("BU99010103", false)).isEqualTo(8 + 1);
        assertThat(rows("toestemming_9901.csv"))
                .anyMatch(row -> !row.getField("ingetrokken_op").isEmpty());
    }

    @Test
    void het_eiland_stays_below_the_threshold_for_every_need() {
        Map<String, Set<String>> households = new TreeMap<>();
        allocations.stream()
                .filter(a -> "BU99010104".equals(a.neighbourhood()))
                .forEach(a -> households
                        .computeIfAbsent(a.law() + a.category(), key -> new HashSet<>())
                        .add(a.household()));
        assertThat(households).isNotEmpty();
        assertThat(households.values()).allSatisfy(inside -> assertThat(inside).hasSizeLessThan(10));
        assertThat(rows("voorzieningen_9901.csv")).noneMatch(row -> "BU99010104".equals(neighbourhood(row)));
    }

    @Test
    void one_household_holds_more_than_half_of_the_money_for_respite_in_zonnedijk() {
        List<Money> amounts = allocations.stream()
                .filter(a -> "BU99010201".equals(a.neighbourhood()) && a.law().equals("Wmo"))
                .filter(a -> a.category().equals("04"))
                .map(DemoMunicipalityTest::yearly)
                .toList();
        assertThat(amounts).hasSize(12);
        Money largest = amounts.stream().max(Money::compareTo).orElseThrow();
        assertThat(largest.times(2)).isGreaterThan(Money.sum(amounts));
    }

    @Test
    void the_rest_is_spread_over_laws_needs_and_contract_forms() {
        assertThat(allocations.stream().map(a -> a.law() + a.category()).distinct())
                .contains("Wmo01", "Wmo02", "Wmo03", "Wmo04", "Wmo07", "Wmo08", "Wmo11", "Wmo12", "Wmo13", "Wmo14")
                .contains("Wmo15", "Jeugdwet40", "Jeugdwet41", "Jeugdwet42", "Jeugdwet43", "Jeugdwet45", "Jeugdwet46");
        assertThat(rows("tarieven_9901.csv").stream()
                        .map(row -> row.getField("contractvorm"))
                        .distinct())
                .containsExactlyInAnyOrder("inspanning", "traject", "lumpsum");
        assertThat(allocations.stream().filter(a -> a.provider().equals("99010009")))
                .hasSize(20);
        assertThat(rows("voorzieningen_9901.csv").stream()
                        .map(row -> row.getField("vorm"))
                        .distinct())
                .containsExactlyInAnyOrder("pgb", "cursus", "bijzondere_bijstand");
        assertThat(messages.stream().filter(kind("307")).map(message -> message.text("RedenBeeindiging")))
                .contains("19", "31");
        assertThat(allocations.stream().map(Allocated::neighbourhood).distinct())
                .hasSize(16 + 1);
    }

    @Test
    void weekly_allocations_have_an_end_date() {
        assertThat(allocations)
                .allMatch(a -> !a.frequency().equals("2") || !a.lastDay().isEmpty());
        assertThat(allocations)
                .allMatch(a -> !a.frequency().equals("6") || !a.lastDay().isEmpty());
    }

    @Test
    void declarations_add_up_and_hold_a_correction() {
        List<Message> declarations = messages.stream().filter(kind("323")).toList();
        assertThat(declarations).isNotEmpty();
        int credits = 0;
        for (Message message : declarations) {
            long sum = 0;
            for (Element line : elements(message.document().getDocumentElement(), "IngediendBedrag")) {
                boolean credit = text(line, "DebetCredit").equals("C");
                credits += credit ? 1 : 0;
                sum += (credit ? -1 : 1) * Long.parseLong(text(line, "Bedrag"));
            }
            Element total = elements(message.document().getDocumentElement(), "TotaalIngediendBedrag")
                    .get(0);
            assertThat(text(total, "TotaalBedrag")).isEqualTo(Long.toString(Math.abs(sum)));
            assertThat(text(total, "DebetCredit")).isEqualTo(sum < 0 ? "C" : "D");
        }
        assertThat(credits).isPositive();
        assertThat(allocations.stream().map(Allocated::number).toList()).containsAll(numbersIn("323"));
    }

    @Test
    void some_messages_hold_what_the_intake_must_not_keep() {
        List<Message> of301 = messages.stream().filter(kind("301")).toList();
        assertThat(of301).allMatch(message -> !message.text("Achternaam").isEmpty());
        assertThat(of301).anyMatch(message -> !message.text("Commentaar").isEmpty());
        assertThat(of301).anyMatch(message -> !message.text("Relatie").isEmpty());
    }

    @Test
    void every_message_is_of_waterrijk_and_says_who_it_is() throws Exception {
        List<Message> all = new ArrayList<>(messages);
        all.addAll(read(folder.resolve("na-besluit")));
        Set<String> identities = new HashSet<>();
        for (Message message : all) {
            boolean allocation = message.kind().endsWith("301");
            assertThat(message.text(allocation ? "Afzender" : "Ontvanger")).isEqualTo("9901");
            assertThat(message.text(allocation ? "Ontvanger" : "Afzender")).matches("[0-9]{8}");
            assertThat(identities.add(message.text("BerichtCode")
                            + message.text("Afzender")
                            + message.text("Identificatie")
                            + message.text("Dagtekening")))
                    .isTrue();
        }
    }

    @Test
    void every_report_names_the_person_and_the_provider_of_its_allocation() throws Exception {
        List<Message> all = new ArrayList<>(messages);
        all.addAll(read(folder.resolve("na-besluit")));
        Map<String, String> owners = new HashMap<>();
        all.stream()
                .filter(kind("301"))
                .forEach(message -> allocated(message)
                        .forEach(a -> owners.put(a.law() + a.number(), a.bsn() + " " + a.provider())));
        int reports = 0;
        for (Message message : all) {
            if (message.kind().endsWith("301")) {
                continue;
            }
            String law = message.kind().startsWith("wmo") ? "Wmo" : "Jeugdwet";
            for (Element client : elements(message.document().getDocumentElement(), "Client")) {
                for (Element number : elements(client, "ToewijzingNummer")) {
                    assertThat(owners.get(law + number.getTextContent()))
                            .isEqualTo(text(client, "Bsn") + " " + message.text("Afzender"));
                    reports++;
                }
            }
        }
        assertThat(reports).isGreaterThan(1_000);
    }

    @Test
    void citizen_numbers_pass_the_eleven_test_and_belong_to_one_person() {
        Map<String, String> birthDates = new HashMap<>();
        Set<String> numbers = new HashSet<>();
        messages.stream().filter(kind("301")).forEach(message -> {
            Element client =
                    elements(message.document().getDocumentElement(), "Client").get(0);
            String bsn = text(client, "Bsn");
            String birthDate = text(elements(client, "Geboortedatum").get(0), "Datum");
            assertThat(birthDates.merge(bsn, birthDate, (one, other) -> one)).isEqualTo(birthDate);
            numbers.add(bsn);
        });
        List<String> members = rows("huishoudens_9901.csv").stream()
                .map(row -> row.getField("bsn"))
                .toList();
        assertThat(members).doesNotHaveDuplicates();
        numbers.addAll(members);
        rows("voorzieningen_9901.csv").forEach(row -> numbers.add(row.getField("bsn")));
        assertThat(numbers).hasSizeGreaterThan(2_000).allSatisfy(bsn -> {
            assertThat(bsn).matches("9999[0-9]{5}");
            int sum = -(bsn.charAt(8) - '0');
            for (int i = 0; i < 8; i++) {
                sum += (9 - i) * (bsn.charAt(i) - '0');
            }
            assertThat(sum % 11).isZero();
        });
    }

    @Test
    void the_messages_after_the_decision_release_money_of_ten_households() throws Exception {
        List<Message> after = read(folder.resolve("na-besluit"));
        Map<String, Allocated> before =
                allocations.stream().collect(Collectors.toMap(Allocated::number, a -> a, (one, other) -> one));
        List<Message> changes = after.stream()
                .filter(message -> message.text("RedenWijziging").equals("05"))
                .toList();
        assertThat(changes).hasSize(10).allSatisfy(message -> {
            assertThat(before).containsKey(message.text("ToewijzingNummer"));
            assertThat(message.text("Toewijzingsdatum")).isEqualTo("2026-12-01");
            assertThat(message.text("Einddatum")).isEqualTo("2026-12-31");
        });
        List<Message> smaller = after.stream()
                .filter(kind("301"))
                .filter(message -> message.text("RedenWijziging").isEmpty())
                .toList();
        assertThat(smaller).hasSize(10).allSatisfy(message -> {
            assertThat(before).doesNotContainKey(message.text("ToewijzingNummer"));
            assertThat(message.text("Ingangsdatum")).isEqualTo("2027-01-01");
            assertThat(message.text("Einddatum")).isEqualTo("2027-12-31");
            Allocated old = allocations.stream()
                    .filter(a -> a.bsn().equals(message.text("Bsn")))
                    .findFirst()
                    .orElseThrow();
            assertThat(Long.parseLong(message.text("Volume")) * 10).isEqualTo(old.volume() * 7);
        });
        assertThat(after.stream().filter(kind("307")))
                .hasSize(10)
                .allSatisfy(message -> assertThat(message.text("RedenBeeindiging") + message.text("Einddatum"))
                        .isEqualTo("362026-12-31"))
                .extracting(message -> message.text("ToewijzingNummer"))
                .containsExactlyInAnyOrderElementsOf(changes.stream()
                        .map(message -> message.text("ToewijzingNummer"))
                        .toList());
    }

    @Test
    void each_refused_example_has_its_own_mistake() throws Exception {
        Path refused = folder.resolve("fout");
        assertThat(Files.readString(refused.resolve("andere-versie.xml")))
                .contains("iwmo/3_1/")
                .doesNotContain("3_2");
        assertThat(Files.readString(refused.resolve("verkeerde-code.xml"))).contains("BerichtCode>436<");
        assertThat(Files.readString(refused.resolve("externe-entiteit.xml"))).contains("<!ENTITY");
        assertThat(Files.readString(refused.resolve("andere-gemeente.xml"))).contains("Afzender>9902<");
        assertThat(Files.readString(refused.resolve("afgebroken.xml"))).doesNotContain("</wmo301:Bericht>");
        assertThat(Files.readString(refused.resolve("week-zonder-einddatum.xml")))
                .contains("Frequentie>2<")
                .doesNotContain("Einddatum");
    }

    @Test
    void every_message_is_valid_by_the_schemas_of_the_standards() throws Exception {
        Path schemas = Path.of(System.getProperty("shared.data", "../shared/data"), "istandaarden");
        if (!Files.isDirectory(schemas)) {
            // from a work tree the data stands one folder higher
            schemas = Path.of("../../shared/data/istandaarden");
        }
        assumeTrue(Files.isDirectory(schemas), "the schemas of the standards are not here");
        Map<String, Schema> known = new HashMap<>();
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        List<Path> files = new ArrayList<>(files(folder.resolve("start/berichten")));
        files.addAll(files(folder.resolve("na-besluit")));
        for (Path file : files) {
            String kind = kindOf(file);
            Schema schema = known.get(kind);
            if (schema == null) {
                String standard = kind.startsWith("wmo") ? "iwmo-3.2" : "ijw-3.2";
                schema = factory.newSchema(schemas.resolve(standard)
                        .resolve(kind.toUpperCase(Locale.ROOT) + ".xsd")
                        .toFile());
                known.put(kind, schema);
            }
            schema.newValidator().validate(new StreamSource(file.toFile()));
        }
        assertThat(known).hasSize(8);
    }

    @Test
    void every_neighbourhood_has_key_figures_and_an_outline() throws Exception {
        List<NamedCsvRecord> figures = rows("kwb_9901_2025.csv");
        assertThat(figures.stream().filter(row -> row.getField("recs").equals("Gemeente")))
                .hasSize(1);
        assertThat(figures.stream().filter(row -> row.getField("recs").equals("Wijk")))
                .hasSize(4);
        assertThat(figures).anyMatch(row -> row.getField("a_jz_tn").equals("."));
        Set<String> codes = figures.stream()
                .filter(row -> row.getField("recs").equals("Buurt"))
                .map(row -> row.getField("gwb_code_10"))
                .collect(Collectors.toSet());
        assertThat(codes).hasSize(16).isEqualTo(new HashSet<>(neighbourhoodOf.values()));
        assertThat(outlines(folder).keySet()).isEqualTo(codes);
    }

    @Test
    void outlines_are_simple_closed_and_share_their_borders_without_overlap(@TempDir Path large) throws Exception {
        new DemoMunicipality(new DemoMunicipality.Settings(3, 61, 2_500)).writeTo(large);
        for (Path place : List.of(folder, large)) {
            Map<String, double[][]> outlines = outlines(place);
            outlines.forEach((code, ring) -> {
                assertThat(ring[0]).as(code).containsExactly(ring[ring.length - 1]);
                assertThat(area(ring)).as(code + " against the clock").isPositive();
                assertThat(crossings(ring)).as(code).isZero();
            });
            // a border is walked both ways, so no directed edge occurs twice and most occur in both directions
            Map<String, Integer> edges = new HashMap<>();
            outlines.values().forEach(ring -> {
                for (int i = 1; i < ring.length; i++) {
                    edges.merge(edge(ring[i - 1], ring[i]), 1, Integer::sum);
                }
            });
            assertThat(edges.values()).allMatch(times -> times == 1);
            long shared = edges.keySet().stream()
                    .filter(edge -> {
                        String[] ends = edge.split(">");
                        return edges.containsKey(ends[1] + ">" + ends[0]);
                    })
                    .count();
            assertThat(shared * 2).isGreaterThan(edges.size());
            Random random = new Random(1);
            for (int i = 0; i < 5_000; i++) {
                double x = 5.33 + 0.2 * random.nextDouble();
                double y = 52.68 + 0.12 * random.nextDouble();
                assertThat(outlines.values().stream().filter(ring -> inside(ring, x, y)))
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void another_size_keeps_every_citizen_number_and_address_apart(@TempDir Path large) throws Exception {
        DemoMunicipality.Written result =
                new DemoMunicipality(new DemoMunicipality.Settings(5, 40, 3_500)).writeTo(large);
        assertThat(result.provisions()).isEqualTo(3_500);
        Set<String> seen = new HashSet<>();
        for (NamedCsvRecord row : rows(large, "huishoudens_9901.csv")) {
            assertThat(seen.add(row.getField("bsn"))).isTrue();
        }
        assertThat(rows(large, "adressen_9901_2025.csv").stream()
                        .map(row -> row.getField("PC6") + " " + row.getField("Huisnummer")))
                .doesNotHaveDuplicates();
        // the flagship does not depend on the size of the rest
        assertThat(result.people().parents().stream().map(DemoPeople.Parent::bsn))
                .isEqualTo(new DemoMunicipality(new DemoMunicipality.Settings(5, 12, 2_500))
                        .people().parents().stream().map(DemoPeople.Parent::bsn).toList());
    }

    @Test
    void nothing_is_overwritten() {
        assertThatIOException().isThrownBy(() -> new DemoMunicipality(SETTINGS).writeTo(folder));
    }

    @Test
    void arguments_choose_the_size_and_wrong_ones_are_refused() {
        GenerateDemo.Request request = GenerateDemo.Request.of(
                List.of("there", "--seed", "4", "--neighbourhoods", "20", "--provisions", "3000"));
        assertThat(request.folder()).isEqualTo(Path.of("there"));
        assertThat(request.settings()).isEqualTo(new DemoMunicipality.Settings(4, 20, 3_000));
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("there", "--seed"),
                List.of("there", "--size", "3"),
                List.of("there", "elsewhere"),
                List.of("there", "--neighbourhoods", "11"),
                List.of("there", "--provisions", "2499"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> GenerateDemo.Request.of(wrong));
        }
    }

    /** Own arithmetic, from the written tariffs: weeks are 52.14 a year. */
    private static Money yearly(Allocated allocation) {
        NamedCsvRecord tariff = rows("tarieven_9901.csv").stream()
                .filter(row -> row.getField("aanbieder").equals(allocation.provider()))
                .filter(row -> row.getField("wet").equals(allocation.law()))
                .filter(row -> row.getField("productcode").equals(allocation.code()))
                .findFirst()
                .orElseThrow();
        BigDecimal price = new BigDecimal(tariff.getField("tarief").replace(',', '.'));
        BigDecimal volume = BigDecimal.valueOf(allocation.volume());
        if (allocation.unit().equals("01") && tariff.getField("eenheid").equals("04")) {
            volume = volume.divide(BigDecimal.valueOf(60));
        }
        return switch (allocation.frequency()) {
            case "2" -> Money.ofEuros(volume.multiply(new BigDecimal("52.14")).multiply(price));
            case "6" -> {
                int years = LocalDate.parse(allocation.lastDay()).plusDays(1).getYear()
                        - LocalDate.parse(allocation.firstDay()).getYear();
                yield Money.ofEuros(volume.multiply(price)).timesFraction(1, years);
            }
            default -> throw new AssertionError(allocation.frequency());
        };
    }

    private static long dayActivities(String neighbourhood, boolean all) {
        Set<String> consented = rows("toestemming_9901.csv").stream()
                .filter(row -> row.getField("van_wet").equals("Jeugdwet")
                        && row.getField("voor_wet").equals("Wmo"))
                .filter(row -> row.getField("ingetrokken_op").isEmpty())
                .map(row -> row.getField("bsn"))
                .collect(Collectors.toSet());
        long messages = allocations.stream()
                .filter(a -> neighbourhood.equals(a.neighbourhood()))
                .filter(a -> (a.law() + a.category()).equals("Wmo07")
                        || (a.law() + a.category()).equals("Jeugdwet41") && (all || consented.contains(a.bsn())))
                .map(Allocated::household)
                .distinct()
                .count();
        return messages
                + rows("voorzieningen_9901.csv").stream()
                        .filter(row -> row.getField("hulpvraag").equals("day-activities"))
                        .filter(row -> neighbourhood.equals(neighbourhood(row)))
                        .count();
    }

    private static String neighbourhood(NamedCsvRecord row) {
        return neighbourhoodOf.get(row.getField("postcode") + row.getField("huisnummer"));
    }

    private static List<Allocated> allocated(Message message) {
        Element client =
                elements(message.document().getDocumentElement(), "Client").get(0);
        List<Allocated> result = new ArrayList<>();
        String address = text(client, "Postcode") + text(client, "Huisnummer");
        for (Element product : elements(client, "ToegewezenProduct")) {
            result.add(new Allocated(
                    message.kind().startsWith("wmo") ? "Wmo" : "Jeugdwet",
                    text(client, "Bsn"),
                    address,
                    neighbourhoodOf.get(address),
                    text(product, "ToewijzingNummer"),
                    message.text("Ontvanger"),
                    text(product, "Categorie"),
                    text(product, "Code"),
                    text(product, "Eenheid"),
                    text(product, "Frequentie"),
                    Long.parseLong(text(product, "Volume") + text(product, "Budget")),
                    text(product, "Ingangsdatum"),
                    text(product, "Einddatum")));
        }
        return result;
    }

    private static List<String> numbersIn(String kind) {
        return messages.stream()
                .filter(kind(kind))
                .flatMap(message -> elements(message.document().getDocumentElement(), "ToewijzingNummer").stream()
                        .map(Element::getTextContent))
                .toList();
    }

    private static Predicate<Message> kind(String kind) {
        return message -> message.kind().endsWith(kind);
    }

    private static String kindOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('-'));
    }

    private static List<Message> read(Path directory) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        List<Message> result = new ArrayList<>();
        for (Path file : files(directory)) {
            result.add(new Message(kindOf(file), factory.newDocumentBuilder().parse(file.toFile())));
        }
        return result;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        List<Element> result = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            result.add((Element) found.item(i));
        }
        return result;
    }

    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static final Map<Path, List<NamedCsvRecord>> READ = new HashMap<>();

    private static List<NamedCsvRecord> rows(String name) {
        return rows(folder, name);
    }

    private static List<NamedCsvRecord> rows(Path place, String name) {
        return READ.computeIfAbsent(place.resolve("start").resolve(name), file -> {
            try (CsvReader<NamedCsvRecord> reader =
                    CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(file)) {
                return reader.stream().toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private static String fingerprint(Path place) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Path file : files(place)) {
            digest.update(place.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.readAllBytes();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Map<String, double[][]> outlines(Path place) throws IOException {
        Map<String, double[][]> outlines = new TreeMap<>();
        try (JsonReader reader =
                Json.createReader(Files.newBufferedReader(place.resolve("start/buurten_9901_2025.geojson")))) {
            for (JsonValue value : reader.readObject().getJsonArray("features")) {
                JsonObject feature = value.asJsonObject();
                JsonArray ring = feature.getJsonObject("geometry")
                        .getJsonArray("coordinates")
                        .getJsonArray(0);
                outlines.put(
                        feature.getJsonObject("properties").getString("buurtcode"),
                        ring.stream()
                                .map(JsonValue::asJsonArray)
                                .map(point -> new double[] {
                                    point.getJsonNumber(0).doubleValue(),
                                    point.getJsonNumber(1).doubleValue()
                                })
                                .toArray(double[][]::new));
            }
        }
        return outlines;
    }

    private static String edge(double[] from, double[] to) {
        return from[0] + " " + from[1] + ">" + to[0] + " " + to[1];
    }

    private static double area(double[][] ring) {
        double sum = 0;
        for (int i = 1; i < ring.length; i++) {
            sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
        }
        return sum / 2;
    }

    private static int crossings(double[][] ring) {
        int crossings = 0;
        for (int i = 1; i < ring.length; i++) {
            for (int j = i + 2; j < ring.length; j++) {
                if (i == 1 && j == ring.length - 1) {
                    continue;
                }
                if (side(ring[i - 1], ring[i], ring[j - 1]) * side(ring[i - 1], ring[i], ring[j]) < 0
                        && side(ring[j - 1], ring[j], ring[i - 1]) * side(ring[j - 1], ring[j], ring[i]) < 0) {
                    crossings++;
                }
            }
        }
        return crossings;
    }

    private static double side(double[] from, double[] to, double[] point) {
        return Math.signum((to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]));
    }

    private static boolean inside(double[][] ring, double x, double y) {
        boolean inside = false;
        for (int i = 1; i < ring.length; i++) {
            double[] a = ring[i - 1];
            double[] b = ring[i];
            if (a[1] > y != b[1] > y && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) {
                inside = !inside;
            }
        }
        return inside;
    }
}
