package nl.buurtbundel.release.ui;

import java.util.Locale;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.release.ReleaseStep;
import nl.buurtbundel.release.RoadStep;

/** The words for the steps of a release, the same on every screen of this room. */
record ReleaseTexts(Locale locale) {

    String text(String key, Object... parameters) {
        return Messages.text(locale, key, parameters);
    }

    String name(String start, Enum<?> value) {
        return text(start + Messages.word(value));
    }

    Formats formats() {
        return Formats.of(locale);
    }

    String step(ReleaseStep step) {
        return name("release.road.step.", step);
    }

    /** When it was done, when it is due, or how it stands where neither is known. */
    String when(RoadStep step) {
        var doneOn = step.doneOn();
        var dueOn = step.dueOn();
        if (doneOn != null) {
            return formats().date(doneOn);
        }
        boolean open = step.standing().isOpen();
        return !open || dueOn == null
                ? name("release.road.standing.", step.standing())
                : text("release.road.due-on", formats().date(dueOn));
    }
}
