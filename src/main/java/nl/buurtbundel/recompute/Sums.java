package nl.buurtbundel.recompute;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the decision rested on: prices times quantities, what was asked, its years, what bore it, and its budget lines. */
record Sums(Node content, Report report) {
    private static final int BASIS_POINTS = 10_000;
    /** Amounts that leave the team are in thousands of euros: half of one, in cents. */
    private static final long HALF_A_THOUSAND = 50_000;
    /** What is more is told as this. */
    private static final long MOST_PERCENT = 10_000;

    /** Numbers of households are rounded to 5. */
    private static final int STEP = 5;

    void check() {
        content.find("suggestion").ifPresent(this::suggestion);
        asked();
        granted();
        lines();
    }

    // ---- the suggestion

    private void suggestion(Node suggestion) {
        report.part("Suggestion " + suggestion.number("suggestion") + ": " + suggestion.text("alternative")
                + ", version " + suggestion.number("catalogueVersion") + " of the catalogue");
        Optional<Node> shown = suggestion.find("shown");
        suggestion.list("yearly").forEach(line -> line(line, shown));
        long startUp = 0;
        for (Node line : suggestion.list("startUp")) {
            startUp = Math.addExact(startUp, line(line, shown));
        }
        for (Node moved : suggestion.list("moved")) {
            line(moved.get("line"), shown);
        }
        long share = divided(startUp, suggestion.number("startUpYears"));
        report.same("start-up of a group, a part of it a year", share, suggestion.cents("startUpShare"));
        range("part that joins", suggestion.get("uptake"));
        range("part that is replaced", suggestion.get("replacedShare"));
        if (shown.isEmpty()) {
            report.passedOver("what it comes to", "what is spent today was not published: too few households");
            return;
        }
        yearly(suggestion, shown.get(), share);
    }

    /** The amount of one group or household. */
    private long line(Node line, Optional<Node> shown) {
        Node cost = line.get("line");
        String what = cost.text("id");
        BigDecimal product = BigDecimal.valueOf(cost.cents("price"));
        for (Node factor : cost.list("factors")) {
            product = product.multiply(factor.decimal("number"));
        }
        long amount = whole(product);
        report.same(what + ", price × quantity", amount, line.cents("amount"));
        if (shown.isPresent()) {
            String times = cost.text("basis").equals("GROUP") ? "groups" : "households";
            long expected = shown.get().number(times);
            report.count(what + ", number of " + times, expected, line.number("times"));
            report.same(what + ", together", Math.multiplyExact(amount, expected), line.cents("total"));
        }
        return amount;
    }

    private void range(String what, Node share) {
        long low = share.number("low");
        long likely = share.number("likely");
        long high = share.number("high");
        report.holds(
                what + ": " + percent(low) + ", " + percent(likely) + ", " + percent(high),
                0 <= low && low <= likely && likely <= high && high <= BASIS_POINTS,
                "low, likely and high are not in order");
    }

    private void yearly(Node suggestion, Node shown, long share) {
        long groups = shown.number("groups");
        long households = shown.number("households");
        long fixed = share;
        long each = 0;
        for (Node line : suggestion.list("yearly")) {
            if (line.get("line").text("basis").equals("GROUP")) {
                fixed = Math.addExact(fixed, line.cents("amount"));
            } else {
                each = Math.addExact(each, line.cents("amount"));
            }
        }
        fixed = Math.multiplyExact(fixed, groups);
        report.same(
                "a year with about " + households + " households",
                Math.addExact(fixed, Math.multiplyExact(each, households)),
                shown.cents("aYear"));
        // the numbers shown are rounded: what they were before lies in between
        long fewest = households == STEP ? 1 : households - STEP / 2;
        long most = households + STEP / 2;
        long leastReplaced = Math.max(1, shown.cents("replaced") - HALF_A_THOUSAND);
        long mostReplaced = shown.cents("replaced") + HALF_A_THOUSAND;
        report.holds(
                "what is replaced is in whole thousands",
                shown.cents("replaced") % (2 * HALF_A_THOUSAND) == 0,
                shown.text("replaced"));
        long ofReplaced = shown.number("ofReplaced");
        if (ofReplaced == 0) {
            report.passedOver("cost against what is replaced", "it replaces nothing");
        } else {
            long lowest = percentOf(fixed + each * fewest, mostReplaced, RoundingMode.FLOOR);
            long highest = percentOf(fixed + each * most, leastReplaced, RoundingMode.CEILING);
            report.holds(
                    "cost against what is replaced, " + ofReplaced + " %",
                    Math.min(lowest, MOST_PERCENT) <= ofReplaced && ofReplaced <= highest,
                    "it lies between " + lowest + " % and " + highest + " %");
        }
        report.passedOver(
                "cost against what is spent today, " + shown.number("ofToday") + " %",
                "that spending is not in the file");
        breakEven(
                suggestion,
                shown.find("breakEven").map(Node::number),
                fixed,
                // of one household, in millionths of a cent
                micro(leastReplaced, most) - micro(each, 1),
                micro(mostReplaced, fewest) - micro(each, 1));
    }

