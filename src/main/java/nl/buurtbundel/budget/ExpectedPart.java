package nl.buurtbundel.budget;

import java.util.List;
import nl.buurtbundel.money.Money;

/**
 * Release that is expected, or came true, and may be shown by itself.
 *
 * @param release what it comes to in a year, and from which month
 * @param provisions the references of what stands behind it: for naming what they have in common, never to be shown
 */
public record ExpectedPart(MonthlyCover.Release release, List<String> provisions) {
    public ExpectedPart {
        provisions = List.copyOf(provisions);
    }

    /** @param releases of one part: they begin in the same month, and are certain together or not at all */
    static ExpectedPart of(List<MonthlyCover.Release> releases, List<String> provisions) {
        MonthlyCover.Release first = releases.get(0);
        return new ExpectedPart(
                new MonthlyCover.Release(
                        first.from(),
                        Money.sum(releases.stream()
                                .map(MonthlyCover.Release::aYear)
                                .toList()),
                        first.realised()),
                provisions);
    }
}
