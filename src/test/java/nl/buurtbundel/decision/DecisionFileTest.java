package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtbundel.access.SealedDeed;
import nl.buurtbundel.budget.CoverKind;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.foundation.Sha256;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.ReservationState;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Split;
import nl.buurtbundel.recompute.Recompute;
import nl.buurtbundel.suggestion.Grounds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is decided, the file of it holds; and whatever is changed in the file, the program that reckons again sees it. */
class DecisionFileTest {
    private static final Pattern AMOUNT = Pattern.compile("\"(-?)([0-9]+)\\.([0-9]{2})\"");
    private static final Pattern HASHES =
            Pattern.compile("hash of the content: ([0-9a-f]{64}) recomputed, ([0-9a-f]{64}) stated");
    private static final String PLAN = "initiative:12";
    private static final Instant PROPOSED = Instant.parse("2026-11-02T09:00:00.123456Z");

    @Test
    void every_drawn_decision_holds() {
        for (int seed = 1; seed <= 60; seed++) {
            Checked checked = check(text(seed));
            assertThat(checked.exit())
                    .as("seed " + seed + "\n" + checked.said())
                    .isEqualTo(Recompute.HOLDS);
        }
    }

    @Test
    void a_cent_more_is_seen_wherever_it_stands_also_by_who_makes_the_hash_fit() {
        for (int seed = 1; seed <= 4; seed++) {
            String text = text(seed);
            Matcher amount = AMOUNT.matcher(text);
            int changed = 0;
            while (amount.find()) {
                String more = Money.parse(amount.group().replace("\"", ""))
                        .plus(Money.ofCents(1))
                        .toString();
                String forged = withFittingHash(
                        text.substring(0, amount.start()) + '"' + more + '"' + text.substring(amount.end()));
                Checked checked = check(forged);
                assertThat(checked.exit())
                        .as("seed " + seed + ", " + around(text, amount.start()) + "\n" + checked.said())
                        .isEqualTo(Recompute.DIFFERS);
                assertThat(checked.said()).contains("ok     hash of the content");
                changed++;
            }
            assertThat(changed).isGreaterThan(20);
        }
    }

    @Test
    void a_change_that_leaves_the_hash_is_seen_by_the_hash() {
        Checked checked = check(text(1).replace("Elk kwartaal", "Elk jaar"));
        assertThat(checked.exit()).isEqualTo(Recompute.DIFFERS);
        assertThat(checked.said()).contains("WRONG  hash of the content").contains("1 of ");
    }

    @Test
    void a_signature_that_is_changed_taken_out_or_added_is_named() {
        String text = text(2);
        assertNamed(
                text,
                all -> all.replaceFirst("\"by\": 904", "\"by\": 905"),
                "DECIDED by user 905: the log has no such row");
        assertNamed(text, all -> all.replaceFirst("\"by\": 906", "\"by\": 904"), "this hand proposed or signed before");
        assertNamed(
                text,
                all -> all.replaceFirst("\"office\": \"ALDERMAN\",(\\s+)\"by\"", "\"office\": \"TEAM\",$1\"by\""),
                "TEAM has less");
        assertNamed(
                text,
                all -> all.replaceFirst("(?s)\\{\\s+\"kind\": \"SIGNED_SECOND\".*?\\}", "")
                        .replaceFirst("\\},(\\s+)\\](,\\s+\"plan\")", "}$1]$2"),
                "second signatures: 1 recomputed, 0 stated");
    }

    @Test
    void another_rule_for_what_is_left_is_seen_in_the_log_and_in_where_money_went() {
        for (int seed = 1; seed <= 12; seed++) {
            String text = text(seed);
            String rule = text.contains("\"leftOver\": \"TASK_FIELD\"") ? "TASK_FIELD" : "NEIGHBOURHOOD";
            String other = rule.equals("TASK_FIELD") ? "NEIGHBOURHOOD" : "TASK_FIELD";
            assertNamed(
                    text,
                    all -> all.replace("\"leftOver\": \"" + rule, "\"leftOver\": \"" + other),
                    "the rule for what is left in row 1: " + rule + " recomputed, " + other + " stated");
            if (text.contains("\"sourcesShown\": true")) {
                assertNamed(
                        text,
                        all -> all.replace("\"leftOver\": \"" + rule, "\"leftOver\": \"" + other),
                        "UNSPENT_RETURNED goes by " + other + ": it went elsewhere");
            }
        }
    }

