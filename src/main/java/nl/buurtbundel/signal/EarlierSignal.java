package nl.buurtbundel.signal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A signal that was noted before it could be tapped here. Of nobody: who said it was not kept.
 *
 * @param step the stage of a plan in which it chafed, or null
 * @param article as {@code ArticleReference} writes it, or null
 */
public record EarlierSignal(
        LocalDate raisedOn,
        SignalKind kind,
        Voice voice,
        @Nullable String step,
        @Nullable String article,
        ShortWords words) {}
