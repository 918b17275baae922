package nl.buurtbundel.initiative.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StepButtonTest {
    private final AtomicInteger steps = new AtomicInteger();
    private final StepButton next = new StepButton("Verder", steps::incrementAndGet);

    @Test
    void a_double_click_takes_one_step() {
        press(1);
        press(2);
        assertThat(steps).hasValue(1);
    }

    @Test
    void every_press_of_its_own_takes_a_step_by_mouse_or_by_key() {
        press(1);
        press(0);
        press(1);
        assertThat(steps).hasValue(3);
        assertThat(next.isEnabled()).isTrue();
    }

    /** @param count which click in a row the browser says it is; a press of a key is none */
    private void press(int count) {
        ComponentUtil.fireEvent(next, new ClickEvent<>(next, true, 0, 0, 0, 0, count, 0, false, false, false, false));
    }
}
