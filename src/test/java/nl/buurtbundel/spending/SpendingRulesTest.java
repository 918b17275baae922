package nl.buurtbundel.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.buurtbundel.Ids;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.PlanLine;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpendingRulesTest {
    private static final InitiativeId PLAN = new InitiativeId(7);
    private static final NeighbourhoodCode HERE = new NeighbourhoodCode("BU99060101");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
    private static final UserId INITIATOR = new UserId(1);
    private static final UserId WORKER = new UserId(2);
    private static final UserId COLLEAGUE = new UserId(3);
    private static final UserId HOLDER = new UserId(4);
    private static final Set<UserId> INTERESTED = Set.of(INITIATOR);

    // ---- the lines

    @Test
    void a_grant_is_split_over_the_lines_to_the_cent() {
        GrantSplit split = split(Money.ofEuros(100), Money.ofEuros(200), Money.ofEuros(50));
        List<BudgetLine> lines = split.begin();

        split.add(lines, Money.ofCents(10_001));

        assertThat(lines).extracting(BudgetLine::granted).containsExactly(cents(2_857), cents(5_715), cents(1_429));
        assertThat(lines).extracting(BudgetLine::kind).containsExactly(LineKind.COST, LineKind.COST, LineKind.START_UP);
    }

    @Test
    void what_goes_back_at_the_end_of_a_year_goes_off_what_is_left_and_never_off_what_was_paid() {
        GrantSplit split = split(Money.ofEuros(100), Money.ofEuros(200), Money.ofEuros(50));
        List<BudgetLine> lines = split.begin();
        split.add(lines, cents(35_000));
        lines.get(0).approve(cents(9_999));
        lines.get(0).pay(cents(9_999));

        GrantSplit.giveBack(lines, cents(25_000));

        assertThat(lines).extracting(BudgetLine::left).containsExactly(cents(0), cents(1), cents(0));
        assertThat(lines).extracting(BudgetLine::granted).containsExactly(cents(10_000), cents(20_000), cents(5_000));
        assertThatThrownBy(() -> GrantSplit.giveBack(lines, cents(2))).isInstanceOf(Refusal.class);
    }

    /** Others gave it, the year gave it back, and the agreement takes it along to the next. */
    @Test
    void what_went_back_and_bears_the_plan_again_comes_onto_the_lines_it_went_off() {
        Random random = new Random(111);
        for (int round = 0; round < 300; round++) {
            GrantSplit split = split(cents(random.nextInt(50_000)), cents(1 + random.nextInt(50_000)), Money.ZERO);
            List<BudgetLine> lines = split.begin();
            Money granted = cents(2 + random.nextInt(100_000));
            split.add(lines, granted);
            Money back = cents(1 + random.nextInt((int) granted.cents()));
            GrantSplit.giveBack(lines, back);
            Money again = cents(1 + random.nextInt((int) back.cents()));

            GrantSplit.bearAgain(lines, again);

            assertThat(Money.sum(lines.stream().map(BudgetLine::left).toList()))
                    .isEqualTo(granted.minus(back).plus(again));
            assertThat(lines).allMatch(line -> line.limit().compareTo(line.granted()) <= 0);
            assertThat(Money.sum(lines.stream().map(BudgetLine::granted).toList()))
                    .isEqualTo(granted);
        }
    }

    @Test
    void what_a_line_gave_to_another_is_not_given_back_to_it() {
        GrantSplit split = split(Money.ofEuros(100), Money.ofEuros(100), Money.ZERO);
        List<BudgetLine> lines = split.begin();
        split.add(lines, Money.ofEuros(200));
        lines.get(0).shiftTo(lines.get(1), Money.ofEuros(100));

        GrantSplit.giveBack(lines, Money.ofEuros(100));
        GrantSplit.bearAgain(lines, Money.ofEuros(100));

        assertThat(lines).extracting(BudgetLine::limit).containsExactly(Money.ZERO, Money.ofEuros(200));
    }

    /** Whatever was shifted and paid before, in one time or in parts. */
    @Test
    void what_went_back_and_bears_again_as_a_whole_leaves_every_line_as_it_was() {
        Random random = new Random(119);
        for (int round = 0; round < 300; round++) {
            GrantSplit split = split(cents(1 + random.nextInt(50_000)), cents(random.nextInt(50_000)), cents(700));
            List<BudgetLine> lines = split.begin();
            split.add(lines, cents(100 + random.nextInt(100_000)));
            for (int deed = 0; deed < 6; deed++) {
                BudgetLine one = lines.get(random.nextInt(lines.size()));
                BudgetLine other = lines.get(random.nextInt(lines.size()));
                if (one.left().isPositive()) {
                    Money part = cents(1 + random.nextInt((int) one.left().cents()));
                    if (one == other) {
                        one.approve(part);
                    } else {
                        one.shiftTo(other, part);
                    }
                }
            }
            Money left = Money.sum(lines.stream().map(BudgetLine::left).toList());
            if (!left.isPositive()) {
                continue;
            }
            List<Money> before = lines.stream().map(BudgetLine::limit).toList();
            Money back = cents(1 + random.nextInt((int) left.cents()));
            Money first = cents(random.nextInt((int) back.cents() + 1));

            GrantSplit.giveBack(lines, back);
            for (Money part : List.of(first, back.minus(first))) {
                if (part.isPositive()) {
                    GrantSplit.bearAgain(lines, part);
                }
            }

            assertThat(lines).extracting(BudgetLine::limit).isEqualTo(before);
            assertThat(lines).allMatch(line -> line.givenBack().isZero());
        }
    }

    @Test
    void whatever_is_granted_and_however_often_the_lines_together_are_the_grant() {
        Random random = new Random(85);
        for (int round = 0; round < 300; round++) {
            List<PlanLine> costs = new ArrayList<>();
            int number = random.nextInt(8);
            for (int i = 0; i < number; i++) {
                costs.add(new PlanLine("Kosten " + i, cents(random.nextInt(500_000))));
            }
            GrantSplit split = new GrantSplit(PLAN, HERE, costs, cents(random.nextInt(3) * 12_345L));
            List<BudgetLine> lines = split.begin();
            Money granted = Money.ZERO;
            for (int grants = 0; grants < 3; grants++) {
                Money more = cents(1 + random.nextInt(1_000_000));
                split.add(lines, more);
                granted = granted.plus(more);
                assertThat(Money.sum(lines.stream().map(BudgetLine::limit).toList()))
                        .isEqualTo(granted);
            }
        }
    }

    @Test
    void a_plan_without_any_cost_still_has_one_line_for_its_money() {
        GrantSplit split = new GrantSplit(PLAN, HERE, List.of(), Money.ZERO);
        List<BudgetLine> lines = split.begin();

        split.add(lines, Money.ofEuros(5));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).limit()).isEqualTo(Money.ofEuros(5));
    }

    @Test
    void what_was_paid_before_there_were_lines_has_a_line_of_its_own_that_later_grants_pass_by() {
        GrantSplit split = split(Money.ofEuros(100), Money.ofEuros(100), Money.ZERO);
        List<BudgetLine> lines = new ArrayList<>(split.begin());
        BudgetLine earlier = split.earlier();
        earlier.takeOver(Money.ofEuros(30), Money.ofEuros(20));
        lines.add(earlier);

        split.add(lines, Money.ofEuros(150));

        assertThat(earlier.paid()).isEqualTo(Money.ofEuros(30));
        assertThat(earlier.inProcess()).isEqualTo(Money.ofEuros(20));
        assertThat(earlier.left()).isEqualTo(Money.ZERO);
        assertThat(Money.sum(lines.stream().map(BudgetLine::granted).toList())).isEqualTo(Money.ofEuros(200));
    }

    @Test
    void a_line_gives_no_more_than_is_left_and_says_how_much_that_is() {
        BudgetLine line = line(0, 100);
        line.commit(Money.ofEuros(40));
        line.approve(Money.ofEuros(50));

        assertThatThrownBy(() -> line.approve(Money.ofEuros(11))).isInstanceOfSatisfying(Refusal.class, refused -> {
            assertThat(refused.code()).isEqualTo("spending.error.line-full");
            assertThat(refused.text(Messages.DUTCH)).contains("€ 10,00");
        });
        refused("spending.error.line-full", () -> line.commit(cents(1_001)));
        refused("spending.error.no-amount", () -> line.approve(Money.ZERO));
        refused("spending.error.no-amount", () -> line.commit(cents(-1)));
    }

    @Test
    void money_shifts_between_lines_of_one_plan_only_with_a_reason_and_the_total_stays() {
        BudgetLine from = line(0, 100);
        BudgetLine to = line(1, 10);

        new LineShift(from, to, Money.ofEuros(60), "De huur viel mee", WORKER, TODAY);

        assertThat(from.limit()).isEqualTo(Money.ofEuros(40));
        assertThat(to.limit()).isEqualTo(Money.ofEuros(70));
        assertThat(from.granted()).isEqualTo(Money.ofEuros(100));
        refused("spending.error.line-full", () -> new LineShift(from, to, Money.ofEuros(41), "x", WORKER, TODAY));
        refused("spending.error.no-reason", () -> new LineShift(from, to, Money.ofEuros(1), " ", WORKER, TODAY));
        refused("spending.error.same-line", () -> new LineShift(from, from, Money.ofEuros(1), "x", WORKER, TODAY));
        BudgetLine elsewhere = new BudgetLine(new InitiativeId(8), HERE, 5, LineKind.COST, "Elders");
        refused("spending.error.same-line", () -> from.shiftTo(elsewhere, Money.ofEuros(1)));
        assertThat(from.limit().plus(to.limit())).isEqualTo(Money.ofEuros(110));
    }

    @Test
    void at_the_end_a_line_that_differs_by_more_than_the_setting_asks_for_a_reason_once() {
        BudgetLine line = line(0, 100);
        line.approve(Money.ofEuros(89));
        line.pay(Money.ofEuros(89));

        assertThat(line.asksWhy(false, 10)).isFalse();
        assertThat(line.asksWhy(true, 11)).isFalse();
        assertThat(line.asksWhy(true, 10)).isTrue();
        refused("spending.error.nothing-to-explain", () -> line.explain("Te vroeg", false, 10));
        refused("spending.error.no-reason", () -> line.explain("  ", true, 10));
        line.explain("Minder weken open", true, 10);
        assertThat(line.figures(true, 10).whyDifferent()).isEqualTo("Minder weken open");
        refused("spending.error.nothing-to-explain", () -> line.explain("Nog eens", true, 10));
    }

    @Test
    void the_figures_of_a_plan_add_up_to_what_was_granted_also_when_some_went_back() {
        GrantSplit split = split(Money.ofEuros(100), Money.ofEuros(200), Money.ZERO);
        List<BudgetLine> lines = split.begin();
        split.add(lines, Money.ofEuros(300));
        lines.get(0).commit(Money.ofEuros(20));
        lines.get(0).approve(Money.ofEuros(30));
        lines.get(0).pay(Money.ofEuros(10));
        assertThat(LineFigures.sumGone(figures(lines))).isEqualTo(Money.ZERO);
        assertThat(figures(lines).get(0).toPay()).isEqualTo(Money.ofEuros(40));

        GrantSplit.giveBack(lines, Money.ofEuros(15));

        assertThat(LineFigures.sumGone(figures(lines))).isEqualTo(Money.ofEuros(15));
    }

    private static List<LineFigures> figures(List<BudgetLine> lines) {
        for (BudgetLine line : lines) {
            Ids.give(line, line.place());
        }
        return lines.stream().map(line -> line.figures(false, 10)).toList();
    }

    // ---- one expense

    @Test
    void who_booked_it_does_not_approve_it_and_who_approved_it_does_not_pay_it() {
        Expense expense = booked(WORKER);

        refused("spending.error.own-expense", () -> expense.approve(WORKER, INTERESTED, TODAY));
        expense.approve(COLLEAGUE, INTERESTED, TODAY);
        refused("spending.error.own-expense", () -> expense.pay(WORKER, null, INTERESTED, TODAY));
        refused("spending.error.own-approval", () -> expense.pay(COLLEAGUE, null, INTERESTED, TODAY));
        expense.pay(HOLDER, null, INTERESTED, TODAY);
        assertThat(expense.state()).isEqualTo(ExpenseState.PAID);
    }

    @Test
    void who_made_the_plan_or_is_paid_from_it_neither_approves_nor_pays_nor_sends_back() {
        Set<UserId> interested = Set.of(INITIATOR, COLLEAGUE, HOLDER);
        Expense expense = booked(WORKER);

        refused("spending.error.paid-from-plan", () -> expense.approve(COLLEAGUE, interested, TODAY));
        refused("spending.error.paid-from-plan", () -> expense.sendBack(COLLEAGUE, null, interested, "Nee", TODAY));
        expense.approve(new UserId(9), interested, TODAY);
        refused("spending.error.paid-from-plan", () -> expense.pay(HOLDER, null, interested, TODAY));
    }

    @Test
    void who_stands_in_pays_and_sends_back_only_what_the_absent_one_may() {
        UserId deputy = new UserId(9);
        for (UserId hand : List.of(WORKER, COLLEAGUE, INITIATOR)) {
            Expense expense = booked(WORKER);
            expense.approve(COLLEAGUE, INTERESTED, TODAY);
            refused("spending.error.absent-has-a-hand", () -> expense.pay(deputy, hand, Set.of(INITIATOR), TODAY));
            refused(
                    "spending.error.absent-has-a-hand",
                    () -> expense.sendBack(deputy, hand, Set.of(INITIATOR), "Nee", TODAY));
            refused("spending.error.own-approval", () -> expense.pay(COLLEAGUE, HOLDER, INTERESTED, TODAY));
            expense.pay(deputy, HOLDER, Set.of(INITIATOR), TODAY);
        }
    }

    @Test
    void it_is_paid_only_once_and_only_after_approval() {
        Expense expense = booked(INITIATOR);

        refused("spending.error.not-open", () -> expense.pay(HOLDER, null, INTERESTED, TODAY));
        expense.approve(WORKER, INTERESTED, TODAY);
        refused("spending.error.not-open", () -> expense.approve(COLLEAGUE, INTERESTED, TODAY));
        expense.pay(HOLDER, null, INTERESTED, TODAY);
        refused("spending.error.not-open", () -> expense.pay(new UserId(9), null, INTERESTED, TODAY));
        refused("spending.error.not-open", () -> expense.sendBack(new UserId(9), null, INTERESTED, "Nee", TODAY));
        refused("spending.error.not-open", () -> expense.lapse(LapseReason.PLAN_ENDED, TODAY));
    }

    @Test
    void what_was_sent_back_with_a_reason_is_mended_by_who_booked_it() {
        Expense expense = booked(INITIATOR);
        refused("spending.error.no-reason", () -> expense.sendBack(WORKER, null, INTERESTED, " ", TODAY));
        expense.sendBack(WORKER, null, INTERESTED, "Het bedrag klopt niet", TODAY);
        assertThat(expense.whySentBack()).isEqualTo("Het bedrag klopt niet");

        refused("spending.error.not-yours", () -> expense.bookAnew(entry(12, null), WORKER, TODAY));
        expense.bookAnew(entry(12, null), INITIATOR, TODAY);

        assertThat(expense.state()).isEqualTo(ExpenseState.BOOKED);
        assertThat(expense.amount()).isEqualTo(Money.ofEuros(12));
        assertThat(expense.whySentBack()).isNull();
        refused("spending.error.not-sent-back", () -> expense.bookAnew(entry(12, null), INITIATOR, TODAY));
    }

    @Test
    void who_booked_it_takes_it_back_as_long_as_nobody_approved_it() {
        Expense expense = booked(INITIATOR);
        refused("spending.error.not-yours", () -> expense.withdraw(WORKER, TODAY));
        assertThat(expense.mayBeWithdrawnBy(WORKER)).isFalse();
        assertThat(expense.mayBeWithdrawnBy(INITIATOR)).isTrue();
        expense.withdraw(INITIATOR, TODAY);
        assertThat(expense.state()).isEqualTo(ExpenseState.WITHDRAWN);
        refused("spending.error.not-open", () -> expense.approve(WORKER, INTERESTED, TODAY));
        refused("spending.error.not-open", () -> expense.withdraw(INITIATOR, TODAY));
        Expense approved = booked(INITIATOR);
        approved.approve(WORKER, INTERESTED, TODAY);
        refused("spending.error.not-open", () -> approved.withdraw(INITIATOR, TODAY));
    }

    @Test
    void more_than_is_left_on_a_line_is_said_and_the_same_expense_again_is_asked_about() {
        LineFigures figures = line(0, 100).figures(false, 10);
        assertThat(figures.moreThanLeft(Money.ofEuros(100))).isEmpty();
        assertThat(figures.moreThanLeft(cents(10_001))).contains(cents(1));
        Expense before = booked(INITIATOR);
        Ids.give(before, 7);
        ExpenseSummary shown = before.summary("Samen eten", List.of(), ExpenseRights.NONE);
        assertThat(shown.isLike(entry(10, null))).isTrue();
        assertThat(shown.isLike(entry(11, null))).isFalse();
        assertThat(shown.isLike(entry("Iets anders", TODAY))).isTrue();
        assertThat(shown.isLike(entry("Verf", TODAY.minusDays(1)))).isFalse();
        before.withdraw(INITIATOR, TODAY);
        assertThat(before.summary("Samen eten", List.of(), ExpenseRights.NONE).isLike(entry(10, null)))
                .isFalse();
    }

    @Test
    void it_needs_an_amount_a_day_that_has_been_and_a_few_words() {
        refused("spending.error.no-amount", () -> booked(INITIATOR, entry(0, null)));
        refused("spending.error.no-purpose", () -> booked(INITIATOR, entry("  ", TODAY)));
        refused("spending.error.text-too-long", () -> booked(INITIATOR, entry("x".repeat(201), TODAY)));
        refused("spending.error.day-to-come", () -> booked(INITIATOR, entry("Verf", TODAY.plusDays(1))));
        refused("spending.error.day-too-old", () -> booked(INITIATOR, entry("Verf", TODAY.minusYears(3))));
    }

    @Test
    void one_that_lapsed_says_why() {
        for (LapseReason reason : LapseReason.values()) {
            Expense expense = booked(INITIATOR);
            expense.lapse(reason, TODAY);
            assertThat(expense.whyLapsed()).isEqualTo(reason);
            assertThat(expense.whySentBack()).isNull();
            assertThat(Messages.text(Messages.DUTCH, reason.key())).startsWith("Vervallen: ");
        }
    }

    @Test
    void one_that_stands_in_a_file_for_the_bank_does_not_lapse_until_it_is_taken_out() {
        Expense expense = booked(INITIATOR);
        expense.approve(WORKER, INTERESTED, TODAY);
        expense.order("BB-1", HOLDER, null, INTERESTED, TODAY);
        assertThat(expense.isOrdered()).isTrue();
        for (LapseReason reason : LapseReason.values()) {
            refused("spending.error.plan-in-order", () -> expense.lapse(reason, TODAY));
        }
        assertThat(expense.state()).isEqualTo(ExpenseState.APPROVED);

        expense.notOrdered(HOLDER, null, INTERESTED);
        expense.lapse(LapseReason.WAITED_TOO_LONG, TODAY);

        assertThat(expense.whyLapsed()).isEqualTo(LapseReason.WAITED_TOO_LONG);
    }

    @Test
    void one_that_the_bank_paid_does_not_lapse_until_its_payment_is_recorded_or_taken_off_it() {
        Expense expense = booked(INITIATOR);
        expense.approve(WORKER, INTERESTED, TODAY);
        expense.seenByBank(TODAY);
        assertThat(expense.isAtBank()).isTrue();
        assertThat(expense.isOrdered()).isFalse();
        for (LapseReason reason : LapseReason.values()) {
            refused("spending.error.plan-paid-by-bank", () -> expense.lapse(reason, TODAY));
        }
        assertThat(expense.state()).isEqualTo(ExpenseState.APPROVED);

        expense.notSeenByBank();
        assertThat(expense.isAtBank()).isFalse();
        expense.lapse(LapseReason.WAITED_TOO_LONG, TODAY);
    }

    @Test
    void a_payment_that_came_back_takes_a_fourth_person_and_is_booked_anew_by_who_booked_it() {
        BudgetLine line = line(0, 100);
        Expense expense = booked(WORKER);
        UserId other = new UserId(9);
        refused("spending.error.not-paid", () -> expense.comeBack(other, null, INTERESTED, TODAY));
        expense.approve(COLLEAGUE, INTERESTED, TODAY);
        expense.held(new ReservationId(1));
        line.approve(expense.amount());
        expense.order("BB-1", HOLDER, null, INTERESTED, TODAY);
        expense.pay(HOLDER, null, INTERESTED, TODAY);
        line.pay(expense.amount());
        expense.seenByBank(TODAY);

        refused("spending.error.own-expense", () -> expense.comeBack(WORKER, null, INTERESTED, TODAY));
        refused("spending.error.own-approval", () -> expense.comeBack(COLLEAGUE, null, INTERESTED, TODAY));
        refused("spending.error.own-payment", () -> expense.comeBack(HOLDER, null, INTERESTED, TODAY));
        refused("spending.error.paid-from-plan", () -> expense.comeBack(INITIATOR, null, INTERESTED, TODAY));
        for (UserId hand : List.of(WORKER, COLLEAGUE, HOLDER, INITIATOR)) {
            refused("spending.error.absent-has-a-hand", () -> expense.comeBack(other, hand, INTERESTED, TODAY));
        }
        expense.comeBack(other, null, INTERESTED, TODAY);
        line.comeBack(expense.amount());

        assertThat(expense.state()).isEqualTo(ExpenseState.CAME_BACK);
        assertThat(line.left()).isEqualTo(Money.ofEuros(100));
        assertThat(line.paid()).isEqualTo(Money.ZERO);
        refused("spending.error.not-paid", () -> expense.comeBack(other, null, INTERESTED, TODAY));
        refused("spending.error.not-payable", () -> expense.seenByBank(TODAY));
        assertThat(expense.mayBeBookedAnewBy(WORKER)).isTrue();
        assertThat(expense.mayBeBookedAnewBy(COLLEAGUE)).isFalse();
        expense.bookAnew(entry(12, null), WORKER, TODAY);
        assertThat(expense.reservation()).isEmpty();
        expense.approve(COLLEAGUE, INTERESTED, TODAY);
        expense.order("BB-2", HOLDER, null, INTERESTED, TODAY);
        expense.pay(HOLDER, null, INTERESTED, TODAY);
    }

    @Test
    void what_came_back_of_a_bill_is_to_be_paid_still_by_its_agreement() {
        BudgetLine line = line(0, 100);
        Commitment agreed = agreed(line, 60);
        agreed.claim(Money.ofEuros(60));
        line.approveCommitted(Money.ofEuros(60));
        agreed.pay(Money.ofEuros(40));
        line.pay(Money.ofEuros(40));

        agreed.comeBack(Money.ofEuros(40));
        line.comeBackCommitted(Money.ofEuros(40));

        assertThat(agreed.toCome()).isEqualTo(Money.ofEuros(60));
        assertThat(agreed.summary().free()).isEqualTo(Money.ofEuros(40));
        assertThat(line.committed()).isEqualTo(Money.ofEuros(40));
        assertThat(line.left()).isEqualTo(Money.ofEuros(40));
    }

    // ---- agreements

    @Test
    void bills_take_no_more_than_was_agreed_and_closing_frees_the_rest() {
        BudgetLine line = line(0, 100);
        Commitment agreed = agreed(line, 60);
        assertThat(line.left()).isEqualTo(Money.ofEuros(40));

        agreed.claim(Money.ofEuros(25));
        line.approveCommitted(Money.ofEuros(25));
        refused("spending.error.more-than-agreed", () -> agreed.claim(cents(3_501)));
        refused("spending.error.bills-wait", () -> agreed.close(TODAY));
        agreed.pay(Money.ofEuros(25));
        line.pay(Money.ofEuros(25));
        assertThat(agreed.toCome()).isEqualTo(Money.ofEuros(35));

        line.uncommit(agreed.close(TODAY));

        assertThat(line.left()).isEqualTo(Money.ofEuros(75));
        assertThat(line.committed()).isEqualTo(Money.ZERO);
        refused("spending.error.commitment-closed", () -> agreed.claim(Money.ofEuros(1)));
        refused("spending.error.commitment-closed", () -> agreed.close(TODAY));
    }

    @Test
    void an_agreement_names_with_whom_and_until_when_and_fits_its_line() {
        BudgetLine line = line(0, 100);
        refused("spending.error.line-full", () -> agreed(line, 101));
        refused(
                "spending.error.with-whom",
                () -> new Commitment(
                        "k", line, new NewCommitment(line.id(), " ", "Zaal", Money.ofEuros(1), TODAY), WORKER, TODAY));
        refused(
                "spending.error.until-is-past",
                () -> new Commitment(
                        "k",
                        line,
                        new NewCommitment(line.id(), "Zaal", "Huur", Money.ofEuros(1), TODAY.minusDays(1)),
                        WORKER,
                        TODAY));
        assertThat(line.committed()).isEqualTo(Money.ZERO);
    }

    @Test
    void what_is_agreed_is_held_until_its_last_bill_can_be_paid_and_not_without_bills_after_its_day() {
        Commitment agreed = agreed(line(0, 100), 60);
        LocalDate last = agreed.until().plusWeeks(8);
        LocalDate late = last.plusDays(1);
        assertThat(agreed.heldUntil(TODAY)).isEqualTo(last);
        assertThat(agreed.isOver(last)).isFalse();
        assertThat(agreed.isOver(late)).isTrue();

        agreed.claim(Money.ofEuros(30));
        agreed.claim(Money.ofEuros(20));

        assertThat(agreed.heldUntil(TODAY)).isEqualTo(last);
        assertThat(agreed.heldUntil(late)).isEqualTo(late.plusWeeks(8));
        agreed.pay(Money.ofEuros(30));
        assertThat(agreed.isOver(late)).as("a bill waits").isFalse();
        agreed.pay(Money.ofEuros(20));
        assertThat(agreed.isOver(late))
                .as("ten are to come of it, and come no more")
                .isTrue();
        assertThat(agreed.isOver(last)).isFalse();
        agreed.claim(Money.ofEuros(10));
        agreed.pay(Money.ofEuros(10));
        assertThat(agreed.isOver(TODAY)).as("all of it was paid").isTrue();
    }

    // ---- all of it, in any order

    /** Any sequence of commands keeps every limit, pays once, and takes another person for each step. */
    @Test
    void the_same_command_again_is_the_same_expense_and_another_under_its_key_is_refused() {
        NewExpense entry = entry(12, null);
        Expense expense = booked(INITIATOR, entry);
        Ids.give(expense, 7);

        assertThat(expense.answer(entry)).isEqualTo(expense.id());
        assertThatThrownBy(() -> expense.answer(entry(120, null))).hasMessage("spending.error.key-used");
        assertThatThrownBy(() -> expense.answer(entry("iets anders", TODAY))).hasMessage("spending.error.key-used");
    }

    @Test
    void no_sequence_of_commands_breaks_a_limit_or_pays_twice_or_by_the_same_person() {
        Random random = new Random(20261122);
        List<BudgetLine> lines = List.of(line(0, 500), line(1, 300), line(2, 0));
        List<Expense> expenses = new ArrayList<>();
        List<Commitment> commitments = new ArrayList<>();
        Map<Expense, List<UserId>> hands = new HashMap<>();
        List<UserId> people = List.of(INITIATOR, WORKER, COLLEAGUE, HOLDER, new UserId(5));
        Money paid = Money.ZERO;
        int refusals = 0;
        for (int step = 0; step < 2_000; step++) {
            UserId who = people.get(random.nextInt(people.size()));
            BudgetLine line = lines.get(random.nextInt(lines.size()));
            Money amount = cents(random.nextInt(12_000) - 500);
            @Nullable Expense one = expenses.isEmpty() ? null : expenses.get(random.nextInt(expenses.size()));
            @Nullable
            Commitment agreed = commitments.isEmpty() ? null : commitments.get(random.nextInt(commitments.size()));
            try {
                switch (random.nextInt(8)) {
                    case 0 -> {
                        Commitment within = random.nextBoolean() ? agreed : null;
                        BudgetLineId on = within == null ? line.id() : within.line();
                        Expense expense = booked(
                                who, new NewExpense(on, within == null ? null : within.id(), amount, "Verf", TODAY));
                        expenses.add(expense);
                        hands.put(expense, new ArrayList<>(List.of(who)));
                    }
                    case 1, 2 -> {
                        if (one != null) {
                            approve(one, who, lines, commitments);
                            hands.get(one).add(who);
                        }
                    }
                    case 3 -> {
                        if (one != null) {
                            one.pay(who, null, INTERESTED, TODAY);
                            lineOf(one, lines).pay(one.amount());
                            commitmentOf(one, commitments).ifPresent(c -> c.pay(one.amount()));
                            hands.get(one).add(who);
                            paid = paid.plus(one.amount());
                        }
                    }
                    case 4 -> {
                        if (one != null) {
                            boolean approved = one.state() == ExpenseState.APPROVED;
                            one.sendBack(who, null, INTERESTED, "Nee", TODAY);
                            if (approved) {
                                letGo(one, lines, commitments);
                            }
                            hands.put(one, new ArrayList<>(hands.get(one).subList(0, 1)));
                        }
                    }
                    case 5 -> {
                        if (one != null) {
                            one.bookAnew(new NewExpense(line.id(), null, amount, "Anders", TODAY), who, TODAY);
                        }
                    }
                    case 6 -> commitments.add(agreed(line, amount, commitments.size() + 1));
                    default -> {
                        if (agreed != null && random.nextInt(4) == 0) {
                            lineOf(agreed, lines).uncommit(agreed.close(TODAY));
                        } else {
                            new LineShift(line, lines.get(random.nextInt(3)), amount, "Schuif", who, TODAY);
                        }
                    }
                }
            } catch (Refusal refusal) {
                refusals++;
            }
            hold(lines, expenses, commitments, paid);
        }
        for (Expense expense : expenses) {
            if (expense.state() == ExpenseState.PAID) {
                assertThat(hands.get(expense)).hasSize(3).doesNotHaveDuplicates();
                assertThat(hands.get(expense).subList(1, 3)).doesNotContain(INITIATOR);
            }
        }
        assertThat(paid.isPositive()).isTrue();
        assertThat(refusals).isPositive();
    }

    private static void hold(List<BudgetLine> lines, List<Expense> expenses, List<Commitment> commitments, Money paid) {
        assertThat(Money.sum(lines.stream().map(BudgetLine::limit).toList())).isEqualTo(Money.ofEuros(800));
        assertThat(Money.sum(lines.stream().map(BudgetLine::paid).toList())).isEqualTo(paid);
        for (BudgetLine line : lines) {
            assertThat(line.left().isNegative()).as("left on a line").isFalse();
            assertThat(line.committed().isNegative()).isFalse();
            assertThat(line.inProcess().isNegative()).isFalse();
            assertThat(line.inProcess())
                    .isEqualTo(Money.sum(expenses.stream()
                            .filter(one -> one.state() == ExpenseState.APPROVED
                                    && one.line().equals(Optional.of(line.id())))
                            .map(Expense::amount)
                            .toList()));
            assertThat(line.committed())
                    .isEqualTo(Money.sum(commitments.stream()
                            .filter(one -> one.isOpen() && one.line().equals(line.id()))
                            .map(one -> one.summary().free())
                            .toList()));
        }
    }

    private static void approve(Expense one, UserId who, List<BudgetLine> lines, List<Commitment> commitments) {
        // as the service: what a later step refuses undoes the whole
        Optional<Commitment> agreed = commitmentOf(one, commitments);
        BudgetLine line = lineOf(one, lines);
        boolean fits = agreed.isPresent()
                ? agreed.get().isOpen() && agreed.get().summary().free().compareTo(one.amount()) >= 0
                : line.left().compareTo(one.amount()) >= 0;
        if (!fits) {
            throw new Refusal("spending.error.line-full", 0);
        }
        one.approve(who, INTERESTED, TODAY);
        if (agreed.isPresent()) {
            agreed.get().claim(one.amount());
            line.approveCommitted(one.amount());
        } else {
            line.approve(one.amount());
        }
    }

    private static void letGo(Expense one, List<BudgetLine> lines, List<Commitment> commitments) {
        Optional<Commitment> agreed = commitmentOf(one, commitments);
        if (agreed.isPresent()) {
            agreed.get().unclaim(one.amount());
            lineOf(one, lines).letGoCommitted(one.amount());
        } else {
            lineOf(one, lines).letGo(one.amount());
        }
    }

    private static BudgetLine lineOf(Expense one, List<BudgetLine> lines) {
        return lines.get((int) one.line().orElseThrow().value());
    }

    private static BudgetLine lineOf(Commitment one, List<BudgetLine> lines) {
        return lines.get((int) one.line().value());
    }

    private static Optional<Commitment> commitmentOf(Expense one, List<Commitment> commitments) {
        return one.commitment().map(id -> commitments.get((int) id.value() - 1));
    }

    // ----

    private static GrantSplit split(Money first, Money second, Money startUp) {
        return new GrantSplit(
                PLAN, HERE, List.of(new PlanLine("Boodschappen", first), new PlanLine("Zaal", second)), startUp);
    }

    /** As the database would number it: by its place. */
    private static BudgetLine line(int place, long euros) {
        BudgetLine line = new BudgetLine(PLAN, HERE, place, LineKind.COST, "Onderdeel " + place);
        Ids.give(line, place);
        if (euros > 0) {
            line.grant(Money.ofEuros(euros));
        }
        return line;
    }

    private static Expense booked(UserId by) {
        return booked(by, entry(10, null));
    }

    private static Expense booked(UserId by, NewExpense entry) {
        return new Expense("key", PLAN, HERE, entry, by, TODAY);
    }

    private static NewExpense entry(long euros, @Nullable CommitmentId agreed) {
        return new NewExpense(new BudgetLineId(0), agreed, Money.ofEuros(euros), "Verf", TODAY);
    }

    private static NewExpense entry(String purpose, LocalDate day) {
        return new NewExpense(new BudgetLineId(0), null, Money.ofEuros(10), purpose, day);
    }

    private static Commitment agreed(BudgetLine line, long euros) {
        return agreed(line, Money.ofEuros(euros), 1);
    }

    private static Commitment agreed(BudgetLine line, Money amount, long number) {
        Commitment commitment = new Commitment(
                "key " + number,
                line,
                new NewCommitment(line.id(), "Buurthuis", "Huur van de zaal", amount, TODAY.plusMonths(3)),
                WORKER,
                TODAY);
        Ids.give(commitment, number);
        commitment.held(new ReservationId(number));
        return commitment;
    }

    private static Money cents(long cents) {
        return Money.ofCents(cents);
    }

    private static void refused(String code, ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOfSatisfying(Refusal.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            Messages.LOCALES.forEach(
                    locale -> assertThat(refused.text(locale)).isNotBlank().doesNotContain("{"));
        });
    }
}
