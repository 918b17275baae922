package nl.buurtbundel.signal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.assessment.Deviation;
import nl.buurtbundel.assessment.LawArticles;
import nl.buurtbundel.assessment.ObjectionView;
import nl.buurtbundel.budget.EscalationLevel;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.signal.EscalationReason;
import nl.buurtbundel.signal.EscalationView;
import nl.buurtbundel.signal.Escalations;
import nl.buurtbundel.signal.ShortWords;
import org.jspecify.annotations.Nullable;

/** On the page of a plan: ask who may break through, see whose turn it is, and break through. */
final class StuckPart extends Div {
    private static final int USUAL_PAUSE_DAYS = 14;
    private static final int USUAL_BRIDGE_MONTHS = 3;

    private final transient Escalations escalations;
    private final transient Assessments assessments;
    private final transient InitiativeId plan;
    private final boolean team;
    private final transient LocalDate today;
    private final transient SignalTexts texts;
    private final Set<String> offered = new HashSet<>();
    private String pressed = "";

    /** @param team the reader is of the team, whose question goes to the breakthrough officer */
    StuckPart(Escalations escalations, Assessments assessments, InitiativeId plan, boolean team, LocalDate today) {
        this.escalations = escalations;
        this.assessments = assessments;
        this.plan = plan;
        this.team = team;
        this.today = today;
        this.texts = new SignalTexts(getLocale());
        addClassNames("bb-stack", "bb-stuck");
        Optional<EscalationView> open = escalations.find(plan);
        open.ifPresentOrElse(this::show, this::offer);
    }

    private void offer() {
        add(new Button(texts.text("signal.stuck.open"), click -> ask()));
    }

    private void ask() {
        RadioButtonGroup<EscalationReason> reason = new RadioButtonGroup<>(texts.text("signal.stuck.why"));
        reason.setItems(EscalationReason.values());
        reason.setItemLabelGenerator(one -> texts.name("signal.stuck-reason.", one));
        TextField words = words("signal.stuck.words");
        words.setHelperText(texts.text("signal.stuck.words-help"));
        new ConfirmDialog(
                        texts.text("signal.stuck.open"),
                        texts.text(team ? "signal.stuck.how-team" : "signal.stuck.how-resident"),
                        texts.text("signal.stuck.who-sees"),
                        texts.text("signal.stuck.ask"),
                        () -> {
                            showDone(told(start(Required.in(reason), new ShortWords(words.getValue()))));
                        })
                .with(reason, words)
                .open();
    }

    /** The key of what is told: of two who ask at once the second sees the question that is open. */
    private String start(EscalationReason reason, ShortWords words) {
        try {
            escalations.start(plan, reason, words);
            return "signal.stuck.asked";
        } catch (Refusal refused) {
            if (escalations.find(plan).isEmpty()) {
                throw refused;
            }
            return "signal.stuck.asked-already";
        }
    }

    private String told(String key) {
        EscalationView asked = escalations.find(plan).orElseThrow();
        return texts.text(
                key, texts.name("signal.level.", asked.level()), texts.formats().date(asked.dueOn()));
    }

    private void showDone(String told) {
        removeAll();
        offered.clear();
        Notice done = Notice.success(told).announced();
        add(done);
        escalations.find(plan).ifPresent(this::show);
        // the focus goes back to what was pressed, unless that is gone
        if (!offered.contains(pressed)) {
            done.focused();
        }
    }

    private void show(EscalationView one) {
        String level = texts.name("signal.level.", one.level());
        String due = texts.formats().date(one.dueOn());
        add(
                new H2(texts.text("signal.stuck.title")),
                one.late()
                        ? Notice.warning(texts.text("signal.stuck.late", level, due))
                        : Notice.info(texts.text("signal.stuck.with", level, due)));
        add(new Paragraph(texts.name("signal.stuck-reason.", one.reason())));
        if (one.answerWaits()) {
            add(new Paragraph(texts.text("signal.stuck.answer-waits")));
        }
        OrderedList steps = new OrderedList();
        steps.getElement().setAttribute("aria-label", texts.text("signal.stuck.steps"));
        one.steps().forEach(step -> steps.add(new ListItem(line(step))));
        add(steps);
        Div deeds = new Div();
        deeds.addClassName("bb-cluster");
        if (one.forMe() && one.answerWaits()) {
            deeds.add(button("signal.stuck.answer", () -> answer(one)));
        } else if (one.forMe() && one.level().bridges()) {
            deeds.add(
                    button("signal.stuck.bridge", () -> bridge(one)),
                    button("signal.stuck.deviate", () -> deviate(one)),
                    button("signal.stuck.pause", () -> pause(one)));
        }
        if (one.mayHandOn()) {
            deeds.add(button("signal.stuck.hand-on", () -> handOn(one)));
        }
        if (one.forMe()) {
            deeds.add(button("signal.stuck.solve", () -> solve(one)));
        }
        if (deeds.getComponentCount() > 0) {
            add(deeds);
        }
    }

    private String line(EscalationView.Step step) {
        String day = texts.formats().date(step.on());
        String what = what(step);
        return step.words().isEmpty()
                ? texts.text("signal.stuck-step", day, what)
                : texts.text("signal.stuck-step-words", day, what, step.words());
    }

