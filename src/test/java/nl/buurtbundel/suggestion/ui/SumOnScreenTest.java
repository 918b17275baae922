package nl.buurtbundel.suggestion.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtbundel.catalogue.Assumption;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.CostLine;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.suggestion.Headline;
import nl.buurtbundel.suggestion.SuggestionChange;
import nl.buurtbundel.suggestion.SumLine;
import org.jspecify.annotations.Nullable;
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
        List<DecimalField> fields = all(form)
                .filter(DecimalField.class::isInstance)
                .map(DecimalField.class::cast)
                .toList();
        fields.get(1).setValue("25.5");
        assertThat(form.value().replacedShare().likely()).isEqualTo(2550);
        fields.get(1).setValue("99");
        assertThatThrownBy(form::value).isInstanceOf(Refusal.class);
        fields.get(1).setValue("");
        assertThatThrownBy(form::value).isInstanceOf(Refusal.class);
    }

    @Test
    void a_break_even_that_cannot_be_reached_says_so() {
        assertThat(DUTCH.breakEven(131, false)).isEqualTo("131: hier nooit");
        assertThat(DUTCH.breakEven(66, true)).isEqualTo("66");
        assertThat(DUTCH.breakEven(null, false)).isEqualTo("geen enkel aantal");
    }

    @Test
    void an_amount_that_is_not_shown_is_no_number_of_households() {
        assertThat(DUTCH.amount(null)).isEqualTo("niet getoond");
        assertThat(plain(DUTCH.amount(Money.ofEuros(1250)))).isEqualTo("€ 1.250");
    }

    @Test
    void a_break_even_out_of_reach_before_and_after_a_change_is_said_once() {
        ChangeTexts words = new ChangeTexts(DUTCH);
        assertThat(words.breakEven(change(headline(795, 100, false), headline(1059, 140, false))))
                .isEqualTo("hier nooit haalbaar (was en blijft)");
        assertThat(words.breakEven(change(headline(60, 66, true), headline(130, 140, false))))
                .isEqualTo("nu 66, na de wijziging hier nooit haalbaar");
        assertThat(words.breakEven(change(headline(130, null, false), headline(60, 66, true))))
                .isEqualTo("nu hier nooit haalbaar, na de wijziging 66");
        assertThat(words.breakEven(change(headline(60, 66, true), headline(70, 70, true))))
                .isEqualTo("66 wordt 70");
        assertThat(words.breakEven(change(headline(60, 66, true), null)))
                .isEqualTo("66 wordt niet voor deze hulpvraag");
    }

    @Test
    void what_costs_more_than_it_replaces_is_said_in_words() {
        ChangeTexts words = new ChangeTexts(DUTCH);
        assertThat(words.ofReplaced(change(headline(795, 100, false), headline(1059, 140, false))))
                .isEqualTo("kost meer dan het vervangt (795% wordt 1.059%)");
        assertThat(words.ofReplaced(change(headline(60, 66, true), headline(130, 140, false))))
                .isEqualTo("60% wordt 130%. Het kost dan meer dan het vervangt.");
        assertThat(words.ofReplaced(change(headline(130, 140, false), headline(60, 66, true))))
                .isEqualTo("130% wordt 60%. Het kost dan niet meer dan het vervangt.");
        assertThat(words.ofReplaced(change(headline(60, 66, true), headline(70, 70, true))))
                .isEqualTo("60% wordt 70%");
    }

    @Test
    void a_version_says_field_by_field_what_it_changed() {
        VersionTexts words = new VersionTexts(DUTCH);
        for (CollectiveAlternative one : catalogue()) {
            assertThat(words.changes(one, one)).isEmpty();
        }
        CollectiveAlternative before = catalogue().get(0);
        CostLine line = before.line("leaders");
        Assumption checked = new Assumption(
                line.assumption().evidence(),
                new Text(line.assumption().source().nl(), "Checked"),
                2027);
        CollectiveAlternative after = before.withPrice("leaders", Money.ofEuros(36), checked)
                .withStartUpYears(before.startUp().years() + 1)
                .withLegalGates(
                        before.legalGates().subList(1, before.legalGates().size()));

        List<String> changes = words.changes(before, after).stream()
                .map(SumOnScreenTest::plain)
                .toList();
        assertThat(changes)
                .anySatisfy(change -> assertThat(change).contains("€ 34,00 per uur → € 36,00 per uur"))
                .anySatisfy(change -> assertThat(change).contains("Jaar: 2026 → 2027"))
                .anySatisfy(change -> assertThat(change).endsWith("→ Checked"))
                .anySatisfy(change -> assertThat(change).startsWith("Startkosten verdelen over (jaren):"))
                .anySatisfy(change -> assertThat(change).endsWith("→ niets"));
        // the article, its words and its checker in both languages
        assertThat(changes).hasSize(4 + 5);
    }

    private static SuggestionChange change(@Nullable Headline before, @Nullable Headline after) {
        return new SuggestionChange(
                new NeighbourhoodCode("BU99010101"), "De Rietlanden", "parenting-support", before, after, null, null);
    }

    private static Headline headline(int percentOfReplaced, @Nullable Integer breakEven, boolean possible) {
        return new Headline(Money.ofEuros(100), Money.ZERO, 5_000, percentOfReplaced * 100, breakEven, possible);
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
