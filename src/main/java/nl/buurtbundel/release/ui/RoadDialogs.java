package nl.buurtbundel.release.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.release.ProviderOutcome;
import nl.buurtbundel.release.ReleaseRoadId;
import nl.buurtbundel.release.ReleaseRoads;
import nl.buurtbundel.release.ReleaseStep;
import nl.buurtbundel.release.RoadBoard;
import nl.buurtbundel.release.TeamRoad;
import org.jspecify.annotations.Nullable;

/** What is asked when a step of a release is recorded or taken back: the days and the words that belong to it, and no more. */
final class RoadDialogs {
    private final ReleaseRoads roads;
    private final RoadBoard board;
    private final ReleaseTexts texts;
    private final LocalDate today;
    private final Runnable done;

    /** @param done shows the page anew */
    RoadDialogs(ReleaseRoads roads, RoadBoard board, ReleaseTexts texts, LocalDate today, Runnable done) {
        this.roads = roads;
        this.board = board;
        this.texts = texts;
        this.today = today;
        this.done = done;
    }

    ConfirmDialog consent(TeamRoad road) {
        var law = Objects.requireNonNull(road.otherLaw());
        DatePicker givenOn = day("release.road.consent-on", today);
        return dialog(ReleaseStep.CONSENT, road, texts.text("release.road.consent-ask", law.lawName()), () -> {
                    roads.recordConsent(road.id(), road.version(), Required.in(givenOn));
                    done.run();
                })
                .with(givenOn);
    }

    ConfirmDialog decision(TeamRoad road) {
        DatePicker sentOn = day("release.road.sent-on", today);
        DatePicker lastDay = day("release.road.last-day", null);
        CheckboxGroup<TeamRoad> beside = beside(road, ReleaseStep.DECISION);
        return dialog(ReleaseStep.DECISION, road, texts.text("release.road.decision-ask"), () -> {
                    roads.reviseAll(chosen(road, beside), Required.in(sentOn), Required.in(lastDay));
                    done.run();
                })
                .with(sentOn, lastDay, beside);
    }

    ConfirmDialog provider(TeamRoad road) {
        DatePicker on = day("release.road.consulted-on", today);
        RadioButtonGroup<ProviderOutcome> outcome = new RadioButtonGroup<>(texts.text("release.road.outcome"));
        outcome.setItems(ProviderOutcome.values());
        outcome.setItemLabelGenerator(one -> texts.name("release.road.outcome.", one));
        DatePicker otherDate = day("release.road.other-date", null);
        otherDate.setVisible(false);
        outcome.addValueChangeListener(change -> otherDate.setVisible(change.getValue() == ProviderOutcome.OTHER_DATE));
        CheckboxGroup<TeamRoad> beside = beside(road, ReleaseStep.PROVIDER);
        LocalDate lastDay = Objects.requireNonNull(road.lastDay());
        String question =
                texts.text("release.road.provider-ask", texts.formats().date(lastDay));
        return dialog(ReleaseStep.PROVIDER, road, question, () -> {
                    ProviderOutcome said = Required.in(outcome);
                    roads.consultAll(
                            chosen(road, beside),
                            Required.in(on),
                            said,
                            said == ProviderOutcome.OTHER_DATE ? Required.in(otherDate) : null);
                    done.run();
                })
                .with(on, outcome, otherDate, beside);
    }

    /** For whom the same holds: one letter day or one talk is recorded once. Nobody is chosen at first. */
    private CheckboxGroup<TeamRoad> beside(TeamRoad road, ReleaseStep step) {
        List<TeamRoad> others = board.listBeside(road, step);
        CheckboxGroup<TeamRoad> beside = new CheckboxGroup<>(texts.text("release.road.beside"));
        beside.setItems(others);
        beside.setItemLabelGenerator(other -> other.number().value());
        beside.setVisible(!others.isEmpty());
        return beside;
    }

    private static Map<ReleaseRoadId, Integer> chosen(TeamRoad road, CheckboxGroup<TeamRoad> beside) {
        Map<ReleaseRoadId, Integer> versions = new LinkedHashMap<>();
        versions.put(road.id(), road.version());
        beside.getValue().forEach(other -> versions.put(other.id(), other.version()));
        return versions;
    }

    /** One order for those who are chosen; at first that is all whose turn it is. */
    ConfirmDialog order() {
        List<TeamRoad> ready = board.listToOrder();
        CheckboxGroup<TeamRoad> chosen = new CheckboxGroup<>(texts.text("release.road.order-which"));
        chosen.setItems(ready);
        chosen.setItemLabelGenerator(road -> texts.text(
                "release.road.order-line",
                road.number().value(),
                texts.formats().shortDate(Objects.requireNonNull(road.lastDay()))));
        chosen.select(ready);
        return new ConfirmDialog(
                        texts.text("release.road.order"),
                        texts.text("release.road.order-ask"),
                        texts.text("release.road.order-who-sees"),
                        texts.text("release.road.order-do"),
                        () -> {
                            Map<ReleaseRoadId, Integer> versions = new LinkedHashMap<>();
                            chosen.getValue().forEach(road -> versions.put(road.id(), road.version()));
                            roads.order(board.plan(), versions);
                            done.run();
                        })
                .with(chosen);
    }

    /** Says what it undoes before it does. */
    ConfirmDialog takeBack(TeamRoad road, ReleaseStep step) {
        UnorderedList undone = new UnorderedList();
        road.undoneBy().getOrDefault(step, List.of()).forEach(one -> undone.add(new ListItem(texts.step(one))));
        TextArea reason = new TextArea(texts.text("release.road.reason"));
        reason.setWidthFull();
        return new ConfirmDialog(
                        texts.text("release.road.take-back-title", texts.step(step)),
                        texts.text("release.road.take-back-ask"),
                        texts.text("release.road.who-sees"),
                        texts.text("release.road.take-back-do"),
                        () -> {
                            roads.takeBack(road.id(), road.version(), step, reason.getValue());
                            done.run();
                        })
                .with(undone, tellsBackOffice(road), reason)
                .grave();
    }

    private Paragraph tellsBackOffice(TeamRoad road) {
        Paragraph told = new Paragraph(texts.text("release.road.take-back-order"));
        told.setVisible(road.ordered() != null);
        return told;
    }

    private ConfirmDialog dialog(ReleaseStep step, TeamRoad road, String question, SerializableRunnable action) {
        return new ConfirmDialog(
                texts.text(
                        "release.road.dialog",
                        texts.name("release.road.do.", step),
                        road.number().value()),
                question,
                texts.text("release.road.who-sees"),
                texts.text("release.road.save"),
                action);
    }

    private DatePicker day(String label, @Nullable LocalDate value) {
        DatePicker day = new DayField(texts.text(label));
        if (value != null) {
            day.setValue(value);
            day.setMax(value);
        }
        return day;
    }
}
