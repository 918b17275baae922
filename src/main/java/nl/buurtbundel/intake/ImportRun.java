package nl.buurtbundel.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.buurtbundel.access.User;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.provision.Taken;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "import_run")
class ImportRun {
    /** An import that shows no life for so long has lost its process, on whatever machine that ran. */
    private static final Duration LIFELESS = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_run")
    @SequenceGenerator(name = "import_run", sequenceName = "import_run_seq", allocationSize = 50)
    private Long id;

    private String municipality;

    @Column(name = "started_by")
    private long startedBy;

    /** One a line. */
    private String sources;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "alive_at")
    private Instant aliveAt;

    @Enumerated(EnumType.STRING)
    private ImportState state = ImportState.RUNNING;

    @Column(name = "cancel_asked")
    private boolean cancelAsked;

    private String process;

    private int files;

    @Column(name = "files_done")
    private int filesDone;

    @Column(name = "files_taken")
    private int filesTaken;

    @Column(name = "files_unchanged")
    private int filesUnchanged;

    @Column(name = "files_refused")
    private int filesRefused;

    private int created;
    private int replaced;
    private int older;
    private int waiting;

    @Column(name = "to_repair")
    private long toRepair;

    protected ImportRun() {}

    ImportRun(User user, List<String> sources, Instant now) {
        this.municipality = user.municipality().value();
        this.startedBy = user.id().value();
        this.sources = String.join("\n", sources);
        this.startedAt = now;
        this.aliveAt = now;
        this.process = RunningProcess.current().toString();
    }

    void expects(int count) {
        files = count;
    }

    void tookFile(Taken taken) {
        filesDone++;
        filesTaken++;
        created += taken.created();
        replaced += taken.replaced();
        older += taken.older();
        waiting += taken.waiting();
    }

    void foundUnchanged() {
        filesDone++;
        filesUnchanged++;
    }

    void refusedFile() {
        filesDone++;
        filesRefused++;
    }

    void isAlive(Instant now) {
        aliveAt = now;
    }

    void askCancel() {
        cancelAsked = true;
    }

    void end(ImportState how, Instant now, long newToRepair) {
        if (state == ImportState.RUNNING) {
            state = how;
            endedAt = now;
            toRepair = newToRepair;
        }
    }

    boolean isLifeless(Instant now) {
        return state != ImportState.RUNNING
                || RunningProcess.parse(process).isGone()
                || aliveAt.plus(LIFELESS).isBefore(now);
    }

    boolean cancelAsked() {
        return cancelAsked;
    }

    Long id() {
        return id;
    }

    Instant startedAt() {
        return startedAt;
    }

    MunicipalityCode municipality() {
        return new MunicipalityCode(municipality);
    }

    ImportSummary summary() {
        return new ImportSummary(
                new ImportId(id),
                sources.lines().toList(),
                startedAt,
                endedAt,
                state,
                files,
                filesDone,
                filesTaken,
                filesUnchanged,
                filesRefused,
                new Taken(created, replaced, older, waiting, List.of()),
                toRepair);
    }
}
