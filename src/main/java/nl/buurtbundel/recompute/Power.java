package nl.buurtbundel.recompute;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who decided, by what power, and whether the audit log says so too. */
record Power(Node content, Report report) {
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final List<String> OFFICES = List.of("TEAM", "MANAGER", "ALDERMAN", "COLLEGE");
    private static final Set<String> DECIDING = Set.of("DECIDED", "REFUSED");
    private static final String AGREED = "AGREED";
    private static final String ACTION = "decision.";
    private static final Map<String, String> DEEDS =
            Map.of(AGREED, "agree", "DECIDED", "decide", "SIGNED_SECOND", "sign-second", "REFUSED", "refuse");
    /** Between the moment of a signature and that of its row in the log, which are written in one transaction. */
    private static final Duration ONE_TRANSACTION = Duration.ofMinutes(1);

    void check() {
        mandate();
        signatures();
        log();
    }

    private void mandate() {
        report.part("Mandate");
        Node mandate = content.get("mandate");
        Node decision = content.get("decision");
        String decider = mandate.text("decider");
        if (!decision.flag("proposesRefusal")) {
            report.count("years it binds", content.list("years").size(), mandate.number("years"));
        }
        Optional<Node> rule = mandate.find("rule");
        if (rule.isPresent()) {
            rule(rule.get(), mandate, decision);
        } else {
            report.equal("without a rule the college decides", "COLLEGE", decider);
        }
        if (decider.equals("COLLEGE")) {
            report.holds(
                    "the resolution of the college is named",
                    mandate.find("collegeResolution").isPresent(),
                    "it is missing");
        }
    }

    private void rule(Node rule, Node mandate, Node decision) {
        String decider = mandate.text("decider");
        report.equal("the office of the rule", rule.text("office"), decider);
        long limit = rule.flag("perHousehold")
                ? Math.multiplyExact(rule.cents("upTo"), decision.number("households"))
                : rule.cents("upTo");
        report.same("the limit of the rule", limit, rule.cents("limit"));
        long total = decision.cents("total");
        report.holds(
                Report.euros(total) + " is within " + Report.euros(limit),
                total <= limit,
                "the amount is beyond the limit of the rule");
        long years = mandate.number("years");
        report.holds(
                years + " years is within " + rule.number("maximumYears"),
                years <= rule.number("maximumYears"),
                "more years than the rule allows");
        Set<String> fields = texts(rule.list("taskFields"));
        Set<String> used = texts(mandate.list("taskFields"));
        report.holds(
                "the task fields are those of the rule",
                fields.isEmpty() || fields.containsAll(used),
                used + " is not within " + fields);
        Optional<String> place = rule.find("neighbourhood").map(Node::text);
        report.holds(
                "the neighbourhood is that of the rule",
                place.isEmpty() || place.get().equals(decision.text("neighbourhood")),
                "the rule is for " + place.orElse(""));
        Optional<LocalDate> until = rule.find("until").map(Node::date);
        LocalDate from = rule.get("from").date();
        content.list("signatures").stream()
                .filter(signature -> decides(signature, decider))
                .map(signature -> signature.instant("at"))
                .max(Comparator.naturalOrder())
                .map(at -> LocalDate.ofInstant(at, ZONE))
                .ifPresent(day -> report.holds(
                        "the rule held on " + day,
                        !day.isBefore(from) && until.filter(day::isAfter).isEmpty(),
                        "it holds from " + from
                                + until.map(last -> " until " + last).orElse("")));
    }

