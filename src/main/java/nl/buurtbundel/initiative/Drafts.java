package nl.buurtbundel.initiative;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;

/** The unfinished plan of a user: private, and still there after a lost session. Not audited, as nobody else sees it. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Drafts {
    private final InitiativeRepository repository;
    private final Access access;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Drafts() {
        this(null, null, null);
    }

    @Inject
    Drafts(InitiativeRepository repository, Access access, Clock clock) {
        this.repository = repository;
        this.access = access;
        this.clock = clock;
    }

    public Optional<Draft> find() {
        User user = access.require(Operation.START_INITIATIVE);
        return repository.findDraft(user.id()).map(DraftRow::draft);
    }

    @Transactional(REQUIRED)
    public void save(Draft draft) {
        User user = access.require(Operation.START_INITIATIVE);
        Moment now = Moment.of(clock);
        Optional<DraftRow> known = repository.findDraft(user.id());
        DraftRow row = known.orElseGet(() -> new DraftRow(user.id()));
        row.save(draft, now);
        if (known.isEmpty()) {
            repository.add(row);
        }
    }

    @Transactional(REQUIRED)
    public void discard() {
        User user = access.require(Operation.START_INITIATIVE);
        repository.findDraft(user.id()).ifPresent(repository::remove);
    }
}
