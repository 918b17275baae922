package nl.buurtbundel.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.buurtbundel.foundation.Parts;

/** Which household stands behind an amount: what is shown counts households, and one may have help twice. */
@ApplicationScoped
class HelpedHouseholds {
    /** Whose help it is nobody recorded: all of it counts as one household’s. */
    static final String UNKNOWN = "";

    @PersistenceContext
    private EntityManager entityManager;

    void remember(Help help) {
        if (entityManager.find(HelpedHousehold.class, help.provision()) == null) {
            entityManager.persist(new HelpedHousehold(help));
        }
    }

    /** By provision; one that nobody recorded is not among them. */
    Map<String, String> of(Collection<String> provisions) {
        Map<String, String> households = new HashMap<>();
        for (List<String> some : Parts.of(new TreeSet<>(provisions))) {
            entityManager
                    .createQuery(
                            "select h from HelpedHousehold h where h.provision in :provisions", HelpedHousehold.class)
                    .setParameter("provisions", some)
                    .getResultStream()
                    .forEach(one -> households.put(one.provision(), one.household()));
        }
        return households;
    }
}
