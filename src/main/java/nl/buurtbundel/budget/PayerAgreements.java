package nl.buurtbundel.budget;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferSummary;
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
    private final Ledger ledger;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected PayerAgreements() {
        this(null, null);
    }

    @Inject
    PayerAgreements(Access access, Ledger ledger) {
        this.access = access;
        this.ledger = ledger;
    }

    /** Whatever came in of them, the oldest first. */
    public List<PayerAgreement> list(MunicipalityCode municipality) {
        access.requireForWhole(Operation.SEE_BUDGETS, municipality);
        Map<String, Money> received = ledger.sumStanding(municipality, Reason.CONTRIBUTION_RECEIVED);
        return entityManager
                .createQuery(
                        "select c.id, c.reference, c.neighbourhood, c.fiscalYear, c.kind, c.organisation,"
                                + " c.agreementNumber, c.agreedCents, c.signedOn from Contribution c"
                                + " where c.neighbourhood like :municipality order by c.id",
                        Object[].class)
                .setParameter("municipality", municipality.neighbourhoodPattern())
                .getResultStream()
                .map(row -> agreement(row, received))
                .toList();
    }

    /** What was booked as received of exactly this amount, by whatever agreement, the oldest first. */
    public List<PayerReceipt> listReceipts(MunicipalityCode municipality, Money amount) {
        access.requireForWhole(Operation.SEE_BUDGETS, municipality);
        return ledger.listTransfers(municipality, Reason.CONTRIBUTION_RECEIVED, amount).stream()
                .filter(TransferSummary::stands)
                .flatMap(one -> ContributionId.find(one.reference()).stream()
                        .map(by -> new PayerReceipt(one.id(), by, one.bookedOn())))
                .toList();
    }

    private static PayerAgreement agreement(Object[] row, Map<String, Money> received) {
        ContributionId id = new ContributionId((Long) row[0]);
        Money agreed = Money.ofCents((Long) row[7]);
        return new PayerAgreement(
                id,
                InitiativeId.find((String) row[1]).orElseThrow(NotFound::new),
                new NeighbourhoodCode((String) row[2]),
                new NewContribution(
                        new FiscalYear((Integer) row[3]),
                        (ContributorKind) row[4],
                        (String) row[5],
                        (String) row[6],
                        agreed,
                        (LocalDate) row[8]),
                agreed.minus(received.getOrDefault(id.reference(), Money.ZERO)));
    }
}
