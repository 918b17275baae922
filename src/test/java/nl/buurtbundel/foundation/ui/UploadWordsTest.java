package nl.buurtbundel.foundation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.upload.UploadI18N;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.Messages;
import org.junit.jupiter.api.Test;

/** The field comes with English words of its own, and a screen reader reads them aloud. */
class UploadWordsTest {
    private static final int MOST = 500;

    @Test
    void nothing_is_left_to_the_words_that_the_field_comes_with() throws ReflectiveOperationException {
        assertNothingMissing(words(Messages.DUTCH));
        assertNothingMissing(words(Messages.ENGLISH));
    }

    @Test
    void a_refused_file_gets_one_reason_in_the_language_of_the_reader() {
        UploadI18N.Error dutch = words(Messages.DUTCH).getError();
        assertThat(dutch.getIncorrectFileType()).isEqualTo("Het is geen zip, xml, csv of geojson.");
        assertThat(dutch.getFileIsTooBig()).isEqualTo("Het is te groot: meer dan 500 MB.");
        assertThat(Messages.text(Messages.DUTCH, "intake.imports.rejected", "brief.txt", dutch.getIncorrectFileType()))
                .isEqualTo("“brief.txt” nemen wij niet aan. Het is geen zip, xml, csv of geojson.");
    }

    private static UploadI18N words(Locale locale) {
        return UploadWords.in(
                locale,
                MOST,
                Messages.text(locale, "intake.imports.choose"),
                Messages.text(locale, "intake.imports.drop"),
                Messages.text(locale, "intake.upload.other-kind"));
    }

    private static void assertNothingMissing(Object words) throws ReflectiveOperationException {
        List<Method> getters = Stream.of(words.getClass().getMethods())
                .filter(method -> method.getName().startsWith("get") && method.getParameterCount() == 0)
                .filter(method -> !method.getName().equals("getClass"))
                .toList();
        assertThat(getters).isNotEmpty();
        for (Method getter : getters) {
            Object value = getter.invoke(words);
            assertThat(value).as(getter.toString()).isNotNull();
            if (value.getClass().getName().startsWith("com.vaadin")) {
                assertNothingMissing(value);
            }
        }
    }
}
