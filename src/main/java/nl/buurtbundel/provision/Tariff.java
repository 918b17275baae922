package nl.buurtbundel.provision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

@Entity
class Tariff {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tariff")
    @SequenceGenerator(name = "tariff", sequenceName = "tariff_seq", allocationSize = 50)
    private Long id;

    private String municipality;
    private String provider;

    @Enumerated(EnumType.STRING)
    private Law law;

    private String category;

    @Column(name = "product_code")
    private @Nullable String productCode;

    @Enumerated(EnumType.STRING)
    @Column(name = "contract_form")
    private ContractForm form;

    @Enumerated(EnumType.STRING)
    private @Nullable Unit unit;

    @Column(name = "price_cents")
    private @Nullable Long priceCents;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private @Nullable LocalDate lastDay;

    protected Tariff() {}

    Tariff(MunicipalityCode municipality, TariffCommand command) {
        this.municipality = municipality.value();
        this.provider = command.provider().value();
        this.law = command.law();
        this.category = command.category();
        this.productCode = command.productCode();
        this.firstDay = command.validity().firstDay();
        this.lastDay = command.validity().lastDay();
        Price price = command.price();
        this.form = price.form();
        this.unit = price.unit();
        Money amount = price.amount();
        this.priceCents = amount == null ? null : amount.cents();
    }

    /** All that a provider asked and asks. */
    static List<Tariff> of(EntityManager entityManager, MunicipalityCode municipality, Collection<String> providers) {
        List<Tariff> found = new ArrayList<>();
        for (List<String> some : Parts.of(providers)) {
            found.addAll(entityManager
                    .createQuery(
                            "select t from Tariff t where t.municipality = :municipality and t.provider in :providers",
                            Tariff.class)
                    .setParameter("municipality", municipality.value())
                    .setParameter("providers", some)
                    .getResultList());
        }
        return found;
    }

    /** The same product in the same unit from the same day: a file that comes again replaces it. */
    boolean isSameAs(TariffCommand command) {
        return provider.equals(command.provider().value())
                && law == command.law()
                && category.equals(command.category())
                && Objects.equals(productCode, command.productCode())
                && unit == command.price().unit()
                && firstDay.equals(command.validity().firstDay());
    }

    String provider() {
        return provider;
    }

    Price price() {
        return new Price(form, unit, priceCents == null ? null : Money.ofCents(priceCents));
    }

    private boolean prices(String byProvider, Law under, @Nullable String inCategory, @Nullable String code) {
        return provider.equals(byProvider)
                && law == under
                && category.equals(inCategory)
                && (productCode == null || productCode.equals(code));
    }

    private boolean isValidOn(LocalDate day) {
        return new Period(firstDay, lastDay).contains(day);
    }

    /**
     * The price on a day: a tariff that can price the unit of the extent before one that cannot, then one of the product
     * itself before one of its category, the newest before older ones. So a product can have a price an hour beside one a
     * half-day.
     */
    static Optional<Price> find(
            Collection<Tariff> tariffs,
            String provider,
            Law law,
            @Nullable String category,
            @Nullable String productCode,
            @Nullable Extent extent,
            LocalDate day) {
        return tariffs.stream()
                .filter(tariff -> tariff.prices(provider, law, category, productCode) && tariff.isValidOn(day))
                .max(Comparator.comparing((Tariff tariff) -> tariff.price().suits(extent))
                        .thenComparing(tariff -> tariff.productCode != null)
                        .thenComparing(tariff -> tariff.firstDay)
                        .thenComparing(tariff -> tariff.id == null ? Long.MAX_VALUE : tariff.id))
                .map(Tariff::price);
    }
}
