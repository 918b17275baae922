package nl.buurtbundel.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtbundel.assessment.Gate;
import nl.buurtbundel.assessment.GateState;
import nl.buurtbundel.assessment.GateText;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.OpenPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OpenPage.class)
class MayWeSheetTest {
    private static final AssessmentTexts DUTCH = new AssessmentTexts(Messages.DUTCH);
    private static final GateText REGISTER = new GateText(
            "Wet kinderopvang art. 1.45; Besluit kwaliteit kinderopvang",
            new Text("De crèche staat in het register.", "The crèche is in the register."),
            new Text("GGD", "Public health service"));

    @Test
    void of_a_plan_it_says_what_was_found_by_whom_and_when_and_what_is_open() {
        MayWeSheet sheet = new MayWeSheet(DUTCH, List.of(met(), open()), true);
        assertThat(rows(sheet))
                .containsExactly(
                        List.of(
                                "De crèche staat in het register.",
                                "Wet kinderopvang art. 1.45; Besluit kwaliteit kinderopvang",
                                "GGD",
                                "Geregeld, GGD, team opvang: Rapport 2026-114",
                                "02-03-2026"),
                        List.of(
                                "De crèche staat in het register.",
                                "Wet kinderopvang art. 1.45; Besluit kwaliteit kinderopvang",
                                "GGD",
                                "Open",
                                "…"));
    }

    @Test
    void of_an_alternative_it_leaves_room_to_write_and_leads_to_the_official_text_it_knows() {
        MayWeSheet sheet = new MayWeSheet(DUTCH, List.of(open()), false);
        assertThat(rows(sheet).get(0).subList(3, 5)).containsExactly("…", "…");
        DataTable table = (DataTable) sheet.getChildren().findFirst().orElseThrow();
        assertThat(links(table.getElement()))
                .extracting(Anchor::getHref)
                .containsExactly("https://wetten.overheid.nl/BWBR0017017");
    }

    private static Gate met() {
        return new Gate(0, REGISTER, GateState.MET, "GGD, team opvang", "Rapport 2026-114", LocalDate.of(2026, 3, 2));
    }

    private static Gate open() {
        return new Gate(1, REGISTER, GateState.OPEN, null, null, null);
    }

    private static List<List<String>> rows(MayWeSheet sheet) {
        DataTable table = (DataTable) sheet.getChildren().findFirst().orElseThrow();
        return table.getElement()
                .getChild(0)
                .getChildren()
                .filter(part -> part.getTag().equals("tbody"))
                .flatMap(body -> body.getChildren())
                .map(row ->
                        row.getChildren().map(cell -> cell.getTextRecursively()).toList())
                .toList();
    }

    private static List<Anchor> links(Element element) {
        return Stream.concat(
                        element.getComponent().stream()
                                .map(Component.class::cast)
                                .filter(Anchor.class::isInstance)
                                .map(Anchor.class::cast),
                        element.getChildren().flatMap(child -> links(child).stream()))
                .toList();
    }
}
