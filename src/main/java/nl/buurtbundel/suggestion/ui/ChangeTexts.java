package nl.buurtbundel.suggestion.ui;

import java.util.function.Function;
import nl.buurtbundel.catalogue.ShareEstimate;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.suggestion.Headline;
import nl.buurtbundel.suggestion.SuggestionChange;
import org.jspecify.annotations.Nullable;

/** What an edit of the catalogue does to one suggestion, in words. */
record ChangeTexts(SumTexts texts) {

    String cost(SuggestionChange change) {
        return turned(change, one -> texts.formats().euros(one.cost()));
    }

    String ofToday(SuggestionChange change) {
        return turned(change, one -> texts.percentage(one.ofToday()));
    }

    /** Above a hundred it is no part any more: then it is said that it costs more than it replaces. */
    String ofReplaced(SuggestionChange change) {
        String shares = turned(change, one -> texts.ofReplaced(one.ofReplaced()));
        boolean before = costsMore(change.before());
        boolean after = costsMore(change.after());
        if (before && after) {
            return text("suggestion.edit.costs-more-still", shares);
        }
        if (after) {
            return text("suggestion.edit.costs-more-now", shares);
        }
        return before && change.after() != null ? text("suggestion.edit.costs-more-no-longer", shares) : shares;
    }

    String breakEven(SuggestionChange change) {
        Headline before = change.before();
        Headline after = change.after();
        if (before == null || after == null || before.breakEvenPossible() && after.breakEvenPossible()) {
            return turned(change, this::breakEven);
        }
        if (before.breakEvenPossible()) {
            return text("suggestion.edit.never-from-now", breakEven(before));
        }
        return after.breakEvenPossible()
                ? text("suggestion.edit.never-until-now", breakEven(after))
                : text("suggestion.edit.never-still");
    }

    String proposed(SuggestionChange change) {
        return turned(proposed(change.proposedBefore()), proposed(change.proposedAfter()));
    }

    private String breakEven(Headline one) {
        return one.breakEvenPossible() ? texts.breakEven(one.breakEven(), true) : text("suggestion.edit.never");
    }

    private static boolean costsMore(@Nullable Headline headline) {
        Integer ofReplaced = headline == null ? null : headline.ofReplaced();
        return ofReplaced != null && ofReplaced > ShareEstimate.WHOLE;
    }

    private String turned(SuggestionChange change, Function<Headline, String> words) {
        return turned(words(change.before(), words), words(change.after(), words));
    }

    private String words(@Nullable Headline headline, Function<Headline, String> words) {
        return headline == null ? text("suggestion.edit.not-for-this") : words.apply(headline);
    }

    private String proposed(@Nullable Text name) {
        return name == null ? text("suggestion.edit.nothing") : name.in(texts.locale());
    }

    private String turned(String before, String after) {
        return before.equals(after) ? before : text("suggestion.edit.turned", before, after);
    }

    private String text(String key, Object... parameters) {
        return Messages.text(texts.locale(), key, parameters);
    }
}
