package nl.buurtbundel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.provision.Law;
import org.junit.jupiter.api.Test;

class ChangeOrderSheetTest {
    private static final LocalDate NEW_END = LocalDate.of(2026, 12, 31);

    @Test
    void a_file_that_opens_clean_with_what_still_stands() {
        ChangeOrderView order = new ChangeOrderView(
                new ChangeOrderId(5),
                new InitiativeId(1),
                new NeighbourhoodCode("BU99010101"),
                "Crèche; op het plein",
                LocalDate.of(2026, 11, 23),
                List.of(
                        line(AllocationNumber.ofMessage(Law.JEUGDWET, 100001), "45", "45A01", true),
                        line(AllocationNumber.ofMessage(Law.WMO, 100002), "02", null, true),
                        line(AllocationNumber.ofRegister(Law.PARTICIPATIEWET, "-2/3"), null, null, true),
                        line(AllocationNumber.ofMessage(Law.WMO, 100003), "02", null, false)));

        assertThat(new String(ChangeOrderSheet.of(order).toCsv(), StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "\uFEFFwet;toewijzingsnummer;product;huidige einddatum;nieuwe einddatum;reden",
                        "Jeugdwet;100001;45A01;2027-12-31;2026-12-31;05 Herbeoordeling: verkorting toewijzing",
                        "Wmo;100002;categorie 02;2027-12-31;2026-12-31;05 Herbeoordeling: verkorting toewijzing",
                        "Participatiewet;'-2/3;;2027-12-31;2026-12-31;05 Herbeoordeling: verkorting toewijzing");
    }

    private static ChangeOrderView.Line line(
            AllocationNumber number, String category, String productCode, boolean stands) {
        return new ChangeOrderView.Line(number, category, productCode, LocalDate.of(2027, 12, 31), NEW_END, stands);
    }
}
