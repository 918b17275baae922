package nl.buurtbundel.catalogue;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** The collective alternatives of a municipality. Every edit is a new version; older versions stay readable. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Catalogue {
    private static final String STANDARD = "/catalogue/standard.json";

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Catalogue() {
        this(null, null, null);
    }

    @Inject
    Catalogue(Access access, AuditLog audit, Clock clock) {
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest version of each alternative. */
    public List<CatalogueItem> list() {
        return newest(access.require(Operation.SEE_CATALOGUE).municipality());
    }

    /** The newest version. */
    public CatalogueItem read(String id) {
        User user = access.require(Operation.SEE_CATALOGUE);
        return present(user.municipality(), id).item();
    }

    /** All versions, newest first. */
    public List<CatalogueItem> listVersions(String id) {
        User user = access.require(Operation.SEE_CATALOGUE);
        return versions(user.municipality(), id).stream()
                .map(CatalogueVersion::item)
                .toList();
    }

    /**
     * Makes a new version.
     *
     * @param versionSeen the version that the change was made in
     * @return the number of the new version
     */
    @Transactional(REQUIRED)
    public int change(CollectiveAlternative changed, int versionSeen) {
        User user = access.require(Operation.EDIT_CATALOGUE);
        CatalogueVersion present = present(user.municipality(), changed.id());
        Conflict.unlessSame(versionSeen, present.number());
        if (present.item().alternative().equals(changed)) {
            throw new Refusal("catalogue.error.nothing-changed");
        }
        CatalogueVersion next = present.next(changed, clock.instant());
        entityManager.persist(next);
        audit.record("catalogue.change", "alternative", changed.id(), "version=" + next.number());
        return next.number();
    }

    /** Adds an alternative that the catalogue does not have. */
    @Transactional(REQUIRED)
    public void add(CollectiveAlternative alternative) {
        User user = access.require(Operation.EDIT_CATALOGUE);
        if (!versions(user.municipality(), alternative.id()).isEmpty()) {
            throw new Refusal("catalogue.error.exists");
        }
        entityManager.persist(new CatalogueVersion(user.municipality(), alternative, 1, clock.instant()));
        audit.record("catalogue.add", "alternative", alternative.id(), "version=1");
    }

    /** Fills the catalogue of the user's municipality at the first start; a catalogue that has anything stays as it is. */
    @Transactional(REQUIRED)
    public void loadStandard() {
        User user = access.require(Operation.EDIT_CATALOGUE);
        if (!newest(user.municipality()).isEmpty()) {
            return;
        }
        for (CollectiveAlternative alternative : standard()) {
            entityManager.persist(new CatalogueVersion(user.municipality(), alternative, 1, clock.instant()));
            audit.record("catalogue.load", "alternative", alternative.id(), "version=1");
        }
    }

    /** What ships with the program. */
    static List<CollectiveAlternative> standard() {
        try (InputStream in = Catalogue.class.getResourceAsStream(STANDARD)) {
            if (in == null) {
                throw new IllegalStateException(STANDARD + " is not there");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return RecordDocument.readList(CollectiveAlternative.class, "alternatives", text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<CatalogueItem> newest(MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select v from CatalogueVersion v where v.municipality = :municipality and v.number ="
                                + " (select max(w.number) from CatalogueVersion w where w.municipality = v.municipality"
                                + " and w.alternative = v.alternative) order by v.alternative",
                        CatalogueVersion.class)
                .setParameter("municipality", municipality.value())
                .getResultStream()
                .map(CatalogueVersion::item)
                .toList();
    }

    private CatalogueVersion present(MunicipalityCode municipality, String id) {
        return versions(municipality, id).stream().findFirst().orElseThrow(NotFound::new);
    }

    private List<CatalogueVersion> versions(MunicipalityCode municipality, String id) {
        return entityManager
                .createQuery(
                        "select v from CatalogueVersion v where v.municipality = :municipality"
                                + " and v.alternative = :alternative order by v.number desc",
                        CatalogueVersion.class)
                .setParameter("municipality", municipality.value())
                .setParameter("alternative", id)
                .getResultList();
    }
}
