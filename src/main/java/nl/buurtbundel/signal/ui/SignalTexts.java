package nl.buurtbundel.signal.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.assessment.LawArticles;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.signal.HeardSignal;
import nl.buurtbundel.signal.PatternProposal;
import org.jspecify.annotations.Nullable;

/** The words for what chafes, the same on every screen of this room. */
record SignalTexts(Locale locale) {

    String text(String key, Object... parameters) {
        return Messages.text(locale, key, parameters);
    }

    /** The name of one of a fixed list: a list is the beginning of its keys, with the dot. */
    String name(String list, Enum<?> one) {
        return text(list + Messages.word(one));
    }

    Formats formats() {
        return Formats.of(locale);
    }

    /** What chafed, in one line: in the words of who said it, where there are any. */
    String line(HeardSignal signal) {
        return Stream.of(words(signal), where(signal), article(signal))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** What is chosen by one box. */
    String choice(List<HeardSignal> signals) {
        String line = line(signals.get(0));
        return signals.size() == 1
                ? line
                : text("signal.confirm.together", line, formats().count(signals.size()));
    }

    private String words(HeardSignal signal) {
        String kind = name("signal.kind.", signal.kind());
        return signal.words().isEmpty() ? kind : text("signal.said", kind, signal.words());
    }

    /** In which step, as residents read it. */
    String where(HeardSignal signal) {
        String step = signal.step();
        if (step == null) {
            return "";
        }
        if (step.equals(HeardSignal.OWN_FILE)) {
            return text("signal.step.own-file");
        }
        return signal.repaired()
                .map(reason -> text(reason.key()))
                .orElseGet(() ->
                        text("initiative.stage." + step.toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    String article(HeardSignal signal) {
        @Nullable String article = signal.article();
        return ArticleReference.find(article)
                .map(reference -> LawArticles.name(reference, locale))
                .orElse("");
    }

    /** What a group is called before anybody gave it a name: what most of it says. */
    String proposedTitle(PatternProposal proposal) {
        HeardSignal first = proposal.signals().get(0);
        return proposal.signals().stream()
                .map(HeardSignal::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElseGet(() -> line(first));
    }

    /** A few of them, each other wording once. */
    List<String> examples(PatternProposal proposal, int most) {
        return proposal.signals().stream()
                .map(this::line)
                .distinct()
                .limit(most)
                .toList();
    }
}
