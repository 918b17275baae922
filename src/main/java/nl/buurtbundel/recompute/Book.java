package nl.buurtbundel.recompute;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the ledger has of it: reservations, transfers that balance, and accounts that are what was posted on them. */
record Book(Node content, Report report) {
    /** Kinds of accounts that belong to the plan itself. */
    private static final Set<String> OF_THE_PLAN = Set.of("GRANTED", "PAID", "CARRIED_OVER");

    void check() {
        report.part("Ledger");
        reservations();
        List<Node> transfers = content.list("transfers");
        transfers.forEach(this::transfer);
        granted(transfers);
        leftOver(transfers);
        accounts(transfers);
        used();
        log(transfers);
    }

    private void reservations() {
        for (Node reservation : content.list("reservations")) {
            long id = reservation.number("id");
            boolean posted = reservation.text("state").equals("POSTED");
            long total = reservation.cents("total");
            List<Node> lines = reservation.list("lines");
            if (!lines.isEmpty()) {
                report.same("reservation " + id + ", its lines", sum(lines), total);
            }
            report.same(
                    "reservation " + id + ", its year",
                    content.list("years").stream()
                            .filter(year -> isOf(year, id))
                            .mapToLong(year -> year.cents("amount"))
                            .sum(),
                    total);
            report.same("reservation " + id + " posted", posted ? total : 0, postedOf(id));
            if (posted) {
                sources(id, lines);
            }
        }
        cover();
        boolean granted = content.get("decision").text("state").equals("FINAL");
        for (Node year : content.list("years")) {
            report.holds(
                    year.number("year") + " has its reservation",
                    !granted || content.list("reservations").stream().anyMatch(one -> isOf(year, one.number("id"))),
                    "the file has none");
        }
    }

    /** What was held on an account is what left it. */
    private void sources(long reservation, List<Node> lines) {
        Map<String, Long> held = new TreeMap<>();
        lines.forEach(line -> held.merge(account(line), line.cents("amount"), Math::addExact));
        Map<String, Long> left = new TreeMap<>();
        content.list("transfers").stream()
                .filter(transfer -> isOf(transfer, reservation))
                .flatMap(transfer -> transfer.some("postings").stream())
                .filter(posting -> posting.cents("amount") < 0)
                .forEach(posting -> left.merge(account(posting), -posting.cents("amount"), Math::addExact));
        if (!lines.isEmpty()) {
            compare("reservation " + reservation + " out of ", left, held);
        }
    }

    /** By year and task field, what bore it is what was held; what others gave apart. */
    private void cover() {
        if (!content.flag("sourcesShown")) {
            return;
        }
        Map<String, Long> borne = new TreeMap<>();
        content.list("cover")
                .forEach(cover -> borne.merge(
                        source(cover, cover.text("kind").equals("CONTRIBUTION")),
                        cover.cents("amount"),
                        Math::addExact));
        Map<String, Long> held = new TreeMap<>();
        content.list("reservations").stream()
                .flatMap(reservation -> reservation.list("lines").stream())
                .forEach(line -> held.merge(
                        source(line, line.text("kind").equals("CONTRIBUTED")), line.cents("amount"), Math::addExact));
        compare("borne by task field ", held, borne);
    }

    private static String source(Node node, boolean ofOthers) {
        return node.number("year") + " " + node.text("taskField") + (ofOthers ? ", of others" : "");
    }

    private void compare(String what, Map<String, Long> recomputed, Map<String, Long> stated) {
        Set<String> all = new TreeSet<>(recomputed.keySet());
        all.addAll(stated.keySet());
        all.forEach(one -> report.same(what + one, recomputed.getOrDefault(one, 0L), stated.getOrDefault(one, 0L)));
    }

    private long postedOf(long reservation) {
        return content.list("transfers").stream()
                .filter(transfer -> isOf(transfer, reservation))
                .mapToLong(Book::amount)
                .sum();
    }

    private void transfer(Node transfer) {
        List<Node> postings = transfer.some("postings");
        report.same(name(transfer) + " balances", 0, sum(postings));
        report.holds(
                name(transfer) + " is between two accounts of one year",
                postings.size() == 2
                        && amount(transfer) > 0
                        && postings.get(0).number("year") == postings.get(1).number("year")
                        && !account(postings.get(0)).equals(account(postings.get(1))),
                "it is not");
    }

    private void granted(List<Node> transfers) {
        report.same(
                "granted in the book, in all",
                transfers.stream()
                        .filter(transfer -> transfer.text("reason").equals("GRANTED"))
                        .mapToLong(Book::amount)
                        .sum(),
                content.get("plan").cents("granted"));
    }

