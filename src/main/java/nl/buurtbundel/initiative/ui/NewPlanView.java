package nl.buurtbundel.initiative.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.Draft;
import nl.buurtbundel.initiative.Drafts;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodSummary;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.suggestion.Idea;
import nl.buurtbundel.suggestion.SuggestionId;
import nl.buurtbundel.suggestion.Suggestions;
import org.jspecify.annotations.Nullable;

/** Start a plan in five small steps. What was typed is saved at each change, so a lost session loses nothing. */
@CdiComponent
@Route(InitiativeNavigation.NEW)
class NewPlanView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final String NEIGHBOURHOOD = "neighbourhood";
    private static final String IDEA = "idea";

    private final transient Initiatives initiatives;
    private final transient Drafts drafts;
    private final transient Suggestions suggestions;
    private final transient Neighbourhoods neighbourhoods;
    private final transient Access access;
    private final PlanForm form;
    private final Select<NeighbourhoodSummary> where = new Select<>();
    private final ErrorNotice error = new ErrorNotice();
    private final Paragraph progress = new Paragraph();
    private final Button back = new StepButton(getTranslation("initiative.new.back"), () -> go(step() - 1));
    private final Button next = new StepButton(getTranslation("initiative.new.next"), this::next);
    private final Div finish = new Div();
    private final Div fromIdea = new Div();
    private final Div ownPlanFirst = new Div();
    private final WhoSeesThis draftReaders = new WhoSeesThis(getTranslation("initiative.new.draft-who-sees"));
    private transient @Nullable Idea idea;
    private int step = 1;

    @Inject
    NewPlanView(
            Initiatives initiatives,
            Drafts drafts,
            Suggestions suggestions,
            Neighbourhoods neighbourhoods,
            Access access,
            Clock clock) {
        this.initiatives = initiatives;
        this.drafts = drafts;
        this.suggestions = suggestions;
        this.neighbourhoods = neighbourhoods;
        this.access = access;
        this.form = new PlanForm(getLocale(), LocalDate.now(clock), this::save);
        addClassNames("bb-page", "bb-stack");
        progress.getElement().setAttribute("role", "status");
        where.setLabel(getTranslation("initiative.form.neighbourhood"));
        where.setItemLabelGenerator(NeighbourhoodSummary::name);
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button done = new Button(getTranslation("initiative.new.finish"), click -> finish());
        done.setDisableOnClick(true);
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        done.addClickListener(click -> done.setEnabled(true));
        finish.add(done, new WhoSeesThis(getTranslation("initiative.new.who-sees")));
        Div buttons = new Div(back, next);
        buttons.addClassName("bb-cluster");
        ownPlanFirst.add(new Paragraph(getTranslation("initiative.own-plan.first")), OwnPlanPart.room(getLocale()));
        add(
                new H1(getPageTitle()),
                fromIdea,
                ownPlanFirst,
                progress,
                where,
                form,
                error,
                buttons,
                finish,
                draftReaders);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var user = access.require(Operation.START_INITIATIVE);
        List<NeighbourhoodSummary> mine = user.neighbourhoods().stream()
                .sorted()
                .map(neighbourhoods::find)
                .flatMap(Optional::stream)
                .toList();
        if (mine.isEmpty()) {
            throw new NotFound();
        }
        where.setItems(mine);
        where.setValue(mine.get(0));
        where.setVisible(mine.size() > 1);
        where.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                save();
            }
        });
        Optional<SuggestionId> asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(InitiativeNavigation.IDEA)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> new SuggestionId(Long.parseLong(text)));
        Optional<Draft> draft = drafts.find();
        if (draft.isPresent()) {
            resume(draft.get());
            asked.filter(suggestion -> idea == null || !idea.id().equals(suggestion))
                    .ifPresent(this::offerToBeginAgain);
        } else {
            asked.ifPresent(this::beginWith);
        }
        show();
    }

    private void resume(Draft draft) {
        form.fill(draft.answers());
        String suggestion = draft.answers().get(IDEA);
        if (suggestion != null) {
            takeOver(suggestions.readIdea(new SuggestionId(Long.parseLong(suggestion))));
        }
        choose(draft.answers().get(NEIGHBOURHOOD));
        step = Math.max(1, Math.min(PlanForm.STEPS, draft.step()));
    }

    /** What somebody typed before is not thrown away because of a link. */
    private void offerToBeginAgain(SuggestionId suggestion) {
        fromIdea.add(Notice.info(getTranslation("initiative.new.other-draft"))
                .with(new Button(getTranslation("initiative.new.begin-with-idea"), click -> {
                    beginWith(suggestion);
                    go(1);
                })));
    }

    private void beginWith(SuggestionId suggestion) {
        Idea chosen = suggestions.readIdea(suggestion);
        form.fill(chosen);
        takeOver(chosen);
    }

    /** A plan that begins with an idea is for the neighbourhood of the idea. */
    private void takeOver(Idea chosen) {
        idea = chosen;
        form.showBreakEven(chosen.breakEven());
        choose(chosen.neighbourhood().value());
        where.setVisible(false);
        fromIdea.removeAll();
        fromIdea.add(Notice.info(
                getTranslation("initiative.new.from-idea", chosen.title().in(getLocale()))));
    }

    private void choose(@Nullable String code) {
        where.getListDataView()
                .getItems()
                .filter(neighbourhood -> neighbourhood.code().value().equals(code))
                .findFirst()
                .ifPresent(where::setValue);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("initiative.new.title");
    }

    private int step() {
        return step;
    }

    private void next() {
        try {
            form.check(step);
            go(step + 1);
        } catch (Refusal refusal) {
            error.tell(refusal);
        }
    }

    private void go(int wanted) {
        step = wanted;
        save();
        show();
        form.focus(step);
    }

    private void show() {
        error.clear();
        form.show(step);
        progress.setText(getTranslation("initiative.new.progress", step, PlanForm.STEPS));
        ownPlanFirst.setVisible(step == 1);
        back.setVisible(step > 1);
        next.setVisible(step < PlanForm.STEPS);
        finish.setVisible(step == PlanForm.STEPS);
        draftReaders.setVisible(step < PlanForm.STEPS);
    }

    private void save() {
        Map<String, String> answers = new HashMap<>(form.answers());
        answers.put(NEIGHBOURHOOD, where.getValue().code().value());
        Idea chosen = idea;
        if (chosen != null) {
            answers.put(IDEA, Long.toString(chosen.id().value()));
        }
        drafts.save(new Draft(step, answers));
    }

    private void finish() {
        try {
            NeighbourhoodCode code = where.getValue().code();
            Idea chosen = idea;
            InitiativeId id = initiatives.propose(code, form.plan(), chosen == null ? null : chosen.id());
            drafts.discard();
            UI.getCurrent().navigate(InitiativeNavigation.plan(id));
        } catch (RuntimeException e) {
            error.tell(e);
        }
    }
}