    private void breakEven(Node suggestion, Optional<Long> stated, long fixed, long leastMargin, long mostMargin) {
        long minimum = suggestion.get("size").number("minimumHouseholds");
        boolean paidEach = suggestion.list("yearly").stream()
                .anyMatch(line -> !line.get("line").text("basis").equals("GROUP"));
        if (stated.isEmpty()) {
            report.holds("no number of households is enough", leastMargin <= 0, "each one brings more than it costs");
            return;
        }
        long lowest = mostMargin <= 0 ? Long.MAX_VALUE : needed(fixed, mostMargin, minimum, paidEach);
        long highest = leastMargin <= 0 ? Long.MAX_VALUE : needed(fixed, leastMargin, minimum, paidEach);
        report.holds(
                "it pays from " + stated.get() + " households on",
                lowest <= stated.get() && stated.get() <= highest,
                "by what is shown it pays from between " + lowest + " and " + highest);
    }

    private static long needed(long fixed, long margin, long minimum, boolean paidEach) {
        long exactly = Math.max(minimum, -Math.floorDiv(-micro(fixed, 1), margin));
        return paidEach ? -Math.floorDiv(-exactly, STEP) * STEP : exactly;
    }

    // ---- what was asked and granted

    private void asked() {
        report.part("What was asked");
        Node asked = content.get("asked");
        long yearly = asked.list("yearlyLines").stream().mapToLong(Node::cents).sum();
        report.same("the cost lines of a year together", yearly, asked.cents("yearly"));
        report.same("asked in all", yearly + asked.cents("startUp"), asked.cents("total"));
        asked.find("usualYear").ifPresent(usual -> {
            long share = divided(asked.cents("startUp"), usual.number("years"));
            report.same("start-up in one of " + usual.number("years") + " years", share, usual.cents("startUpShare"));
            report.same("a usual year", yearly + share, usual.cents("total"));
        });
    }

    private void granted() {
        Node decision = content.get("decision");
        boolean granted = decision.text("state").equals("FINAL");
        report.part(granted ? "What was granted" : "What was refused");
        long total = decision.cents("total");
        long asked = content.get("asked").cents("total");
        report.holds("no more than was asked", total <= asked, Report.euros(total) + " of " + Report.euros(asked));
        report.equal("less than was asked", total < asked, decision.flag("partly"));
        if (!decision.flag("proposesRefusal")) {
            long years = content.list("years").stream()
                    .mapToLong(year -> year.cents("amount"))
                    .sum();
            report.same(
                    "what was granted before and the years of this one",
                    decision.cents("grantedBefore") + years,
                    total);
        }
        Map<Long, Long> borne = new TreeMap<>();
        content.list("cover")
                .forEach(cover -> borne.merge(cover.number("year"), cover.cents("amount"), Math::addExact));
        if (granted) {
            for (Node year : content.list("years")) {
                report.same(
                        "what bears " + year.number("year"),
                        borne.getOrDefault(year.number("year"), 0L),
                        year.cents("amount"));
            }
        }
        if (granted && content.flag("sourcesShown")) {
            report.equal(
                    "the task fields of what bears it",
                    fields(content.list("cover").stream()
                            .filter(cover -> !cover.text("kind").equals("CONTRIBUTION"))
                            .map(cover -> cover.text("taskField"))),
                    fields(content.get("mandate").list("taskFields").stream().map(Node::text)));
        }
        Node plan = content.get("plan");
        if (granted && plan.find("laterDecision").isEmpty()) {
            report.same("granted to the plan in all", total, plan.cents("granted"));
        }
    }

