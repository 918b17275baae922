package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The way on when somebody else was first: the page is made anew, with at its head what the fields held and differs from what stands
 * there now.
 */
public final class HowItIsNow {

    private HowItIsNow() {}

    /**
     * A button that leads on.
     *
     * @param told where the conflict was told: in a dialog, in a page, or above both
     */
    public static Button button(Component told) {
        return new Button(Messages.text(UI.getCurrent().getLocale(), "foundation.conflict.show"), click -> show(told));
    }

    /** Whether the reader would have something to lose. */
    static boolean isTyped(Component told) {
        return parts(told).anyMatch(part -> !typed(part).isEmpty());
    }

    private static void show(Component told) {
        UI ui = UI.getCurrent();
        List<Typed> before = parts(told).flatMap(part -> typed(part).stream()).toList();
        parts(told).forEach(HowItIsNow::nothingToLose);
        dialog(told).ifPresent(Dialog::close);
        ui.refreshCurrentRoute(false);
        Component view = ui.getCurrentView();
        List<Typed> present = typed(view);
        tell(view, before.stream().filter(one -> !present.contains(one)).toList());
    }

    private static void tell(Component view, List<Typed> lost) {
        Notice notice =
                Notice.info(view.getTranslation("foundation.conflict.now")).announced();
        if (!lost.isEmpty()) {
            UnorderedList list = new UnorderedList();
            lost.forEach(one -> list.add(
                    new ListItem(view.getTranslation("foundation.conflict.typed-line", one.label(), one.text()))));
            notice.with(new Paragraph(view.getTranslation("foundation.conflict.typed")), list);
        }
        notice.getElement().setAttribute("tabindex", "-1");
        if (view instanceof HasComponents page) {
            List<Component> children = view.getChildren().toList();
            int heading = children.stream()
                    .filter(H1.class::isInstance)
                    .findFirst()
                    .map(children::indexOf)
                    .orElse(-1);
            page.addComponentAtIndex(heading + 1, notice);
            notice.getElement().callJsFunction("focus");
        }
    }

    private static Stream<Component> parts(Component told) {
        return Stream.concat(
                dialog(told).stream(), Stream.ofNullable(UI.getCurrent()).map(UI::getCurrentView));
    }

    private static Optional<Dialog> dialog(Component told) {
        return Stream.iterate(Optional.of(told), Optional::isPresent, one -> one.flatMap(Component::getParent))
                .flatMap(Optional::stream)
                .filter(Dialog.class::isInstance)
                .map(Dialog.class::cast)
                .findFirst();
    }

    private static void nothingToLose(Component part) {
        if (part instanceof UnsavedChanges unsaved) {
            unsaved.kept();
        }
        part.getChildren().toList().forEach(HowItIsNow::nothingToLose);
    }

    /** What the fields in a part of the page hold, each by its label. */
    static List<Typed> typed(Component part) {
        List<Typed> typed = new ArrayList<>();
        collect(part, typed);
        return typed;
    }

    private static void collect(Component part, List<Typed> typed) {
        if (part instanceof HasValue<?, ?> field && part instanceof HasLabel named && !field.isEmpty()) {
            Object value = field.getValue();
            String text = value == null ? null : words(part, value);
            if (text != null) {
                // the boxes of a group belong to it
                typed.add(new Typed(Required.label(named), text));
                return;
            }
        }
        part.getChildren().forEach(child -> collect(child, typed));
    }

    /** What stands in a field, as it was read there; null for what nobody fills in. */
    private static @Nullable String words(Component part, Object value) {
        if (part instanceof DatePicker && value instanceof LocalDate day) {
            return Formats.of(UI.getCurrent().getLocale()).date(day);
        }
        if (part instanceof TextFieldBase) {
            return String.valueOf(value);
        }
        if (part instanceof Checkbox) {
            return Messages.text(UI.getCurrent().getLocale(), "foundation.conflict.ticked");
        }
        if (part instanceof Select<?> list) {
            return words(list.getItemLabelGenerator(), value);
        }
        if (part instanceof ComboBoxBase<?, ?, ?> list) {
            return words(list.getItemLabelGenerator(), value);
        }
        if (part instanceof RadioButtonGroup<?> choices) {
            return words(choices.getItemLabelGenerator(), value);
        }
        return part instanceof CheckboxGroup<?> choices ? words(choices.getItemLabelGenerator(), value) : null;
    }

    /** The names of what was chosen; a field gives names to all that can be chosen in it. */
    @SuppressWarnings("unchecked")
    private static String words(@Nullable ItemLabelGenerator<?> names, Object value) {
        ItemLabelGenerator<Object> byName = names == null ? String::valueOf : (ItemLabelGenerator<Object>) names;
        return value instanceof Collection<?> several
                ? several.stream().map(byName::apply).sorted().collect(Collectors.joining(", "))
                : byName.apply(value);
    }

    record Typed(String label, String text) {}
}
