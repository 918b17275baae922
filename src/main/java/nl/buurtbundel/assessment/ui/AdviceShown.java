package nl.buurtbundel.assessment.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.Optional;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.initiative.InitiativeDossier;
import org.jspecify.annotations.Nullable;

/**
 * The advice on a plan is being shown: a later room tells when a decision waits already, so that none is offered again, and
 * when what was proposed before came back.
 */
public final class AdviceShown {
    private final InitiativeDossier plan;
    private @Nullable Notice waiting;
    private @Nullable Notice cameBack;

    AdviceShown(InitiativeDossier plan) {
        this.plan = plan;
    }

    public InitiativeDossier plan() {
        return plan;
    }

    public void decisionWaits(String sentence, String address, String link) {
        waiting = Notice.info(sentence).with(new Anchor(address, link));
    }

    public void proposalCameBack(String sentence, String address, String link) {
        cameBack = Notice.warning(sentence).with(new Anchor(address, link));
    }

    Optional<Notice> findCameBack() {
        return Optional.ofNullable(cameBack);
    }

    Optional<Notice> findWaiting() {
        return Optional.ofNullable(waiting);
    }
}
