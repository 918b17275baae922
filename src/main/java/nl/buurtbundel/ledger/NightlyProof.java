package nl.buurtbundel.ledger;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import nl.buurtbundel.access.NightlyRound;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * Every night, municipality by municipality: frees what was held too long; then proves each book, freed or not. Several processes
 * may do it at once; the second finds nothing left to free and proves the same book again.
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
        List<MunicipalityCode> municipalities = proofs.listMunicipalities();
        round.through(municipalities, "What was held too long in the book of {0} is still held", ledger::voidExpired);
        // a round of its own: what could not be freed is the more reason to prove the book
        round.through(municipalities, "The book of {0} could not be proved", proofs::prove);
    }
}
