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

/** Letting a helper look at the own file, taking that back, and looking at what somebody else shares. */
final class SharesPart extends Div {
    private static final int WEEK = 7;
    private static final int MONTH = 31;
    private static final int THREE_MONTHS = 92;

    private final transient FileShares shares;
    private final boolean known;
    private final Formats formats;

    /** @param known there is something about the reader to share */
    SharesPart(FileShares shares, boolean known) {
        this.shares = shares;
        this.known = known;
        this.formats = Formats.of(getLocale());
        addClassName("bb-stack");
        show();
    }

    private void show() {
        removeAll();
        add(new H2(getTranslation("household.share.title")), new Paragraph(getTranslation("household.share.what")));
        shares.listMine().forEach(one -> add(mine(one)));
        shares.listWithMe().forEach(one -> add(withMe(one)));
        Div buttons = new Div();
        if (known) {
            buttons.add(new Button(getTranslation("household.share.start"), click -> start()));
        }
        buttons.add(new Button(getTranslation("household.share.open"), click -> open()));
        buttons.addClassName("bb-cluster");
        add(buttons, new WhoSeesThis(getTranslation("household.share.who-sees")));
    }

    private Component mine(FileShareSummary one) {
        String with = one.with();
        String line = getTranslation(
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
        parts.setItems(FilePart.values());
        parts.setItemLabelGenerator(this::word);
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
                        () -> UI.getCurrent().navigate(HouseholdNavigation.shared(shares.open(Required.in(code)))))
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
