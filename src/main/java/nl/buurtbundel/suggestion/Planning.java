package nl.buurtbundel.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import nl.buurtbundel.catalogue.CatalogueItem;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.GroupSize;
import nl.buurtbundel.catalogue.ShareEstimate;
import nl.buurtbundel.planner.Alternative;
import nl.buurtbundel.planner.Certificate;
import nl.buurtbundel.planner.Estimate;
import nl.buurtbundel.planner.HouseholdClass;
import nl.buurtbundel.planner.OpenedAlternative;
import nl.buurtbundel.planner.Plan;
import nl.buurtbundel.planner.Planner;
import nl.buurtbundel.planner.PlanningProblem;
import nl.buurtbundel.planner.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Asks the planner which alternatives of the catalogue fit a neighbourhood best. An alternative that serves two needs stands
 * in the problem once for each: a household with both needs is then counted in neither sum twice, and no cost is shared that
 * a sum does not show.
 */
final class Planning {
    private static final String OF = "@";

    private final List<Basis> bases;
    private final List<CatalogueItem> catalogue;
    private final @Nullable Plan plan;

    private Planning(List<Basis> bases, List<CatalogueItem> catalogue) {
        this.bases = bases;
        this.catalogue = catalogue;
        this.plan = problem()
                .map(problem -> Planner.solve(problem, Scenario.LIKELY))
                .orElse(null);
    }

    static Planning of(List<Basis> bases, List<CatalogueItem> catalogue) {
        return new Planning(List.copyOf(bases), List.copyOf(catalogue));
    }

    /** The alternative to show for a need: the largest that the plan opens, else the one that comes nearest to paying. */
    Optional<Sum> best(Basis basis) {
        Optional<OpenedAlternative> opened = plan == null
                ? Optional.empty()
                : plan.opened().stream()
                        .filter(one -> one.alternative().endsWith(OF + basis.need()))
                        .max(Comparator.comparingInt(OpenedAlternative::households));
        if (opened.isPresent()) {
            String id = opened.get().alternative();
            return serving(basis)
                    .filter(item -> id(item, basis).equals(id))
                    .findFirst()
                    .map(item -> sum(basis, item));
        }
        return list(basis).stream().findFirst();
    }

    /** All alternatives for a need; those that can start come first, then the one with the best likely result. */
    List<Sum> list(Basis basis) {
        return serving(basis)
                .map(item -> sum(basis, item))
                .sorted(Comparator.comparing((Sum sum) -> sum.likely().canStart())
                        .thenComparing(sum -> sum.likely().result())
                        .reversed())
                .toList();
    }

    Sum sum(Basis basis, CatalogueItem item) {
        return Calculation.of(basis, item, proof(basis, item));
    }

    private @Nullable PlanProof proof(Basis basis, CatalogueItem item) {
        if (plan == null) {
            return null;
        }
        Certificate certificate = plan.certificate();
        return new PlanProof(
                plan.opened(id(item, basis)).isPresent(),
                certificate.objective(),
                certificate.bound(),
                certificate.provedOptimal());
    }

    private Stream<CatalogueItem> serving(Basis basis) {
        return catalogue.stream().filter(item -> item.alternative().serves(basis.need()));
    }

    private Optional<PlanningProblem> problem() {
        List<HouseholdClass> classes = new ArrayList<>();
        List<Alternative> alternatives = new ArrayList<>();
        for (Basis basis : bases) {
            List<CatalogueItem> serving = serving(basis).toList();
            for (CatalogueItem item : serving) {
                alternative(basis, item).ifPresent(alternatives::add);
            }
            if (!serving.isEmpty()) {
                basis.classes().forEach(one -> classes.add(householdClass(basis, one, serving)));
            }
        }
        return alternatives.isEmpty() ? Optional.empty() : Optional.of(new PlanningProblem(classes, alternatives));
    }

    /** As many of the class as would join the most popular alternative; how many each alternative draws is its own limit. */
    private static HouseholdClass householdClass(Basis basis, BasisClass one, List<CatalogueItem> serving) {
        return new HouseholdClass(
                one.id(),
                one.households(),
                one.expected(basis.usage()),
                new Estimate(
                        most(one, serving, ShareEstimate::low),
                        most(one, serving, ShareEstimate::likely),
                        most(one, serving, ShareEstimate::high)));
    }

    private static int most(BasisClass one, List<CatalogueItem> serving, ToIntFunction<ShareEstimate> share) {
        return serving.stream()
                .mapToInt(item -> ShareEstimate.of(
                        one.households(), share.applyAsInt(item.alternative().uptake())))
                .max()
                .orElse(0);
    }

    private static Optional<Alternative> alternative(Basis basis, CatalogueItem item) {
        CollectiveAlternative one = item.alternative();
        GroupSize size = one.size();
        int joining = Math.min(
                size.capacity(),
                ShareEstimate.of(basis.households(), one.uptake().likely()));
        if (joining < size.minimumHouseholds()) {
            return Optional.empty();
        }
        int groups = size.groupsFor(joining);
        ShareEstimate share = one.replacedShare();
        Map<String, Estimate> replaced = new HashMap<>();
        basis.classes()
                .forEach(each -> replaced.put(each.id(), new Estimate(share.low(), share.likely(), share.high())));
        return Optional.of(new Alternative(
                id(item, basis),
                one.groupCost(),
                one.startUp().yearlyShare(),
                one.householdCost(),
                size.minimumHouseholds(),
                Math.max(size.minimumHouseholds(), (joining + groups - 1) / groups),
                groups,
                replaced,
                null));
    }

    private static String id(CatalogueItem item, Basis basis) {
        return item.alternative().id() + OF + basis.need();
    }
}
