package nl.buurtbundel.access;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** The steps of staff in the audit log. What residents and the program did is not among them. */
@ApplicationScoped
@Transactional(SUPPORTS)
@WithoutAccessCheck("called by a room that has checked, adds them up and names nobody")
public class StaffDeeds {
    @PersistenceContext
    private EntityManager entityManager;

    /** From one moment up to another, in the order of time. */
    public List<StaffDeed> list(MunicipalityCode municipality, Instant from, Instant until) {
        List<AuditEvent> found = entityManager
                .createQuery(
                        "select e from AuditEvent e where e.municipality = :municipality and e.at >= :from"
                                + " and e.at < :until and e.actor <> :program order by e.at, e.id",
                        AuditEvent.class)
                .setParameter("municipality", municipality.value())
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("program", UserId.SYSTEM.value())
                .getResultList();
        Map<Long, Role> offices = officesOf(found);
        return found.stream()
                .flatMap(
                        event -> Optional.ofNullable(offices.get(Objects.requireNonNull(event.actor())))
                                .map(event::deedOfStaff)
                                .stream())
                .toList();
    }

    /** When staff or anybody else did something here for the first time. */
    public Optional<Instant> findFirst(MunicipalityCode municipality) {
        return Optional.ofNullable(entityManager
                .createQuery("select min(e.at) from AuditEvent e where e.municipality = :municipality", Instant.class)
                .setParameter("municipality", municipality.value())
                .getSingleResult());
    }

    private Map<Long, Role> officesOf(List<AuditEvent> events) {
        Map<Long, Role> offices = new HashMap<>();
        for (List<Long> some : Parts.of(events.stream().map(AuditEvent::actor).collect(Collectors.toSet()))) {
            entityManager
                    .createQuery("select u from UserAccount u where u.id in :actors", UserAccount.class)
                    .setParameter("actors", some)
                    .getResultStream()
                    .map(UserAccount::user)
                    .forEach(user -> user.findOffice()
                            .ifPresent(office -> offices.put(user.id().value(), office)));
        }
        return offices;
    }
}
