package nl.buurtbundel.opportunity;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.provision.Law;
import org.jspecify.annotations.Nullable;

/**
 * The same need, met household by household in one neighbourhood. Numbers about too few households are null: not shown, and
 * not zero.
 *
 * @param day the day on which the support runs, or the first of the month that was published; amounts are for a year
 * @param law under which it is given; other laws count in only with consent. Null outside the team: it is not published
 * @param allocated as allocated, where no declaration is known; null too when this or what was declared is about too few
 * @param declared what was declared; null together with what was allocated
 * @param expected what was declared, and what was allocated times the part that is used
 * @param unknownHouseholds households with support of which the cost is not known
 * @param lumpSumHouseholds households with support without a price of its own: it frees nothing until the contract changes
 * @param otherLawHouseholds households with support under another law, which may not be used here
 * @param rounded whether the numbers are rounded, for readers outside the team
 * @param classes what the planner may know; empty when the amounts are not shown
 */
public record Opportunity(
        String need,
        NeighbourhoodCode neighbourhood,
        LocalDate day,
        @Nullable Law law,
        int households,
        @Nullable Money allocated,
        @Nullable Money declared,
        @Nullable Money expected,
        @Nullable Integer unknownHouseholds,
        @Nullable Integer lumpSumHouseholds,
        @Nullable Integer otherLawHouseholds,
        boolean rounded,
        List<IntensityClass> classes) {

    public Opportunity {
        classes = List.copyOf(classes);
    }

    /** @return null when there are too few households to say that there is an opportunity at all */
    static @Nullable Opportunity of(
            NeedPicture picture, NeighbourhoodCode neighbourhood, LocalDate day, SuppressionRule rule, Usage usage) {
        Cell cell = picture.cell();
        if (rule.hidesCount(cell)) {
            return null;
        }
        boolean hidden = rule.hidesAmount(cell);
        List<IntensityClass> classes = picture.classes(rule, usage);
        // beside the classes, the two parts of the whole would tell those of the class that is not split
        boolean split = !hidden && classes.stream().allMatch(IntensityClass::isSplit);
        return new Opportunity(
                picture.need(),
                neighbourhood,
                day,
                picture.law(),
                cell.households(),
                split ? picture.allocated() : null,
                split ? picture.declared() : null,
                hidden ? null : expected(classes, usage),
                shown(picture.unknown(), rule),
                shown(picture.lumpSum(), rule),
                shown(picture.otherLaw(), rule),
                false,
                classes);
    }

    /** As the classes add up, so that the sum made of them is the same to the cent. */
    private static Money expected(List<IntensityClass> classes, Usage usage) {
        return Money.sum(classes.stream().map(one -> one.expected(usage)).toList());
    }

    /** For readers outside the team: what the published table of the month has, and nothing that moves from day to day. */
    static Opportunity published(
            String need, NeighbourhoodCode neighbourhood, LocalDate firstOfMonth, int households, PublishedCell cell) {
        return new Opportunity(
                need,
                neighbourhood,
                firstOfMonth,
                null,
                households,
                null,
                null,
                cell.amount(),
                null,
                null,
                null,
                true,
                List.of());
    }

    private static @Nullable Integer shown(int households, SuppressionRule rule) {
        return rule.tooFew(households) ? null : households;
    }
}
