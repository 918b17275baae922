package nl.buurtbundel.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TariffTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final ProviderCode PROVIDER = new ProviderCode("12345678");
    private static final Extent HOURS = new Extent(120, Unit.MINUTE, Frequency.WEEK);
    private static final Extent HALF_DAYS = new Extent(2, Unit.HALF_DAY, Frequency.WEEK);
    private static final Price PER_HOUR = Price.perUnit(Unit.HOUR, Money.ofEuros(76));
    private static final Price PER_HALF_DAY = Price.perUnit(Unit.HALF_DAY, Money.ofEuros(60));
    private static final Price LUMP_SUM = new Price(ContractForm.LUMP_SUM, null, null);
    private static final Price TRAJECTORY = new Price(ContractForm.PER_TRAJECTORY, null, Money.ofEuros(900));

    @Test
    void a_newer_price_in_another_unit_takes_no_price_away() {
        List<Tariff> both =
                List.of(tariff("45A04", PER_HOUR, LocalDate.of(2025, 1, 1)), tariff("45A04", PER_HALF_DAY, DAY));

        assertThat(find(both, HOURS)).contains(PER_HOUR);
        assertThat(find(both, HALF_DAYS)).contains(PER_HALF_DAY);
    }

    @Test
    void a_price_of_the_product_in_another_unit_leaves_the_price_of_its_category() {
        List<Tariff> both = List.of(tariff(null, PER_HOUR, DAY), tariff("45A04", PER_HALF_DAY, DAY));

        assertThat(find(both, HOURS)).contains(PER_HOUR);
        assertThat(find(both, HALF_DAYS)).contains(PER_HALF_DAY);
    }

    @Test
    void among_prices_in_a_unit_that_fits_the_product_goes_before_its_category_and_the_newest_before_older_ones() {
        Price older = Price.perUnit(Unit.MINUTE, Money.ofCents(120));
        List<Tariff> all = List.of(
                tariff("45A04", older, LocalDate.of(2025, 1, 1)),
                tariff("45A04", PER_HOUR, LocalDate.of(2026, 1, 1)),
                tariff("45A04", TRAJECTORY, DAY.plusDays(1)),
                tariff(null, TRAJECTORY, DAY));

        assertThat(find(all, HOURS)).contains(PER_HOUR);
    }

    @Test
    void a_contract_without_a_price_for_a_unit_fits_every_extent() {
        List<Tariff> lumpSum =
                List.of(tariff("45A04", PER_HOUR, LocalDate.of(2025, 1, 1)), tariff("45A04", LUMP_SUM, DAY));

        assertThat(find(lumpSum, HOURS)).contains(LUMP_SUM);
        assertThat(find(lumpSum, null)).contains(LUMP_SUM);
    }

    @Test
    void money_as_volume_has_no_unit_that_must_fit() {
        List<Tariff> both =
                List.of(tariff("45A04", LUMP_SUM, LocalDate.of(2025, 1, 1)), tariff("45A04", PER_HOUR, DAY));

        assertThat(find(both, new Extent(10_000, Unit.EURO, Frequency.MONTH))).contains(PER_HOUR);
    }

    @Test
    void what_fits_no_price_gets_the_newest_that_there_is() {
        List<Tariff> both =
                List.of(tariff("45A04", PER_HOUR, LocalDate.of(2025, 1, 1)), tariff("45A04", PER_HALF_DAY, DAY));

        assertThat(find(both, new Extent(1, Unit.DAY_AND_NIGHT, Frequency.WEEK)))
                .contains(PER_HALF_DAY);
    }

    @Test
    void a_file_that_comes_again_replaces_a_price_in_its_own_unit_only() {
        Tariff perHour = tariff("45A04", PER_HOUR, DAY);

        assertThat(perHour.isSameAs(command("45A04", Price.perUnit(Unit.HOUR, Money.ofEuros(80)), DAY)))
                .isTrue();
        assertThat(perHour.isSameAs(command("45A04", PER_HALF_DAY, DAY))).isFalse();
        assertThat(perHour.isSameAs(command("45A04", PER_HOUR, DAY.plusDays(1))))
                .isFalse();
        assertThat(perHour.isSameAs(command(null, PER_HOUR, DAY))).isFalse();
    }

    private static Optional<Price> find(List<Tariff> tariffs, @Nullable Extent extent) {
        return Tariff.find(tariffs, PROVIDER.value(), Law.JEUGDWET, "45", "45A04", extent, DAY);
    }

    private static Tariff tariff(@Nullable String product, Price price, LocalDate firstDay) {
        return new Tariff(new MunicipalityCode("GM9901"), command(product, price, firstDay));
    }

    private static TariffCommand command(@Nullable String product, Price price, LocalDate firstDay) {
        return new TariffCommand(PROVIDER, Law.JEUGDWET, "45", product, price, Period.from(firstDay));
    }
}