    /** What is left goes by the rule of this decision from the day after it, until another one is there. */
    private void leftOver(List<Node> transfers) {
        Node decision = content.get("decision");
        Optional<String> rule = decision.findSince("leftOver").map(Node::text);
        Optional<LocalDate> decided = content.list("signatures").stream()
                .map(signature -> LocalDate.ofInstant(signature.instant("at"), Power.ZONE))
                .max(Comparator.naturalOrder());
        if (rule.isEmpty()
                || decided.isEmpty()
                || !decision.text("state").equals("FINAL")
                || !content.flag("sourcesShown")
                || content.get("plan").find("laterDecision").isPresent()) {
            return;
        }
        for (Node transfer : transfers) {
            if (transfer.text("reason").equals("UNSPENT_RETURNED")
                    && transfer.get("bookedOn").date().isAfter(decided.get())) {
                report.holds(
                        name(transfer) + " goes by " + rule.get(),
                        transfer.some("postings").stream()
                                .filter(posting -> posting.cents("amount") > 0)
                                .allMatch(posting -> isBy(rule.get(), posting)),
                        "it went elsewhere");
            }
        }
    }

    private static boolean isBy(String rule, Node taker) {
        return switch (taker.text("kind")) {
            case "RELEASED" -> rule.equals("NEIGHBOURHOOD");
            case "APPROPRIATED" ->
                rule.equals("TASK_FIELD") || taker.text("reference").equals("initiatives");
            default -> true;
        };
    }

    private void accounts(List<Node> transfers) {
        Map<String, Long> balances = new LinkedHashMap<>();
        transfers.stream()
                .flatMap(transfer -> transfer.some("postings").stream())
                .filter(Book::isOfThePlan)
                .forEach(posting -> balances.merge(account(posting), posting.cents("amount"), Math::addExact));
        for (Node one : content.list("accounts")) {
            Node account = one.get("account");
            Long balance = balances.remove(account(account));
            report.same("account " + account(account), balance == null ? 0 : balance, account.cents("amount"));
            report.holds(
                    "of which " + one.text("held") + " is held",
                    0 <= one.cents("held") && one.cents("held") <= account.cents("amount"),
                    "that is not on the account");
        }
        balances.forEach((account, balance) -> report.holds(
                "account " + account, false, Report.euros(balance) + " was posted and the file has no such account"));
    }

    /** The budget lines say the same as the accounts. */
    private void used() {
        List<Node> lines = content.list("budgetLines");
        if (lines.isEmpty()) {
            return;
        }
        report.same(
                "paid on the lines, as on the accounts",
                content.list("accounts").stream()
                        .map(one -> one.get("account"))
                        .filter(account -> account.text("kind").equals("PAID"))
                        .mapToLong(account -> account.cents("amount"))
                        .sum(),
                lines.stream().mapToLong(line -> line.cents("paid")).sum());
        report.same(
                "agreed and on its way on the lines, as held on the accounts",
                content.list("accounts").stream()
                        .mapToLong(account -> account.cents("held"))
                        .sum(),
                lines.stream()
                        .mapToLong(line -> line.cents("committed") + line.cents("inProcess"))
                        .sum());
    }

    /** The log tells of each transfer that is told by itself how much it moved. */
    private void log(List<Node> transfers) {
        Map<String, Node> rows = new LinkedHashMap<>();
        for (Node deed : content.list("log")) {
            if (deed.text("subjectType").equals("transfer")) {
                Power.detail(deed, "number").ifPresent(number -> rows.put(number, deed));
            }
        }
        boolean shown = content.flag("sourcesShown");
        for (Node transfer : transfers) {
            boolean alone = shown || transfer.some("postings").stream().allMatch(Book::isOfThePlan);
            if (alone) {
                Node row =
                        rows.get(Long.toString(transfer.some("numbers").get(0).number()));
                report.holds(
                        name(transfer) + " is in the log",
                        row != null
                                && Power.detail(row, "cents").equals(Optional.of(Long.toString(amount(transfer))))
                                && Power.detail(row, "reason").equals(Optional.of(transfer.text("reason"))),
                        row == null ? "there is no row" : "the log says “" + row.text("details") + "”");
            }
        }
    }

    private static boolean isOf(Node node, long reservation) {
        return node.find("reservation").map(Node::number).equals(Optional.of(reservation));
    }

    private static boolean isOfThePlan(Node side) {
        // what was carried over for nobody’s plan in particular came free, and is a source
        return side.find("kind").map(Node::text).filter(OF_THE_PLAN::contains).isPresent()
                && side.find("reference")
                        .map(Node::text)
                        .filter(reference -> !reference.isEmpty())
                        .isPresent();
    }

    private static String account(Node side) {
        return side.number("year") + " "
                + side.find("kind").map(Node::text).orElse("sources") + " "
                + side.find("taskField").map(Node::text).orElse("") + " "
                + side.find("neighbourhood").map(Node::text).orElse("") + " "
                + side.find("reference").map(Node::text).orElse("");
    }

    private static String name(Node transfer) {
        return "transfer "
                + String.join(
                        "+",
                        transfer.some("numbers").stream()
                                .map(number -> Long.toString(number.number()))
                                .toList())
                + ", " + transfer.text("reason");
    }

    /** What it moved: what came in. */
    private static long amount(Node transfer) {
        return transfer.some("postings").stream()
                .mapToLong(posting -> posting.cents("amount"))
                .filter(cents -> cents > 0)
                .sum();
    }

    private static long sum(List<Node> sides) {
        return sides.stream().mapToLong(side -> side.cents("amount")).sum();
    }
}
