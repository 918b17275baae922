package nl.buurtbundel.initiative.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.UnsavedChanges;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Plan;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.suggestion.SuggestionId;
import nl.buurtbundel.suggestion.Suggestions;

/** Change the plan. Before other promises are saved, the screen says that everybody is asked again. */
@CdiComponent
@Route(InitiativeNavigation.PLAN + "/wijzigen")
class ChangePlanView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    private final transient Initiatives initiatives;
    private final transient Suggestions suggestions;
    private final transient Clock clock;
    private final ErrorNotice error = new ErrorNotice();
    private final UnsavedChanges unsaved = new UnsavedChanges();

    @Inject
    ChangePlanView(Initiatives initiatives, Suggestions suggestions, Clock clock) {
        this.initiatives = initiatives;
        this.suggestions = suggestions;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        InitiativePage page = initiatives.read(PlanPage.id(event));
        if (!page.mine() || !page.stage().allowsPlanChange()) {
            throw new NotFound();
        }
        PlanForm form = new PlanForm(getLocale(), LocalDate.now(clock), () -> add(unsaved));
        form.fill(page.plan());
        SuggestionId suggestion = page.suggestion();
        if (suggestion != null) {
            form.showBreakEven(suggestions.readIdea(suggestion).breakEven());
        }
        Button save = new Button(getTranslation("initiative.change.save"), click -> save(page, form));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        removeAll();
        add(
                new H1(getPageTitle()),
                Notice.info(getTranslation("initiative.change.explain")),
                form,
                error,
                save,
                InitiativeNavigation.link(
                        InitiativeNavigation.plan(page.id()), getTranslation("initiative.change.cancel")));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.askBefore(event);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("initiative.change.title");
    }

    private void save(InitiativePage page, PlanForm form) {
        error.clear();
        try {
            Plan changed = form.plan();
            if (page.stage() == Stage.IDEA || changed.promisesTheSameAs(page.plan())) {
                change(page, changed);
                return;
            }
            new ConfirmDialog(
                            getTranslation("initiative.change.ask-again-title"),
                            getTranslation("initiative.change.ask-again"),
                            getTranslation("initiative.change.who-sees"),
                            getTranslation("initiative.change.save"),
                            () -> change(page, changed))
                    .open();
        } catch (RuntimeException e) {
            error.tell(e);
        }
    }

    private void change(InitiativePage page, Plan changed) {
        initiatives.changePlan(page.id(), page.version(), changed);
        unsaved.kept();
        UI.getCurrent().navigate(InitiativeNavigation.plan(page.id()));
    }
}
