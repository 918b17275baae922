package nl.buurtbundel.suggestion;

import static jakarta.transaction.Transactional.TxType.NOT_SUPPORTED;
import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * Coffee with the whole neighbourhood: a letter to every address, as one PDF. Two thousand letters take half a minute, so
 * they are written outside the request; who asked may leave and come back. Kept until they are downloaded, a day at most.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Invitations {
    private static final Logger LOG = Logger.getLogger(Invitations.class.getName());

    @PersistenceContext
    private EntityManager entityManager;

    @Resource
    private ManagedExecutorService executor;

    private final Access access;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final InvitationSteps steps;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Invitations() {
        this(null, null, null, null, null);
    }

    @Inject
    Invitations(Access access, CurrentUser currentUser, AuditLog audit, InvitationSteps steps, Clock clock) {
        this.access = access;
        this.currentUser = currentUser;
        this.audit = audit;
        this.steps = steps;
        this.clock = clock;
    }

    /** Invites the neighbourhood and starts writing; from now on residents can see the idea. Progress: {@link #find}. */
    @Transactional(NOT_SUPPORTED)
    public LettersId invite(SuggestionId id, Invitation invitation) {
        Suggestion suggestion = read(id);
        User user = access.require(Operation.INVITE, suggestion.neighbourhood());
        LettersId letters = steps.begin(user, id, invitation);
        Text idea = suggestion.sum().alternative().name();
        NeighbourhoodCode neighbourhood = suggestion.neighbourhood();
        try {
            executor.execute(() -> currentUser.runAs(user, () -> write(letters, invitation, neighbourhood, idea)));
        } catch (RejectedExecutionException e) {
            steps.fail(letters);
            throw new Refusal("suggestion.error.letters-too-busy");
        }
        return letters;
    }

    /** The letters of the last invitation to this idea. */
    public Optional<Letters> find(SuggestionId id) {
        access.require(Operation.INVITE, read(id).neighbourhood());
        return entityManager
                .createQuery(
                        "select r from InvitationRun r where r.suggestion = :suggestion order by r.id desc",
                        InvitationRun.class)
                .setParameter("suggestion", id.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(run -> run.letters(clock.instant()));
    }

    /** Stops the writing after the letters that are being written. The neighbourhood stays invited. */
    public void cancel(LettersId id) {
        read(id);
        steps.cancel(id);
    }

    /** The letters as a PDF. */
    @Transactional(REQUIRED)
    public byte[] download(LettersId id) {
        InvitationRun run = read(id);
        run.requireReady(clock.instant());
        List<InvitationSlice> slices = entityManager
                .createQuery(
                        "select s from InvitationSlice s where s.run = :run order by s.number", InvitationSlice.class)
                .setParameter("run", run.id())
                .getResultList();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        slices.forEach(slice -> whole.writeBytes(slice.content()));
        audit.record("suggestion.letters-download", "letters", id.value());
        return whole.toByteArray();
    }

    /** They arrived: we keep them no longer. */
    public void arrived(LettersId id) {
        read(id);
        steps.arrived(id);
    }

    private void write(LettersId id, Invitation invitation, NeighbourhoodCode neighbourhood, Text idea) {
        try {
            InvitationSteps.Addressees to = steps.addressees(neighbourhood);
            InvitationLetters.write(
                            invitation, to.neighbourhood(), idea, to.addresses(), written -> steps.wrote(id, written))
                    .ifPresent(pdf -> steps.finish(id, pdf));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.WARNING, "letters " + id.value() + " could not be written", e);
            steps.fail(id);
        }
    }

    private InvitationRun read(LettersId id) {
        InvitationRun run = entityManager.find(InvitationRun.class, id.value());
        if (run == null) {
            throw new NotFound();
        }
        access.require(Operation.INVITE, read(run.suggestion()).neighbourhood());
        return run;
    }

    private Suggestion read(SuggestionId id) {
        Suggestion suggestion = entityManager.find(Suggestion.class, id.value());
        if (suggestion == null) {
            throw new NotFound();
        }
        return suggestion;
    }
}
