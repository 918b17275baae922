package nl.buurtbundel.decision;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.foundation.WithoutAccessCheck;

/** Who asked what a household got this year. A question that is refused tells something too: its row stays. */
@ApplicationScoped
@Transactional(REQUIRES_NEW)
@WithoutAccessCheck("called by the service that has checked")
class MiniBudgetLooks {
    private final ProcessingLog processingLog;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected MiniBudgetLooks() {
        this(null);
    }

    @Inject
    MiniBudgetLooks(ProcessingLog processingLog) {
        this.processingLog = processingLog;
    }

    public void note(String mark) {
        processingLog.looked("decision.activity.mini-budget", List.of(mark));
    }
}
