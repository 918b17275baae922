package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import nl.buurtbundel.initiative.ProposalStanding;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.initiative.TeamQuestion;
import nl.buurtbundel.initiative.TimelineEntry;
import nl.buurtbundel.initiative.WayBack;
import nl.buurtbundel.provision.Need;
import org.jspecify.annotations.Nullable;

/** The parts of a plan as people read them, in one language; for the pages of later rooms as well. */
public record PlanTexts(Locale locale) {
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
                bridge(wayBack.bridge()));
    }

    /** Who helps until the own help is back. */
    public String bridge(String written) {
        return Messages.retold(formats().locale(), "initiative.form.bridge-default", written);
    }

    String price(Plan plan) {
        return plan.priceAMonth().isZero()
                ? text("initiative.plan.price-nothing")
                : text("initiative.plan.price-a-month", formats().euros(plan.priceAMonth()));
    }

    /** Says what holds now: what was promised of a trial that is over no longer does. */
    private String trial(InitiativePage page) {
        int months = page.plan().trialMonths();
        LocalDate end = page.trialEndsOn();
        if (months == 0) {
            return text("initiative.plan.trial-none");
        }
        if (page.stage() == Stage.TRIAL && end != null) {
            return text("initiative.plan.trial-now", date(end));
        }
        if (page.stage() == Stage.RUNNING && end != null) {
            return text("initiative.plan.trial-over", date(end));
        }
        return text("initiative.plan.trial-months", months);
    }

    /** What a household is promised: the part to which it says yes. Of a plan that is over, what it was. */
    public DefinitionTable promises(InitiativePage page) {
        Plan plan = page.plan();
        LocalDate startedOn = page.startedOn();
        if (page.stage().isEnded()) {
            return promisedOnce(plan, startedOn);
        }
        DefinitionTable table = new DefinitionTable()
                .row(text("initiative.plan.what-you-get"), plan.whatYouGet())
                .row(text("initiative.plan.price"), price(plan))
                .row(text("initiative.plan.run-by"), plan.runBy())
                .row(
                        text(startedOn == null ? "initiative.plan.start" : "initiative.plan.started"),
                        date(startedOn == null ? plan.intendedStart() : startedOn))
                .row(text("initiative.plan.trial"), trial(page))
                .row(text("initiative.plan.way-back"), wayBack(plan.wayBack()));
        return page.cutOff() == null ? table : table.row(text("initiative.plan.leaving"), leaving(page));
    }

    /** Nobody can count on it any more; of help that comes back the reader is told apart. */
    private DefinitionTable promisedOnce(Plan plan, @Nullable LocalDate startedOn) {
        String was = startedOn == null ? "initiative.plan.never." : "initiative.plan.over.";
        return new DefinitionTable()
                .row(text(was + "what-you-get"), plan.whatYouGet())
                .row(text(was + "price"), price(plan))
                .row(text(was + "run-by"), plan.runBy())
                .row(text(was + "start"), date(startedOn == null ? plan.intendedStart() : startedOn));
    }

    /** Until when leaving is free, and what holds after that. */
    String leaving(InitiativePage page) {
        LocalDate cutOff = page.cutOff();
        int noticeDays = page.plan().noticeDays();
        if (cutOff == null) {
            return text("initiative.join.leave-notice", noticeDays);
        }
        return text(
                page.plan().trialMonths() > 0 ? "initiative.join.leave-free-trial" : "initiative.join.leave-free",
                date(cutOff),
                noticeDays);
    }

    /** What the team asked waits for whoever began the plan, and not for ever. */
    Optional<String> asked(Stage stage, @Nullable LocalDate dueOn) {
        return Optional.ofNullable(dueOn)
                .filter(day -> stage == Stage.RETURNED)
                .map(day -> text("initiative.own-page.answer-before", date(day)));
    }

    /** How a plan came to its end, and why where that was told. */
    String ending(TimelineEntry last) {
        String reason = last.reasonKey();
        String what = text("initiative.plan.ended-on", text(last.messageKey()), date(last.on()));
        return reason == null ? what : what + " " + text("initiative.plan.ended-because", text(reason));
    }

    /** What the team asked and was answered. */
    public DefinitionTable questions(List<TeamQuestion> questions) {
        DefinitionTable table = new DefinitionTable();
        for (TeamQuestion one : questions) {
            table.row(text("initiative.questions.asked", date(one.askedOn())), one.question());
            LocalDate answeredOn = one.answeredOn();
            String answer = one.answer();
            if (answeredOn != null) {
                table.row(
                        text("initiative.questions.answered", date(answeredOn)),
                        answer == null ? text("initiative.questions.plan-changed") : answer);
            }
        }
        return table;
    }

    public DataTable costs(Plan plan) {
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
                    page.proposal() == ProposalStanding.CAME_BACK
                            ? text("initiative.plan.proposal-came-back")
                            : stage(page.stage()),
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
