package nl.buurtbundel.assessment;

import java.time.LocalDate;
import java.util.Locale;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is not followed for one plan, by the breakthrough officer.
 *
 * @param ground the article that allows it, such as Awb 4:84 or a hardship clause
 * @param until the last day on which it holds; null for as long as the plan lasts
 */
public record Deviation(ArticleReference ground, @Nullable LocalDate until) {
    boolean holdsOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }

    /** Who does not follow the rule, by which article and until when. */
    public String inWords(Locale locale) {
        String article = LawArticles.name(ground, locale);
        return until == null
                ? Messages.text(locale, "assessment.deviation", article)
                : Messages.text(
                        locale,
                        "assessment.deviation.until",
                        article,
                        Formats.of(locale).date(until));
    }
}
