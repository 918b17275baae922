package nl.buurtbundel.assessment.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.assessment.QueueItem;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.initiative.InitiativeSummary;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.ui.InitiativeNavigation;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;

/** What waits for the team: which plan, in which step, what is due first, and what stands in the way. */
@CdiComponent
@Route(AssessmentNavigation.WORK)
class WorkView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final Comparator<QueueItem> DUE_FIRST = Comparator.comparing(
            (QueueItem item) -> item.initiative().dueOn(), Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

    private final transient Assessments assessments;
    private final transient Initiatives initiatives;
    private final transient Neighbourhoods neighbourhoods;
    private final transient Access access;
    private final transient Event<WorkShown> workShown;

    @Inject
    WorkView(
            Assessments assessments,
            Initiatives initiatives,
            Neighbourhoods neighbourhoods,
            Access access,
            Event<WorkShown> workShown) {
        this.assessments = assessments;
        this.initiatives = initiatives;
        this.neighbourhoods = neighbourhoods;
        this.access = access;
        this.workShown = workShown;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        access.requireInOwnNeighbourhoods(Operation.SEE_ASSESSMENTS);
        removeAll();
        add(new H1(getTranslation("assessment.work.title")));
        boolean asked = askedToEnd();
        Div told = new Div();
        told.addClassName("bb-stack");
        Div ways = new Div();
        ways.addClassName("bb-cluster");
        workShown.fire(new WorkShown(told::add, ways::add));
        if (ways.getComponentCount() > 0) {
            add(ways);
        }
        boolean waits = told.getComponentCount() > 0;
        if (waits) {
            add(told);
        }
        List<QueueItem> queue =
                assessments.listQueue().stream().sorted(DUE_FIRST).toList();
        if (queue.isEmpty()) {
            if (!asked && !waits) {
                add(new EmptyState(getTranslation("assessment.work.empty")));
            }
            return;
        }
        queue.stream()
                .filter(QueueItem::isTeamsTurn)
                .filter(item -> access.may(Operation.ASSESS, item.initiative().neighbourhood()))
                .findFirst()
                .ifPresent(this::addFirst);
        add(table(queue));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("assessment.work.title");
    }

    /**
     * Whoever began a granted plan asks the team to end it: that waits for an answer too.
     *
     * @return whether anybody asked
     */
    private boolean askedToEnd() {
        if (!access.may(Operation.ASSESS)) {
            return false;
        }
        List<InitiativeSummary> asked = initiatives.listAskedToEnd();
        for (InitiativeSummary plan : asked) {
            add(Notice.info(getTranslation("assessment.work.asked-to-end"))
                    .with(new Anchor(InitiativeNavigation.plan(plan.id()), plan.title())));
        }
        return !asked.isEmpty();
    }

    /** Where the next step is taken: a plan that was granted begins on its own page. */
    private static String address(InitiativeSummary plan) {
        return plan.stage().isGranted() ? InitiativeNavigation.plan(plan.id()) : AssessmentNavigation.assess(plan.id());
    }

    private void addFirst(QueueItem first) {
        Button begin = new Button(
                getTranslation("assessment.work.first"),
                click -> UI.getCurrent().navigate(address(first.initiative())));
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new Paragraph(getTranslation(
                        "assessment.work.first-is", first.initiative().title())),
                begin);
    }

    private DataTable table(List<QueueItem> queue) {
        AssessmentTexts texts = new AssessmentTexts(getLocale());
        Map<NeighbourhoodCode, String> places = neighbourhoods.mapNames(
                access.require(Operation.SEE_ASSESSMENTS).municipality());
        DataTable table = new DataTable(
                getTranslation("assessment.work.table"),
                DataTable.Column.text(getTranslation("assessment.work.plan")),
                DataTable.Column.text(getTranslation("assessment.work.neighbourhood")),
                DataTable.Column.text(getTranslation("assessment.work.step")),
                DataTable.Column.text(getTranslation("assessment.work.due")),
                DataTable.Column.number(getTranslation("assessment.work.open-gates")),
                DataTable.Column.number(getTranslation("assessment.work.open-objections")));
        for (QueueItem item : queue) {
            InitiativeSummary plan = item.initiative();
            table.rowOf(
                    new Anchor(address(plan), plan.title()),
                    new Span(places.getOrDefault(
                            plan.neighbourhood(), plan.neighbourhood().value())),
                    new Span(step(item, texts)),
                    new Span(due(plan, texts)),
                    new Span(gates(item, texts)),
                    new Span(texts.formats().count(item.openObjections())));
        }
        return table;
    }

    private String step(QueueItem item, AssessmentTexts texts) {
        String stage = texts.name("initiative.stage.", item.initiative().stage());
        return item.cameBack() ? getTranslation("assessment.work.came-back", stage) : stage;
    }

    private String gates(QueueItem item, AssessmentTexts texts) {
        Integer open = item.openGates();
        return open == null
                ? getTranslation("assessment.work.not-begun")
                : texts.formats().count(open);
    }

    private String due(InitiativeSummary plan, AssessmentTexts texts) {
        LocalDate dueOn = plan.dueOn();
        if (dueOn == null) {
            return getTranslation("assessment.work.no-date");
        }
        var late = plan.escalatedTo();
        String day = texts.formats().shortDate(dueOn);
        return late == null ? day : getTranslation("assessment.work.late", day, texts.name("initiative.office.", late));
    }
}
