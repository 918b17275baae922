package nl.buurtbundel.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Split;

/**
 * What became of the money and the time of a municipality in a year.
 *
 * @param reached what was paid for plans and small budgets
 * @param onItsWay what was granted for plans or put in the pot of a team, and is not paid yet
 * @param work deciding and checking, and all other work in the product; none while too few people worked
 * @param steps the same in more detail; none where that would tell what one person did
 * @param freed what individual help came free, and what of it is only expected
 */
public record CostOfDeciding(
        FiscalYear year,
        Money reached,
        Money onItsWay,
        List<WorkPart<Work>> work,
        List<WorkPart<WorkStep>> steps,
        Freed freed,
        WorkRule rule) {
    private static final Money EURO = Money.ofEuros(1);

    public CostOfDeciding {
        work = List.copyOf(work);
        steps = List.copyOf(steps);
    }

    /** What time goes to. */
    public enum Work {
        DECIDING,
        OTHER
    }

    /**
     * Hours of professionals in individual help.
     *
     * @param certain help that has stopped, a year
     * @param expected help of plans that were granted, as is most likely, a year; none of what is certain is in it
     */
    public record Freed(Money certain, Money expected, long certainHours, long expectedHours) {
        static Freed of(Money certain, Money expected, WorkRule rule) {
            return new Freed(certain, expected, rule.hoursOfHelp(certain), rule.hoursOfHelp(expected));
        }
    }

    static CostOfDeciding of(
            FiscalYear year, Money reached, Money onItsWay, Collection<Worked> worked, Freed freed, WorkRule rule) {
        List<WorkPart<Work>> work =
                WorkPart.of(worked, one -> one.step().isDeciding() ? Work.DECIDING : Work.OTHER, rule);
        boolean apart = work.stream().allMatch(part -> part.findWhat().isPresent());
        return new CostOfDeciding(
                year,
                reached,
                onItsWay,
                work,
                apart ? WorkPart.of(worked, Worked::step, rule) : List.of(),
                freed,
                rule);
    }

    public long seconds() {
        return work.stream().mapToLong(WorkPart::seconds).sum();
    }

    /**
     * One euro, divided over what reached residents and each part of the work, in that order; none where nothing was spent. The
     * cents add up to a euro.
     */
    public List<Money> ofEveryEuro() {
        List<Long> weights =
                new ArrayList<>(Stream.concat(Stream.of(reached), work.stream().map(WorkPart::cost))
                        .map(Money::cents)
                        .toList());
        return weights.stream().allMatch(cents -> cents <= 0) ? List.of() : Split.byLargestRemainder(EURO, weights);
    }
}
