package nl.buurtbundel.access;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.money.Period;

/** Who stands in for whom. What is entered counts at the next question that anybody asks. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Deputies {
    @PersistenceContext
    private EntityManager entityManager;

    private final Users users;
    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Deputies() {
        this(null, null, null, null);
    }

    @Inject
    Deputies(Users users, Access access, AuditLog audit, Clock clock) {
        this.users = users;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every line, ended ones too, the newest first. */
    public List<DeputyLine> list() {
        User user = access.require(Operation.EDIT_MANDATES);
        return entityManager
                .createQuery(
                        "select d, s, a from Deputy d, UserAccount s, UserAccount a where d.municipality = :municipality"
                                + " and s.id = d.deputyUser and a.id = d.absentUser order by d.id desc",
                        Object[].class)
                .setParameter("municipality", user.municipality().value())
                .getResultStream()
                .map(row -> ((Deputy) row[0]).line((UserAccount) row[1], (UserAccount) row[2]))
                .toList();
    }

    /** Everybody who works here, by name. */
    public List<StaffMember> listStaff() {
        User user = access.require(Operation.EDIT_MANDATES);
        return entityManager
                .createQuery(
                        "select u from UserAccount u where u.municipality = :municipality and u.active = true",
                        UserAccount.class)
                .setParameter("municipality", user.municipality().value())
                .getResultStream()
                .map(UserAccount::user)
                .filter(User::isStaff)
                .map(staff -> new StaffMember(staff.id(), staff.displayName(), staff.roles()))
                .sorted(Comparator.comparing(StaffMember::name))
                .toList();
    }

    @Transactional(REQUIRED)
    public DeputyId appoint(UserId deputy, UserId absent, Role role, Period validity) {
        User user = access.require(Operation.EDIT_MANDATES);
        Deputy line =
                new Deputy(colleague(user, deputy), colleague(user, absent), role, validity, LocalDate.now(clock));
        entityManager.persist(line);
        DeputyId id = line.id();
        audit.record(
                "access.appoint-deputy",
                "deputy",
                Long.toString(id.value()),
                "deputy=" + deputy.value() + " absent=" + absent.value() + " role=" + role + " from="
                        + validity.firstDay() + " until=" + validity.lastDay());
        return id;
    }

    /** The power ends after this day. */
    @Transactional(REQUIRED)
    public void end(DeputyId id, int version, LocalDate lastDay) {
        lock(access.require(Operation.EDIT_MANDATES), id, version).end(lastDay, LocalDate.now(clock));
        audit.record("access.end-deputy", "deputy", Long.toString(id.value()), "lastDay=" + lastDay);
    }

    /** It was entered by mistake and holds no longer; until its first day is over. */
    @Transactional(REQUIRED)
    public void withdraw(DeputyId id, int version) {
        lock(access.require(Operation.EDIT_MANDATES), id, version).withdraw(LocalDate.now(clock));
        audit.record("access.withdraw-deputy", "deputy", id.value());
    }

    private Deputy lock(User user, DeputyId id, int version) {
        Deputy line = entityManager.find(Deputy.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (line == null || !line.municipality().equals(user.municipality())) {
            throw new NotFound();
        }
        Conflict.unlessSame(version, line.version());
        return line;
    }

    private User colleague(User user, UserId id) {
        return users.find(id)
                .filter(found -> found.municipality().equals(user.municipality()))
                .orElseThrow(NotFound::new);
    }
}
