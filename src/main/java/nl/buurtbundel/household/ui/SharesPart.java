package nl.buurtbundel.household.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.household.FilePart;
import nl.buurtbundel.household.FileShareSummary;
import nl.buurtbundel.household.FileShares;
import nl.buurtbundel.household.OwnFile;
import nl.buurtbundel.provision.RepresentationGround;
import nl.buurtbundel.provision.RepresentationSummary;
import nl.buurtbundel.provision.Representations;
import org.jspecify.annotations.Nullable;

/** Letting a helper look at the own file, taking that back, and looking at what somebody else shares. */
final class SharesPart extends Div {
    private static final int WEEK = 7;
    private static final int MONTH = 31;
    private static final int THREE_MONTHS = 92;

    private final transient FileShares shares;
    private final transient Representations representations;
    private final boolean known;
    private final boolean decidesForChildren;
    private final List<RepresentationSummary> looking;
    private final List<RepresentationSummary> representing;
    private final SerializableRunnable changed;
    private final Formats formats;

    /** @param changed shows the page anew, now that the reader sees more or fewer see it */
    SharesPart(FileShares shares, Representations representations, OwnFile file, SerializableRunnable changed) {
        this.shares = shares;
        this.representations = representations;
        this.known = file.known() && !file.tooYoung();
        this.decidesForChildren = file.decidesForChildren();
        this.looking = file.representations();
        this.representing = file.representing();
        this.changed = changed;
        this.formats = Formats.of(getLocale());
        addClassName("bb-stack");
        show();
    }

    private void show() {
        removeAll();
        add(new H2(getTranslation("household.share.title")), new Paragraph(getTranslation("household.share.what")));
        looking.forEach(one -> add(representation(
                one,
                "household.represented.until",
                one.ground() == RepresentationGround.AUTHORISED ? "household.represented.take-back" : null)));
        representing.forEach(
                one -> add(representation(one, "household.representing.until", "household.representing.stop")));
        shares.listMine().forEach(one -> add(mine(one)));
        shares.listWithMe().forEach(one -> add(withMe(one)));
        Div buttons = new Div();
        if (known || decidesForChildren) {
            buttons.add(new Button(getTranslation("household.share.start"), click -> start()));
        }
        buttons.add(new Button(getTranslation("household.share.open"), click -> open()));
        buttons.addClassName("bb-cluster");
        add(buttons, new WhoSeesThis(getTranslation("household.share.who-sees")));
    }

    /**
     * By the word of the team.
     *
     * @param stop none where only the team can stop it
     */
    private Component representation(RepresentationSummary one, String line, @Nullable String stop) {
        LocalDate lastDay = one.lastDay();
        String ground = getTranslation(one.ground().key());
        Div card = new Div(new Paragraph(
                lastDay == null
                        ? getTranslation(line + "-old-enough", ground)
                        : getTranslation(line, ground, formats.date(lastDay))));
        if (stop != null) {
            card.add(new Button(
                    getTranslation(stop),
                    click -> new ConfirmDialog(
                                    getTranslation(stop),
                                    getTranslation("household.represented.stop-sure"),
                                    null,
                                    getTranslation(stop),
                                    () -> {
                                        representations.stop(one.id());
                                        changed.run();
                                    })
                            .open()));
        }
        card.addClassName("bb-card");
        return card;
    }

    private Component mine(FileShareSummary one) {
        String with = one.with();
        String line = one.byOtherParent()
                ? getTranslation("household.share.by-other-parent", formats.date(one.lastDay()))
                : getTranslation(
                        with == null ? "household.share.waits" : "household.share.with",
                        words(one.parts()),
                        formats.date(one.lastDay()),
                        with == null ? "" : with);
        Button stop = new Button(
                getTranslation("household.share.stop"),
                click -> new ConfirmDialog(
                                getTranslation("household.share.stop"),
                                getTranslation("household.share.stop-sure"),
                                getTranslation("household.share.who-sees"),
                                getTranslation("household.share.stop"),
                                () -> {
                                    shares.withdraw(one.id());
                                    show();
                                })
                        .open());
        stop.setAriaLabel(
                getTranslation("household.share.stop-which", words(one.parts()), formats.date(one.lastDay())));
        Div card = new Div(new Paragraph(line), stop);
        card.addClassName("bb-card");
        return card;
    }

    private Component withMe(FileShareSummary one) {
        String owner = String.valueOf(one.with());
        Div card = new Div(new Paragraph(new Anchor(
                HouseholdNavigation.shared(one.id()),
                getTranslation("household.share.look", owner, formats.date(one.lastDay())))));
        card.addClassName("bb-card");
        return card;
    }

    private void start() {
        CheckboxGroup<FilePart> parts = new CheckboxGroup<>();
        parts.setLabel(getTranslation("household.share.parts"));
        parts.setItems(List.of(FilePart.values()).stream()
                .filter(part -> part == FilePart.CHILDREN ? decidesForChildren : known)
                .toList());
        parts.setItemLabelGenerator(this::word);
        parts.setHelperText(getTranslation(
                decidesForChildren ? "household.share.parts-help-children" : "household.share.parts-help"));
        RadioButtonGroup<Integer> days = new RadioButtonGroup<>();
        days.setLabel(getTranslation("household.share.days"));
        days.setItems(WEEK, MONTH, THREE_MONTHS);
        days.setValue(WEEK);
        days.setItemLabelGenerator(many -> getTranslation("household.share.days." + many));
        new ConfirmDialog(
                        getTranslation("household.share.start"),
                        getTranslation("household.share.start-what"),
                        getTranslation("household.share.who-sees"),
                        getTranslation("household.share.make-code"),
                        () -> tell(shares.share(parts.getValue(), Required.in(days))))
                .with(parts, days)
                .open();
    }

    private void tell(String code) {
        show();
        Span shown = new Span(code);
        shown.addClassName("bb-key-figure-value");
        addComponentAtIndex(
                1,
                Notice.info(getTranslation("household.share.code")).with(shown).announced());
    }

    private void open() {
        TextField code = new TextField(getTranslation("household.share.code-field"));
        new ConfirmDialog(
                        getTranslation("household.share.open"),
                        getTranslation("household.share.open-what"),
                        getTranslation("household.share.open-who-sees"),
                        getTranslation("household.share.open-look"),
                        () -> shares.open(Required.in(code))
                                .ifPresentOrElse(
                                        id -> UI.getCurrent().navigate(HouseholdNavigation.shared(id)), changed::run))
                .with(code)
                .open();
    }

    private String words(Set<FilePart> parts) {
        return List.of(FilePart.values()).stream()
                .filter(parts::contains)
                .map(this::word)
                .collect(Collectors.joining(", "));
    }

    private String word(FilePart part) {
        return getTranslation("household.share.part." + Messages.word(part));
    }
}
