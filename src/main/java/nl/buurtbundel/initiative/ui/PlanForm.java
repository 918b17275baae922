package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.FieldRefusal;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.initiative.Plan;
import nl.buurtbundel.initiative.PlanLine;
import nl.buurtbundel.initiative.WayBack;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.suggestion.Idea;
import org.jspecify.annotations.Nullable;

/** A plan in five small sections, filled from a draft, a plan or an idea. Says when something was typed; knows no service. */
class PlanForm extends Div {
    static final int STEPS = 5;
    private static final int SIZE_OF_STORY = 2_000;

    private final PlanTexts texts;
    private final List<Div> sections = new ArrayList<>();
    private final TextField title = new TextField();
    private final TextArea summary = new TextArea();
    private final Select<String> need = new Select<>();
    private final TextArea whatYouGet = new TextArea();
    private final IntegerField householdsNeeded = new IntegerField();
    private final Div belowBreakEven = new Div();
    private final IntegerField places = new IntegerField();
    private final DecimalField price = new DecimalField();
    private final Div lines = new Div();
    private final Paragraph total = new Paragraph();
    private final List<CostFields> costs = new ArrayList<>();
    private final DecimalField startUp = new DecimalField();
    private final TextField runBy = new TextField();
    private final DatePicker intendedStart = new DayField();
    private final Select<Integer> trialMonths = new Select<>();
    private final IntegerField wayBackDays = new IntegerField();
    private final TextField wayBackBridge = new TextField();
    private final Checkbox sameProvider = new Checkbox();
    private final IntegerField noticeDays = new IntegerField();
    private final SerializableRunnable changed;
    private final LocalDate today;
    private @Nullable Integer breakEven;

    PlanForm(Locale locale, LocalDate today, SerializableRunnable changed) {
        this.texts = new PlanTexts(locale);
        this.today = today;
        this.changed = changed;
        need.setItems(PlanTexts.NEEDS);
        need.setItemLabelGenerator(texts::need);
        trialMonths.setItems(0, 1, 2, 3);
        trialMonths.setItemLabelGenerator(months -> months == 0
                ? texts.text("initiative.plan.trial-none")
                : texts.text("initiative.form.trial-months", months));
        trialMonths.setHelperText(texts.text("initiative.form.trial-help"));
        householdsNeeded.setHelperText(texts.text("initiative.form.households-needed-help"));
        householdsNeeded.addValueChangeListener(change -> warnBelowBreakEven());
        belowBreakEven.getElement().setAttribute("aria-live", "polite");
        summary.setMaxLength(SIZE_OF_STORY);
        defaults();
        name(title, "title");
        name(summary, "summary");
        name(need, "need");
        name(whatYouGet, "what-you-get");
        name(householdsNeeded, "households-needed");
        name(places, "places");
        name(price, "price");
        name(startUp, "start-up");
        name(runBy, "run-by");
        name(intendedStart, "start");
        name(trialMonths, "trial");
        name(wayBackDays, "way-back-days");
        name(wayBackBridge, "way-back-bridge");
        sameProvider.setLabel(texts.text("initiative.form.same-provider"));
        sameProvider.addValueChangeListener(event -> told(event));
        name(noticeDays, "notice");
        section(1, title, summary);
        section(2, need, whatYouGet, householdsNeeded, belowBreakEven, places, price);
        section(3, lines, addCost(), total, startUp);
        section(4, runBy, intendedStart, trialMonths);
        section(5, wayBackDays, wayBackBridge, sameProvider, noticeDays);
        addClassName("bb-stack");
    }

    /** Says beside the field from how many households on the idea pays; to ask for fewer is allowed, and warned of. */
    void showBreakEven(@Nullable Integer households) {
        breakEven = households;
        householdsNeeded.setHelperText(
                households == null
                        ? texts.text("initiative.form.households-needed-help")
                        : texts.text("initiative.form.households-needed-break-even", households));
        warnBelowBreakEven();
    }

