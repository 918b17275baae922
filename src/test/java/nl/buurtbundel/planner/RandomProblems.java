package nl.buurtbundel.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.buurtbundel.money.Money;

/** Seeded planning problems with every feature on now and then. */
final class RandomProblems {

    private final Random random;

    RandomProblems(long seed) {
        random = new Random(seed);
    }

    /** Small enough to enumerate every pooling. */
    PlanningProblem small() {
        int places = random.nextInt(4) == 0 ? 500 + random.nextInt(2000) : 1000;
        int classCount = 1 + random.nextInt(3);
        int alternativeCount = 1 + random.nextInt(3);
        List<HouseholdClass> classes = new ArrayList<>();
        for (int c = 0; c < classCount; c++) {
            int low = random.nextInt(3);
            int likely = low + random.nextInt(3);
            int high = likely + random.nextInt(2);
            int eligible = Math.max(1, high + random.nextInt(4));
            classes.add(new HouseholdClass(
                    "c" + c,
                    eligible,
                    amount(2000).times(eligible).plus(Money.ofCents(random.nextInt(7))),
                    new Estimate(low, likely, high),
                    places));
        }
        List<Alternative> alternatives = new ArrayList<>();
        for (int a = 0; a < alternativeCount; a++) {
            Map<String, Estimate> shares = new TreeMap<>();
            for (HouseholdClass each : classes) {
                if (shares.isEmpty() || random.nextInt(5) > 0) {
                    int low = random.nextInt(6) * 1000;
                    int likely = low + random.nextInt(3) * 1000;
                    shares.put(each.id(), new Estimate(low, likely, likely + 500));
                }
            }
            int maximum = 1 + random.nextInt(5);
            alternatives.add(new Alternative(
                    "a" + a,
                    random.nextInt(6) == 0 ? Money.ZERO : amount(1500),
                    random.nextBoolean() ? Money.ZERO : amount(300),
                    random.nextInt(3) == 0 ? Money.ZERO : amount(400),
                    random.nextInt(maximum + 1),
                    maximum,
                    1 + random.nextInt(2),
                    shares,
                    random.nextInt(4) == 0 ? amount(4000) : null));
        }
        return new PlanningProblem(classes, alternatives, random.nextInt(3) == 0 ? amount(5000) : null);
    }

    /** Round amounts half of the time, so that equal plans are common. */
    private Money amount(int mostEuros) {
        return random.nextBoolean()
                ? Money.ofEuros(100L * random.nextInt(mostEuros / 100 + 1))
                : Money.ofCents(random.nextInt(mostEuros * 100));
    }

    /** A whole neighbourhood. */
    PlanningProblem neighbourhood(int alternativeCount, int classCount, int mostGroups, Money ceiling) {
        List<HouseholdClass> classes = new ArrayList<>();
        int households = 0;
        for (int c = 0; c < classCount; c++) {
            int eligible = 2 + random.nextInt(10);
            int likely = random.nextInt(eligible) + 1;
            households += likely;
            classes.add(HouseholdClass.ofMean(
                    "class-%02d".formatted(c),
                    eligible,
                    Money.ofCents(200_000 + random.nextInt(1_500_000)),
                    new Estimate(likely / 2, likely, eligible)));
        }
        List<Alternative> alternatives = new ArrayList<>();
        for (int a = 0; a < alternativeCount; a++) {
            Map<String, Estimate> shares = new TreeMap<>();
            int base = 1500 + random.nextInt(4500);
            for (HouseholdClass each : classes) {
                if (random.nextInt(10) < 6) {
                    int likely = base + random.nextInt(2500);
                    shares.put(each.id(), new Estimate(likely / 2, likely, likely + 1000));
                }
            }
            if (shares.isEmpty()) {
                shares.put("class-00", Estimate.certain(base));
            }
            int maximum = 10 + random.nextInt(40);
            alternatives.add(new Alternative(
                    "alternative-%02d".formatted(a),
                    Money.ofCents(maximum * (100_000L + random.nextInt(180_000))),
                    Money.ofCents(random.nextInt(600_000)),
                    Money.ofCents(random.nextInt(60_000)),
                    maximum / 2,
                    maximum,
                    1 + random.nextInt(mostGroups),
                    shares,
                    null));
        }
        if (households == 0) {
            throw new IllegalStateException();
        }
        return new PlanningProblem(classes, alternatives, ceiling);
    }
}
