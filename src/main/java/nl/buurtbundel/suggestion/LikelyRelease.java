package nl.buurtbundel.suggestion;

import nl.buurtbundel.money.Money;

/**
 * What a suggestion expects to come free in a full year, if it goes as is likely. A forecast, never money.
 *
 * @param aYear what it likely replaces
 * @param monthsLate how long after the start the individual provisions really end
 * @param rounded the amount is of what was published and in thousands: for readers outside the team
 */
public record LikelyRelease(SuggestionId suggestion, Money aYear, int monthsLate, boolean rounded) {

    static LikelyRelease of(SuggestionId id, Sum sum, boolean rounded) {
        Money replaced = sum.likely().replaced();
        return new LikelyRelease(
                id,
                rounded ? Headline.inThousands(replaced) : replaced,
                sum.firstYear().monthsLate(),
                rounded);
    }
}
