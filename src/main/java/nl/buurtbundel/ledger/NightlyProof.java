package nl.buurtbundel.ledger;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import nl.buurtbundel.access.NightlyRound;

/**
 * Every night, municipality by municipality: frees what was held too long, then proves the book. Several processes may do it
 * at once; the second finds nothing left to free and proves the same book again.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NightlyProof {
    @Inject
    private NightlyRound round;

    @Inject
    private Ledger ledger;

    @Inject
    private Proofs proofs;

    @Schedule(hour = "3", minute = "10", timezone = "Europe/Amsterdam", persistent = false)
    public void proveAll() {
        round.through(proofs.listMunicipalities(), "The book of {0} could not be proved", municipality -> {
            ledger.voidExpired(municipality);
            proofs.prove(municipality);
        });
    }
}
