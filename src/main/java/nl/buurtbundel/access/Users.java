package nl.buurtbundel.access;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.foundation.WithoutAccessCheck;

/** The accounts. Asked by {@link Access} itself, hence without access checks of its own. */
@ApplicationScoped
@Transactional(SUPPORTS)
@WithoutAccessCheck("the policy itself stands on it")
public class Users {
    @PersistenceContext
    private EntityManager entityManager;

    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Users() {
        this(null);
    }

    @Inject
    Users(Clock clock) {
        this.clock = clock;
    }

    public Optional<User> findByLoginName(String loginName) {
        return entityManager
                .createQuery("select u from UserAccount u where u.loginName = :loginName", UserAccount.class)
                .setParameter("loginName", loginName)
                .getResultStream()
                .filter(UserAccount::isActive)
                .findFirst()
                .map(UserAccount::user)
                .map(user -> user.isStaff() ? user.standingInFor(standInsOf(user)) : user);
    }

    /** Of today, and only as long as who is away has that office. */
    private List<StandIn> standInsOf(User user) {
        List<StandIn> standIns = new ArrayList<>();
        for (Object[] row : entityManager
                .createQuery(
                        "select d, a from Deputy d, UserAccount a where d.deputyUser = :user and a.id = d.absentUser"
                                + " and a.active = true and d.validFrom <= :today and d.validUntil >= :today"
                                + " order by d.id",
                        Object[].class)
                .setParameter("user", user.id().value())
                .setParameter("today", LocalDate.now(clock))
                .getResultList()) {
            User absent = ((UserAccount) row[1]).user();
            Deputy line = (Deputy) row[0];
            if (line.holds(user, absent)) {
                standIns.add(line.standIn(absent));
            }
        }
        return standIns;
    }

    public Optional<User> find(UserId id) {
        return Optional.ofNullable(entityManager.find(UserAccount.class, id.value()))
                .map(UserAccount::user);
    }

    /** Who can log in; nobody whose account was closed. */
    public Optional<User> findActive(UserId id) {
        return Optional.ofNullable(entityManager.find(UserAccount.class, id.value()))
                .filter(UserAccount::isActive)
                .map(UserAccount::user);
    }

    /** The accounts that the demo page offers, as login name and user. */
    public List<DemoUser> listDemoUsers() {
        return entityManager
                .createQuery(
                        "select u from UserAccount u where u.demo = true and u.active = true order by u.id",
                        UserAccount.class)
                .getResultStream()
                .map(account -> new DemoUser(account.loginName(), account.user()))
                .toList();
    }

    @Transactional(REQUIRED)
    public UserId create(NewUser user) {
        UserAccount account = new UserAccount(user);
        entityManager.persist(account);
        return account.user().id();
    }

    /** Makes all of them or none. */
    @Transactional(REQUIRED)
    public void createAll(List<NewUser> users) {
        users.forEach(this::create);
    }

    /** A demo account with the name to log in by. */
    public record DemoUser(String loginName, User user) {}
}
