package nl.buurtbundel.provision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "need_mapping")
class NeedMapping {
    /** Protection, safety and residential care: whatever a municipality writes in its table, these stay individual. */
    private static final Map<Law, Set<String>> ALWAYS_PROTECTED = Map.of(
            Law.WMO, Set.of("15", "16", "17", "18"),
            Law.JEUGDWET, Set.of("43", "44", "46", "47", "48", "49"));

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "need_mapping")
    @SequenceGenerator(name = "need_mapping", sequenceName = "need_mapping_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private @Nullable String municipality;

    @Enumerated(EnumType.STRING)
    private Law law;

    private String category;

    @Column(name = "product_code")
    private @Nullable String productCode;

    @Enumerated(EnumType.STRING)
    private Need need;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private @Nullable LocalDate lastDay;

    protected NeedMapping() {}

    NeedMapping(
            @Nullable MunicipalityCode municipality,
            Law law,
            String category,
            @Nullable String productCode,
            Need need,
            Period validity) {
        if (need.canBeShared() && ALWAYS_PROTECTED.getOrDefault(law, Set.of()).contains(category)) {
            throw new Refusal("provision.error.stays-protected");
        }
        this.municipality = municipality == null ? null : municipality.value();
        this.law = law;
        this.category = category;
        this.productCode = productCode;
        this.need = need;
        this.firstDay = validity.firstDay();
        this.lastDay = validity.lastDay();
    }

    MappedNeed row() {
        return new MappedNeed(
                new NeedMappingId(id),
                version,
                municipality != null,
                law,
                category,
                productCode,
                need,
                new Period(firstDay, lastDay));
    }

    /** A row is never changed or taken away: what it meant while it held stays on record. */
    void end(LocalDate on) {
        if (on.isBefore(firstDay)) {
            throw new Refusal("provision.error.ends-before-start");
        }
        lastDay = on;
    }

    boolean isOf(MunicipalityCode whose) {
        return whose.value().equals(municipality);
    }

    int version() {
        return version;
    }

    Law law() {
        return law;
    }

    String category() {
        return category;
    }

    private boolean maps(Law under, @Nullable String inCategory, @Nullable String code, LocalDate day) {
        return law == under
                && category.equals(inCategory)
                && (productCode == null || productCode.equals(code))
                && new Period(firstDay, lastDay).contains(day);
    }

    /**
     * The need that a product answers on a day: the municipality’s own row before the general one, the product before its
     * category, the newest before older ones. What is not mapped never takes part.
     */
    static Need find(
            Collection<NeedMapping> mappings,
            Law law,
            @Nullable String category,
            @Nullable String productCode,
            LocalDate day) {
        return mappings.stream()
                .filter(mapping -> mapping.maps(law, category, productCode, day))
                .max(Comparator.comparing((NeedMapping mapping) -> mapping.municipality != null)
                        .thenComparing(mapping -> mapping.productCode != null)
                        .thenComparing(mapping -> mapping.firstDay)
                        .thenComparing(mapping -> mapping.id == null ? Long.MAX_VALUE : mapping.id))
                .map(mapping -> mapping.need)
                .orElse(Need.PROTECTED);
    }
}
