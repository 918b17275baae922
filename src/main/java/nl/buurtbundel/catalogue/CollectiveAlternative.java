package nl.buurtbundel.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;

/**
 * Something people can do together instead of each alone, as one version of the catalogue describes it.
 *
 * @param needs the needs it may serve
 * @param replacedShare the part of a household's present support that it replaces
 * @param uptake the part of the eligible households that would join
 * @param staysIndividual what it cannot take over
 * @param ways in which it helps, each once and in one order; none where nobody said
 */
public record CollectiveAlternative(
        String id,
        Text name,
        Text summary,
        List<String> needs,
        List<CostLine> yearlyCosts,
        StartUp startUp,
        GroupSize size,
        ShareEstimate replacedShare,
        ShareEstimate uptake,
        Delay delay,
        Text staysIndividual,
        List<MovedCost> movedCosts,
        Jobs jobs,
        List<LegalGate> legalGates,
        List<Way> ways) {
    private static final int LONGEST_ID = 60;

    public CollectiveAlternative {
        needs = List.copyOf(needs);
        yearlyCosts = List.copyOf(yearlyCosts);
        movedCosts = List.copyOf(movedCosts);
        legalGates = List.copyOf(legalGates);
        ways = ways.stream().distinct().sorted().toList();
        if (id.isBlank() || needs.isEmpty()) {
            throw new Refusal("catalogue.error.text-missing");
        }
        if (yearlyCosts.isEmpty()) {
            throw new Refusal("catalogue.error.no-cost");
        }
        List<String> ids = Stream.concat(yearlyCosts.stream(), startUp.lines().stream())
                .map(CostLine::id)
                .toList();
        if (Set.copyOf(ids).size() != ids.size()) {
            throw new Refusal("catalogue.error.line-twice");
        }
        if (legalGates.stream().map(LegalGate::id).distinct().count() != legalGates.size()) {
            throw new Refusal("catalogue.error.gate-twice");
        }
    }

    public boolean serves(String need) {
        return needs.contains(need);
    }

    /** Everybody gets the same kind of help. Not where nobody said which kinds there are. */
    public boolean helpsInOneWayOnly() {
        return ways.size() == 1;
    }

    /** What one group costs in a year, however many come, without its start-up. */
    public Money groupCost() {
        return total(CostLine.Basis.GROUP);
    }

    /** What one household more costs in a year. */
    public Money householdCost() {
        return total(CostLine.Basis.HOUSEHOLD);
    }

    /** What it costs in a year without start-up. */
    public Money runningCost(int groups, int households) {
        return groupCost().times(groups).plus(householdCost().times(households));
    }

    /** What it costs in a year with the year's share of the start-up. */
    public Money yearlyCost(int groups, int households) {
        return runningCost(groups, households).plus(startUp.yearlyShare().times(groups));
    }

    public CostLine line(String lineId) {
        return allLines().filter(line -> line.id().equals(lineId)).findFirst().orElseThrow(NotFound::new);
    }

    public CollectiveAlternative withPrice(String lineId, Money price, Assumption assumption) {
        line(lineId);
        UnaryOperator<CostLine> change = line -> line.id().equals(lineId) ? line.withPrice(price, assumption) : line;
        return with(
                yearlyCosts.stream().map(change).toList(),
                new StartUp(startUp.lines().stream().map(change).toList(), startUp.years()),
                replacedShare,
                uptake,
                delay);
    }

    public CollectiveAlternative withStartUpYears(int years) {
        return with(yearlyCosts, new StartUp(startUp.lines(), years), replacedShare, uptake, delay);
    }

    public CollectiveAlternative withReplacedShare(ShareEstimate share) {
        return with(yearlyCosts, startUp, share, uptake, delay);
    }

    public CollectiveAlternative withUptake(ShareEstimate share) {
        return with(yearlyCosts, startUp, replacedShare, share, delay);
    }

    public CollectiveAlternative withDelay(Delay newDelay) {
        return with(yearlyCosts, startUp, replacedShare, uptake, newDelay);
    }

    public CollectiveAlternative withQuantity(String lineId, List<Factor> factors) {
        line(lineId);
        UnaryOperator<CostLine> change = line -> line.id().equals(lineId) ? line.withFactors(factors) : line;
        return with(
                yearlyCosts.stream().map(change).toList(),
                new StartUp(startUp.lines().stream().map(change).toList(), startUp.years()),
                replacedShare,
                uptake,
                delay);
    }

    public CollectiveAlternative withSize(GroupSize newSize) {
        return copy(id, name, summary, needs, newSize, staysIndividual, jobs, legalGates, ways);
    }

    public CollectiveAlternative withLegalGates(List<LegalGate> gates) {
        return copy(id, name, summary, needs, size, staysIndividual, jobs, gates, ways);
    }

    public CollectiveAlternative withWays(Collection<Way> newWays) {
        return copy(id, name, summary, needs, size, staysIndividual, jobs, legalGates, List.copyOf(newWays));
    }

    /** The same sum in other words, or for other needs. */
    public CollectiveAlternative described(
            Text newName, Text newSummary, List<String> newNeeds, Text newStaysIndividual, Jobs newJobs) {
        return copy(id, newName, newSummary, newNeeds, size, newStaysIndividual, newJobs, legalGates, ways);
    }

    /** A new alternative that begins with everything of this one. Its id comes from its English name, once. */
    public CollectiveAlternative copiedAs(Text newName) {
        String newId = newName.en()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (newId.length() < 3 || newId.length() > LONGEST_ID) {
            throw new Refusal("catalogue.error.name-for-id", LONGEST_ID);
        }
        return copy(newId, newName, summary, needs, size, staysIndividual, jobs, legalGates, ways);
    }

    private CollectiveAlternative copy(
            String newId,
            Text newName,
            Text newSummary,
            List<String> newNeeds,
            GroupSize newSize,
            Text newStaysIndividual,
            Jobs newJobs,
            List<LegalGate> gates,
            List<Way> newWays) {
        return new CollectiveAlternative(
                newId,
                newName,
                newSummary,
                newNeeds,
                yearlyCosts,
                startUp,
                newSize,
                replacedShare,
                uptake,
                delay,
                newStaysIndividual,
                movedCosts,
                newJobs,
                gates,
                newWays);
    }

    private CollectiveAlternative with(
            List<CostLine> lines, StartUp newStartUp, ShareEstimate replaced, ShareEstimate joining, Delay newDelay) {
        return new CollectiveAlternative(
                id,
                name,
                summary,
                needs,
                lines,
                newStartUp,
                size,
                replaced,
                joining,
                newDelay,
                staysIndividual,
                movedCosts,
                jobs,
                legalGates,
                ways);
    }

    /** The ids of everything whose price can be changed. */
    public Set<String> lineIds() {
        return allLines().map(CostLine::id).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<CostLine> allLines() {
        return Stream.concat(yearlyCosts.stream(), startUp.lines().stream());
    }

    private Money total(CostLine.Basis basis) {
        return Money.sum(yearlyCosts.stream()
                .filter(line -> line.basis() == basis)
                .map(CostLine::amount)
                .toList());
    }
}
