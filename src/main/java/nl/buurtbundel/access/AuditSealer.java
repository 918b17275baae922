package nl.buurtbundel.access;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Seals the audit log every few seconds. Of several processes, one wins each link; the others try again. */
@Singleton
@Startup
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class AuditSealer {
    private static final Logger LOGGER = Logger.getLogger(AuditSealer.class.getName());

    private final ReentrantLock sealing = new ReentrantLock();

    @Inject
    private AuditChain chain;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void seal() {
        if (!sealing.tryLock()) {
            return;
        }
        try {
            int sealed;
            do {
                sealed = chain.seal();
            } while (sealed > 0);
        } catch (RuntimeException e) {
            LOGGER.log(Level.INFO, "Sealing is tried again: {0}", e.getClass().getSimpleName());
        } finally {
            sealing.unlock();
        }
    }
}
