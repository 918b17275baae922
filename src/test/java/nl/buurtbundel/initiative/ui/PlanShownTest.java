package nl.buurtbundel.initiative.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class PlanShownTest {
    @Test
    void what_waits_for_the_reader_is_told_and_takes_away_that_there_is_nothing_to_do() {
        List<Component> told = new ArrayList<>();
        List<Anchor> links = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        PlanShown shown = new PlanShown(
                PlanPages.at(Stage.GRANTED, PlanPages.plan(Money.ofEuros(5), LocalDate.of(2026, 5, 4), 0), null, null),
                links::add,
                told::add,
                asked::incrementAndGet);
        Span figures = new Span("cijfers");
        Span sentBack = new Span("teruggestuurd");

        shown.tell(figures);
        assertThat(asked).hasValue(0);
        shown.ask(sentBack);

        assertThat(told).containsExactly(figures, sentBack);
        assertThat(asked).hasValue(1);
    }
}
