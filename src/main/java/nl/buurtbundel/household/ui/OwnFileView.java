package nl.buurtbundel.household.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Timeline;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.household.FileShares;
import nl.buurtbundel.household.OwnFile;
import nl.buurtbundel.household.OwnFiles;
import nl.buurtbundel.initiative.ui.PlanTexts;
import nl.buurtbundel.provision.Representations;
import nl.buurtbundel.release.WayBackStep;
import nl.buurtbundel.release.WayBackView;

/** What the municipality holds about the reader, who looked at it, and what was told about the reader’s plans. */
@CdiComponent
@Route(HouseholdNavigation.OWN_FILE)
class OwnFileView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient OwnFiles ownFiles;
    private final transient FileShares shares;
    private final transient Representations representations;
    private final transient Clock clock;
    private FileParts parts;

    @Inject
    OwnFileView(OwnFiles ownFiles, FileShares shares, Representations representations, Clock clock) {
        this.ownFiles = ownFiles;
        this.shares = shares;
        this.representations = representations;
        this.clock = clock;
        this.parts = new FileParts(getLocale(), LocalDate.now(clock), null);
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
        if (file.tooYoung()) {
            add(Notice.info(getTranslation("household.file.too-young")));
        }
        add(
                parts.help(file.help()),
                new Paragraph(
                        new Text(getTranslation("household.breakthrough.when") + " "),
                        new Anchor(HouseholdNavigation.BREAKTHROUGH, getTranslation("household.breakthrough.title"))));
        showWaysBack(file, formats);
        showLooks(file.looks());
        add(parts.letters(file.letters()), new SharesPart(shares, representations, file, this::show));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("household.file.title");
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

    private void showLooks(OwnFile.Looks looks) {
        add(new H2(getTranslation("household.looks.title")));
        if (looks.days().isEmpty()) {
            add(new EmptyState(getTranslation("household.looks.none")));
            return;
        }
        Div months = new Div();
        months.addClassName("bb-stack");
        add(new Paragraph(getTranslation("household.looks.explained")), months);
        addLooks(months, looks);
    }

    private void addLooks(Div months, OwnFile.Looks looks) {
        months.add(parts.looks(looks));
        LocalDate olderThan = looks.olderThan();
        if (olderThan != null) {
            Button earlier = new Button(getTranslation("household.looks.earlier"));
            earlier.addClickListener(click -> {
                months.remove(earlier);
                addLooks(months, ownFiles.listEarlierLooks(olderThan));
            });
            months.add(earlier);
        }
    }
}
