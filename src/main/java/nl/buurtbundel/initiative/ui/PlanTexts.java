package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Timeline;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Office;
import nl.buurtbundel.initiative.Plan;
import nl.buurtbundel.initiative.PlanLine;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.initiative.TimelineEntry;
import nl.buurtbundel.initiative.WayBack;
import nl.buurtbundel.provision.Need;

/** The parts of a plan as neighbours read them, in one language. */
record PlanTexts(Locale locale) {
    static final List<String> NEEDS = List.of(
            "parenting-support",
            "household-help",
            "guidance",
            "day-activities",
            "transport",
            "respite",
            "personal-care",
            "aids",
            "meals",
            "debt-help",
            "neighbourhood");

    String text(String key, Object... parameters) {
        return Messages.text(locale, key, parameters);
    }

    String stage(Stage stage) {
        return text("initiative.stage." + Messages.word(stage));
    }

    String office(Office office) {
        return text("initiative.office." + Messages.word(office));
    }

    /** A need that people cannot choose here is shown as a need for the whole neighbourhood. */
    String need(String code) {
        return Need.find(code)
                .filter(need -> NEEDS.contains(code))
                .map(need -> text(need.key()))
                .orElseGet(() -> text("initiative.need.neighbourhood"));
    }

    String date(LocalDate day) {
        return formats().date(day);
    }

    String wayBack(WayBack wayBack) {
        return text(
                wayBack.sameProvider() ? "initiative.plan.way-back-same" : "initiative.plan.way-back-other",
                wayBack.workingDays(),
                wayBack.bridge());
    }

    String price(Plan plan) {
        return plan.priceAMonth().isZero()
                ? text("initiative.plan.price-nothing")
                : text("initiative.plan.price-a-month", formats().euros(plan.priceAMonth()));
    }

    String trial(Plan plan) {
        return plan.trialMonths() == 0
                ? text("initiative.plan.trial-none")
                : text("initiative.plan.trial-months", plan.trialMonths());
    }

    /** What a household is promised: the part to which it says yes. */
    DefinitionTable promises(Plan plan) {
        return new DefinitionTable()
                .row(text("initiative.plan.what-you-get"), plan.whatYouGet())
                .row(text("initiative.plan.price"), price(plan))
                .row(text("initiative.plan.run-by"), plan.runBy())
                .row(text("initiative.plan.start"), date(plan.intendedStart()))
                .row(text("initiative.plan.trial"), trial(plan))
                .row(text("initiative.plan.way-back"), wayBack(plan.wayBack()));
    }

    DataTable costs(Plan plan) {
        DataTable table = new DataTable(
                text("initiative.plan.costs"),
                DataTable.Column.text(text("initiative.plan.cost")),
                DataTable.Column.number(text("initiative.plan.amount")));
        for (PlanLine line : plan.lines()) {
            table.row(line.description(), formats().euros(line.yearly()));
        }
        return table.total(text("initiative.plan.total-a-year"), formats().euros(plan.yearlyCost()))
                .total(text("initiative.plan.start-up"), formats().euros(plan.startUp()));
    }

    Notice enough(boolean enough) {
        return enough ? Notice.success(text("initiative.enough.yes")) : Notice.info(text("initiative.enough.not-yet"));
    }

    Component timeline(InitiativePage page, LocalDate today) {
        Timeline timeline = new Timeline();
        for (TimelineEntry entry : page.timeline()) {
            String office = office(entry.office());
            String reason = entry.reasonKey();
            timeline.step(
                    Timeline.State.DONE,
                    date(entry.on()),
                    text(entry.messageKey()),
                    reason == null ? office : office + " · " + text(reason));
        }
        Office owner = page.owner();
        LocalDate due = page.dueOn();
        if (owner != null && due != null) {
            Office escalatedTo = page.escalatedTo();
            String detail = escalatedTo == null
                    ? office(owner)
                    : text("initiative.plan.late", office(owner), office(escalatedTo));
            timeline.step(
                    today.isAfter(due) ? Timeline.State.LATE : Timeline.State.CURRENT,
                    text("initiative.plan.before", date(due)),
                    stage(page.stage()),
                    detail);
        }
        return new Div(new H2(text("initiative.plan.timeline")), timeline);
    }

    Span badge(Stage stage) {
        Span badge = new Span(stage(stage));
        badge.getElement().getThemeList().add("badge");
        return badge;
    }

    Formats formats() {
        return Formats.of(locale);
    }
}
