package nl.buurtbundel.spending;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import nl.buurtbundel.access.NightlyRound;
import nl.buurtbundel.ledger.Proofs;

/** Every night: files for the bank that were kept long enough are thrown away. Of two processes at once the second finds none. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NightlyForgetting {
    @Inject
    private NightlyRound round;

    @Inject
    private Proofs books;

    @Inject
    private PaymentOrderFiles files;

    @Schedule(hour = "3", minute = "25", timezone = "Europe/Amsterdam", persistent = false)
    public void forgetAll() {
        round.through(
                books.listMunicipalities(),
                "Files for the bank of {0} are kept longer than was promised",
                files::forgetOverdue);
    }
}
