package nl.buurtbundel.suggestion;

import java.util.List;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.CostLine;
import nl.buurtbundel.catalogue.LegalGate;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * What residents may see of a suggestion. Nothing in it tells how many households get support, or what they cost: it is made of
 * what was published, or else of the catalogue alone.
 *
 * @param alternative its id in the catalogue
 * @param yearlyCost of a likely year, without start-up; what is paid per household is for a number rounded to 5
 * @param startUp once
 * @param householdsNeeded from so many households it pays; at least as many as it needs to start. Rounded up to 5 where costs
 *     are paid per household, because the exact number would tell what a household costs today
 * @param breakEven the same number where it tells from how many households on it pays; null when no number is enough, or what is
 *     spent today is not published
 * @param places that can be used at one moment, in all groups together
 * @param jobs paid jobs for residents
 * @param lines the yearly cost by name, to start a plan from
 */
public record Idea(
        SuggestionId id,
        Text title,
        Text summary,
        String alternative,
        NeighbourhoodCode neighbourhood,
        String need,
        Money yearlyCost,
        Money startUp,
        int householdsNeeded,
        @Nullable Integer breakEven,
        int places,
        int jobs,
        Text jobsDescription,
        Text staysIndividual,
        List<IdeaLine> lines,
        List<LegalGate> legalGates) {
    private static final int STEP = 5;

    public Idea {
        lines = List.copyOf(lines);
        legalGates = List.copyOf(legalGates);
    }

    /** One cost of a year. */
    public record IdeaLine(Text name, Money yearly) {}

    /** @param outside the sum of what was published */
    static Idea of(SuggestionId id, NeighbourhoodCode neighbourhood, Sum outside) {
        Outcome likely = outside.likely();
        return of(
                id,
                neighbourhood,
                outside.basis().need(),
                outside.alternative(),
                likely.groups(),
                likely.households(),
                likely.breakEven());
    }

    /** Where what is spent is not published: as small as it may begin. */
    static Idea withoutSpend(
            SuggestionId id, NeighbourhoodCode neighbourhood, String need, CollectiveAlternative alternative) {
        int smallest = alternative.size().minimumHouseholds();
        return of(id, neighbourhood, need, alternative, alternative.size().groupsFor(smallest), smallest, null);
    }

    private static Idea of(
            SuggestionId id,
            NeighbourhoodCode neighbourhood,
            String need,
            CollectiveAlternative alternative,
            int groups,
            int likely,
            @Nullable Integer breakEven) {
        int minimum = alternative.size().minimumHouseholds();
        int needed = needed(alternative, breakEven == null ? minimum : Math.max(minimum, breakEven));
        int households = roundly(likely);
        List<IdeaLine> lines = alternative.yearlyCosts().stream()
                .map(line -> new IdeaLine(line.name(), line.amount(groups, households)))
                .toList();
        return new Idea(
                id,
                alternative.name(),
                alternative.summary(),
                alternative.id(),
                neighbourhood,
                need,
                Money.sum(lines.stream().map(IdeaLine::yearly).toList()),
                alternative.startUp().total().times(groups),
                needed,
                breakEven == null ? null : (Integer) needed,
                alternative.size().places() * groups,
                alternative.jobs().number(),
                alternative.jobs().description(),
                alternative.staysIndividual(),
                lines,
                alternative.legalGates());
    }

    static int roundly(int households) {
        return Math.max(STEP, (households + STEP / 2) / STEP * STEP);
    }

    /** Rounded up where costs are paid per household: the exact number would tell what a household costs today. */
    static int needed(CollectiveAlternative alternative, int households) {
        boolean paidPerHousehold =
                alternative.yearlyCosts().stream().anyMatch(line -> line.basis() == CostLine.Basis.HOUSEHOLD);
        return paidPerHousehold ? roundedUp(households) : households;
    }

    static int roundedUp(int households) {
        return Math.toIntExact((households + STEP - 1L) / STEP * STEP);
    }
}
