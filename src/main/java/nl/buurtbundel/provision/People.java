package nl.buurtbundel.provision;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;

/**
 * Finds the person behind a BSN, for binding an account to one's own file. The number itself is neither kept nor logged. Who
 * may ask is who binds accounts: the identity provider's side of the program, never a person browsing.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class People {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final Pseudonyms pseudonyms;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected People() {
        this(null, null);
    }

    @Inject
    People(Access access, Pseudonyms pseudonyms) {
        this.access = access;
        this.pseudonyms = pseudonyms;
    }

    public Optional<PersonId> find(Bsn bsn) {
        User user = access.require(Operation.BIND_ACCOUNTS);
        return entityManager
                .createQuery(
                        "select p from Person p where p.municipality = :municipality and p.pseudonym = :pseudonym",
                        Person.class)
                .setParameter("municipality", user.municipality().value())
                .setParameter("pseudonym", pseudonyms.ofBsn(user.municipality(), bsn))
                .getResultStream()
                .findFirst()
                .map(Person::personId);
    }
}
