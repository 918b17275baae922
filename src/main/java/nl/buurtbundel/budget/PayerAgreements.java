package nl.buurtbundel.budget;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/** The agreements with other payers of a whole municipality, for who looks at the bank from which of them money came. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class PayerAgreements {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected PayerAgreements() {
        this(null);
    }

    @Inject
    PayerAgreements(Access access) {
        this.access = access;
    }

    /** Whatever came in of them, the oldest first. */
    public List<PayerAgreement> list(MunicipalityCode municipality) {
        access.requireForWhole(Operation.SEE_BUDGETS, municipality);
        return entityManager
                .createQuery(
                        "select c.id, c.reference, c.neighbourhood, c.fiscalYear, c.kind, c.organisation,"
                                + " c.agreementNumber, c.agreedCents, c.signedOn from Contribution c"
                                + " where c.neighbourhood like :municipality order by c.id",
                        Object[].class)
                .setParameter("municipality", municipality.neighbourhoodPattern())
                .getResultStream()
                .map(PayerAgreements::agreement)
                .toList();
    }

    private static PayerAgreement agreement(Object[] row) {
        return new PayerAgreement(
                new ContributionId((Long) row[0]),
                InitiativeId.find((String) row[1]).orElseThrow(NotFound::new),
                new NeighbourhoodCode((String) row[2]),
                new NewContribution(
                        new FiscalYear((Integer) row[3]),
                        (ContributorKind) row[4],
                        (String) row[5],
                        (String) row[6],
                        Money.ofCents((Long) row[7]),
                        (LocalDate) row[8]));
    }
}
