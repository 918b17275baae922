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
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.buurtbundel.foundation.WithoutAccessCheck;

/**
 * Seals the audit log every few seconds and writes outside the database how far. Of several processes, one wins each link;
 * the others try again.
 */
@Singleton
@Startup
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class AuditSealer {
    private static final Logger LOGGER = Logger.getLogger(AuditSealer.class.getName());

    /** Who waits for a seal waits for this many batches at most; the rest follows within seconds. */
    private static final int MOST_AT_ONCE = 20;

    private final ReentrantLock sealing = new ReentrantLock();
    /** Also true at the start: the process may have been killed between the two. */
    private boolean toAnchor = true;

    private boolean lossTold;

    @Inject
    private AuditChain chain;

    @Inject
    private AuditAnchor anchor;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void seal() {
        if (!sealing.tryLock()) {
            return;
        }
        try {
            while (chain.seal() > 0) {
                toAnchor = true;
            }
            if (toAnchor || !anchor.exists()) {
                anchorNewest();
            }
        } catch (RuntimeException e) {
            LOGGER.log(Level.INFO, "Sealing is tried again: {0}", e.getClass().getSimpleName());
        } catch (IOException e) {
            LOGGER.log(Level.SEVERE, "The audit log cannot be anchored outside the database", e);
        } finally {
            sealing.unlock();
        }
    }

    /**
     * Seals what is committed, in transactions of its own, for who is about to tell it. Of several processes one wins each link:
     * what the other one seals meanwhile is sealed as well. Where it does not succeed, what is told says that it is not sealed
     * yet.
     */
    @WithoutAccessCheck("adds links, shows nothing")
    public void sealNow() {
        sealing.lock();
        try {
            for (int batch = 0; batch < MOST_AT_ONCE && sealBatch(); batch++) {
                toAnchor = true;
            }
        } finally {
            sealing.unlock();
        }
    }

    private boolean sealBatch() {
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                return chain.seal() > 0;
            } catch (RuntimeException e) {
                LOGGER.log(
                        Level.INFO, "Sealing is tried again: {0}", e.getClass().getSimpleName());
            }
        }
        return false;
    }

    /** A chain that lost what was anchored gets no new anchor, nor one whose anchor was lost: that would hide the loss. */
    private void anchorNewest() throws IOException {
        Optional<AuditLink> before = anchor.findLast();
        if (before.isEmpty() && chain.wasAnchored()) {
            if (!lossTold) {
                LOGGER.log(
                        Level.SEVERE,
                        "{0} is lost: nothing outside the database tells where the audit log stood",
                        anchor);
                lossTold = true;
            }
            return;
        }
        if (before.isPresent() && !chain.holds(before.get())) {
            if (!lossTold) {
                LOGGER.log(Level.SEVERE, "Link {0} of the audit log is in {1}, but not in the database", new Object[] {
                    before.get().number(), anchor
                });
                lossTold = true;
            }
            return;
        }
        Optional<AuditLink> newest = chain.findNewest();
        if (newest.isPresent() && !newest.equals(before)) {
            anchor.append(newest.get());
            chain.anchored(newest.get());
        } else if (before.isPresent()) {
            chain.anchored(before.get());
        }
        toAnchor = false;
        lossTold = false;
    }
}
