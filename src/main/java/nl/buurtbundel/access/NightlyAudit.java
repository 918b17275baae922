package nl.buurtbundel.access;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every night: walks the whole chain over the audit log and keeps what it found. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NightlyAudit {
    private static final Logger LOGGER = Logger.getLogger(NightlyAudit.class.getName());

    @Inject
    private AuditChain chain;

    @Schedule(hour = "3", minute = "50", timezone = "Europe/Amsterdam", persistent = false)
    public void verify() {
        try {
            AuditVerdict verdict = chain.check();
            if (!verdict.isWhole()) {
                LOGGER.log(Level.SEVERE, "The audit log is not whole: {0}", verdict.faults());
            }
        } catch (RuntimeException e) {
            LOGGER.log(Level.SEVERE, "The audit log could not be verified", e);
        }
    }
}
