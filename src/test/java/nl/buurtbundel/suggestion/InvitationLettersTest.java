package nl.buurtbundel.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.AddressPlace;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class InvitationLettersTest {
    private static final NeighbourhoodCode PLACE = new NeighbourhoodCode("BU99010101");
    private static final Invitation INVITATION =
            new Invitation(LocalDateTime.of(2026, 12, 3, 10, 30), "Buurthuis <De Brug> & keuken", "Sanne, 0900 1234");

    @Test
    void every_address_gets_one_page_with_its_own_address_and_no_name() throws IOException {
        List<AddressPlace> addresses = List.of(
                new AddressPlace("9901AB", 1, PLACE),
                new AddressPlace("9901AB", 3, PLACE),
                new AddressPlace("9901AC", 12, PLACE));
        byte[] pdf = InvitationLetters.write(
                        INVITATION, "’t Zand", new Text("Buurtcrèche", "Crèche"), addresses, written -> true)
                .orElseThrow();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(3);
            stripper.setEndPage(3);
            String text = stripper.getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Aan de bewoners van dit adres", "9901AC 12", "3 december 2026", "10:30", "Buurtcrèche")
                    .contains("Buurthuis <De Brug> & keuken", "Sanne, 0900 1234", "’t Zand");
        }
    }

    @Test
    void it_says_how_far_it_is_and_stops_when_asked() {
        List<AddressPlace> addresses = IntStream.rangeClosed(1, 120)
                .mapToObj(number -> new AddressPlace("9901AB", number, PLACE))
                .toList();
        List<Integer> heard = new ArrayList<>();
        assertThat(InvitationLetters.write(INVITATION, "Buurt", new Text("Idee", "Idea"), addresses, written -> {
                    heard.add(written);
                    return written < 100;
                }))
                .isEmpty();
        assertThat(heard).containsExactly(50, 100);
    }

    @Test
    void a_screen_reader_can_read_the_letter() throws IOException {
        byte[] pdf = InvitationLetters.write(
                        INVITATION,
                        "Buurt",
                        new Text("Idee", "Idea"),
                        List.of(new AddressPlace("9901AB", 1, PLACE)),
                        written -> true)
                .orElseThrow();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var catalogue = document.getDocumentCatalog();
            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getStructureTreeRoot()).isNotNull();
            assertThat(catalogue.getLanguage()).isEqualTo("nl");
            assertThat(document.getDocumentInformation().getTitle()).contains("Uitnodiging");
        }
    }

    @Test
    void an_invitation_needs_a_place_and_somebody_to_call() {
        assertThatThrownBy(() -> new Invitation(INVITATION.at(), " ", "Sanne")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Invitation(INVITATION.at(), "Huis", "")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Invitation(INVITATION.at(), "x".repeat(201), "Sanne"))
                .isInstanceOf(Refusal.class);
    }
}
