package nl.buurtbundel.opportunity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.provision.Law;
import org.jspecify.annotations.Nullable;

/**
 * One need in one neighbourhood, counted by household. The leading law is that of most households; support under another
 * law counts only where the person allows that (Wmo 5.1.1 lid 4), and is else counted apart and not looked into.
 */
final class NeedPicture {
    private final String need;
    private final Law law;
    private final List<HouseholdNeed> costed = new ArrayList<>();
    private int lumpSum;
    private int unknown;
    private int otherLaw;

    private NeedPicture(String need, Law law) {
        this.need = need;
        this.law = law;
    }

    /** The needs that occur, in the order of their codes. */
    static List<NeedPicture> of(Collection<Served> provisions) {
        return provisions.stream()
                .collect(Collectors.groupingBy(Served::need, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> picture(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static NeedPicture picture(String need, List<Served> provisions) {
        NeedPicture picture = new NeedPicture(need, leadingLaw(provisions));
        Map<Long, List<Served>> byHousehold = provisions.stream()
                .collect(Collectors.groupingBy(Served::household, TreeMap::new, Collectors.toList()));
        byHousehold.forEach(picture::count);
        return picture;
    }

    private static Law leadingLaw(List<Served> provisions) {
        Map<Law, Long> households = new HashMap<>();
        for (Law law : Law.values()) {
            households.put(
                    law,
                    provisions.stream()
                            .filter(one -> one.law() == law)
                            .map(Served::household)
                            .distinct()
                            .count());
        }
        return Arrays.stream(Law.values())
                .max(Comparator.comparing((Law law) -> households.getOrDefault(law, 0L))
                        .thenComparing(Comparator.<Law>naturalOrder().reversed()))
                .orElseThrow();
    }

    private void count(long id, List<Served> ofHousehold) {
        List<Served> usable =
                ofHousehold.stream().filter(one -> one.mayBeUsedUnder(law)).toList();
        if (usable.isEmpty()) {
            otherLaw++;
            return;
        }
        HouseholdNeed household = HouseholdNeed.of(id, usable);
        if (household.costed()) {
            costed.add(household);
        }
        lumpSum += household.lumpSum() ? 1 : 0;
        unknown += household.unknown() ? 1 : 0;
    }

    String need() {
        return need;
    }

    Law law() {
        return law;
    }

    int lumpSum() {
        return lumpSum;
    }

    int unknown() {
        return unknown;
    }

    int otherLaw() {
        return otherLaw;
    }

    /** Households with a known cost of their own, and what is spent on them. */
    Cell cell() {
        return cell(costed);
    }

    /** The same household by household and in expected spend, as it is published. */
    Behind behind(Usage usage) {
        return new Behind(costed.stream()
                .collect(Collectors.toMap(
                        HouseholdNeed::household, one -> one.declared().plus(usage.of(one.allocated())))));
    }

    Money declared() {
        return Money.sum(costed.stream().map(HouseholdNeed::declared).toList());
    }

    Money allocated() {
        return Money.sum(costed.stream().map(HouseholdNeed::allocated).toList());
    }

    /**
     * The households in bands of weekly minutes, each large enough to be shown: a band that is too small joins the next, and
     * what is left over joins the last.
     */
    List<IntensityClass> classes(SuppressionRule rule, Usage usage) {
        if (rule.hidesAmount(cell())) {
            return List.of();
        }
        Map<Band, List<HouseholdNeed>> byBand = costed.stream()
                .collect(Collectors.groupingBy(
                        household -> Band.of(household.weeklyMinutes()), TreeMap::new, Collectors.toList()));
        List<Group> groups = new ArrayList<>();
        @Nullable Group open = null;
        for (Map.Entry<Band, List<HouseholdNeed>> entry : byBand.entrySet()) {
            Group next = new Group(entry.getKey(), entry.getValue());
            open = open == null ? next : open.with(next);
            if (!rule.hidesAmount(cell(open.households()))) {
                groups.add(open);
                open = null;
            }
        }
        if (open != null) {
            groups.set(groups.size() - 1, groups.get(groups.size() - 1).with(open));
            // together with what was left over, the last may have become one household’s for the larger part
            while (rule.hidesAmount(cell(groups.get(groups.size() - 1).households()))) {
                Group last = groups.remove(groups.size() - 1);
                groups.set(groups.size() - 1, groups.get(groups.size() - 1).with(last));
            }
        }
        return groups.stream().map(group -> intensityClass(group, rule, usage)).toList();
    }

    /** What was declared and what was allocated stand apart only when each of them could be shown by itself. */
    private IntensityClass intensityClass(Group group, SuppressionRule rule, Usage usage) {
        List<HouseholdNeed> households = group.households();
        Cell declared = part(households, HouseholdNeed::declared);
        Cell allocated = part(households, HouseholdNeed::allocated);
        boolean split =
                Stream.of(declared, allocated).noneMatch(part -> part.households() > 0 && rule.hidesAmount(part));
        return new IntensityClass(
                need,
                law,
                group.band(),
                households.size(),
                split ? declared.amount() : Money.ZERO,
                split ? allocated.households() : 0,
                split ? allocated.amount() : Money.ZERO,
                split ? Money.ZERO : declared.amount().plus(usage.of(allocated.amount())));
    }

    private static Cell part(List<HouseholdNeed> households, Function<HouseholdNeed, Money> amount) {
        return Cell.of(households.stream().map(amount).filter(Money::isPositive).toList());
    }

    private static Cell cell(List<HouseholdNeed> households) {
        return Cell.of(households.stream().map(HouseholdNeed::spend).toList());
    }

    private record Group(Band band, List<HouseholdNeed> households) {

        Group with(Group next) {
            List<HouseholdNeed> together = new ArrayList<>(households);
            together.addAll(next.households);
            return new Group(band.with(next.band), together);
        }
    }
}
