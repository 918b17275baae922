package nl.buurtbundel.intake;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * Imports into the municipality of the user, one import at a time. Every message and every table is taken whole or not at
 * all; what is not taken stands in the report with file, line, field and reason.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Intake {
    private static final int REPORTED_AT_MOST = 5_000;

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog auditLog;
    private final ImportSteps steps;
    private final ImportWork work;
    private final ImportRunner runner;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Intake() {
        this(null, null, null, null, null);
    }

    @Inject
    Intake(Access access, AuditLog auditLog, ImportSteps steps, ImportWork work, ImportRunner runner) {
        this.access = access;
        this.runner = runner;
        this.auditLog = auditLog;
        this.steps = steps;
        this.work = work;
    }

    /** Imports a folder, a zip or a file and gives the report; the files stay where they are. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public ImportReport importFiles(Path source) {
        User user = access.require(Operation.IMPORT);
        ImportId id = steps.begin(user, List.of(name(source)));
        work.run(id, user.municipality(), () -> source);
        return report(find(id, user));
    }

    /** Starts importing an upload, which is deleted afterwards whatever happens. Progress and result: {@link #readSummary}. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public ImportId start(Upload upload) {
        User user = access.require(Operation.IMPORT);
        boolean handedOver = false;
        ImportId id;
        try {
            id = steps.begin(user, upload.names());
            try {
                runner.run(id, user, upload);
                handedOver = true;
            } catch (EJBException | RejectedExecutionException e) {
                steps.end(id, ImportState.BROKEN);
                throw new Refusal("intake.error.too-busy");
            }
        } finally {
            if (!handedOver) {
                upload.delete();
            }
        }
        return id;
    }

    public ImportSummary readSummary(ImportId id) {
        return find(id, access.require(Operation.SEE_IMPORTS)).summary();
    }

    public ImportReport readReport(ImportId id) {
        return report(find(id, access.require(Operation.SEE_IMPORTS)));
    }

    /** The latest imports, newest first. */
    public List<ImportSummary> list() {
        User user = access.require(Operation.SEE_IMPORTS);
        return entityManager
                .createQuery(
                        "select r from ImportRun r where r.municipality = :municipality"
                                + " order by r.startedAt desc, r.id desc",
                        ImportRun.class)
                .setParameter("municipality", user.municipality().value())
                .setMaxResults(100)
                .getResultStream()
                .map(ImportRun::summary)
                .toList();
    }

    /**
     * Whether an import runs, or was broken off and not done again since: what is there may be half of it. Asked in the database
     * itself, for another process may run it.
     */
    @WithoutAccessCheck("says that data is on its way, and nothing of it")
    public boolean isImporting(MunicipalityCode municipality) {
        return !entityManager
                .createQuery("select l.importRun from ImportLock l where l.municipality = :municipality", Long.class)
                .setParameter("municipality", municipality.value())
                .getResultList()
                .isEmpty();
    }

    /** Asks a running import to stop at the next file; what it took until then stays. */
    @Transactional(REQUIRED)
    public void cancel(ImportId id) {
        ImportRun run = find(id, access.require(Operation.IMPORT));
        entityManager.lock(run, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        run.askCancel();
        auditLog.record("intake.cancel", "import", id.value());
    }

    private ImportRun find(ImportId id, User user) {
        ImportRun run = entityManager.find(ImportRun.class, id.value());
        if (run == null || !run.municipality().equals(user.municipality())) {
            throw new NotFound();
        }
        return run;
    }

    private ImportReport report(ImportRun run) {
        return new ImportReport(
                run.summary(),
                entityManager
                        .createQuery(
                                "select i from RefusedRow i where i.importRun = :run order by i.file, i.line, i.id",
                                RefusedRow.class)
                        .setParameter("run", run.id())
                        .setMaxResults(REPORTED_AT_MOST)
                        .getResultStream()
                        .map(RefusedRow::item)
                        .sorted(Comparator.comparing(RefusedItem::file, FileNames.AS_COUNTED)
                                .thenComparingLong(RefusedItem::line))
                        .toList(),
                entityManager
                        .createQuery("select count(i) from RefusedRow i where i.importRun = :run", Long.class)
                        .setParameter("run", run.id())
                        .getSingleResult());
    }

    private static String name(Path source) {
        Path name = source.getFileName();
        return name == null ? "" : name.toString();
    }
}
