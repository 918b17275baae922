package nl.buurtbundel.signal.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.MonthBars;
import nl.buurtbundel.foundation.ui.MoreRows;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Timeline;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.signal.ChangeState;
import nl.buurtbundel.signal.ChangeView;
import nl.buurtbundel.signal.FollowUp;
import nl.buurtbundel.signal.HeardSignal;
import nl.buurtbundel.signal.PatternId;
import nl.buurtbundel.signal.PatternPage;
import nl.buurtbundel.signal.Patterns;

/** One pattern: how often, what is behind it, what is to change, and whether that made it fall. */
@CdiComponent
@Route(SignalNavigation.PATTERN)
class PatternView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Patterns patterns;
    private final transient Clock clock;
    private String title = "";

    @Inject
    PatternView(Patterns patterns, Clock clock) {
        this.patterns = patterns;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters()
                .getLong(SignalNavigation.ID)
                .map(PatternId::new)
                .orElseThrow(NotFound::new));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(PatternId id) {
        PatternPage page = patterns.read(id);
        title = page.title();
        removeAll();
        add(
                new H1(title),
                new DefinitionTable()
                        .row(
                                getTranslation("signal.known.signals"),
                                texts().formats().count(page.signals()))
                        .row(getTranslation("signal.known.owner"), page.owner()));
        if (!page.mine()) {
            add(button("signal.page.take-over", id, () -> patterns.takeOver(id, page.version())));
        }
        howOften(page);
        cause(page);
        change(page);
        toAsk(page);
        said(page);
        add(new Anchor(SignalNavigation.patterns(), getTranslation("signal.page.all")));
    }

    // ---- how often, and whether it fell

    private void howOften(PatternPage page) {
        SignalTexts texts = texts();
        add(new H2(getTranslation("signal.months.title")));
        FollowUp followUp = page.followUp();
        String verdict = followUp == null
                ? ""
                : getTranslation(
                        "signal.months.verdict",
                        texts.name("signal.verdict.", followUp.verdict()),
                        texts.formats().number(followUp.before(), 1),
                        texts.formats().number(followUp.after(), 1));
        if (followUp != null) {
            add(
                    followUp.verdict() == FollowUp.Verdict.FELL
                            ? Notice.success(verdict)
                            : followUp.verdict() == FollowUp.Verdict.ROSE
                                    ? Notice.warning(verdict)
                                    : Notice.info(verdict));
        }
        int most =
                page.months().stream().mapToInt(month -> month.signals()).max().orElse(0);
        String summary = getTranslation("signal.months.summary", most) + (verdict.isEmpty() ? "" : " " + verdict);
        add(new MonthBars(
                getTranslation("signal.months.picture"),
                summary,
                getTranslation("signal.months.before"),
                getTranslation("signal.months.after"),
                page.findDoneOn().map(PatternView::firstWholeMonth).orElse(null),
                page.months().stream()
                        .map(month -> new MonthBars.Month(month.month(), month.signals()))
                        .toList()));
    }

    /** The month in which it changed has days of both; the picture counts it as before. */
    private static YearMonth firstWholeMonth(LocalDate doneOn) {
        return YearMonth.from(doneOn.minusDays(1)).plusMonths(1);
    }

    // ---- what is behind it

    private void cause(PatternPage page) {
        add(new H2(getTranslation("signal.cause.title")));
        if (page.cause().isEmpty()) {
            add(new Paragraph(getTranslation("signal.cause.none")));
        } else {
            DefinitionTable facts = new DefinitionTable().row(getTranslation("signal.cause.cause"), page.cause());
            if (!page.inTheRoom().isEmpty()) {
                facts.row(getTranslation("signal.cause.in-the-room"), page.inTheRoom());
            }
            add(facts);
        }
        Button write = new Button(
                getTranslation("signal.cause.write"),
                click -> PatternDialogs.describe(page, (newTitle, why, needed) -> {
                            patterns.describe(page.id(), page.version(), newTitle, why, needed);
                            show(page.id());
                        })
                        .open());
        if (page.cause().isEmpty()) {
            write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        add(write);
    }

    // ---- what is to change

    private void change(PatternPage page) {
        add(new H2(getTranslation("signal.change.title")));
        if (page.changes().isEmpty()) {
            add(new Paragraph(getTranslation("signal.change.none-yet")));
        }
        page.changes().forEach(change -> add(timeline(change)));
        if (page.canPropose() && !page.cause().isEmpty()) {
            add(dialogButton(
                    "signal.change.propose",
                    page.changes().isEmpty(),
                    () -> PatternDialogs.propose(what -> {
                                patterns.proposeChange(page.id(), page.version(), what);
                                show(page.id());
                            })
                            .open()));
        }
        page.findChange().ifPresent(change -> next(page, change));
        repair(page);
    }

    private Timeline timeline(ChangeView change) {
        SignalTexts texts = texts();
        Timeline timeline = new Timeline();
        timeline.step(
                Timeline.State.DONE,
                texts.formats().date(change.proposedOn()),
                getTranslation("signal.change-state.proposed"),
                change.what());
        LocalDate decidedOn = change.decidedOn();
        var by = change.decidedBy();
        if (decidedOn == null || by == null) {
            return timeline.step(
                    Timeline.State.CURRENT,
                    getTranslation("signal.change.waits"),
                    getTranslation("signal.change-state.decided"));
        }
        boolean rejected = change.state() == ChangeState.REJECTED;
        timeline.step(
                Timeline.State.DONE,
                texts.formats().date(decidedOn),
                getTranslation(rejected ? "signal.change-state.rejected" : "signal.change-state.decided"),
                texts.name("signal.decider.", by));
        LocalDate doneOn = change.doneOn();
        if (doneOn != null) {
            timeline.step(
                    Timeline.State.DONE, texts.formats().date(doneOn), getTranslation("signal.change-state.done"));
        } else if (!rejected) {
            timeline.step(
                    Timeline.State.CURRENT,
                    getTranslation("signal.change.waits"),
                    getTranslation("signal.change-state.done"));
        }
        return timeline;
    }

    private void next(PatternPage page, ChangeView change) {
        LocalDate today = LocalDate.now(clock);
        if (change.state() == ChangeState.PROPOSED) {
            add(dialogButton(
                    "signal.change.decide",
                    true,
                    () -> PatternDialogs.decide(today, (by, yes, on) -> {
                                patterns.decideChange(page.id(), page.version(), by, yes, on);
                                show(page.id());
                            })
                            .open()));
        } else if (change.state() == ChangeState.DECIDED) {
            add(dialogButton(
                    "signal.change.finish",
                    true,
                    () -> PatternDialogs.finish(today, on -> {
                                patterns.finishChange(page.id(), page.version(), on);
                                show(page.id());
                            })
                            .open()));
        }
    }

    private void repair(PatternPage page) {
        if (page.toRepair() > 0) {
            add(
                    dialogButton(
                            "signal.repair.offer",
                            true,
                            () -> new ConfirmDialog(
                                            getTranslation("signal.repair.offer"),
                                            getTranslation("signal.repair.ask", page.toRepair()),
                                            getTranslation("signal.repair.who-sees"),
                                            getTranslation("signal.repair.offer"),
                                            () -> {
                                                int plans = patterns.offerRepair(page.id(), page.version());
                                                show(page.id());
                                                Notice.tell(this, getTranslation("signal.repair.offered-now", plans))
                                                        .focused();
                                            })
                                    .open()),
                    new WhoSeesThis(getTranslation("signal.repair.who-sees")));
        }
        if (page.offered() > 0) {
            add(new Paragraph(getTranslation("signal.repair.standing", page.offered(), page.takenUp())));
        }
    }

    // ---- who said it, and what

    private void toAsk(PatternPage page) {
        if (page.toAsk().isEmpty()) {
            return;
        }
        UnorderedList people = new UnorderedList();
        page.toAsk().forEach(name -> people.add(new ListItem(name)));
        add(new H2(getTranslation("signal.to-ask.title")), new Paragraph(getTranslation("signal.to-ask.how")), people);
    }

    private void said(PatternPage page) {
        SignalTexts texts = texts();
        add(new H2(getTranslation("signal.heard.title")));
        DataTable table = new DataTable(
                        getTranslation("signal.heard.title"),
                        DataTable.Column.text(getTranslation("signal.heard.what")),
                        DataTable.Column.text(getTranslation("signal.heard.how")),
                        DataTable.Column.text(getTranslation("signal.heard.month")),
                        DataTable.Column.text(getTranslation("signal.heard.action")))
                .belowItsHeading();
        MoreRows<HeardSignal> rows = new MoreRows<>(
                table,
                getTranslation("signal.heard.more"),
                (from, most) -> patterns.listSignals(page.id(), from, most),
                signal -> table.rowOf(
                        new Span(texts.line(signal)),
                        new Span(texts.name("signal.source.", signal.source())),
                        new Span(texts.formats().month(signal.month())),
                        move(page, signal)));
        add(rows.isEmpty() ? new EmptyState(getTranslation("signal.heard.none")) : rows);
    }

    private Button move(PatternPage page, HeardSignal signal) {
        Button button = new Button(
                getTranslation("signal.move.open"),
                click -> PatternDialogs.move(
                                texts().line(signal),
                                patterns.list().stream()
                                        .filter(other -> !other.id().equals(page.id()))
                                        .toList(),
                                to -> {
                                    patterns.move(signal.id(), signal.version(), to);
                                    show(page.id());
                                    Notice.tell(this, getTranslation("signal.move.moved"))
                                            .focused();
                                })
                        .open());
        button.setAriaLabel(getTranslation("signal.move.open-of", texts().line(signal)));
        return button;
    }

    // ----

    private Button button(String key, PatternId id, SerializableRunnable action) {
        return new Button(getTranslation(key), click -> {
            action.run();
            show(id);
        });
    }

    private Button dialogButton(String key, boolean primary, SerializableRunnable open) {
        Button button = new Button(getTranslation(key), click -> open.run());
        if (primary) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return button;
    }

    private SignalTexts texts() {
        return new SignalTexts(getLocale());
    }
}
