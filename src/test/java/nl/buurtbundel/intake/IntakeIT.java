package nl.buurtbundel.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Sql;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodSummary;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.neighbourhood.Shape;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.provision.CostedProvision;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.MappedNeed;
import nl.buurtbundel.provision.Need;
import nl.buurtbundel.provision.NeedMappings;
import nl.buurtbundel.provision.Participant;
import nl.buurtbundel.provision.Price;
import nl.buurtbundel.provision.ProvisionStopped;
import nl.buurtbundel.provision.Provisions;
import nl.buurtbundel.provision.RepairItem;
import nl.buurtbundel.provision.Repairs;
import nl.buurtbundel.provision.TakingPart;
import nl.buurtbundel.provision.Unit;
import nl.buurtbundel.provision.UnknownReason;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class IntakeIT {
    private static final MunicipalityCode MUNICIPALITY = new MunicipalityCode("GM9901");
    private static final NeighbourhoodCode HAVEN = new NeighbourhoodCode("BU99010101");
    private static final MunicipalityCode UTRECHT = new MunicipalityCode("GM0344");
    private static final MunicipalityCode BAARN = new MunicipalityCode("GM0308");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final User BACK_OFFICE =
            new User(new UserId(71), "back office", MUNICIPALITY, Set.of(Role.BACK_OFFICE), Set.of(), null);
    private static final User ADMINISTRATOR =
            new User(new UserId(73), "administrator", MUNICIPALITY, Set.of(Role.ADMINISTRATOR), Set.of(), null);
    private static final User TEAM =
            new User(new UserId(72), "team", MUNICIPALITY, Set.of(Role.TEAM_WORKER), Set.of(HAVEN), null);

    @Inject
    private Intake intake;

    @Inject
    private Provisions provisions;

    @Inject
    private Repairs repairs;

    @Inject
    private TakingPart takingPart;

    @Inject
    private Neighbourhoods neighbourhoods;

    @Inject
    private NeedMappings needMappings;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Stops stops;

    @Resource(lookup = "java:app/jdbc/buurtbundel")
    private DataSource dataSource;

    @Inject
    private Sql sql;

    private Path folder;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with();
    }

    @BeforeEach
    void start_empty() throws Exception {
        for (String table : List.of(
                "consent",
                "declared_cost",
                "waiting_report",
                "provision",
                "representation",
                "person",
                "household",
                "tariff",
                "refused_item",
                "import_lock",
                "import_run",
                "received_message",
                "received_table")) {
            sql.execute("delete from " + table);
        }
        stops.clear();
        folder = Files.createTempDirectory("intake-it");
        write("geo.geojson", """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"buurtcode":"BU99010101","buurtnaam":"Haven"},"geometry":{"type":"Polygon","coordinates":[[[4.1,52.1],[4.2,52.1],[4.2,52.2],[4.1,52.1]]]}}]}
                """);
        write("adressen.csv", "PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025\n1234AB;12;BU99010101;WK990101;GM9901\n");
        write(
                "tarieven.csv",
                "aanbieder;wet;categorie;productcode;eenheid;tarief;contractvorm;geldig_van;geldig_tot\n"
                        + "12345678;Jeugdwet;45;45A04;04;76,00;inspanning;2025-01-01;\n");
    }

    @Test
    void an_allocation_comes_out_placed_and_costed() throws Exception {
        write("1.xml", TestMessages.allocation());

        ImportReport report = importAll();

        assertEquals(List.of(), report.refused());
        assertEquals(4, report.summary().filesTaken());
        assertEquals(ImportState.DONE, report.summary().state());
        assertEquals(0, report.summary().toRepair());
        CostedProvision provision = only();
        assertEquals(Need.PARENTING_SUPPORT, provision.need());
        assertEquals(Money.parse("7925.28"), provision.allocated().amount());
        assertEquals(120, provision.weeklyMinutes());
        assertEquals(0, sql.number("select count(*) from person where pseudonym like '%999900006%'"));
    }

    @Test
    void a_row_of_the_municipality_says_what_a_product_is_for_until_it_ends() throws Exception {
        sql.execute("delete from need_mapping where municipality is not null");
        write("1.xml", TestMessages.allocation());
        importAll();
        currentUser.runAs(ADMINISTRATOR, () -> {
            needMappings.map(Law.JEUGDWET, "45", "45A04", Need.GUIDANCE, Period.from(LocalDate.of(2020, 1, 1)));
        });
        assertEquals(Need.GUIDANCE, only().need());
        MappedNeed row = currentUser.runAs(ADMINISTRATOR, () -> needMappings.list()).stream()
                .filter(MappedNeed::own)
                .findFirst()
                .orElseThrow();
        currentUser.runAs(ADMINISTRATOR, () -> {
            needMappings.end(row.id(), row.version(), LocalDate.of(2020, 12, 31));
        });
        assertEquals(Need.PARENTING_SUPPORT, only().need());
        for (Runnable refused : List.<Runnable>of(
                () -> needMappings.end(row.id(), row.version(), LocalDate.of(2021, 12, 31)),
                () -> needMappings.map(
                        Law.JEUGDWET, "46", null, Need.GUIDANCE, Period.from(LocalDate.of(2020, 1, 1))))) {
            RuntimeException thrown =
                    assertThrows(RuntimeException.class, () -> currentUser.runAs(ADMINISTRATOR, refused));
            assertTrue(Refusal.unwrapped(thrown) instanceof Refusal);
        }
    }

    @Test
    void the_same_again_changes_nothing_and_other_content_is_refused() throws Exception {
        write("1.xml", TestMessages.allocation());
        importAll();

        ImportSummary again = importAll().summary();
        assertEquals(4, again.filesUnchanged());
        assertEquals(0, again.filesTaken());

        write("1.xml", TestMessages.allocation().replace(">120<", ">600<"));
        ImportReport other = importAll();
        assertEquals("identity-other-content", other.refused().get(0).code());
        assertEquals(120, only().weeklyMinutes());
    }

    @Test
    void the_newest_allocation_wins_in_whatever_order_they_come() throws Exception {
        write("2.xml", allocation("A2", "2026-03-01", "300"));
        importAll();
        Files.delete(folder.resolve("2.xml"));
        write("1.xml", allocation("A1", "2026-01-01", "120"));

        assertEquals(1, importAll().summary().provisions().older());
        assertEquals(300, only().weeklyMinutes());
        write("3.xml", allocation("A3", "2026-04-01", "60"));
        assertEquals(1, importAll().summary().provisions().replaced());
        assertEquals(60, only().weeklyMinutes());
    }

    @Test
    void a_removed_allocation_counts_as_never_sent() throws Exception {
        write("1.xml", allocation("A1", "2026-01-01", "120"));
        importAll();
        write(
                "2.xml",
                allocation("A2", "2026-02-01", "120")
                        .replace(
                                "<a:Einddatum>2026-12-31</a:Einddatum>",
                                "<a:Einddatum>2026-01-01</a:Einddatum><a:RedenWijziging>13</a:RedenWijziging>"));
        importAll();

        assertEquals(List.of(), listed());
    }

    @Test
    void a_stop_before_its_allocation_waits_and_is_told_once() throws Exception {
        write("0.xml", stop("S1", "36", "2026-08-31"));
        assertEquals(1, importAll().summary().provisions().waiting());
        assertEquals(List.of(), stops.heard());

        write("1.xml", TestMessages.allocation());
        write(
                "2.xml",
                allocation("A9", "2026-08-01", "60")
                        .replace(">77<", ">78<")
                        .replace("Ingangsdatum>2026-01-01", "Ingangsdatum>2026-09-01"));
        importAll();
        importAll();

        assertEquals(1, stops.heard().size());
        ProvisionStopped stopped = stops.heard().get(0);
        assertEquals(LocalDate.of(2026, 8, 31), stopped.stoppedOn());
        assertEquals(1, stopped.successors().size());
        assertEquals(Money.parse("7925.28"), stopped.allocated().amount());
        assertEquals(Money.parse("6736.49"), stopped.expectedCost(8_500).orElseThrow());
        assertEquals(0, sql.number("select count(*) from waiting_report"));
        assertEquals(1, listed().size());
        assertEquals(1, provisionsOn(LocalDate.of(2026, 9, 1)).size());
    }

    @Test
    void help_that_takes_over_later_is_told_with_the_stop_before_it() throws Exception {
        write("1.xml", TestMessages.allocation());
        write("2.xml", stop("S1", "36", "2026-08-31"));
        importAll();
        assertEquals(List.of(), stops.heard().get(0).successors());

        write(
                "3.xml",
                allocation("A9", "2026-08-01", "60")
                        .replace(">77<", ">78<")
                        .replace("Ingangsdatum>2026-01-01", "Ingangsdatum>2026-10-01"));
        importAll();

        assertEquals(2, stops.heard().size());
        ProvisionStopped again = stops.heard().get(1);
        assertEquals(stops.heard().get(0).provision(), again.provision());
        assertEquals(LocalDate.of(2026, 10, 1), again.successors().get(0).firstDay());
    }

    @Test
    void a_report_with_the_number_of_somebody_else_is_refused_whole() throws Exception {
        write("1.xml", TestMessages.allocation());
        write("2.xml", stop("S1", "36", "2026-04-30").replace("999900006", "999900018"));
        write("3.xml", stop("S2", "36", "2026-04-30").replace("12345678", "87654321"));
        write("4.xml", TestMessages.youthDeclaration().replace("999900006", "999900018"));

        ImportReport report = importAll();

        assertEquals(
                List.of("2.xml other-person [77]", "3.xml other-provider [77]", "4.xml other-person [77]"),
                report.refused().stream()
                        .map(i -> i.file() + " " + i.code() + " " + i.parameters())
                        .toList());
        assertEquals(3, report.summary().filesRefused());
        assertEquals(List.of(), stops.heard());
        assertEquals(1, listed().size());
        assertEquals(0, sql.number("select count(*) from declared_cost"));
        assertEquals(0, sql.number("select count(*) from waiting_report"));

        write("5.xml", stop("S3", "36", "2026-04-30"));
        write("6.xml", TestMessages.youthDeclaration());
        assertEquals(3, importAll().refused().size());
        assertEquals(1, stops.heard().size());
        assertEquals(2, sql.number("select count(*) from declared_cost"));
    }

    @Test
    void a_report_that_came_before_the_allocation_of_somebody_else_is_dropped_and_told() throws Exception {
        write("0.xml", stop("S1", "36", "2026-04-30").replace("999900006", "999900018"));
        write("00.xml", TestMessages.youthDeclaration().replace("12345678", "87654321"));
        ImportReport early = importAll();
        assertEquals(List.of(), early.refused());
        assertEquals(1, early.summary().provisions().waiting());
        assertEquals(0, sql.number("select count(*) from waiting_report where pseudonym like '%999900018%'"));
        assertEquals(0, sql.number("select count(*) from declared_cost where pseudonym like '%999900006%'"));

        write("1.xml", TestMessages.allocation());
        ImportReport report = importAll();

        assertEquals(
                List.of("1.xml earlier-other-person [77]", "1.xml earlier-other-provider [77]"),
                report.refused().stream()
                        .map(i -> i.file() + " " + i.code() + " " + i.parameters())
                        .toList());
        assertEquals(0, report.summary().filesRefused());
        assertEquals(List.of(), stops.heard());
        assertEquals(1, listed().size());
        assertEquals(0, sql.number("select count(*) from waiting_report"));
        assertEquals(0, sql.number("select count(*) from declared_cost"));
    }

    @Test
    void declared_cost_is_known_per_year() throws Exception {
        write("1.xml", TestMessages.declaration("3800"));
        write("2.xml", TestMessages.allocation());
        importAll();

        assertEquals(1, listed().size());
        assertEquals(2, sql.number("select count(*) from declared_cost"));
    }

    @Test
    void what_cannot_be_placed_or_costed_is_repaired_by_number() throws Exception {
        Files.delete(folder.resolve("tarieven.csv"));
        Files.delete(folder.resolve("adressen.csv"));
        write("1.xml", TestMessages.allocation().replace("1234 ab", "9999XX"));
        assertEquals(1, importAll().summary().toRepair());

        RepairItem item = as(BACK_OFFICE, () -> repairs.list(0, 50)).get(0);
        assertEquals(UnknownReason.NO_TARIFF, item.cost());
        assertEquals(UnknownReason.ADDRESS_WITHOUT_NEIGHBOURHOOD, item.place());
        assertEquals("9999XX", item.postcode());
        assertEquals(Need.PARENTING_SUPPORT, item.need());
        assertEquals(List.of(), as(TEAM, () -> repairs.list(0, 50)));
        AllocationNumber number = item.number();
        String heard = "select count(*) from signal where source = 'REPAIR' and step = 'REPAIR_";
        long tariffsBefore = sql.number(heard + "NO_TARIFF'");
        long placesBefore = sql.number(heard + "ADDRESS_WITHOUT_NEIGHBOURHOOD'");
        as(BACK_OFFICE, () -> {
            repairs.place(number, HAVEN, item.version());
            return true;
        });
        RuntimeException old = assertThrows(
                RuntimeException.class,
                () -> as(BACK_OFFICE, () -> {
                    repairs.setTariff(number, Price.perUnit(Unit.HOUR, Money.ofEuros(76)), item.version());
                    return true;
                }));
        assertInstanceOf(Conflict.class, Refusal.unwrapped(old));
        RepairItem placed = as(TEAM, () -> repairs.list(0, 50)).get(0);
        int others = as(
                TEAM, () -> repairs.setTariff(number, Price.perUnit(Unit.HOUR, Money.ofEuros(76)), placed.version()));
        assertEquals(0, others);

        assertEquals(List.of(), as(TEAM, () -> repairs.list(0, 50)));
        assertEquals(Money.parse("7925.28"), only().allocated().amount());
        // what was refused is not heard
        assertEquals(tariffsBefore + 1, sql.number(heard + "NO_TARIFF'"));
        assertEquals(placesBefore + 1, sql.number(heard + "ADDRESS_WITHOUT_NEIGHBOURHOOD'"));
        assertTrue(sql.number("select count(*) from audit_event where action = 'provision.set-tariff'") > 0);
        assertTrue(sql.number("select count(*) from processing_log where activity = 'provision.activity.repair'") > 0);
    }

    @Test
    void a_wrong_file_is_named_and_the_others_are_taken() throws Exception {
        write("1.xml", TestMessages.allocation());
        write("2.xml", TestMessages.allocation().replace(">9901<", ">0344<"));
        write("3.xml", "<kapot");
        write("brief.docx", "x");
        write("huishoudens.csv", "huishouden;bsn;rol\n1;999900006;kind\n1;123;ouder\n");

        ImportReport report = importAll();

        assertEquals(
                List.of("other-municipality", "not-well-formed", "unknown-file", "bsn"),
                report.refused().stream()
                        .sorted(java.util.Comparator.comparing(RefusedItem::file))
                        .map(RefusedItem::code)
                        .toList());
        assertEquals(
                3,
                report.refused().stream()
                        .filter(i -> i.code().equals("bsn"))
                        .findFirst()
                        .orElseThrow()
                        .line());
        assertEquals(1, listed().size());
        assertEquals(4, report.summary().filesRefused());
        assertEquals(
                report, as(BACK_OFFICE, () -> intake.readReport(report.summary().id())));
    }

    @Test
    void households_are_found_by_address_or_by_the_register() throws Exception {
        write("1.xml", allocation("A1", "2026-01-01", "120"));
        write(
                "2.xml",
                allocation("A2", "2026-01-01", "120").replace(">77<", ">78<").replace("999900006", "999900018"));
        importAll();
        assertEquals(
                1, listed().stream().map(CostedProvision::household).distinct().count());

        write("huishoudens.csv", "huishouden;bsn;rol\n1;999900006;alleenstaand\n2;999900018;alleenstaand\n");
        write(
                "toestemming.csv",
                "bsn;van_wet;voor_wet;gegeven_op;ingetrokken_op\n999900018;Jeugdwet;Wmo;2026-01-01;2026-07-01\n");
        importAll();
        assertEquals(
                2, listed().stream().map(CostedProvision::household).distinct().count());
        var persons = listed().stream().map(CostedProvision::person).toList();
        assertEquals(1, provisions.consentsFor(persons, DAY).size());
        assertEquals(
                0, provisions.consentsFor(persons, LocalDate.of(2026, 7, 1)).size());
    }

    @Test
    void an_allocation_with_the_number_of_somebody_else_or_of_another_provider_is_refused_by_name() throws Exception {
        write("1.xml", TestMessages.allocation());
        write("2.xml", allocation("A2", "2026-03-01", "300").replace("999900006", "999900018"));
        write("3.xml", allocation("A3", "2026-03-01", "300").replace("12345678", "87654321"));

        ImportReport report = importAll();

        assertEquals(
                List.of("2.xml other-person [77]", "3.xml other-provider [77]"),
                report.refused().stream()
                        .map(i -> i.file() + " " + i.code() + " " + i.parameters())
                        .toList());
        assertEquals(2, report.summary().filesRefused());
        assertEquals(120, only().weeklyMinutes());
        assertEquals(1, sql.number("select count(*) from person"));
        assertEquals(1, sql.number("select count(*) from received_message"));

        write("4.xml", allocation("A4", "2025-03-01", "300").replace("999900006", "999900018"));
        ImportReport later = importAll();
        assertEquals(
                List.of("2.xml Bsn", "3.xml Ontvanger", "4.xml Bsn"),
                later.refused().stream().map(i -> i.file() + " " + i.field()).toList());
        assertEquals(120, only().weeklyMinutes());
        assertEquals(1, sql.number("select count(*) from household"));
    }

    @Test
    void a_row_of_the_register_with_the_number_of_somebody_else_is_refused_by_name() throws Exception {
        String header = "nummer;wet;vorm;hulpvraag;bsn;geboortedatum;postcode;huisnummer;ingangsdatum;einddatum;"
                + "jaarbedrag;taakveld\n";
        String row = "P1;Wmo;pgb;guidance;999900006;1980-01-01;1234AB;12;2026-01-01;;1200,00;\n";
        write("voorzieningen.csv", header + row);
        importAll();
        assertEquals(1, listed().size());

        write(
                "voorzieningen.csv",
                header + row.replace("999900006", "999900018").replace("1200", "9900"));
        ImportReport report = importAll();

        assertEquals(1, report.refused().size());
        assertEquals("voorzieningen.csv", report.refused().get(0).file());
        assertEquals("other-person", report.refused().get(0).code());
        assertEquals(List.of("P1"), report.refused().get(0).parameters());
        assertEquals(Money.ofEuros(1_200), only().allocated().amount());
        assertEquals(1, sql.number("select count(*) from person"));
    }

    @Test
    void nobody_lives_in_a_household_that_stays_behind() throws Exception {
        write(
                "adressen.csv",
                "PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025\n1234AB;12;BU99010101;WK990101;GM9901\n"
                        + "1234AB;14;BU99010101;WK990101;GM9901\n");
        write("1.xml", allocation("A1", "2026-01-01", "120"));
        write(
                "2.xml",
                allocation("A2", "2026-01-01", "120").replace(">77<", ">78<").replace("999900006", "999900018"));
        importAll();
        assertEquals(1, sql.number("select count(*) from household"));

        write("3.xml", allocation("A3", "2026-02-01", "120").replace("Huisnummer>12<", "Huisnummer>14<"));
        importAll();
        assertEquals(2, sql.number("select count(*) from household"));
        assertEquals(
                2, listed().stream().map(CostedProvision::household).distinct().count());

        write(
                "4.xml",
                allocation("A4", "2026-02-01", "120")
                        .replace(">77<", ">78<")
                        .replace("999900006", "999900018")
                        .replace("Huisnummer>12<", "Huisnummer>14<"));
        importAll();
        assertEquals(1, sql.number("select count(*) from household"));

        write("huishoudens.csv", "huishouden;bsn;rol\n1;999900006;alleenstaand\n1;999900018;partner\n");
        importAll();
        assertEquals(1, sql.number("select count(*) from household"));
        write("5.xml", allocation("A5", "2026-03-01", "120"));
        importAll();
        assertEquals(1, sql.number("select count(*) from household"));
        assertEquals(
                0,
                sql.number("select count(*) from household h where not exists"
                        + " (select 1 from person p where p.household = h.id)"));
    }

    @Test
    void a_report_counts_what_became_unknown_by_its_own_files() throws Exception {
        Files.delete(folder.resolve("tarieven.csv"));
        write("1.xml", TestMessages.allocation());
        assertEquals(1, importAll().summary().toRepair());
        assertEquals(0, importAll().summary().toRepair());
        write("2.xml", allocation("A2", "2026-02-01", "60").replace(">77<", ">78<"));
        write("3.xml", allocation("A3", "2026-02-02", "90"));
        assertEquals(1, importAll().summary().toRepair());
        assertEquals(2, as(BACK_OFFICE, () -> repairs.countMine()));
    }

    @Test
    void the_postcode_of_who_cannot_be_placed_is_forgotten_once_the_place_is_known() throws Exception {
        write("1.xml", TestMessages.allocation().replace("1234 ab", "9999XX"));
        importAll();
        RepairItem item = as(BACK_OFFICE, () -> repairs.list(0, 50)).get(0);
        assertEquals("9999XX", item.postcode());
        as(BACK_OFFICE, () -> {
            repairs.place(item.number(), HAVEN, item.version());
            return true;
        });
        assertEquals(0, sql.number("select count(*) from provision where unplaced_postcode is not null"));
    }

    @Test
    void the_repair_list_comes_in_pieces_and_each_piece_is_a_look_at_its_own_persons_only() throws Exception {
        Files.delete(folder.resolve("tarieven.csv"));
        for (int i = 0; i < 7; i++) {
            write(
                    i + ".xml",
                    allocation("R" + i, "2026-01-01", "120")
                            .replace(">77<", ">" + (200 + i) + "<")
                            .replace("999900006", bsn(i)));
        }
        importAll();
        sql.execute("delete from processing_log where activity = 'provision.activity.repair'");

        assertEquals(7, as(TEAM, () -> repairs.countMine()));
        List<String> first = numbers(as(TEAM, () -> repairs.list(0, 3)));
        assertEquals(List.of("200", "201", "202"), first);
        assertEquals(3, sql.number("select count(*) from processing_log where activity = 'provision.activity.repair'"));
        assertEquals(List.of("206"), numbers(as(TEAM, () -> repairs.list(6, 3))));
        assertEquals(7, as(BACK_OFFICE, () -> repairs.list(0, 50)).size());
        User elsewhere = new User(
                new UserId(74),
                "other team",
                MUNICIPALITY,
                Set.of(Role.TEAM_WORKER),
                Set.of(new NeighbourhoodCode("BU99010102")),
                null);
        assertEquals(0, as(elsewhere, () -> repairs.countMine()));
        assertEquals(List.of(), as(elsewhere, () -> repairs.list(0, 50)));
        User nowhere = new User(new UserId(75), "no team", MUNICIPALITY, Set.of(Role.TEAM_WORKER), Set.of(), null);
        assertEquals(List.of(), as(nowhere, () -> repairs.list(0, 50)));
        assertEquals(0, as(nowhere, () -> repairs.countMine()));
    }

    @Test
    void who_does_not_take_part_is_marked_by_number_and_every_look_is_logged() throws Exception {
        write("1.xml", TestMessages.allocation());
        importAll();
        sql.execute("delete from processing_log where activity = 'provision.activity.takes-part'");

        Participant seen = as(TEAM, () -> takingPart.list(Law.JEUGDWET, "77")).get(0);
        assertTrue(seen.takesPart());
        Participant marked = as(TEAM, () -> takingPart.mark(seen.number(), false, seen.version()));
        assertFalse(marked.takesPart());
        assertEquals(List.of(), listed());
        assertEquals(
                2, sql.number("select count(*) from processing_log where activity = 'provision.activity.takes-part'"));
        assertInstanceOf(
                Conflict.class,
                Refusal.unwrapped(assertThrows(
                        RuntimeException.class,
                        () -> as(TEAM, () -> takingPart.mark(seen.number(), true, seen.version())))));
        write("2.xml", allocation("A2", "2026-02-01", "60"));
        importAll();
        assertEquals(List.of(), listed());
        Participant again = as(TEAM, () -> takingPart.list(Law.JEUGDWET, "77")).get(0);
        as(TEAM, () -> takingPart.mark(again.number(), true, again.version()));
        assertEquals(1, listed().size());

        assertEquals(List.of(), as(TEAM, () -> takingPart.list(Law.WMO, "77")));
        assertEquals(List.of(), as(TEAM, () -> takingPart.list(Law.JEUGDWET, "78")));
        User elsewhere = new User(
                new UserId(74),
                "other team",
                MUNICIPALITY,
                Set.of(Role.TEAM_WORKER),
                Set.of(new NeighbourhoodCode("BU99010102")),
                null);
        assertEquals(List.of(), as(elsewhere, () -> takingPart.list(Law.JEUGDWET, "77")));
        for (User other : List.of(elsewhere, BACK_OFFICE, ADMINISTRATOR)) {
            assertInstanceOf(
                    NotFound.class,
                    Refusal.unwrapped(assertThrows(
                            RuntimeException.class,
                            () -> as(other, () -> takingPart.mark(again.number(), false, again.version() + 1)))));
        }
    }

    @Test
    void an_import_that_is_cancelled_leaves_whole_messages_only_and_can_be_done_again() throws Exception {
        int messages = 1_200;
        ImportId id = as(BACK_OFFICE, () -> intake.start(upload(messages)));
        while (summary(id).filesDone() == 0) {
            Thread.sleep(2);
        }
        as(BACK_OFFICE, () -> {
            intake.cancel(id);
            return true;
        });
        awaitEnd(id);

        ImportSummary cancelled = summary(id);
        assertEquals(ImportState.CANCELLED, cancelled.state());
        assertTrue(cancelled.filesDone() > 0 && cancelled.filesDone() < messages, cancelled.toString());
        assertEquals(cancelled.filesTaken(), sql.number("select count(*) from received_message"));
        assertEquals(2L * cancelled.filesTaken(), sql.number("select count(*) from provision"));
        assertEquals(cancelled.filesTaken(), sql.number("select count(*) from person"));
        assertEquals(0, sql.number("select count(*) from import_lock"));

        ImportId again = as(BACK_OFFICE, () -> intake.start(upload(messages)));
        awaitEnd(again);
        assertEquals(ImportState.DONE, summary(again).state());
        assertEquals(cancelled.filesTaken(), summary(again).filesUnchanged());
        assertEquals(messages - cancelled.filesTaken(), summary(again).filesTaken());
        assertEquals(2L * messages, sql.number("select count(*) from provision"));
    }

    @Test
    void the_key_figures_of_utrecht_load_as_published() throws Exception {
        Path file = TestMessages.shared().resolve("cbs/utrecht_kwb_2023.csv");
        assumeTrue(Files.exists(file), "the published key figures are not there");

        takePublished(UTRECHT, file);

        List<List<String>> rows = Files.readAllLines(file).stream()
                .map(line -> List.of(line.split(";", -1)))
                .toList();
        List<String> header = rows.get(0);
        Map<String, NeighbourhoodSummary> loaded = neighbourhoods.list(UTRECHT).stream()
                .collect(Collectors.toMap(one -> one.code().value(), one -> one));
        List<List<String>> published = rows.stream()
                .filter(row -> "Buurt".equals(row.get(header.indexOf("recs"))))
                .toList();
        assertEquals(111, published.size());
        assertEquals(111, loaded.size());
        for (List<String> row : published) {
            NeighbourhoodSummary one = loaded.get(row.get(header.indexOf("gwb_code_10")));
            assertEquals(row.get(header.indexOf("regio")), one.name());
            assertEquals(figure(row.get(header.indexOf("a_inw"))), one.inhabitants());
            assertEquals(figure(row.get(header.indexOf("a_hh"))), one.households());
            assertEquals(figure(row.get(header.indexOf("a_hh_m_k"))), one.householdsWithChildren());
        }
        assertEquals(
                367_715,
                published.stream()
                        .map(row -> figure(row.get(header.indexOf("a_inw"))))
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    @Test
    void the_outlines_of_baarn_load_as_published() throws Exception {
        Path file = TestMessages.shared().resolve("cbs/baarn_buurten_2024.geojson");
        assumeTrue(Files.exists(file), "the published outlines are not there");

        takePublished(BAARN, file);

        Map<String, Shape> loaded = neighbourhoods.listShapes(BAARN).stream()
                .collect(Collectors.toMap(one -> one.code().value(), one -> one));
        assertEquals(21, loaded.size());
        try (var in = Files.newInputStream(file);
                var json = Json.createReader(in)) {
            List<JsonObject> features =
                    json.readObject().getJsonArray("features").getValuesAs(JsonObject.class);
            assertEquals(21, features.size());
            for (JsonObject feature : features) {
                JsonObject properties = feature.getJsonObject("properties");
                Shape one = loaded.get(properties.getString("buurtcode"));
                assertEquals(properties.getString("buurtnaam"), one.name());
                try (var geometry = Json.createReader(new StringReader(one.geometry()))) {
                    assertEquals(feature.getJsonObject("geometry"), geometry.readObject());
                }
            }
        }
    }

    private void takePublished(MunicipalityCode municipality, Path file) throws Exception {
        User office = new User(new UserId(76), "office", municipality, Set.of(Role.BACK_OFFICE), Set.of(), null);
        Upload upload = Upload.create();
        try (var in = Files.newInputStream(file)) {
            upload.add(String.valueOf(file.getFileName()), in);
        }
        ImportId id = as(office, () -> intake.start(upload));
        while (as(office, () -> intake.readSummary(id)).state() == ImportState.RUNNING) {
            Thread.sleep(20);
        }
        ImportReport report = as(office, () -> intake.readReport(id));
        assertEquals(List.of(), report.refused());
        assertEquals(1, report.summary().filesTaken());
    }

    private static Integer figure(String text) {
        return ".".equals(text) || text.isEmpty() ? null : Integer.valueOf(text);
    }

    /** Messages with two allocations for one person each. */
    private static Upload upload(int messages) {
        Upload upload = Upload.create();
        for (int i = 0; i < messages; i++) {
            String message = TestMessages.allocation();
            int from = message.indexOf("<a:ToegewezenProduct>");
            int until = message.indexOf("</a:ToegewezenProducten>");
            String product = message.substring(from, until);
            upload.add(
                    "%05d.xml".formatted(i),
                    TestMessages.bytes((message.substring(0, until)
                                    + product.replace(">77<", ">" + (50_000 + i) + "<")
                                    + message.substring(until))
                            .replace(">77<", ">" + (10_000 + i) + "<")
                            .replace(">A1<", ">C" + i + "<")
                            .replace("999900006", bsn(i))));
        }
        return upload;
    }

    private ImportSummary summary(ImportId id) {
        return as(BACK_OFFICE, () -> intake.readSummary(id));
    }

    private void awaitEnd(ImportId id) throws InterruptedException {
        while (summary(id).state() == ImportState.RUNNING) {
            Thread.sleep(20);
        }
    }

    private static List<String> numbers(List<RepairItem> items) {
        return items.stream().map(item -> item.number().value()).toList();
    }

    @Test
    void who_may_not_import_learns_nothing() {
        RuntimeException thrown =
                assertThrows(RuntimeException.class, () -> as(TEAM, () -> intake.importFiles(folder)));
        assertInstanceOf(NotFound.class, Refusal.unwrapped(thrown));
    }

    @Test
    void an_upload_is_imported_in_the_background_and_nothing_of_it_stays() throws Exception {
        Upload upload = Upload.create();
        upload.add("C:\\map\\1.xml", TestMessages.bytes(TestMessages.allocation()));
        Path there = upload.folder();
        ImportId id = as(BACK_OFFICE, () -> intake.start(upload));
        for (int i = 0; i < 100 && Files.exists(there); i++) {
            Thread.sleep(100);
        }

        assertFalse(Files.exists(there));
        ImportSummary summary = as(BACK_OFFICE, () -> intake.readSummary(id));
        assertEquals(ImportState.DONE, summary.state());
        assertEquals(1, summary.filesTaken());
    }

    @Test
    void the_report_names_all_that_was_handed_in_and_all_that_was_refused() throws Exception {
        Upload upload = Upload.create();
        for (int i = 0; i < 40; i++) {
            upload.add("een-bestand-met-een-lange-naam-%02d.txt".formatted(i), TestMessages.bytes("x"));
        }
        upload.add("map/daaronder/1.txt", TestMessages.bytes("x"));
        ImportId id = as(BACK_OFFICE, () -> intake.start(upload));
        for (int i = 0; i < 300 && summary(id).state() == ImportState.RUNNING; i++) {
            Thread.sleep(20);
        }
        ImportReport report = as(BACK_OFFICE, () -> intake.readReport(id));
        assertEquals(41, report.summary().sources().size());
        assertEquals("map/", report.summary().sources().get(40));
        assertEquals(41, report.refusedInAll());
        assertEquals("map/daaronder/1.txt", report.refused().get(40).file());
    }

    @Test
    void one_import_at_a_time_and_a_dead_one_does_not_block() throws Exception {
        sql.execute(runOfThisProcess());
        sql.execute("insert into import_lock values ('GM9901', 1)");
        RuntimeException thrown = assertThrows(RuntimeException.class, this::importAll);
        assertEquals("intake.error.import-running", ((Refusal) Refusal.unwrapped(thrown)).code());

        sql.execute("update import_run set process = '"
                + new RunningProcess(RunningProcess.current().host(), 999_999_999L, "x") + "' where id = 1");
        assertEquals(ImportState.DONE, importAll().summary().state());
        assertEquals(
                ImportState.BROKEN,
                as(BACK_OFFICE, () -> intake.readSummary(new ImportId(1))).state());
    }

    @Test
    void an_upload_that_is_gone_ends_its_import_and_blocks_no_other() throws Exception {
        Upload upload = Upload.create();
        upload.add("1.xml", TestMessages.bytes(TestMessages.allocation()));
        upload.delete();
        ImportId id = as(BACK_OFFICE, () -> intake.start(upload));
        for (int i = 0; i < 300 && summary(id).state() == ImportState.RUNNING; i++) {
            Thread.sleep(20);
        }
        assertEquals(ImportState.BROKEN, summary(id).state());
        List<RefusedItem> told = as(BACK_OFFICE, () -> intake.readReport(id)).refused();
        assertEquals("unreadable", told.get(0).code());
        assertEquals(ImportState.DONE, importAll().summary().state());
    }

    @Test
    void who_begins_at_the_same_moment_hears_that_another_import_runs() throws Exception {
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate(runOfThisProcess());
            statement.executeUpdate("insert into import_lock values ('GM9901', 1)");
            CompletableFuture<ImportReport> second =
                    CompletableFuture.supplyAsync(this::importAll, task -> new Thread(task).start());
            Thread.sleep(1_000);
            assertFalse(second.isDone());
            other.commit();
            RuntimeException thrown = assertThrows(CompletionException.class, second::join);
            assertEquals(
                    "intake.error.import-running",
                    ((Refusal) Refusal.unwrapped((RuntimeException) thrown.getCause())).code());
        }
        assertEquals(1, sql.number("select count(*) from import_run where state = 'RUNNING'"));
    }

    private static String runOfThisProcess() {
        return "insert into import_run select 1, 'GM9901', 71, 'x', started_at, null, alive_at, 'RUNNING', false, '"
                + RunningProcess.current()
                + "', 0,0,0,0,0,0,0,0,0,0 from (select current_timestamp as started_at, current_timestamp as alive_at) t";
    }

    @Test
    void two_thousand_messages_are_taken_within_a_minute() throws Exception {
        StringBuilder addresses = new StringBuilder("PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025\n");
        int messages = Integer.getInteger("it.messages", 2_000);
        for (int i = 0; i < messages; i++) {
            addresses.append("1234AB;%d;BU99010101;WK990101;GM9901\n".formatted(i + 1));
            write(
                    i + ".xml",
                    TestMessages.allocation()
                            .replace(">77<", ">" + (1000 + i) + "<")
                            .replace(">A1<", ">N" + i + "<")
                            .replace("Huisnummer>12<", "Huisnummer>" + (i + 1) + "<")
                            .replace("999900006", bsn(i)));
        }
        write("adressen.csv", addresses.toString());
        long start = System.nanoTime();
        ImportReport report = importAll();
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        java.util.logging.Logger.getLogger("IntakeIT").info(messages + " messages in " + seconds + " s");

        assertEquals(List.of(), report.refused());
        assertEquals(messages, listed().size());
        assertTrue(seconds < 60, seconds + " s");
    }

    private static String bsn(int i) {
        int number = 100_000_000 + i * 200;
        while (!nl.buurtbundel.provision.Bsn.isValid(Integer.toString(number))) {
            number++;
        }
        return Integer.toString(number);
    }

    private static String allocation(String identification, String allocatedOn, String minutes) {
        return TestMessages.allocation()
                .replace(">A1<", ">" + identification + "<")
                .replace("Toewijzingsdatum>2026-01-01", "Toewijzingsdatum>" + allocatedOn)
                .replace(">120<", ">" + minutes + "<");
    }

    private static String stop(String identification, String reason, String end) {
        return """
                <a:Bericht xmlns:a="http://www.istandaarden.nl/ijw/3_2/jw307/schema" xmlns:b="http://www.istandaarden.nl/ijw/3_2/basisschema/schema">
                <a:Header><a:BerichtCode>440</a:BerichtCode><a:BerichtVersie>3</a:BerichtVersie><a:BerichtSubversie>2</a:BerichtSubversie>
                <a:Afzender>12345678</a:Afzender><a:Ontvanger>9901</a:Ontvanger>
                <a:BerichtIdentificatie><b:Identificatie>%s</b:Identificatie><b:Dagtekening>2026-09-02</b:Dagtekening></a:BerichtIdentificatie>
                <a:XsdVersie><b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie><b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie></a:XsdVersie></a:Header>
                <a:Client><a:Bsn>999900006</a:Bsn><a:Geboortedatum><b:Datum>2015-04-05</b:Datum></a:Geboortedatum><a:Geslacht>2</a:Geslacht>
                <a:Naam><b:Geslachtsnaam><b:Achternaam>Geheim</b:Achternaam></b:Geslachtsnaam></a:Naam>
                <a:StopProducten><a:StopProduct><a:ToewijzingNummer>77</a:ToewijzingNummer><a:Begindatum>2026-01-05</a:Begindatum>
                <a:RedenBeeindiging>%s</a:RedenBeeindiging><a:Einddatum>%s</a:Einddatum><a:StatusAanlevering>1</a:StatusAanlevering></a:StopProduct></a:StopProducten>
                </a:Client></a:Bericht>
                """.formatted(identification, reason, end);
    }

    private ImportReport importAll() {
        return as(BACK_OFFICE, () -> intake.importFiles(folder));
    }

    private CostedProvision only() {
        List<CostedProvision> all = listed();
        assertEquals(1, all.size());
        return all.get(0);
    }

    private List<CostedProvision> listed() {
        return provisionsOn(DAY);
    }

    private List<CostedProvision> provisionsOn(LocalDate day) {
        return as(TEAM, () -> provisions.listCostedProvisions(HAVEN, day));
    }

    private <T> T as(User user, Supplier<T> work) {
        return currentUser.runAs(user, work);
    }

    private void write(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Hears what stopped, as the room that releases money will. */
    @ApplicationScoped
    static class Stops {
        private final List<ProvisionStopped> heard = new CopyOnWriteArrayList<>();

        void hear(@Observes ProvisionStopped stopped) {
            heard.add(stopped);
        }

        List<ProvisionStopped> heard() {
            return heard;
        }

        void clear() {
            heard.clear();
        }
    }
}
