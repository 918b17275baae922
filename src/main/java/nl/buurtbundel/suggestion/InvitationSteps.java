package nl.buurtbundel.suggestion;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.Slices;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.neighbourhood.AddressPlace;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;

/** The steps of making letters, each a short transaction of its own: the writing itself holds none. */
@ApplicationScoped
@Transactional(REQUIRES_NEW)
@WithoutAccessCheck("inside the room; Invitations asks before it starts")
class InvitationSteps {
    @PersistenceContext
    private EntityManager entityManager;

    private final Neighbourhoods neighbourhoods;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected InvitationSteps() {
        this(null, null, null);
    }

    @Inject
    InvitationSteps(Neighbourhoods neighbourhoods, AuditLog audit, Clock clock) {
        this.neighbourhoods = neighbourhoods;
        this.audit = audit;
        this.clock = clock;
    }

    /** From here on the neighbourhood is invited: residents can see the idea. */
    public LettersId begin(User user, SuggestionId id, Invitation invitation) {
        Suggestion suggestion = entityManager.find(Suggestion.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (suggestion == null) {
            throw new NotFound();
        }
        if (invitation.at().toLocalDate().isBefore(LocalDate.now(clock))) {
            throw new Refusal("suggestion.error.invitation-in-the-past");
        }
        int addresses = neighbourhoods.listAddresses(suggestion.neighbourhood()).size();
        if (addresses == 0) {
            throw new Refusal("suggestion.error.no-addresses");
        }
        for (InvitationRun before : list(id)) {
            if (before.isRunningAt(clock.instant())) {
                throw new Refusal("suggestion.error.letters-running");
            }
            before.fail();
            discard(before);
        }
        suggestion.invited(LocalDate.now(clock));
        InvitationRun run = new InvitationRun(id, invitation, user.id(), addresses, clock.instant());
        entityManager.persist(run);
        audit.record("suggestion.invite", "suggestion", Long.toString(id.value()), "addresses=" + addresses);
        return new LettersId(run.id());
    }

    /** What the letters need: read in a transaction of its own, as the writing runs outside any. */
    public Addressees addressees(NeighbourhoodCode neighbourhood) {
        return new Addressees(
                neighbourhoods.read(neighbourhood).name(), List.copyOf(neighbourhoods.listAddresses(neighbourhood)));
    }

    /** @return whether to go on */
    public boolean wrote(LettersId id, int letters) {
        return locked(id).wrote(letters, clock.instant());
    }

    public void finish(LettersId id, byte[] pdf) {
        InvitationRun run = locked(id);
        if (!run.finish(clock.instant())) {
            return;
        }
        int number = 0;
        for (byte[] some : Slices.of(pdf)) {
            entityManager.persist(new InvitationSlice(run.id(), ++number, some));
        }
    }

    public void fail(LettersId id) {
        locked(id).fail();
    }

    /** Removes what nobody came for within a day, and says of how many invitations that was. */
    public int expire() {
        int expired = 0;
        for (InvitationRun run : entityManager
                .createQuery("select r from InvitationRun r where r.state = :ready order by r.id", InvitationRun.class)
                .setParameter("ready", LettersState.READY)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()) {
            if (run.expire(clock.instant())) {
                discard(run);
                expired++;
            }
        }
        return expired;
    }

    public void arrived(LettersId id) {
        InvitationRun run = locked(id);
        run.downloaded();
        discard(run);
    }

    public void cancel(LettersId id) {
        locked(id).askCancel();
        audit.record("suggestion.letters-cancel", "letters", id.value());
    }

    private void discard(InvitationRun run) {
        entityManager
                .createQuery("delete from InvitationSlice s where s.run = :run")
                .setParameter("run", run.id())
                .executeUpdate();
    }

    private InvitationRun locked(LettersId id) {
        InvitationRun run = entityManager.find(InvitationRun.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (run == null) {
            throw new NotFound();
        }
        return run;
    }

    private List<InvitationRun> list(SuggestionId suggestion) {
        return entityManager
                .createQuery(
                        "select r from InvitationRun r where r.suggestion = :suggestion order by r.id",
                        InvitationRun.class)
                .setParameter("suggestion", suggestion.value())
                .getResultList();
    }

    /** The addresses of a neighbourhood, and its name. */
    record Addressees(String neighbourhood, List<AddressPlace> addresses) {}
}
