package nl.buurtbundel.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.junit.jupiter.api.Test;

class PublishedTableTest {
    private static final NeighbourhoodCode HERE = new NeighbourhoodCode("BU99010101");

    @Test
    void outside_the_team_the_list_is_what_was_published_and_nothing_else() {
        PublishedTable table = new PublishedTable(
                List.of("respite", "guidance", "meals", "parenting-support"),
                List.of(HERE.value()),
                List.of(
                        row(new PublishedCell(20, Money.ofEuros(50_000))),
                        row(PublishedCell.NOTHING),
                        row(new PublishedCell(0, Money.ZERO)),
                        row(new PublishedCell(35, null))),
                List.of(),
                List.of(),
                PublishedCell.NOTHING);
        List<Opportunity> listed = table.list(HERE, YearMonth.of(2026, 3));
        assertThat(listed).extracting(Opportunity::need).containsExactly("parenting-support", "respite");
        assertThat(listed).extracting(Opportunity::households).containsExactly(35, 20);
        assertThat(listed).extracting(Opportunity::expected).containsExactly(null, Money.ofEuros(50_000));
        assertThat(listed).allSatisfy(one -> {
            assertThat(one.day()).isEqualTo(LocalDate.of(2026, 3, 1));
            assertThat(one.rounded()).isTrue();
            assertThat(one.law()).isNull();
            assertThat(one.classes()).isEmpty();
        });
        assertThat(table.list(new NeighbourhoodCode("BU99010102"), YearMonth.of(2026, 3)))
                .isEmpty();
    }

    private static PublishedTable.Row row(PublishedCell cell) {
        return new PublishedTable.Row(List.of(cell));
    }
}