    private void signatures() {
        report.part("Signatures");
        Node decision = content.get("decision");
        Node mandate = content.get("mandate");
        List<Node> signatures = content.list("signatures");
        Set<Long> hands = new HashSet<>(Set.of(decision.number("proposedBy")));
        for (Node signature : signatures) {
            String what = signature.text("kind") + " by user " + signature.number("by") + " as "
                    + signature.text("office") + " at " + signature.text("at");
            boolean fresh = hands.add(signature.number("by"));
            Optional<Long> absent = signature.find("inPowerOf").map(Node::number);
            if (absent.isPresent()) {
                fresh &= hands.add(absent.get());
            }
            report.holds(what, fresh, "this hand proposed or signed before");
            if (decides(signature, mandate.text("decider"))) {
                report.holds(
                        "that office has the power of " + mandate.text("decider"),
                        OFFICES.indexOf(signature.text("office")) >= OFFICES.indexOf(mandate.text("decider")),
                        signature.text("office") + " has less");
            }
        }
        if (decision.text("state").equals("REFUSED")) {
            report.count("signatures of a refusal", 1, count(signatures, "REFUSED"));
        } else if (mandate.text("decider").equals("TEAM")) {
            long needed = mandate.get("rule").number("agreeingColleagues");
            long agreed = count(signatures, AGREED);
            report.holds(agreed + " colleagues agreed, at least " + needed, agreed >= needed, "the rule asks for more");
        } else {
            report.count("first signatures", 1, count(signatures, "DECIDED"));
            report.count("second signatures", 1, count(signatures, "SIGNED_SECOND"));
        }
    }

    /** Colleagues decide where the team does; their yes stands there also where the rule of the team ended before the last. */
    private static boolean decides(Node signature, String decider) {
        String kind = signature.text("kind");
        return DECIDING.contains(kind) || kind.equals(AGREED) && decider.equals("TEAM");
    }

    private static long count(List<Node> signatures, String kind) {
        return signatures.stream().filter(one -> one.text("kind").equals(kind)).count();
    }

    private void log() {
        report.part("What the log says of it");
        Node decision = content.get("decision");
        String id = Long.toString(decision.number("id"));
        List<Node> deeds = content.list("log").stream()
                .filter(deed -> deed.text("subjectType").equals("decision"))
                .toList();
        report.holds(
                "the rows are about this decision",
                deeds.stream().allMatch(deed -> deed.text("subject").equals(id)),
                "there are rows about another one");
        String proposing = decision.flag("proposesRefusal") ? "propose-refusal" : "propose";
        Optional<Node> proposed = deeds.stream()
                .filter(deed -> isBy(deed, proposing, decision.number("proposedBy"), Optional.empty()))
                .filter(deed -> isAt(deed, decision, "proposedAt"))
                .findFirst();
        report.holds(
                "proposed by user " + decision.number("proposedBy") + " at " + decision.text("proposedAt"),
                proposed.isPresent(),
                "the log has no such row");
        for (Node signature : content.list("signatures")) {
            Optional<String> action = Optional.ofNullable(DEEDS.get(signature.text("kind")));
            Optional<Node> row = deeds.stream()
                    .filter(deed -> action.isPresent()
                            && isBy(
                                    deed,
                                    action.get(),
                                    signature.number("by"),
                                    signature.find("inPowerOf").map(Node::number)))
                    .filter(deed -> isAt(deed, signature, "at"))
                    .findFirst();
            report.holds(
                    signature.text("kind") + " by user " + signature.number("by"),
                    row.isPresent(),
                    "the log has no such row");
        }
        long told = deeds.stream()
                .filter(deed -> DEEDS.values().stream()
                        .anyMatch(action -> deed.text("action").equals(ACTION + action)))
                .count();
        report.count("signatures in the log", told, content.list("signatures").size());
        for (Node deed : deeds) {
            detail(deed, "total")
                    .ifPresent(total ->
                            report.equal("the amount in row " + deed.number("row"), total, decision.text("total")));
            detail(deed, "left-over")
                    .ifPresent(rule -> report.equal(
                            "the rule for what is left in row " + deed.number("row"),
                            rule,
                            decision.findSince("leftOver").map(Node::text).orElse("none")));
        }
    }

    private static boolean isBy(Node deed, String action, long by, Optional<Long> absent) {
        return deed.text("action").equals(ACTION + action)
                && deed.find("actor").map(Node::number).equals(Optional.of(by))
                && (absent.isEmpty()
                        || deed.find("onBehalfOf").map(Node::number).equals(absent));
    }

    private static boolean isAt(Node deed, Node other, String member) {
        return Duration.between(deed.instant("at"), other.instant(member)).abs().compareTo(ONE_TRANSACTION) <= 0;
    }

    /** What a row says of this. */
    static Optional<String> detail(Node deed, String name) {
        for (String pair : deed.text("details").split(" ")) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(pair.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static Set<String> texts(List<Node> nodes) {
        Set<String> texts = new HashSet<>();
        nodes.forEach(node -> texts.add(node.text()));
        return texts;
    }
}
