package nl.buurtbundel.household.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
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
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.Timeline;
import nl.buurtbundel.household.OwnFile;
import nl.buurtbundel.household.Whose;
import nl.buurtbundel.initiative.TimelineEntry;
import nl.buurtbundel.initiative.ui.InitiativeNavigation;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.provision.ProvisionDetails;
import org.jspecify.annotations.Nullable;

/** The parts of a file, as its owner sees them, and a helper whom it is shared with. */
final class FileParts implements Serializable {
    private final Locale locale;
    private final Formats formats;
    private final LocalDate today;
    private final @Nullable String owner;

    /** @param owner whose it is, for a helper; none for the owner */
    FileParts(Locale locale, LocalDate today, @Nullable String owner) {
        this.locale = locale;
        this.formats = Formats.of(locale);
        this.today = today;
        this.owner = owner;
    }

    Component help(List<OwnFile.Help> help) {
        return help(help, owner == null ? "household.help.title" : "household.shared.help");
    }

    /** For a helper: of children for whom the owner decides. */
    Component childrensHelp(List<OwnFile.Help> help) {
        return help(help, "household.shared.childrens-help");
    }

    private Component help(List<OwnFile.Help> help, String title) {
        Div part = part(title);
        if (help.isEmpty()) {
            part.add(new EmptyState(text(owner == null ? "household.help.none" : "household.shared.no-help")));
            return part;
        }
        DataTable table = new DataTable(
                text(owner == null ? "household.help.caption" : title),
                DataTable.Column.text(text("household.whose")),
                DataTable.Column.text(text("household.help.need")),
                DataTable.Column.text(text("household.help.when")),
                DataTable.Column.text(text("household.help.status")),
                DataTable.Column.text(text("household.help.number")),
                DataTable.Column.number(text("household.help.allocated")),
                DataTable.Column.number(text("household.help.declared")));
        for (OwnFile.Help one : help) {
            ProvisionDetails provision = one.provision();
            Money declared = provision.declared();
            table.row(
                    whose(one.whose()),
                    text(provision.need().key()),
                    period(provision),
                    status(one),
                    provision.number().value(),
                    provision.allocated().find().map(formats::euros).orElseGet(() -> text("household.unknown")),
                    declared == null ? text("household.unknown") : formats.euros(declared));
        }
        if (owner == null) {
            part.add(new Paragraph(text("household.help.explained")));
        }
        part.add(table);
        return part;
    }

    private String status(OwnFile.Help help) {
        String stops = help.isOver(today) ? "household.help.stopped-on" : "household.help.stops-after";
        return help.stopsOn()
                .map(day -> text(stops, formats.date(day)))
                .orElseGet(() -> text(help.provision().status().key()));
    }

    private String period(ProvisionDetails provision) {
        LocalDate lastDay = provision.stoppedOn() == null ? provision.period().lastDay() : provision.stoppedOn();
        String from = formats.date(provision.period().firstDay());
        return lastDay == null
                ? text("household.help.from", from)
                : text("household.help.from-until", from, formats.date(lastDay));
    }

    Component looks(OwnFile.Looks looks) {
        DataTable table = new DataTable(
                text("household.looks.caption"),
                DataTable.Column.text(text("household.looks.on")),
                DataTable.Column.text(text("household.whose")),
                DataTable.Column.text(text("household.looks.by")),
                DataTable.Column.text(text("household.looks.why")));
        for (OwnFile.DayOfLooks look : looks.days()) {
            table.row(formats.date(look.on()), whose(look.whose()), by(look), why(look));
        }
        return table;
    }

    /** Only a parent reads another’s file as a resident; which one is not in the log. */
    private String by(OwnFile.DayOfLooks look) {
        if (look.isByHelper()) {
            return text(owner == null ? "household.looks.by-helper" : "household.shared.by-helper");
        }
        if (look.isByHelperOfParent()) {
            return text("household.looks.by-helper-of-parent");
        }
        if (look.isByRepresentative()) {
            return text(look.own() ? "household.looks.by-representative" : "household.looks.by-you-or-representative");
        }
        Set<Role> roles = look.by();
        if (roles.equals(Set.of(Role.RESIDENT))) {
            return text(look.own() ? "household.looks.by-parent" : "household.looks.by-you-or-parent");
        }
        if (roles.isEmpty()) {
            return text("household.looks.by-unknown");
        }
        String offices = roles.stream().sorted().map(role -> text(role.key())).collect(Collectors.joining(", "));
        Role onBehalfOf = look.onBehalfOf();
        return onBehalfOf == null ? offices : text("household.looks.by-deputy", offices, text(onBehalfOf.key()));
    }

    private String why(OwnFile.DayOfLooks look) {
        return text(owner != null && look.isByHelper() ? "household.shared.activity" : look.activity());
    }

    Component letters(List<OwnFile.Letters> letters) {
        Div part = part(owner == null ? "household.letters.title" : "household.shared.letters");
        if (letters.isEmpty()) {
            part.add(new EmptyState(text(owner == null ? "household.letters.none" : "household.shared.no-letters")));
        }
        for (OwnFile.Letters plan : letters) {
            Timeline timeline = new Timeline();
            for (TimelineEntry entry : plan.entries()) {
                timeline.step(
                        Timeline.State.DONE,
                        formats.date(entry.on()),
                        text(entry.messageKey()),
                        text("initiative.office." + Messages.word(entry.office())));
            }
            // a helper may live where this plan is not to be seen
            part.add(
                    owner == null
                            ? new H3(new Anchor(InitiativeNavigation.plan(plan.plan()), plan.title()))
                            : new H3(plan.title()),
                    timeline);
            DecisionLetter decision = plan.decision();
            if (decision != null) {
                part.add(new LetterPart(decision, locale));
            }
            if (owner == null) {
                part.add(copy(plan));
            }
        }
        return part;
    }

    private Anchor copy(OwnFile.Letters plan) {
        Anchor copy = new Anchor(event -> send(event, plan), text("household.letter.save"));
        copy.setAriaLabel(text("household.letter.save-which", plan.title()));
        return copy;
    }

    private void send(DownloadEvent event, OwnFile.Letters plan) throws IOException {
        byte[] pdf = LetterDocument.write(plan, locale);
        event.setFileName("buurtplan-" + plan.plan().value() + ".pdf");
        event.setContentType("application/pdf");
        event.setContentLength(pdf.length);
        try (OutputStream out = event.getOutputStream()) {
            out.write(pdf);
        }
    }

    private String whose(Whose whose) {
        if (owner != null) {
            return whose == Whose.OWN ? owner : text("household.shared.child");
        }
        return text(whose.key());
    }

    private Div part(String title) {
        Div part = new Div(new H2(text(title)));
        part.addClassName("bb-stack");
        return part;
    }

    private String text(String key, Object... values) {
        return Messages.text(locale, key, values);
    }
}
