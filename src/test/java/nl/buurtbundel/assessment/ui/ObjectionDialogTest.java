package nl.buurtbundel.assessment.ui;

import static nl.buurtbundel.foundation.ui.DialogParts.all;
import static nl.buurtbundel.foundation.ui.DialogParts.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.assessment.NewObjection;
import nl.buurtbundel.assessment.ObjectionKind;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.OpenPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Burden is counted: what is asked back costs nobody a field. */
@ExtendWith(OpenPage.class)
class ObjectionDialogTest {
    private final List<NewObjection> said = new ArrayList<>();
    private int tooBusy;

    @Test
    void each_kind_asks_its_own_back_and_takes_one_choice_and_one_typed_field() {
        for (ObjectionKind kind : ObjectionKind.values()) {
            said.clear();
            ObjectionDialog dialog = open();
            choose(dialog, kind);
            String shown = dialog.getElement().getTextRecursively();
            for (ObjectionKind other : ObjectionKind.values()) {
                for (String question : other.questionsBack()) {
                    assertThat(shown.contains(Messages.text(Messages.DUTCH, question)))
                            .as(kind + " asks " + question)
                            .isEqualTo(other == kind);
                }
            }
            words(dialog).setValue("Dit mag niet");
            press(dialog);
            assertThat(said).containsExactly(new NewObjection(kind, "Dit mag niet", null, null));
            assertThat(dialog.isOpened()).isFalse();
        }
        assertThat(tooBusy).isZero();
    }

    @Test
    void who_is_too_busy_says_so_in_two_taps_and_is_asked_nothing() {
        ObjectionDialog dialog = open();
        choose(dialog, null);
        assertThat(all(dialog, TextArea.class)).noneMatch(Component::isVisible);
        assertThat(all(dialog, ComboBox.class)).noneMatch(Component::isVisible);
        press(dialog);
        assertThat(tooBusy).isEqualTo(1);
        assertThat(said).isEmpty();
    }

    @Test
    void an_article_that_was_chosen_is_there_to_read_and_goes_along_only_where_it_was_asked() {
        ObjectionDialog dialog = open();
        choose(dialog, ObjectionKind.LAW);
        ComboBox<?> article = all(dialog, ComboBox.class).get(0);
        assertThat(dialog.getElement().getTextRecursively()).doesNotContain("uitdrukkelijke toestemming");
        setArticle(article, "BWBR0035362:5.1.1");
        assertThat(dialog.getElement().getTextRecursively()).contains("uitdrukkelijke toestemming");
        assertThat(all(dialog, Details.class))
                .extracting(Details::getSummaryText)
                .containsExactly("Mag de gemeente mijn gegevens uit een andere wet gebruiken?");

        choose(dialog, ObjectionKind.PRECEDENT);
        words(dialog).setValue("Dan wil iedereen dit");
        press(dialog);
        assertThat(said).containsExactly(new NewObjection(ObjectionKind.PRECEDENT, "Dan wil iedereen dit", null, null));
    }

    @Test
    void nothing_is_sent_while_nothing_was_chosen_or_said() {
        ObjectionDialog dialog = open();
        press(dialog);
        assertThat(dialog.isOpened()).isTrue();
        choose(dialog, ObjectionKind.NO_MEANS);
        press(dialog);
        assertThat(dialog.isOpened()).isTrue();
        assertThat(said).isEmpty();
        assertThat(tooBusy).isZero();
    }

    private ObjectionDialog open() {
        ObjectionDialog dialog = new ObjectionDialog(
                new AssessmentTexts(Messages.DUTCH), LocalDate.of(2026, 3, 16), said::add, () -> tooBusy++);
        dialog.open();
        return dialog;
    }

    @SuppressWarnings("unchecked")
    private static void choose(ObjectionDialog dialog, @Nullable ObjectionKind kind) {
        all(dialog, RadioButtonGroup.class).get(0).setValue(new ObjectionDialog.Choice(kind));
    }

    @SuppressWarnings("unchecked")
    private static void setArticle(ComboBox<?> field, String reference) {
        ((ComboBox<String>) field).setValue(reference);
    }

    private static TextArea words(ObjectionDialog dialog) {
        return all(dialog, TextArea.class).get(0);
    }
}