    @Test
    void a_file_of_before_there_was_a_rule_for_what_is_left_is_read_as_well() {
        String before =
                text(2).replaceFirst("\"leftOver\": \"[A-Z_]+\",\\s+", "").replaceFirst(" left-over=[A-Z_]+", "");
        assertThat(before).doesNotContain("leftOver", "left-over");
        assertThat(check(before).exit()).isEqualTo(Recompute.DIFFERS);
        assertThat(check(withFittingHash(before)).said()).doesNotContain("Cannot read", "what is left");
    }

    @Test
    void a_colleague_who_agreed_before_the_rule_of_the_team_ended_does_not_stand_in_the_way() {
        for (int seed = 1; seed <= 12; seed++) {
            Checked checked = check(agreedBy(seed, Decider.ALDERMAN, 0, 905));
            assertThat(checked.exit()).as(checked.said()).isEqualTo(Recompute.HOLDS);
        }
    }

    @Test
    void more_colleagues_may_agree_than_the_rule_asks_for_and_never_fewer() {
        for (int seed = 1; seed <= 12; seed++) {
            for (int needed = 1; needed <= 3; needed++) {
                Checked checked = check(agreedBy(seed, Decider.TEAM, needed, 904, 905));
                assertThat(checked.exit())
                        .as(checked.said())
                        .isEqualTo(needed <= 2 ? Recompute.HOLDS : Recompute.DIFFERS);
            }
        }
    }

    /** The same decision with colleagues who agreed: before the alderman decided, or where the team decides alone. */
    private static String agreedBy(int seed, Decider decider, int needed, long... colleagues) {
        DecisionFile file = draw(new Random(seed));
        DecisionFile.Rule rule = Optional.ofNullable(file.mandate().rule()).orElseThrow();
        boolean team = decider == Decider.TEAM;
        List<DecisionFile.Hand> hands = new ArrayList<>(team ? List.of() : file.signatures());
        List<SealedDeed> log = new ArrayList<>(file.log().stream()
                .filter(deed -> !team
                        || !Set.of("decision.decide", "decision.sign-second").contains(deed.action()))
                .toList());
        for (long colleague : colleagues) {
            Instant at = PROPOSED.plusSeconds(colleague);
            hands.add(new DecisionFile.Hand(SignatureKind.AGREED, Office.TEAM, colleague, null, at));
            log.add(deed(colleague, "decision.agree", colleague, at, "initiative=12 state=PROPOSED"));
        }
        DecisionFile agreed = new DecisionFile(
                file.takenAt(),
                file.decision(),
                file.asked(),
                file.suggestion(),
                new DecisionFile.Power(
                        decider,
                        file.mandate().why(),
                        file.mandate().years(),
                        file.mandate().taskFields(),
                        new DecisionFile.Rule(
                                rule.id(),
                                decider,
                                rule.upTo(),
                                rule.perHousehold(),
                                rule.limit(),
                                rule.taskFields(),
                                rule.maximumYears(),
                                rule.neighbourhood(),
                                needed,
                                rule.from(),
                                rule.until()),
                        null),
                file.years(),
                file.sourcesShown(),
                file.cover(),
                hands,
                file.plan(),
                file.budgetLines(),
                file.reservations(),
                file.transfers(),
                file.accounts(),
                log);
        return new String(agreed.write().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void a_row_of_the_log_that_is_changed_breaks_its_link() {
        assertNamed(
                text(3),
                all -> all.replaceFirst("\"action\": \"decision.decide\"", "\"action\": \"decision.agree\""),
                "decision.agree is link");
    }

    @Test
    void what_is_no_decision_file_is_told_by_line_and_field() {
        String text = text(4);
        assertThat(check("").said()).contains("line 1: the file ends too early");
        assertThat(check("{\n\"format\": \"else\"\n}").said()).contains("line 2: format is “else”");
        assertThat(check(text.substring(0, text.length() / 2)).exit()).isEqualTo(Recompute.UNREADABLE);
        assertThat(check(text.replaceFirst("\"grantedBefore\": \"[0-9.]+\"", "\"grantedBefore\": \"1,00\""))
                        .said())
                .containsPattern("line [0-9]+: content.decision.grantedBefore is no amount with two decimals");
        assertThat(check(text.replaceFirst("\"grantedBefore\": \"[0-9.]+\",", ""))
                        .said())
                .containsPattern("line [0-9]+: content.decision has no “grantedBefore”");
        assertThat(check(text.replaceFirst("\"planVersion\": 1", "\"planVersion\": 1.5"))
                        .said())
                .containsPattern("line [0-9]+: content.decision.planVersion is no whole number");
        assertThat(check(text.replaceFirst("\"planVersion\": 1", "\"planVersion\": 1, \"planVersion\": 2"))
                        .said())
                .containsPattern("line [0-9]+: content.decision.planVersion stands here twice");
    }

    private static void assertNamed(String text, UnaryOperator<String> change, String words) {
        String changed = change.apply(text);
        assertThat(changed).isNotEqualTo(text);
        Checked checked = check(withFittingHash(changed));
        assertThat(checked.exit()).as(checked.said()).isEqualTo(Recompute.DIFFERS);
        assertThat(checked.said()).contains(words);
    }

    // ---- the program

    private record Checked(int exit, String said) {}

    private static Checked check(String text) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = Recompute.check(
                text.getBytes(StandardCharsets.UTF_8), new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Checked(exit, said.toString(StandardCharsets.UTF_8));
    }

    /** What somebody does who changes a file and knows how it is made. */
    private static String withFittingHash(String changed) {
        Matcher hashes = HASHES.matcher(check(changed).said());
        return hashes.find() ? changed.replace(hashes.group(2), hashes.group(1)) : changed;
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 20));
    }

