package nl.buurtbundel.provision;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Which product answers which need: a table that the municipality edits. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class NeedMappings {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog auditLog;
    private final FreedHelp freedHelp;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected NeedMappings() {
        this(null, null, null, null);
    }

    @Inject
    NeedMappings(Access access, AuditLog auditLog, FreedHelp freedHelp, Clock clock) {
        this.access = access;
        this.auditLog = auditLog;
        this.freedHelp = freedHelp;
        this.clock = clock;
    }

    public List<MappedNeed> list() {
        MunicipalityCode municipality =
                access.require(Operation.EDIT_CODE_LISTS).municipality();
        return rows(entityManager, municipality).stream()
                .map(NeedMapping::row)
                .sorted(Comparator.comparing(MappedNeed::law)
                        .thenComparing(MappedNeed::category)
                        .thenComparing(row -> row.validity().firstDay()))
                .toList();
    }

    /** In this period these products answer this need, also where they are already given. */
    @Transactional(REQUIRED)
    public void map(Law law, String category, @Nullable String productCode, Need need, Period validity) {
        MunicipalityCode municipality =
                access.require(Operation.EDIT_CODE_LISTS).municipality();
        if (law == Law.PARTICIPATIEWET || !category.matches("[0-9]{2}")) {
            throw new Refusal("provision.error.no-such-category");
        }
        if (productCode != null && !productCode.matches("[0-9A-Z]{5}")) {
            throw new Refusal("provision.error.no-such-product");
        }
        entityManager.persist(new NeedMapping(municipality, law, category, productCode, need, validity));
        answerAgain(municipality, law, category);
        auditLog.record(
                "provision.map-need",
                "category",
                law + "-" + category,
                "product=" + productCode + " need=" + need.code() + " from=" + validity.firstDay());
    }

    /** The municipality’s own row holds through this day; afterwards the general one holds again. */
    @Transactional(REQUIRED)
    public void end(NeedMappingId id, int version, LocalDate lastDay) {
        MunicipalityCode municipality =
                access.require(Operation.EDIT_CODE_LISTS).municipality();
        NeedMapping row = entityManager.find(NeedMapping.class, id.value());
        if (row == null || !row.isOf(municipality)) {
            throw new NotFound();
        }
        Conflict.unlessSame(version, row.version());
        row.end(lastDay);
        answerAgain(municipality, row.law(), row.category());
        auditLog.record(
                "provision.end-mapping",
                "category",
                row.law() + "-" + row.category(),
                "row=" + id.value() + " last=" + lastDay);
    }

    private void answerAgain(MunicipalityCode municipality, Law law, String category) {
        entityManager.flush();
        List<NeedMapping> rows = rows(entityManager, municipality);
        LocalDate today = LocalDate.now(clock);
        List<Provision> ofCategory = entityManager
                .createQuery(
                        "select p from Provision p where p.municipality = :municipality and p.law = :law"
                                + " and p.category = :category",
                        Provision.class)
                .setParameter("municipality", municipality.value())
                .setParameter("law", law)
                .setParameter("category", category)
                .getResultList();
        freedHelp.change(ofCategory, () -> ofCategory.forEach(provision -> provision.answers(rows, today)));
    }

    /** The general rows and those of the municipality. */
    static List<NeedMapping> rows(EntityManager entityManager, MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select m from NeedMapping m where m.municipality is null or m.municipality = :municipality",
                        NeedMapping.class)
                .setParameter("municipality", municipality.value())
                .getResultList();
    }
}
