package nl.buurtbundel.household.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.decision.DecisionLetter;
import nl.buurtbundel.decision.ui.LetterPart;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Timeline;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.household.OwnFile;
import nl.buurtbundel.household.OwnFiles;
import nl.buurtbundel.initiative.TimelineEntry;
import nl.buurtbundel.initiative.ui.InitiativeNavigation;
import nl.buurtbundel.initiative.ui.PlanTexts;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.provision.ProvisionDetails;
import nl.buurtbundel.release.WayBackStep;
import nl.buurtbundel.release.WayBackView;

/** What the municipality holds about the reader, who looked at it, and what was told about the reader’s plans. */
@CdiComponent
@Route(HouseholdNavigation.OWN_FILE)
class OwnFileView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient OwnFiles ownFiles;
    private final transient Clock clock;

    @Inject
    OwnFileView(OwnFiles ownFiles, Clock clock) {
        this.ownFiles = ownFiles;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        OwnFile file = ownFiles.read();
        Formats formats = Formats.of(getLocale());
        removeAll();
        add(
                new H1(getPageTitle()),
                new Paragraph(getTranslation("household.file.what")),
                new WhoSeesThis(getTranslation("household.file.who-sees")));
        if (!file.known()) {
            add(Notice.info(getTranslation("household.file.not-known")));
        }
        showHelp(file.help(), formats);
        showWaysBack(file, formats);
        showLooks(file.looks(), formats);
        showLetters(file.letters(), formats);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("household.file.title");
    }

    private void showHelp(List<OwnFile.Help> help, Formats formats) {
        add(new H2(getTranslation("household.help.title")));
        if (help.isEmpty()) {
            add(new EmptyState(getTranslation("household.help.none")));
            return;
        }
        DataTable table = new DataTable(
                getTranslation("household.help.caption"),
                DataTable.Column.text(getTranslation("household.whose")),
                DataTable.Column.text(getTranslation("household.help.need")),
                DataTable.Column.text(getTranslation("household.help.when")),
                DataTable.Column.text(getTranslation("household.help.status")),
                DataTable.Column.text(getTranslation("household.help.number")),
                DataTable.Column.number(getTranslation("household.help.allocated")),
                DataTable.Column.number(getTranslation("household.help.declared")));
        for (OwnFile.Help one : help) {
            ProvisionDetails provision = one.provision();
            Money declared = provision.declared();
            table.row(
                    whose(one.own()),
                    getTranslation(provision.need().key()),
                    period(provision, formats),
                    status(one, formats),
                    provision.number().value(),
                    provision
                            .allocated()
                            .find()
                            .map(formats::euros)
                            .orElseGet(() -> getTranslation("household.unknown")),
                    declared == null ? getTranslation("household.unknown") : formats.euros(declared));
        }
        add(new Paragraph(getTranslation("household.help.explained")), table);
    }

    private String status(OwnFile.Help help, Formats formats) {
        String stops = help.isOver(LocalDate.now(clock)) ? "household.help.stopped-on" : "household.help.stops-after";
        return help.stopsOn()
                .map(day -> getTranslation(stops, formats.date(day)))
                .orElseGet(() -> getTranslation(help.provision().status().key()));
    }

    private String period(ProvisionDetails provision, Formats formats) {
        LocalDate lastDay = provision.stoppedOn() == null ? provision.period().lastDay() : provision.stoppedOn();
        String from = formats.date(provision.period().firstDay());
        return lastDay == null
                ? getTranslation("household.help.from", from)
                : getTranslation("household.help.from-until", from, formats.date(lastDay));
    }

    private void showWaysBack(OwnFile file, Formats formats) {
        if (file.waysBack().isEmpty() && file.promises().isEmpty()) {
            return;
        }
        boolean back = file.hasOwnHelp();
        add(new H2(getTranslation(back ? "household.back.title" : "household.leave.title")));
        for (OwnFile.Promise promise : file.promises()) {
            add(back ? wayBack(promise, formats) : leaving(promise, formats));
        }
        for (WayBackView way : file.waysBack()) {
            Timeline timeline = new Timeline();
            for (WayBackStep step : WayBackStep.values()) {
                String name = getTranslation(
                        step == WayBackStep.ASKED && way.planEnded()
                                ? "household.back.plan-ended"
                                : "release.step." + step.name().toLowerCase(Locale.ROOT));
                way.takenOn(step)
                        .ifPresentOrElse(
                                on -> timeline.step(Timeline.State.DONE, formats.date(on), name),
                                () -> timeline.step(
                                        way.late() ? Timeline.State.LATE : Timeline.State.COMING,
                                        getTranslation("household.back.before", formats.date(way.dueOn())),
                                        name));
            }
            if (way.step() != WayBackStep.BACK) {
                add(new Paragraph(getTranslation("household.back.bridge", bridge(way.bridge()))));
            }
            add(timeline);
        }
    }

    private Div wayBack(OwnFile.Promise promise, Formats formats) {
        return part(
                promise(promise),
                getTranslation("household.back.ask"),
                getTranslation("household.back.sure", formats.date(promise.lastDay())),
                lastDay -> getTranslation("household.back.asked", promise.title(), formats.date(lastDay)),
                promise);
    }

    /** Who has no own help is promised none: what is left is to leave the plan. */
    private Div leaving(OwnFile.Promise promise, Formats formats) {
        return part(
                getTranslation("household.leave.may", promise.title()),
                getTranslation("household.leave.ask"),
                getTranslation("household.leave.sure", formats.date(promise.lastDay())),
                lastDay -> getTranslation("household.leave.done", promise.title(), formats.date(lastDay)),
                promise);
    }

    private Div part(
            String told,
            String action,
            String question,
            SerializableFunction<LocalDate, String> done,
            OwnFile.Promise promise) {
        Div part = new Div(
                new Paragraph(told),
                new Button(action, click -> ask(action, question, done, promise)),
                new WhoSeesThis(getTranslation("household.back.who-sees")));
        part.addClassName("bb-stack");
        return part;
    }

    private String bridge(String written) {
        return new PlanTexts(getLocale()).bridge(written);
    }

    private String promise(OwnFile.Promise promise) {
        String provider = getTranslation(
                promise.wayBack().sameProvider() ? "household.back.same-provider" : "household.back.other-provider");
        return getTranslation(
                "household.back.promise",
                promise.title(),
                promise.wayBack().workingDays(),
                bridge(promise.wayBack().bridge()),
                provider);
    }

    private void ask(
            String action, String question, SerializableFunction<LocalDate, String> done, OwnFile.Promise promise) {
        new ConfirmDialog(action, question, getTranslation("household.back.who-sees"), action, () -> {
                    LocalDate lastDay = ownFiles.askBack(promise.pledge(), promise.version());
                    show();
                    Notice.tell(this, done.apply(lastDay));
                })
                .open();
    }

    private void showLooks(OwnFile.Looks looks, Formats formats) {
        add(new H2(getTranslation("household.looks.title")));
        if (looks.days().isEmpty()) {
            add(new EmptyState(getTranslation("household.looks.none")));
            return;
        }
        Div months = new Div();
        months.addClassName("bb-stack");
        add(new Paragraph(getTranslation("household.looks.explained")), months);
        addLooks(months, looks, formats);
    }

    private void addLooks(Div months, OwnFile.Looks looks, Formats formats) {
        DataTable table = new DataTable(
                getTranslation("household.looks.caption"),
                DataTable.Column.text(getTranslation("household.looks.on")),
                DataTable.Column.text(getTranslation("household.whose")),
                DataTable.Column.text(getTranslation("household.looks.by")),
                DataTable.Column.text(getTranslation("household.looks.why")));
        for (OwnFile.DayOfLooks look : looks.days()) {
            table.row(formats.date(look.on()), whose(look.own()), by(look), getTranslation(look.activity()));
        }
        months.add(table);
        LocalDate olderThan = looks.olderThan();
        if (olderThan != null) {
            Button earlier = new Button(getTranslation("household.looks.earlier"));
            earlier.addClickListener(click -> {
                months.remove(earlier);
                addLooks(months, ownFiles.listEarlierLooks(olderThan), formats);
            });
            months.add(earlier);
        }
    }

    /** Only a parent reads another’s file as a resident; which one is not in the log. */
    private String by(OwnFile.DayOfLooks look) {
        Set<Role> roles = look.by();
        if (roles.equals(Set.of(Role.RESIDENT))) {
            return getTranslation(look.own() ? "household.looks.by-parent" : "household.looks.by-you-or-parent");
        }
        if (roles.isEmpty()) {
            return getTranslation("household.looks.by-unknown");
        }
        String offices =
                roles.stream().sorted().map(role -> getTranslation(role.key())).collect(Collectors.joining(", "));
        Role onBehalfOf = look.onBehalfOf();
        return onBehalfOf == null
                ? offices
                : getTranslation("household.looks.by-deputy", offices, getTranslation(onBehalfOf.key()));
    }

    private void showLetters(List<OwnFile.Letters> letters, Formats formats) {
        add(new H2(getTranslation("household.letters.title")));
        if (letters.isEmpty()) {
            add(new EmptyState(getTranslation("household.letters.none")));
            return;
        }
        for (OwnFile.Letters plan : letters) {
            Timeline timeline = new Timeline();
            for (TimelineEntry entry : plan.entries()) {
                timeline.step(
                        Timeline.State.DONE,
                        formats.date(entry.on()),
                        getTranslation(entry.messageKey()),
                        getTranslation("initiative.office." + Messages.word(entry.office())));
            }
            add(new H3(new Anchor(InitiativeNavigation.plan(plan.plan()), plan.title())), timeline);
            DecisionLetter decision = plan.decision();
            if (decision != null) {
                add(new LetterPart(decision, getLocale()));
            }
        }
    }

    private String whose(boolean own) {
        return getTranslation(own ? "household.own" : "household.child");
    }
}
