package nl.buurtbundel.household.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.decision.DecisionLetter;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.household.OwnFile;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Office;
import nl.buurtbundel.initiative.TimelineEntry;
import nl.buurtbundel.money.Money;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class LetterDocumentTest {
    private static final String TITLE = "Samen <koken> & eten";

    @BeforeAll
    static void checker() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void everybody_can_read_it() throws Exception {
        byte[] pdf = LetterDocument.write(letters(granted()), Messages.DUTCH);
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1)) {
            ValidationResult result = Foundries.defaultInstance()
                    .createValidator(PDFAFlavour.PDFUA_1, false)
                    .validate(parser);
            assertThat(result.getTestAssertions().stream()
                            .map(fault -> fault.getRuleId() + " " + fault.getMessage())
                            .distinct()
                            .toList())
                    .isEmpty();
        }
    }

    @Test
    void it_holds_all_that_the_page_holds() throws IOException {
        assertThat(text(granted(), Messages.DUTCH))
                .contains(TITLE, "3 februari 2026", Messages.text(Messages.DUTCH, "decision.letter.title"))
                .contains("€ 8.000", "€ 10.000", "€ 2.500", "Minder zaalhuur", "Elk kwartaal", "Een <vaste> avond")
                .contains(Messages.text(Messages.DUTCH, "initiative.refused.objection"));
        String refused = text(refused(), Messages.DUTCH);
        assertThat(refused)
                .contains(
                        Messages.text(Messages.DUTCH, "assessment.ground." + RefusalGround.NO_MONEY.code()),
                        "De pot is leeg",
                        Messages.text(Messages.DUTCH, "initiative.refused.objection"))
                .doesNotContain("€ 8.000");
        assertThat(text(null, Messages.DUTCH))
                .contains(TITLE)
                .doesNotContain(Messages.text(Messages.DUTCH, "decision.letter.title"));
        assertThat(text(granted(), Locale.ENGLISH)).contains(Messages.text(Locale.ENGLISH, "decision.letter.title"));
    }

    private static String text(@Nullable DecisionLetter decision, Locale locale) throws IOException {
        try (PDDocument document = Loader.loadPDF(LetterDocument.write(letters(decision), locale))) {
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0]+", " ");
        }
    }

    private static OwnFile.Letters letters(@Nullable DecisionLetter decision) {
        return new OwnFile.Letters(
                new InitiativeId(7),
                TITLE,
                List.of(new TimelineEntry(
                        LocalDate.of(2026, 2, 3), "initiative.timeline.opened", Office.values()[0], null)),
                decision);
    }

    private static DecisionLetter granted() {
        return new DecisionLetter(
                Money.ofEuros(10_000),
                Money.ofEuros(8_000),
                Money.ofEuros(2_500),
                true,
                List.of("Elk kwartaal een verslag", "Een <vaste> avond"),
                LeftOver.TASK_FIELD,
                null,
                "Minder zaalhuur");
    }

    private static DecisionLetter refused() {
        return new DecisionLetter(
                Money.ofEuros(10_000),
                null,
                Money.ZERO,
                false,
                List.of(),
                null,
                RefusalGround.NO_MONEY,
                "De pot is leeg");
    }
}
