package nl.buurtbundel.intake;

import static nl.buurtbundel.intake.TestMessages.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.AddressPlace;
import nl.buurtbundel.neighbourhood.KeyFigures;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Shape;
import nl.buurtbundel.provision.ContractForm;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.Need;
import nl.buurtbundel.provision.Price;
import nl.buurtbundel.provision.ProviderCode;
import nl.buurtbundel.provision.ProvisionWithoutMessageCommand;
import nl.buurtbundel.provision.TariffCommand;
import nl.buurtbundel.provision.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
    private static final String TARIFF_HEADER =
            "aanbieder;wet;categorie;productcode;eenheid;tarief;contractvorm;geldig_van;geldig_tot\n";
    private static final Tables TABLES = new Tables(new MunicipalityCode("GM9901"), IntakeLimits.DEFAULT);

    @Test
    void a_tariff_is_read_with_a_comma_and_an_open_end() {
        assertThat(tariffs("12345678;Jeugdwet;45;45A04;04;76,00;inspanning;2026-01-01;\n"))
                .containsExactly(new TariffCommand(
                        new ProviderCode("12345678"),
                        Law.JEUGDWET,
                        "45",
                        "45A04",
                        Price.perUnit(Unit.HOUR, Money.ofEuros(76)),
                        Period.from(LocalDate.of(2026, 1, 1))));
    }

    @Test
    void a_lump_sum_has_no_price_and_a_trajectory_one_without_a_unit() {
        List<TariffCommand> tariffs = tariffs("12345678;Wmo;02;;;;lumpsum;2026-01-01;2026-12-31\n"
                + "12345678;Wmo;02;02A01;;4.000,50;traject;1-1-2026;31-12-2026\n");

        assertThat(tariffs)
                .extracting(tariff -> tariff.price().form())
                .containsExactly(ContractForm.LUMP_SUM, ContractForm.PER_TRAJECTORY);
        assertThat(tariffs.get(1).price().amount()).isEqualTo(Money.parse("4000.50"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "76|76.00",
                "76,5|76.50",
                "76.5|76.50",
                "1.000,00|1000.00",
                "1234,5|1234.50",
                "'1,000.00'|1000.00",
                "1.234.567,89|1234567.89"
            })
    void an_amount_that_is_clear_is_read(String written, String amount) {
        assertThat(tariffs("12345678;Wmo;02;;04;" + written + ";inspanning;2026-01-01;\n")
                        .get(0)
                        .price()
                        .amount())
                .isEqualTo(Money.parse(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.000", "1,000", "1,00,0", "€ 5", "1e3", "--5", "-", "1.00.00", "99999999999999", "٣"})
    void an_amount_that_is_not_clear_is_refused_with_line_and_column(String written) {
        assertThat(refusedTariff(written)).isEqualTo("table-amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0,00", "-5", "-5,00", "-1.250,50"})
    void an_amount_that_is_clear_but_not_above_zero_is_refused_for_that(String written) {
        assertThat(refusedTariff(written)).isEqualTo("table-amount-above-zero");
    }

    private static String refusedTariff(String written) {
        RefusedItem item = refused(
                        in -> TABLES.tariffs("tarieven.csv", in),
                        TARIFF_HEADER
                                + "12345678;Wmo;02;;04;5;inspanning;2026-01-01;\n"
                                + "12345678;Wmo;02;;04;" + written + ";inspanning;2026-01-01;\n")
                .get(0);

        assertThat(item.line()).isEqualTo(3);
        assertThat(item.field()).isEqualTo("tarief");
        return item.code();
    }

    @Test
    void every_wrong_row_is_named_and_none_is_taken() {
        List<RefusedItem> items = refused(
                in -> TABLES.tariffs("tarieven.csv", in),
                TARIFF_HEADER
                        + "1234567;Wmo;02;;04;5;inspanning;2026-01-01;\n"
                        + "12345678;Wmo;02;;04;5;inspanning;2026-01-01;\n"
                        + "12345678;Zvw;02;;04;5;inspanning;2026-01-01;\n"
                        + "12345678;Wmo;02;;04;5;gratis;2026-01-01;\n"
                        + "12345678;Wmo;02;;04;5;inspanning;2026-13-01;\n"
                        + "12345678;Wmo;02;;04;5;inspanning;2026-01-02;2026-01-01\n"
                        + "12345678;Wmo;02\n");

        assertThat(items)
                .extracting(RefusedItem::line, RefusedItem::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "aanbieder"),
                        org.assertj.core.groups.Tuple.tuple(4L, "wet"),
                        org.assertj.core.groups.Tuple.tuple(5L, "contractvorm"),
                        org.assertj.core.groups.Tuple.tuple(6L, "geldig_van"),
                        org.assertj.core.groups.Tuple.tuple(7L, "geldig_tot"),
                        org.assertj.core.groups.Tuple.tuple(8L, ""));
    }

    @Test
    void columns_that_are_missing_are_all_named() {
        assertThat(refused(in -> TABLES.households("huishoudens.csv", in), "huishouden;naam\n1;x\n"))
                .extracting(RefusedItem::field)
                .containsExactly("bsn", "rol");
        assertThat(refused(in -> TABLES.households("huishoudens.csv", in), ""))
                .extracting(RefusedItem::code)
                .containsExactly("table-without-header");
    }

    @Test
    void marks_of_encoding_and_both_separators_are_understood() {
        String text = "huishouden,bsn,rol\r\n\"7\",999900006,kind\r\n";

        assertThat(TABLES.households("h.csv", bytes(text)).rows()).hasSize(1);
        assertThat(TABLES.households("h.csv", bytes("\uFEFF" + text)).rows()).hasSize(1);
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(TABLES.households("h.csv", new ByteArrayInputStream(("\uFEFF" + text).getBytes(charset)))
                            .rows())
                    .hasSize(1);
        }
    }

    @Test
    void text_in_another_encoding_is_refused_where_it_shows() {
        byte[] latin = (TARIFF_HEADER + "12345678;Wmo;02;;04;5;inspanning;2026-01-01;\n"
                        + "12345678;Wmo;02;é;04;5;inspanning;2026-01-01;\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        RefusedItem item = refusal(() -> TABLES.tariffs("tarieven.csv", new ByteArrayInputStream(latin)))
                .get(0);

        assertThat(item.code()).isEqualTo("table-encoding");
        assertThat(item.line()).isEqualTo(3);
        assertThat(item.field()).isEqualTo("productcode");
        byte[] unmarked = "huishouden;bsn;rol\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(refusal(() -> TABLES.households("h.csv", new ByteArrayInputStream(unmarked)))
                        .get(0)
                        .code())
                .isEqualTo("table-nul");
    }

    @Test
    void quotes_that_never_close_and_endless_lines_are_refused_with_the_line() {
        String header = "huishouden;bsn;rol\n7;999900006;kind\n";
        RefusedItem quote = refused(in -> TABLES.households("h.csv", in), header + "\"7;999900006;kind\n")
                .get(0);
        assertThat(quote.code()).isEqualTo("table-quotes");
        assertThat(quote.line()).isEqualTo(3);

        InputStream endless = new InputStream() {
            private final byte[] start = header.getBytes(StandardCharsets.UTF_8);
            private long read;

            @Override
            public int read() {
                return read < start.length ? start[(int) read++] : read++ < 1L << 30 ? 'x' : -1;
            }
        };
        RefusedItem line = refusal(() -> TABLES.households("h.csv", endless)).get(0);
        assertThat(line.code()).isEqualTo("table-line-too-long");
        assertThat(line.line()).isEqualTo(3);
    }

    @Test
    void a_file_of_only_mistakes_stops_early() {
        String rows = "x;y;z\n".repeat(5000);

        assertThat(refused(in -> TABLES.households("h.csv", in), "huishouden;bsn;rol\n" + rows))
                .hasSize(201)
                .last()
                .extracting(RefusedItem::code)
                .isEqualTo("table-many-errors");
    }

    @Test
    void addresses_of_other_municipalities_are_passed_over_and_bare_numbers_filled_up() {
        String rows = "PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025\n"
                + "1234AB;1;BU99010101;WK990101;GM9901\n"
                + "1234 ab;2;99010102;990101;9901\n"
                + "3511AA;1;BU03440111;WK034401;GM0344\n";

        assertThat(TABLES.addresses("adressen.csv", bytes(rows)).rows())
                .containsExactly(
                        new AddressPlace("1234AB", 1, new NeighbourhoodCode("BU99010101")),
                        new AddressPlace("1234AB", 2, new NeighbourhoodCode("BU99010102")));
    }

    @Test
    void a_provision_without_a_message_keeps_what_can_be_placed() {
        String rows =
                "nummer;wet;vorm;hulpvraag;bsn;geboortedatum;postcode;huisnummer;ingangsdatum;einddatum;jaarbedrag;taakveld\n"
                        + "P-1;Jeugdwet;cursus;parenting-support;999900006;1990-05-06;1234AB;12;2026-01-01;;1.250,00;6.751\n"
                        + "P-2;Participatiewet;bijzondere_bijstand;debt-help;999900006;1990-05-06;;;2026-01-01;2026-12-31;300;\n";
        List<ProvisionWithoutMessageCommand> provisions =
                TABLES.provisions("voorzieningen.csv", bytes(rows)).rows();

        assertThat(provisions)
                .extracting(ProvisionWithoutMessageCommand::need)
                .containsExactly(Need.PARENTING_SUPPORT, Need.DEBT_HELP);
        assertThat(provisions.get(0).annualCost()).isEqualTo(Money.ofEuros(1250));
        assertThat(provisions.get(0).yearOfBirth()).isEqualTo(1990);
        assertThat(provisions.get(1).address()).isNull();
    }

    @Test
    void consent_is_between_two_laws_and_ends_after_it_starts() {
        String header = "bsn;van_wet;voor_wet;gegeven_op;ingetrokken_op\n";

        assertThat(TABLES.consents("toestemming.csv", bytes(header + "999900006;Jeugdwet;Wmo;2026-01-01;\n"))
                        .rows())
                .hasSize(1);
        assertThat(refused(
                                in -> TABLES.consents("toestemming.csv", in),
                                header + "999900006;Jeugdwet;Wmo;2026-01-02;2026-01-01\n")
                        .get(0)
                        .code())
                .isEqualTo("end-before-start");
    }

    @Test
    void published_key_figures_are_read_and_secret_is_not_zero() throws IOException {
        Path file = TestMessages.shared().resolve("cbs/utrecht_kwb_2023.csv");
        assumeTrue(Files.exists(file), "the published key figures are not there");
        List<KeyFigures> figures;
        try (InputStream in = Files.newInputStream(file)) {
            figures = new Tables(new MunicipalityCode("GM0344"), IntakeLimits.DEFAULT)
                    .keyFigures("utrecht_kwb_2023.csv", in)
                    .rows();
        }

        assertThat(figures).hasSize(111).allMatch(figure -> figure.year() == 2023);
        assertThat(figures).anyMatch(figure -> figure.inhabitants() != null && figure.inhabitants() > 1000);
    }

    @Test
    void published_outlines_are_read() throws IOException {
        Path file = TestMessages.shared().resolve("cbs/baarn_buurten_2024.geojson");
        assumeTrue(Files.exists(file), "the published outlines are not there");
        try (InputStream in = Files.newInputStream(file)) {
            List<Shape> shapes = new ShapeReader(new MunicipalityCode("GM0308"), IntakeLimits.DEFAULT)
                    .read("baarn.geojson", in)
                    .rows();
            assertThat(shapes).hasSize(21).allMatch(shape -> shape.geometry().contains("Polygon"));
        }
    }

    @Test
    void an_outline_in_metres_or_of_nothing_is_refused() {
        String feature = """
                {"type":"FeatureCollection","crs":{"a":[1,{"b":2}]},"features":[{"type":"Feature","properties":{"buurtcode":"BU99010101","buurtnaam":"Haven"},"geometry":{"type":"Polygon","coordinates":[[[4.1,52.1],[4.2,52.1],[4.2,52.2],[4.1,52.1]]]}}]}
                """;
        ShapeReader reader = new ShapeReader(new MunicipalityCode("GM9901"), IntakeLimits.DEFAULT);

        assertThat(reader.read("b.geojson", bytes(feature)).rows()).hasSize(1);
        for (String wrong : List.of(
                feature.replace("4.1,52.1", "155000,463000"),
                feature.replace("BU99010101", "99010101"),
                feature.replace("Polygon", "Point"),
                feature.substring(0, 200),
                "[]",
                "",
                "{}")) {
            assertThat(refusal(() -> reader.read("b.geojson", bytes(wrong)))).hasSize(1);
        }
    }

    private static List<TariffCommand> tariffs(String rows) {
        return TABLES.tariffs("tarieven.csv", bytes(TARIFF_HEADER + rows)).rows();
    }

    private static List<RefusedItem> refused(Function<InputStream, Object> reader, String text) {
        return refusal(() -> reader.apply(bytes(text)));
    }

    private static List<RefusedItem> refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        Refused refused = catchThrowableOfType(Refused.class, work);
        assertThat(refused).isNotNull();
        for (RefusedItem item : refused.items()) {
            assertThat(Messages.has(Messages.DUTCH, item.key())).as(item.key()).isTrue();
            assertThat(item.text(Messages.ENGLISH)).isNotBlank();
        }
        return refused.items();
    }
}
