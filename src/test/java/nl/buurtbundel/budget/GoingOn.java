package nl.buurtbundel.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.money.Money;

/** What the end of a year does with what another payer gave, in a year that has not ended. */
@ApplicationScoped
public class GoingOn {
    @Inject
    private Contributions contributions;

    /** @param own the account of the agreement that the grant came from */
    @Transactional
    public void goOn(String key, AccountKey granted, AccountKey own, Money amount) {
        contributions.goOn(key, granted, own, amount);
    }
}