    // ---- a decision

    private static String text(int seed) {
        return new String(draw(new Random(seed)).write().bytes(), StandardCharsets.UTF_8);
    }

    private static DecisionFile draw(Random random) {
        List<Money> costs = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            costs.add(Money.ofCents(1 + random.nextInt(2_000_000)));
        }
        Money startUp = Money.ofCents(random.nextInt(500_000));
        AskedAmount asked = AskedAmount.of(Money.sum(costs), startUp, random.nextInt(6));
        boolean partly = random.nextBoolean() && asked.total().cents() > 2;
        Money total = partly
                ? Money.ofCents(2 + (long) (random.nextDouble() * (asked.total().cents() - 2)))
                : asked.total();
        boolean shown = random.nextBoolean();
        LeftOver rule = LeftOver.values()[random.nextInt(2)];
        List<Money> years = Split.byLargestRemainder(total, List.of(7L, 5L));
        List<DecisionFile.Transfer> transfers = new ArrayList<>();
        List<DecisionFile.Reservation> reservations = new ArrayList<>();
        List<DecisionFile.Cover> cover = new ArrayList<>();
        List<DecisionFile.Account> accounts = new ArrayList<>();
        List<BudgetLinesAsked.Line> lines = new ArrayList<>();
        List<SealedDeed> log = new ArrayList<>(List.of(
                deed(
                        1,
                        "decision.propose",
                        903,
                        PROPOSED,
                        "initiative=12 total=" + total + " decider=ALDERMAN left-over=" + rule),
                deed(2, "decision.decide", 904, PROPOSED.plusSeconds(90_000), "initiative=12 decider=ALDERMAN"),
                deed(3, "decision.sign-second", 906, PROPOSED.plusSeconds(180_000), "initiative=12 total=" + total)));
        Money paid = Money.ofCents((long) (random.nextDouble() * years.get(0).cents() / 3));
        Money held = Money.ofCents((long) (random.nextDouble() * years.get(0).cents() / 3));
        long number = 40;
        for (int i = 0; i < years.size(); i++) {
            int year = 2026 + i;
            long reservation = 500 + i;
            List<Money> sources = Split.byLargestRemainder(years.get(i), List.of(2L, 1L, 1L)).stream()
                    .filter(Money::isPositive)
                    .toList();
            List<DecisionFile.Side> from = new ArrayList<>();
            for (int j = 0; j < sources.size(); j++) {
                String field = j == 0 ? "6.71" : "6.1";
                AccountKind kind = List.of(AccountKind.RELEASED, AccountKind.APPROPRIATED, AccountKind.CONTRIBUTED)
                        .get(j);
                from.add(new DecisionFile.Side(
                        year, kind, field, "BU99060101", j == 2 ? "contribution:7" : "", sources.get(j)));
                cover.add(new DecisionFile.Cover(
                        year,
                        field,
                        List.of(CoverKind.REALISED_RELEASE, CoverKind.APPROPRIATION, CoverKind.CONTRIBUTION)
                                .get(j),
                        sources.get(j)));
            }
            reservations.add(new DecisionFile.Reservation(
                    reservation,
                    ReservationState.POSTED,
                    LocalDate.of(2026, 12, 28),
                    years.get(i),
                    shown ? from : List.of()));
            for (DecisionFile.Side side : shown ? from : List.of(together(year, years.get(i)))) {
                transfers.add(transfer(
                        number, Reason.GRANTED, reservation, side, own(year, AccountKind.GRANTED, side.amount())));
                if (shown) {
                    log.add(transferred(number, Reason.GRANTED, side.amount()));
                }
                number++;
            }
            Money returned = i == 0 ? Money.ZERO : sources.get(0);
            if (returned.isPositive()) {
                DecisionFile.Side released = new DecisionFile.Side(
                        year,
                        rule == LeftOver.TASK_FIELD ? AccountKind.APPROPRIATED : AccountKind.RELEASED,
                        "6.711",
                        rule == LeftOver.TASK_FIELD ? "" : "BU99060101",
                        "",
                        returned);
                transfers.add(transfer(
                        number,
                        Reason.UNSPENT_RETURNED,
                        null,
                        own(year, AccountKind.GRANTED, returned),
                        shown ? released : together(year, returned)));
                if (shown) {
                    log.add(transferred(number, Reason.UNSPENT_RETURNED, returned));
                }
                number++;
            }
            accounts.add(new DecisionFile.Account(
                    own(
                            year,
                            AccountKind.GRANTED,
                            i == 0 ? years.get(i).minus(paid) : years.get(i).minus(returned)),
                    i == 0 ? held : Money.ZERO));
        }
        if (paid.isPositive()) {
            transfers.add(transfer(
                    number,
                    Reason.PAID,
                    700L,
                    own(2026, AccountKind.GRANTED, paid),
                    own(2026, AccountKind.PAID, paid)));
            log.add(transferred(number, Reason.PAID, paid));
            accounts.add(new DecisionFile.Account(own(2026, AccountKind.PAID, paid), Money.ZERO));
        }
        List<Long> weights = new ArrayList<>(costs.stream().map(Money::cents).toList());
        if (startUp.isPositive()) {
            weights.add(startUp.cents());
        }
        List<Money> granted = Split.byLargestRemainder(total, weights);
        List<Money> spent = Split.byLargestRemainder(
                paid, granted.stream().map(Money::cents).toList());
        List<Money> agreed = Split.byLargestRemainder(
                held, granted.stream().map(Money::cents).toList());
        for (int i = 0; i < granted.size(); i++) {
            lines.add(new BudgetLinesAsked.Line(
                    i,
                    i < costs.size() ? "COST" : "START_UP",
                    granted.get(i),
                    granted.get(i),
                    agreed.get(i),
                    Money.ZERO,
                    spent.get(i)));
        }
        Money limit = total.plus(Money.ofCents(random.nextInt(2) == 0 ? 0 : 100_000));
        return new DecisionFile(
                PROPOSED.plusSeconds(900_000),
                new DecisionFile.Subject(
                        17,
                        "GM9906",
                        "BU99060101",
                        12,
                        1,
                        DecisionState.FINAL,
                        false,
                        total,
                        Money.ZERO,
                        partly,
                        70,
                        "Elk kwartaal een verslag: “goed” \\ \t én\u0007 \"op tijd\"",
                        rule,
                        null,
                        partly ? "Minder kan ook" : null,
                        null,
                        903,
                        PROPOSED),
                new DecisionFile.Asked(costs, asked.yearly(), asked.startUp(), asked.total(), asked.usualYear()),
                random.nextInt(4) == 0 ? null : Grounds.draw(random),
                new DecisionFile.Power(
                        Decider.ALDERMAN,
                        MandateAnswer.Why.WITHIN_RULE,
                        2,
                        shown ? List.of("6.1", "6.71") : List.of(),
                        new DecisionFile.Rule(
                                3,
                                Decider.ALDERMAN,
                                limit,
                                false,
                                limit,
                                List.of(),
                                2,
                                null,
                                0,
                                LocalDate.of(2026, 1, 1),
                                random.nextBoolean() ? null : LocalDate.of(2026, 12, 31)),
                        null),
                List.of(
                        new DecisionFile.Year(2026, years.get(0), 500L),
                        new DecisionFile.Year(2027, years.get(1), 501L)),
                shown,
                shown
                        ? cover
                        : List.of(
                                new DecisionFile.Cover(2026, null, null, years.get(0)),
                                new DecisionFile.Cover(2027, null, null, years.get(1))),
                List.of(
                        new DecisionFile.Hand(
                                SignatureKind.DECIDED, Office.ALDERMAN, 904, null, PROPOSED.plusSeconds(90_000)),
                        new DecisionFile.Hand(
                                SignatureKind.SIGNED_SECOND,
                                Office.BUDGET_HOLDER,
                                906,
                                null,
                                PROPOSED.plusSeconds(180_000))),
                new DecisionFile.Plan(total, null),
                lines,
                reservations,
                transfers,
                accounts,
                log);
    }

    private static DecisionFile.Side own(int year, AccountKind kind, Money amount) {
        return new DecisionFile.Side(year, kind, "6.1", "BU99060101", PLAN, amount);
    }

    private static DecisionFile.Side together(int year, Money amount) {
        return new DecisionFile.Side(year, null, null, null, null, amount);
    }

    private static DecisionFile.Transfer transfer(
            long number, Reason reason, @Nullable Long reservation, DecisionFile.Side from, DecisionFile.Side to) {
        DecisionFile.Side out = new DecisionFile.Side(
                from.year(),
                from.kind(),
                from.taskField(),
                from.neighbourhood(),
                from.reference(),
                from.amount().negated());
        return new DecisionFile.Transfer(
                List.of(number), LocalDate.of(2026, 11, 5), reason, reservation, null, null, List.of(out, to));
    }

    private static SealedDeed transferred(long number, Reason reason, Money amount) {
        return sealed(
                1_000 + number,
                PROPOSED.plusSeconds(180_000),
                906,
                "ledger.transfer",
                "transfer",
                Long.toString(number),
                "number=" + number + " reason=" + reason + " cents=" + amount.cents());
    }

    private static SealedDeed deed(long row, String action, long actor, Instant at, String details) {
        return sealed(row, at, actor, action, "decision", "17", details);
    }

    private static SealedDeed sealed(
            long row, Instant at, long actor, String action, String subjectType, String subject, String details) {
        StringBuilder text = new StringBuilder();
        for (Object part : new Object[] {
            row, at.toEpochMilli(), at.getNano(), actor, "GM9906", action, subjectType, subject, "null", details
        }) {
            String word = String.valueOf(part);
            text.append(word.length()).append(':').append(word).append('|');
        }
        String previous = Sha256.of("link " + row);
        return new SealedDeed(
                row,
                at,
                actor,
                "GM9906",
                action,
                subjectType,
                subject,
                null,
                details,
                new SealedDeed.Seal(row, previous, Sha256.of(previous + text)));
    }
}
