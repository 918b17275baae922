package nl.buurtbundel.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A later room that hears what was said of plans, and that fails when a test asks for it. */
@ApplicationScoped
public class HearsWhatIsSaid {
    private static final List<Record> HEARD = new CopyOnWriteArrayList<>();
    private static final AtomicBoolean FAILS = new AtomicBoolean();

    public static List<Record> heard() {
        return List.copyOf(HEARD);
    }

    public static void fails(boolean now) {
        FAILS.set(now);
    }

    void whenRaised(@Observes ObjectionRaised raised) {
        hear(raised);
    }

    void whenTooBusy(@Observes CapacityShort said) {
        hear(said);
    }

    private static void hear(Record event) {
        if (FAILS.get()) {
            throw new IllegalStateException("fails for the test");
        }
        HEARD.add(event);
    }
}