    private void warnBelowBreakEven() {
        Integer wanted = householdsNeeded.getValue();
        Integer enough = breakEven;
        belowBreakEven.removeAll();
        if (wanted != null && enough != null && wanted < enough) {
            belowBreakEven.add(Notice.warning(texts.text("initiative.form.below-break-even", enough)));
        }
    }

    /** Shows one section, for who takes it step by step. */
    void show(int step) {
        for (int i = 0; i < sections.size(); i++) {
            sections.get(i).setVisible(i + 1 == step);
        }
    }

    /** Who goes by keys, or listens, goes on at the head of this step. */
    void focus(int step) {
        sections.get(step - 1).getElement().getChild(0).callJsFunction("focus");
    }

    /** What was typed, right or not yet right. */
    Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("title", title.getValue());
        answers.put("summary", summary.getValue());
        put(answers, "need", need.getValue());
        answers.put("whatYouGet", whatYouGet.getValue());
        put(answers, "householdsNeeded", householdsNeeded.getValue());
        put(answers, "places", places.getValue());
        put(answers, "price", price.number());
        put(answers, "startUp", startUp.number());
        answers.put("runBy", runBy.getValue());
        put(answers, "intendedStart", intendedStart.getValue());
        put(answers, "trialMonths", trialMonths.getValue());
        put(answers, "wayBackDays", wayBackDays.getValue());
        answers.put("wayBackBridge", wayBackBridge.getValue());
        put(answers, "sameProvider", sameProvider.getValue());
        put(answers, "noticeDays", noticeDays.getValue());
        for (int i = 0; i < costs.size(); i++) {
            answers.put("cost" + i, costs.get(i).description.getValue());
            put(answers, "amount" + i, costs.get(i).amount.number());
        }
        return answers;
    }

    /** What is not among the answers keeps its value. */
    void fill(Map<String, String> answers) {
        fillText(title, answers.get("title"));
        fillText(summary, answers.get("summary"));
        String code = answers.get("need");
        if (code != null && !code.isEmpty()) {
            need.setValue(PlanTexts.NEEDS.contains(code) ? code : "neighbourhood");
        }
        fillText(whatYouGet, answers.get("whatYouGet"));
        fillNumber(householdsNeeded, answers.get("householdsNeeded"));
        fillNumber(places, answers.get("places"));
        fillAmount(price, answers.get("price"));
        fillAmount(startUp, answers.get("startUp"));
        fillText(runBy, answers.get("runBy"));
        fillDate(answers.get("intendedStart"));
        Integer months = number(answers.get("trialMonths"));
        if (months != null && months >= 0 && months <= Plan.MOST_TRIAL_MONTHS) {
            trialMonths.setValue(months);
        }
        fillNumber(wayBackDays, answers.get("wayBackDays"));
        fillText(wayBackBridge, answers.get("wayBackBridge"));
        sameProvider.setValue(Boolean.parseBoolean(answers.get("sameProvider")));
        fillNumber(noticeDays, answers.get("noticeDays"));
        int filled = 0;
        for (; answers.containsKey("cost" + filled); filled++) {
            CostFields fields = filled < costs.size() ? costs.get(filled) : newCost();
            fillText(fields.description, answers.get("cost" + filled));
            fillAmount(fields.amount, answers.get("amount" + filled));
        }
        while (filled > 0 && costs.size() > filled) {
            drop(costs.get(filled));
        }
    }

    void fill(Plan plan) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("title", plan.title());
        answers.put("summary", plan.summary());
        answers.put("need", plan.need());
        answers.put("whatYouGet", plan.whatYouGet());
        put(answers, "householdsNeeded", plan.householdsNeeded());
        put(answers, "places", plan.places());
        put(answers, "price", plan.priceAMonth());
        put(answers, "startUp", plan.startUp());
        answers.put("runBy", plan.runBy());
        put(answers, "intendedStart", plan.intendedStart());
        put(answers, "trialMonths", plan.trialMonths());
        put(answers, "wayBackDays", plan.wayBack().workingDays());
        answers.put("wayBackBridge", plan.wayBack().bridge());
        put(answers, "sameProvider", plan.wayBack().sameProvider());
        put(answers, "noticeDays", plan.noticeDays());
        for (int i = 0; i < plan.lines().size(); i++) {
            answers.put("cost" + i, plan.lines().get(i).description());
            put(answers, "amount" + i, plan.lines().get(i).yearly());
        }
        fill(answers);
    }

    void fill(Idea idea) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("title", idea.title().in(texts.locale()));
        answers.put("summary", idea.summary().in(texts.locale()));
        answers.put("need", idea.need());
        put(answers, "householdsNeeded", idea.householdsNeeded());
        put(answers, "places", idea.places());
        put(answers, "startUp", idea.startUp());
        for (int i = 0; i < idea.lines().size(); i++) {
            answers.put("cost" + i, idea.lines().get(i).name().in(texts.locale()));
            put(answers, "amount" + i, idea.lines().get(i).yearly());
        }
        fill(answers);
    }

    /** @throws Refusal if something up to this step is not right yet */
    void check(int step) {
        plan(step);
    }

    Plan plan() {
        return plan(STEPS);
    }

    private Plan plan(int step) {
        try {
            return asFarAs(step);
        } catch (FieldRefusal inItsField) {
            throw inItsField;
        } catch (Refusal refusal) {
            Component field = fields().get(refusal.code());
            throw field == null ? refusal : FieldRefusal.at(field, refusal);
        }
    }

    /** Which field each rule of a plan is about. */
    private Map<String, Component> fields() {
        return Map.ofEntries(
                Map.entry("initiative.error.title", title),
                Map.entry("initiative.error.summary", summary),
                Map.entry("initiative.error.need", need),
                Map.entry("initiative.error.what-you-get", whatYouGet),
                Map.entry("initiative.error.households-needed", householdsNeeded),
                Map.entry("initiative.error.places", places),
                Map.entry("initiative.error.price", price),
                Map.entry("initiative.error.start-up", startUp),
                Map.entry("initiative.error.run-by", runBy),
                Map.entry("initiative.error.trial", trialMonths),
                Map.entry("initiative.error.way-back-days", wayBackDays),
                Map.entry("initiative.error.way-back-bridge", wayBackBridge),
                Map.entry("initiative.error.notice", noticeDays));
    }

    /** The plan as far as this step, with harmless words where a later step is still empty. */
    private Plan asFarAs(int step) {
        List<PlanLine> planLines = new ArrayList<>();
        if (step >= 3) {
            costs.stream().filter(CostFields::isUsed).forEach(fields -> planLines.add(fields.line()));
        }
        return new Plan(
                title.getValue(),
                summary.getValue(),
                step >= 2 ? orEmpty(need.getValue()) : "neighbourhood",
                step >= 2 ? whatYouGet.getValue() : "–",
                step >= 4 ? runBy.getValue() : "–",
                planLines,
                step >= 3 ? startUp.euros() : Money.ZERO,
                step >= 2 ? Required.number(places) : 1,
                step >= 2 ? Required.number(householdsNeeded) : 1,
                step >= 2 ? price.euros() : Money.ZERO,
                step >= 4 ? date() : today,
                step >= 5
                        ? new WayBack(Required.number(wayBackDays), wayBackBridge.getValue(), sameProvider.getValue())
                        : new WayBack(1, "–", false),
                trialMonths.getValue() == null ? 0 : trialMonths.getValue(),
                step >= 5 ? Required.number(noticeDays) : 0);
    }

    private void defaults() {
        householdsNeeded.setValue(5);
        price.setNumber(BigDecimal.ZERO);
        startUp.setNumber(BigDecimal.ZERO);
        intendedStart.setValue(today.plusMonths(4).withDayOfMonth(1));
        intendedStart.setMin(today);
        trialMonths.setValue(2);
        wayBackDays.setValue(10);
        wayBackBridge.setValue(texts.text("initiative.form.bridge-default"));
        noticeDays.setValue(14);
        lines.addClassName("bb-stack");
        total.getElement().setAttribute("role", "status");
        newCost();
    }

    private void section(int step, Component... components) {
        H2 heading = new H2(texts.text("initiative.form.step." + step));
        heading.getElement().setAttribute("tabindex", "-1");
        Div section = new Div(heading);
        section.add(new Paragraph(texts.text("initiative.form.help." + step)));
        section.add(components);
        section.addClassName("bb-stack");
        sections.add(section);
        add(section);
    }

    private void name(Component field, String key) {
        field.getElement().setProperty("label", texts.text("initiative.form." + key));
        tellChanges(field);
    }

    private void tellChanges(Component field) {
        field.getElement().getStyle().set("width", "100%");
        if (field instanceof HasValue<?, ?> value) {
            value.addValueChangeListener(event -> told(event));
        }
    }

    /** Only what the user did is worth saving. */
    private void told(HasValue.ValueChangeEvent<?> event) {
        if (event.isFromClient()) {
            changed.run();
        }
    }

    private Button addCost() {
        return new Button(texts.text("initiative.form.add-cost"), click -> newCost());
    }

    private CostFields newCost() {
        CostFields fields = new CostFields();
        costs.add(fields);
        lines.add(fields);
        costsChanged();
        return fields;
    }

    private void drop(CostFields fields) {
        costs.remove(fields);
        lines.remove(fields);
        costsChanged();
    }

    /** The total so far; each line knows its number, and there is always one to type in. */
    private void costsChanged() {
        for (int i = 0; i < costs.size(); i++) {
            costs.get(i).number(i + 1);
            costs.get(i).remove.setVisible(costs.size() > 1);
        }
        Money soFar = Money.sum(costs.stream()
                .flatMap(fields -> fields.amount.findEuros().stream())
                .toList());
        total.setText(texts.text("initiative.form.total", texts.formats().euros(soFar)));
    }

    private LocalDate date() {
        LocalDate day = intendedStart.getValue();
        if (day == null) {
            throw new FieldRefusal(intendedStart, "initiative.error.date");
        }
        if (day.isBefore(today)) {
            throw new FieldRefusal(intendedStart, "initiative.error.start-from-today");
        }
        return day;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void put(Map<String, String> answers, String name, @Nullable Object value) {
        if (value != null) {
            answers.put(name, value.toString());
        }
    }

    private static void fillText(AbstractField<?, String> field, @Nullable String text) {
        if (text != null) {
            field.setValue(text);
        }
    }

    private static void fillNumber(IntegerField field, @Nullable String text) {
        Integer number = number(text);
        if (number != null) {
            field.setValue(number);
        }
    }

    private static void fillAmount(DecimalField field, @Nullable String text) {
        try {
            if (text != null) {
                field.setNumber(new BigDecimal(text));
            }
        } catch (NumberFormatException notYetAnAmount) {
            field.clear();
        }
    }

    private void fillDate(@Nullable String text) {
        try {
            if (text != null) {
                intendedStart.setValue(LocalDate.parse(text));
            }
        } catch (DateTimeParseException notYetADate) {
            intendedStart.clear();
        }
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException notYetANumber) {
            return null;
        }
    }

    /** What one thing costs each year. */
    private final class CostFields extends Div {
        private final TextField description = new TextField();
        private final DecimalField amount = new DecimalField();
        private final Button remove = new Button(texts.text("initiative.form.remove-cost"), click -> {
            drop(this);
            changed.run();
        });

        CostFields() {
            tellChanges(description);
            tellChanges(amount);
            amount.addValueChangeListener(change -> costsChanged());
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            add(description, amount, remove);
            addClassName("bb-cluster");
        }

        /** Its fields say by themselves which line they are of: in a refusal and after a conflict they stand alone. */
        void number(int number) {
            description.setLabel(texts.text("initiative.form.cost", number));
            amount.setLabel(texts.text("initiative.form.amount", number));
            remove.setAriaLabel(texts.text("initiative.form.remove-cost-number", number));
        }

        boolean isUsed() {
            return !description.isEmpty() || !amount.isEmpty();
        }

        PlanLine line() {
            Money yearly = amount.euros();
            try {
                return new PlanLine(description.getValue(), yearly);
            } catch (Refusal refusal) {
                throw FieldRefusal.at(yearly.isNegative() ? amount : description, refusal);
            }
        }
    }
}
