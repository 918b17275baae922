package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.PlanLine;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class CouncilDocumentTest {
    private static final FiscalYear Y2026 = new FiscalYear(2026);
    private static final FiscalYear Y2027 = new FiscalYear(2027);

    @BeforeAll
    static void checker() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_A", "PDFUA_1"})
    void it_can_be_kept_for_ever_and_read_by_everybody(PDFAFlavour flavour) throws Exception {
        byte[] pdf = CouncilDocument.write(proposal());
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
            ValidationResult result =
                    Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
            assertThat(result.getTestAssertions().stream()
                            .map(fault -> fault.getRuleId() + " " + fault.getMessage())
                            .distinct()
                            .toList())
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void it_is_tagged_in_dutch_with_a_title_and_its_own_font() throws IOException {
        try (PDDocument document = Loader.loadPDF(CouncilDocument.write(proposal()))) {
            var catalogue = document.getDocumentCatalog();
            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getStructureTreeRoot()).isNotNull();
            assertThat(catalogue.getLanguage()).isEqualTo("nl");
            assertThat(new String(catalogue.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("pdfaid");
            for (PDPage page : document.getPages()) {
                PDResources resources = page.getResources();
                for (COSName name : StreamSupport.stream(
                                resources.getFontNames().spliterator(), false)
                        .toList()) {
                    assertThat(resources.getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void the_council_reads_what_for_whom_what_it_changes_and_what_follows() throws IOException {
        assertThat(text(CouncilDocument.write(proposal())))
                .contains("Samen <koken> & eten", "’t Zand", "20 huishoudens", "Goed plan")
                .contains("2026 6.712 Zorg lager: ten hoogste € 10.000,00")
                .contains("2026 6.1 Buurt hoger: ten hoogste € 10.000,00")
                .contains("Daarvan betalen anderen, volgens een overeenkomst € 2.500,00")
                .contains("of dat een ander voor dit plan heeft betaald")
                .contains("gaat terug naar het taakveld waar het uit vrijkwam")
                .contains("2027 6.1 Buurt hoger: € 3.000,00, alleen voor buurtplannen")
                .contains("artikelen 189 en 192 van de Gemeentewet", "nog niet vastgesteld")
                .contains("2026: ten hoogste € 10.000,00; 2027: ten hoogste € 3.000,00");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0]+", " ");
        }
    }

    private static CouncilProposal proposal() {
        AuthorisedUnit to = new AuthorisedUnit("6.1", "Buurt");
        return new CouncilProposal(
                new DecisionId(1_234),
                LocalDate.of(2026, 3, 2),
                plan(),
                "’t Zand",
                20,
                AskedAmount.of(Money.ofEuros(12_000), Money.ofEuros(1_000), 0),
                Money.ofEuros(13_000),
                Money.ofEuros(2_500),
                List.of(new YearAmount(Y2026, Money.ofEuros(10_000)), new YearAmount(Y2027, Money.ofEuros(3_000))),
                List.of(
                        new Amendment(Y2026, new AuthorisedUnit("6.712", "Zorg"), to, Money.ofEuros(10_000)),
                        new Amendment(Y2027, null, to, Money.ofEuros(3_000))),
                LeftOver.TASK_FIELD,
                MandateAnswer.Why.BEYOND_APPROPRIATION,
                Advice.positive("Goed plan"),
                false,
                null,
                List.of(
                        new YearAhead(
                                Y2026,
                                Money.ofEuros(10_000),
                                Money.ofEuros(10_000),
                                null,
                                null,
                                Money.ofEuros(400_000),
                                Money.ofEuros(90_000)),
                        new YearAhead(
                                Y2027,
                                Money.ofEuros(3_000),
                                Money.ofEuros(12_000),
                                null,
                                null,
                                null,
                                Money.ofEuros(3_000))));
    }

    private static InitiativeDossier plan() {
        return new InitiativeDossier(
                new InitiativeId(7),
                1,
                1,
                new NeighbourhoodCode("BU99010101"),
                "Samen <koken> & eten",
                "Elke week eten met de buurt",
                "meals",
                null,
                null,
                Money.ofEuros(1_000),
                Money.ofEuros(12_000),
                20,
                true,
                Stage.ADVISED,
                new UserId(1),
                Set.of(),
                LocalDate.of(2026, 3, 2),
                List.of(new PlanLine("Boodschappen", Money.ofEuros(12_000))));
    }
}
