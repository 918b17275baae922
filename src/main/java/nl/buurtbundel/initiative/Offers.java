package nl.buurtbundel.initiative;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.Users;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;

/** What neighbours can do for a plan: hours, a room, a skill. Seen by the initiator, the assigned worker and who offers. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Offers {
    private final InitiativeRepository repository;
    private final Users users;
    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Offers() {
        this(null, null, null, null, null);
    }

    @Inject
    Offers(InitiativeRepository repository, Users users, Access access, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.users = users;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(REQUIRED)
    public OfferId offer(InitiativeId id, NewOffer offer) {
        Initiative initiative = repository.read(id);
        User user = access.require(Operation.OFFER, initiative.neighbourhood());
        Offer made = new Offer(initiative, user.id(), offer, Moment.of(clock));
        repository.add(made);
        audit.record(
                "initiative.offer",
                "initiative",
                Long.toString(id.value()),
                "kind=" + offer.kind() + " paid=" + offer.paid());
        return made.id();
    }

    @Transactional(REQUIRED)
    public void withdraw(OfferId id, int version) {
        User user = access.require(Operation.OFFER);
        Offer offer = repository.readOffer(id);
        Conflict.unlessSame(version, offer.version());
        offer.withdraw(user.id(), Moment.of(clock));
        audit.record(
                "initiative.offer-withdraw", "initiative", offer.initiative().value());
    }

    /** The offers to a plan, for who started it and for the assigned worker. */
    public List<OfferSummary> list(InitiativeId id) {
        Initiative initiative = repository.read(id);
        User user = access.require(Operation.SEE_INITIATIVES, initiative.neighbourhood());
        if (!initiative.isInitiatedBy(user.id()) && !initiative.isAssignedTo(user.id())) {
            throw new NotFound();
        }
        return repository.listOffers(id).stream().map(this::summary).toList();
    }

    public List<OfferSummary> listMine() {
        User user = access.require(Operation.OFFER);
        return repository.listOffersBy(user.id()).stream().map(this::summary).toList();
    }

    private OfferSummary summary(Offer offer) {
        return offer.summary(
                users.find(offer.offeredBy()).map(User::displayName).orElse(""));
    }
}
