package nl.buurtbundel.assessment;

import org.jspecify.annotations.Nullable;

/**
 * A “not allowed” that somebody is about to say.
 *
 * @param words what is not allowed, and why
 * @param reply what came to mind when the kind asked its questions back; null where nothing was answered
 * @param article null as long as nobody named one: then it holds things up until its day and no longer
 */
public record NewObjection(
        ObjectionKind kind,
        String words,
        @Nullable String reply,
        @Nullable ArticleReference article) {

    public NewObjection {
        words = PlainWords.require(words, "assessment.error.objection-without-words");
        reply = reply == null || reply.isBlank() ? null : PlainWords.within(reply);
    }
}
