package nl.buurtbundel.ledger;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.money.FiscalYear;

/** The task fields of the social domain (Iv3), per year: the numbering of 2025 is no renaming of the one before. */
@ApplicationScoped
@Transactional(SUPPORTS)
@WithoutAccessCheck("a public code list")
public class TaskFields {
    @PersistenceContext
    private EntityManager entityManager;

    /** The fields that bear help and plans; not the reserves. */
    public List<TaskFieldName> list(FiscalYear year) {
        return entityManager
                .createQuery(
                        "select t from TaskField t where t.socialDomain = true and t.firstYear <= :year"
                                + " and (t.lastYear is null or t.lastYear >= :year) order by t.code",
                        TaskField.class)
                .setParameter("year", year.year())
                .getResultStream()
                .map(TaskField::summary)
                .toList();
    }

    public Optional<TaskFieldName> find(String code, FiscalYear year) {
        return entityManager
                .createQuery(
                        "select t from TaskField t where t.code = :code and t.firstYear <= :year"
                                + " and (t.lastYear is null or t.lastYear >= :year)",
                        TaskField.class)
                .setParameter("code", code)
                .setParameter("year", year.year())
                .getResultStream()
                .findFirst()
                .map(TaskField::summary);
    }

    /** The newest name that a code has had. */
    public Optional<TaskFieldName> findLatest(String code) {
        return entityManager
                .createQuery(
                        "select t from TaskField t where t.code = :code order by t.firstYear desc", TaskField.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .map(TaskField::summary);
    }
}
