package nl.buurtbundel.suggestion.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.CostLine;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.suggestion.SumLine;
import org.junit.jupiter.api.Test;

class SumOnScreenTest {
    private static final SumTexts DUTCH = new SumTexts(Messages.DUTCH);

    @Test
    void a_line_reads_as_price_times_quantity() {
        assertThat(plain(DUTCH.product(leaders())))
                .isEqualTo("€ 34,00 per uur × 2 personen × 22 uur per week × 52,14 weken");
        assertThat(plain(new SumTexts(Messages.ENGLISH).product(leaders())))
                .isEqualTo("€34.00 an hour × 2 persons × 22 hours a week × 52.14 weeks");
    }

    @Test
    void the_tree_shows_the_amount_the_product_and_the_reason_of_every_line() {
        SumLine line = leaders();
        SumLine root = new SumLine(
                new Text("Samen", "Together"), null, null, List.of(), 1, line.amount(), null, List.of(line));
        SumTree tree = new SumTree(root, DUTCH);
        List<String> texts = all(tree).map(one -> one.getElement().getText()).toList();
        assertThat(all(tree)
                        .filter(Details.class::isInstance)
                        .map(Details.class::cast)
                        .map(one -> plain(one.getSummaryText())))
                .containsExactly("Samen: € 78.001,44", "Twee leiders: € 78.001,44");
        assertThat(texts).anySatisfy(text -> assertThat(plain(text)).contains("= € 78.001,44"));
        assertThat(texts).anySatisfy(text -> assertThat(text).contains("Bewijs, 2026."));
    }

    @Test
    void a_form_that_nobody_touched_changes_nothing() {
        for (CollectiveAlternative alternative : catalogue()) {
            assertThat(new AlternativeForm(alternative, DUTCH, false).value()).isEqualTo(alternative);
        }
    }

    @Test
    void a_typed_share_and_an_emptied_price_are_taken_or_refused() {
        CollectiveAlternative creche = catalogue().get(0);
        AlternativeForm form = new AlternativeForm(creche, DUTCH, false);
        List<BigDecimalField> fields = all(form)
                .filter(BigDecimalField.class::isInstance)
                .map(BigDecimalField.class::cast)
                .toList();
        fields.get(1).setValue(new BigDecimal("25.5"));
        assertThat(form.value().replacedShare().likely()).isEqualTo(2550);
        fields.get(1).setValue(new BigDecimal("99"));
        assertThatThrownBy(form::value).isInstanceOf(Refusal.class);
        fields.get(1).setValue(null);
        assertThatThrownBy(form::value).isInstanceOf(Refusal.class);
    }

    @Test
    void a_break_even_that_cannot_be_reached_says_so() {
        assertThat(DUTCH.breakEven(131, false)).isEqualTo("131: hier nooit");
        assertThat(DUTCH.breakEven(66, true)).isEqualTo("66");
        assertThat(DUTCH.breakEven(null, false)).isEqualTo("geen enkel aantal");
    }

    private static SumLine leaders() {
        CostLine line = catalogue().get(0).line("leaders");
        return new SumLine(
                line.name(),
                line.price(),
                line.pricePer(),
                line.factors(),
                1,
                Money.parse("78001.44"),
                line.assumption(),
                List.of());
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(SumOnScreenTest::all));
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static List<CollectiveAlternative> catalogue() {
        try (InputStream in = SumOnScreenTest.class.getResourceAsStream("/catalogue/standard.json")) {
            return RecordDocument.readList(
                    CollectiveAlternative.class, "alternatives", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