    private static String fields(Stream<String> fields) {
        return String.join(" ", new TreeSet<>(fields.toList()));
    }

    // ---- the budget lines

    private void lines() {
        List<Node> lines = content.list("budgetLines");
        if (lines.isEmpty()) {
            return;
        }
        report.part("Budget lines");
        Node plan = content.get("plan");
        report.same(
                "the lines together are what was granted",
                lines.stream().mapToLong(line -> line.cents("granted")).sum(),
                plan.cents("granted"));
        long limits = lines.stream().mapToLong(line -> line.cents("limit")).sum();
        report.holds(
                "their limits together are no more",
                limits <= plan.cents("granted"),
                Report.euros(limits) + " is more than " + plan.text("granted"));
        Node decision = content.get("decision");
        boolean first = decision.cents("grantedBefore") == 0
                && plan.find("laterDecision").isEmpty()
                && decision.text("state").equals("FINAL")
                && lines.stream().noneMatch(line -> line.text("kind").equals("EARLIER"));
        List<Long> parts = first ? split(plan.cents("granted"), weights(lines)) : List.of();
        for (int i = 0; i < lines.size(); i++) {
            Node line = lines.get(i);
            String what = "line " + (line.number("place") + 1) + ", " + line.text("kind");
            if (first) {
                report.same(what + ", its part of the grant", parts.get(i), line.cents("granted"));
            }
            long used = line.cents("committed") + line.cents("inProcess") + line.cents("paid");
            report.holds(
                    what + ", " + Report.euros(used) + " agreed, on its way and paid",
                    used <= line.cents("limit"),
                    "more than its limit of " + line.text("limit"));
        }
    }

    private List<Long> weights(List<Node> lines) {
        Node asked = content.get("asked");
        List<Node> yearly = asked.list("yearlyLines");
        List<Long> weights = new ArrayList<>();
        for (Node line : lines) {
            long place = line.number("place");
            weights.add(
                    line.text("kind").equals("START_UP")
                            ? asked.cents("startUp")
                            : 0 <= place && place < yearly.size()
                                    ? yearly.get((int) place).cents()
                                    : 0L);
        }
        return weights.stream().allMatch(weight -> weight == 0)
                ? lines.stream().map(line -> 1L).toList()
                : weights;
    }

    /** By largest remainder; equal ones by the larger weight, then by the earlier place. */
    static List<Long> split(long amount, List<Long> weights) {
        BigInteger all = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        List<BigInteger[]> shares = weights.stream()
                .map(weight -> BigInteger.valueOf(amount)
                        .multiply(BigInteger.valueOf(weight))
                        .divideAndRemainder(all))
                .toList();
        List<Long> parts = new ArrayList<>(
                shares.stream().map(share -> share[0].longValueExact()).toList());
        long left = amount - parts.stream().mapToLong(part -> part).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> shares.get(i)[1])
                        .thenComparing(weights::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(left)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return parts;
    }

    // ---- how it is reckoned: half up to whole cents, once

    static long whole(BigDecimal cents) {
        return cents.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    static long divided(long cents, long by) {
        return BigDecimal.valueOf(cents)
                .divide(BigDecimal.valueOf(by), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long micro(long cents, long by) {
        return BigInteger.valueOf(cents)
                .multiply(BigInteger.valueOf(1_000_000))
                .divide(BigInteger.valueOf(by))
                .longValueExact();
    }

    private static long percentOf(long part, long of, RoundingMode rounding) {
        return BigDecimal.valueOf(part)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(of), 0, rounding)
                .longValueExact();
    }

    private static String percent(long basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + " %";
    }
}
