package nl.buurtbundel.signal.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.assessment.ui.WorkShown;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.initiative.ui.InitiativeNavigation;
import nl.buurtbundel.initiative.ui.PlanShown;
import nl.buurtbundel.signal.CasesToRepair;
import nl.buurtbundel.signal.PlanToRepair;

/** Tells the team, in its list of work and on the plan, that a plan can go on because a rule changed. */
@ApplicationScoped
class RepairTold {
    private final CasesToRepair cases;
    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected RepairTold() {
        this(null, null);
    }

    @Inject
    RepairTold(CasesToRepair cases, Access access) {
        this.cases = cases;
        this.access = access;
    }

    void whenWorkIsShown(@Observes WorkShown shown) {
        if (!access.may(Operation.ASSESS)) {
            return;
        }
        Locale locale = UI.getCurrent().getLocale();
        cases.listMine()
                .forEach(one -> shown.tell(Notice.info(Messages.text(locale, "signal.repair.work", one.what()))
                        .with(new Anchor(InitiativeNavigation.plan(one.plan()), one.title()))));
    }

    void whenPlanIsShown(@Observes PlanShown shown) {
        if (access.may(Operation.ASSESS, shown.plan().neighbourhood())) {
            cases.listOf(shown.plan().id()).forEach(one -> shown.ask(part(one)));
        }
    }

    private Div part(PlanToRepair one) {
        Locale locale = UI.getCurrent().getLocale();
        Div part = new Div();
        part.add(Notice.info(Messages.text(locale, "signal.repair.plan", one.what()))
                .with(new Button(Messages.text(locale, "signal.repair.take-up"), click -> {
                    cases.takeUp(one.id(), one.version());
                    part.removeAll();
                    part.add(Notice.success(Messages.text(locale, "signal.repair.taken-up"))
                            .announced()
                            .focused());
                })));
        return part;
    }
}