    private String what(EscalationView.Step step) {
        @Nullable LocalDate until = step.until();
        String day = until == null ? "" : texts.formats().date(until);
        ArticleReference article = step.article();
        return switch (step.deed()) {
            case STARTED -> texts.text("signal.stuck-deed.started");
            case PAUSED -> texts.text("signal.stuck-deed.paused", day);
            case DEVIATED ->
                texts.text(
                        until == null ? "signal.stuck-deed.deviated" : "signal.stuck-deed.deviated-until",
                        article == null ? "" : LawArticles.name(article, texts.locale()),
                        day);
            case BRIDGED ->
                step.amount() == null
                        ? texts.text("signal.stuck-deed.bridged")
                        : texts.text(
                                "signal.stuck-deed.bridged-amount",
                                texts.formats().euros(step.amount()),
                                day);
            case HANDED_ON -> texts.text("signal.stuck-deed.handed-on", texts.name("signal.level.", step.level()));
            case ANSWERED -> texts.text("signal.stuck-deed.answered", texts.name("signal.level.", step.level()));
            case SOLVED -> texts.text("signal.stuck-deed.solved");
        };
    }

    // ---- what can be done

    private void pause(EscalationView one) {
        DayField until = new DayField(texts.text("signal.stuck.pause-until"));
        until.setValue(today.plusDays(USUAL_PAUSE_DAYS));
        dialog(
                        "signal.stuck.pause",
                        texts.text("signal.stuck.pause-how"),
                        () -> escalations.pause(one.id(), one.version(), Required.in(until)))
                .with(until)
                .open();
    }

    private void deviate(EscalationView one) {
        TextField article = words("signal.stuck.deviate-article");
        article.setValue("Awb, artikel 4:84");
        TextField why = words("signal.stuck.deviate-why");
        DayField until = new DayField(texts.text("signal.stuck.deviate-until"));
        until.setHelperText(texts.text("signal.stuck.deviate-until-help"));
        List<ObjectionView> inTheWay = inTheWay();
        Select<ObjectionView> objection = new Select<>();
        objection.setLabel(texts.text("signal.stuck.deviate-objection"));
        objection.setHelperText(texts.text("signal.stuck.deviate-objection-help"));
        objection.setItems(inTheWay);
        objection.setEmptySelectionAllowed(true);
        objection.setItemLabelGenerator(this::objection);
        objection.setWidthFull();
        ConfirmDialog dialog = dialog(
                "signal.stuck.deviate",
                texts.text("signal.stuck.deviate-how"),
                () -> escalations.deviate(
                        one.id(),
                        one.version(),
                        new Deviation(new ArticleReference(article.getValue()), until.getValue()),
                        new ShortWords(why.getValue()),
                        objection.getValue() == null
                                ? null
                                : objection.getValue().id()));
        if (!inTheWay.isEmpty()) {
            dialog.with(objection);
        }
        if (inTheWay.size() == 1) {
            objection.setValue(inTheWay.get(0));
        }
        dialog.with(article, why, until).open();
    }

    private List<ObjectionView> inTheWay() {
        return assessments.listObjections(plan).stream()
                .filter(ObjectionView::canBeDeviatedFrom)
                .toList();
    }

    private String objection(@Nullable ObjectionView one) {
        ArticleReference rule = one == null ? null : one.article();
        return one == null || rule == null
                ? texts.text("signal.stuck.deviate-no-objection")
                : texts.text("signal.stuck.deviate-rule", LawArticles.name(rule, texts.locale()), one.words());
    }

    private void bridge(EscalationView one) {
        TextField receiver = words("signal.stuck.bridge-receiver");
        DecimalField amount = new DecimalField(texts.text("signal.stuck.bridge-amount"));
        amount.setPrefixComponent(new Span("€"));
        DayField until = new DayField(texts.text("signal.stuck.bridge-until"));
        LocalDate lastOfYear = today.withMonth(12).withDayOfMonth(31);
        LocalDate usual = today.plusMonths(USUAL_BRIDGE_MONTHS);
        until.setValue(usual.isAfter(lastOfYear) ? lastOfYear : usual);
        dialog(
                        "signal.stuck.bridge",
                        texts.text("signal.stuck.bridge-how"),
                        () -> escalations.bridge(
                                one.id(), one.version(), receiver.getValue(), amount.euros(), Required.in(until)))
                .with(receiver, amount, until)
                .open();
    }

    private void handOn(EscalationView one) {
        EscalationLevel next = one.level().next().orElseThrow();
        dialog(
                        "signal.stuck.hand-on",
                        texts.text(
                                next.isOutside() ? "signal.stuck.hand-on-outside" : "signal.stuck.hand-on-how",
                                texts.name("signal.level.", next)),
                        () -> escalations.handOn(one.id(), one.version()))
                .open();
    }

    private void answer(EscalationView one) {
        TextField said = words("signal.stuck.answer-words");
        dialog(
                        "signal.stuck.answer",
                        texts.text("signal.stuck.answer-how", texts.name("signal.level.", one.level())),
                        () -> escalations.answer(one.id(), one.version(), new ShortWords(said.getValue())))
                .with(said)
                .open();
    }

    private void solve(EscalationView one) {
        TextField how = words("signal.stuck.solve-words");
        dialog(
                        "signal.stuck.solve",
                        texts.text("signal.stuck.solve-how"),
                        () -> escalations.solve(one.id(), one.version(), new ShortWords(how.getValue())))
                .with(how)
                .open();
    }

    private ConfirmDialog dialog(String key, String how, SerializableRunnable action) {
        return new ConfirmDialog(
                texts.text(key),
                how,
                texts.text("signal.stuck.public-who-sees"),
                texts.text("signal.stuck.save"),
                () -> {
                    action.run();
                    showDone(texts.text("signal.stuck.done"));
                });
    }

    private TextField words(String key) {
        TextField field = new TextField(texts.text(key));
        field.setMaxLength(ShortWords.MAXIMUM_LENGTH);
        field.setWidthFull();
        return field;
    }

    private Button button(String key, SerializableRunnable action) {
        offered.add(key);
        return new Button(texts.text(key), click -> {
            pressed = key;
            action.run();
        });
    }
}
