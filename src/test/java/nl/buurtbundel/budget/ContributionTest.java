package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.buurtbundel.Ids;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.ledger.AccountId;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.NewTransfer;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContributionTest {
    private static final NeighbourhoodCode HERE = new NeighbourhoodCode("BU99010101");
    private static final FiscalYear YEAR = new FiscalYear(2026);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final Contribution insurer = contribution(agreement("OVK-7", Money.ofEuros(10_000), TODAY));
    private final Map<AccountKey, Money> balances = new HashMap<>();
    private final List<TransferSummary> book = new ArrayList<>();

    @Test
    void an_agreement_has_a_payer_a_number_an_amount_and_a_day_on_which_it_was_signed() {
        for (String nothing : List.of("", "  ", "x".repeat(101))) {
            assertThatThrownBy(() ->
                            new NewContribution(YEAR, ContributorKind.FUND, nothing, "OVK-7", Money.ofEuros(1), TODAY))
                    .hasMessage("budget.error.contribution-organisation");
            assertThatThrownBy(() -> agreement(nothing, Money.ofEuros(1), TODAY))
                    .hasMessage("budget.error.contribution-number");
        }
        for (Money nothing : List.of(Money.ZERO, Money.ofEuros(-1))) {
            assertThatThrownBy(() -> agreement("OVK-7", nothing, TODAY)).hasMessage("budget.error.nothing-asked");
        }
        assertThatThrownBy(() -> contribution(agreement("OVK-7", Money.ofEuros(1), TODAY.plusDays(1))))
                .hasMessage("budget.error.contribution-not-signed");
    }

    @Test
    void another_command_under_the_key_of_an_agreement_is_refused() {
        assertThatThrownBy(() -> insurer.answer("initiative:12", agreement("OVK-8", Money.ofEuros(10_000), TODAY)))
                .hasMessage("ledger.error.key-used");
        assertThatThrownBy(() -> insurer.answer("initiative:13", agreement("OVK-7", Money.ofEuros(10_000), TODAY)))
                .hasMessage("ledger.error.key-used");
    }

    @Test
    void no_more_is_received_than_was_agreed_and_who_tries_reads_what_can_still_come() {
        insurer.requireAgreed(Money.ofEuros(10_000), Money.ofEuros(4_000));
        assertThatThrownBy(() -> insurer.requireAgreed(Money.ofCents(10_000_01), Money.ofCents(4_000_01)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("budget.error.contribution-more-than-agreed");
                    assertThat(refusal.parameters())
                            .containsExactly(
                                    Money.ofEuros(10_000).inEuros(),
                                    Money.ofEuros(4_000).inEuros());
                });
    }

    /** Whatever is received, granted, given back and moved on, in whatever order: each year adds up, and so does the whole. */
    @Test
    void drawn_deeds_never_receive_more_than_agreed_and_every_year_adds_up() {
        Random random = new Random(20261123);
        int tooMuch = 0;
        for (int round = 0; round < 60; round++) {
            balances.clear();
            book.clear();
            for (int deed = 0; deed < 80; deed++) {
                FiscalYear year = random.nextInt(4) == 0 ? YEAR.next() : YEAR;
                Money amount = Money.ofCents(1 + random.nextInt(400_000));
                AccountKey granted = granted(year);
                switch (random.nextInt(8)) {
                    case 0, 1 -> {
                        book(insurer.receipt("k", YEAR, amount), null);
                        try {
                            insurer.requireAgreed(money().received(), amount);
                        } catch (Refusal refusal) {
                            undo();
                            tooMuch++;
                        }
                    }
                    case 2 -> bookIfThere(insurer.giveBack("k", year, amount));
                    case 3 -> {
                        if (bookIfThere(insurer.moveOut("k", YEAR, amount))) {
                            book(insurer.moveIn("k", YEAR, amount), null);
                        }
                    }
                    case 4 -> bookIfThere(transfer(insurer.account(year), granted, amount, Reason.GRANTED));
                    case 5 -> goOn(amount);
                    case 6 -> moveOn(amount);
                    default -> bookIfThere(transfer(granted, insurer.account(year), amount, Reason.UNSPENT_RETURNED));
                }
                assertThat(money().received()).isLessThanOrEqualTo(Money.ofEuros(10_000));
                assertThat(money().years()).allMatch(ContributionSummary.OfYear::addsUp);
                Money outside = Money.sum(money().years().stream()
                        .map(one -> one.there().plus(one.used()).plus(one.returned()))
                        .toList());
                assertThat(outside).isEqualTo(money().received());
                assertThat(used()).isLessThanOrEqualTo(decided());
                assertThat(money().cameBack())
                        .isBetween(
                                Money.ZERO,
                                Money.sum(money().years().stream()
                                        .map(ContributionSummary.OfYear::there)
                                        .toList()));
            }
        }
        assertThat(tooMuch).isGreaterThan(100);
    }

    @Test
    void what_was_granted_and_not_used_stays_granted_in_the_next_year() {
        AccountKey granted = granted(YEAR);
        book(insurer.receipt("k", YEAR, Money.ofEuros(600)), null);
        book(transfer(insurer.account(YEAR), granted, Money.ofEuros(500), Reason.GRANTED), null);

        goOn(Money.ofEuros(350));

        ContributionSummary.OfYear before = money().years().get(0);
        ContributionSummary.OfYear after = money().years().get(1);
        assertThat(before.used()).isEqualTo(Money.ofEuros(150));
        assertThat(before.movedOn()).isEqualTo(Money.ofEuros(350));
        assertThat(before.there()).isEqualTo(Money.ofEuros(100));
        assertThat(after.movedIn()).isEqualTo(Money.ofEuros(350));
        assertThat(after.used()).isEqualTo(Money.ofEuros(350));
        assertThat(after.there()).isEqualTo(Money.ZERO);
        assertThat(balances.get(granted(YEAR.next()))).isEqualTo(Money.ofEuros(350));
        assertThat(money().cameBack()).as("what stayed granted never came back").isEqualTo(Money.ZERO);
    }

    /** 100 came in after the decision: it is no part of what was decided, however it moves. */
    @Test
    void what_came_back_bears_again_and_what_came_in_after_the_decision_waits() {
        book(insurer.receipt("k", YEAR, Money.ofEuros(600)), null);
        book(transfer(insurer.account(YEAR), granted(YEAR), Money.ofEuros(500), Reason.GRANTED), null);
        book(transfer(granted(YEAR), insurer.account(YEAR), Money.ofEuros(350), Reason.UNSPENT_RETURNED), null);
        assertThat(money().cameBack()).isEqualTo(Money.ofEuros(350));

        moveOn(Money.ofEuros(450));

        assertThat(balances.get(granted(YEAR.next()))).isEqualTo(Money.ofEuros(350));
        assertThat(money().years().get(1).there()).isEqualTo(Money.ofEuros(100));
        assertThat(money().cameBack()).isEqualTo(Money.ZERO);
        assertThat(bearsAgain(Money.ofEuros(100))).isEqualTo(Money.ZERO);
    }

    /** What one person moves into the grant is money that was decided, never what came in since. */
    @Test
    void what_came_back_and_went_back_to_the_payer_does_not_let_in_what_comes_later() {
        comesBackAfterADecision(Money.ofEuros(100));
        book(insurer.giveBack("k", YEAR, Money.ofEuros(100)), null);
        assertThat(money().cameBack()).isEqualTo(Money.ZERO);

        book(insurer.receipt("l", YEAR, Money.ofEuros(100)), null);
        moveOn(Money.ofEuros(100));

        assertThat(balances).doesNotContainKey(granted(YEAR.next()));
        assertThat(money().years().get(1).there()).isEqualTo(Money.ofEuros(100));
    }

    @Test
    void what_came_back_and_was_granted_again_does_not_let_in_what_comes_later() {
        comesBackAfterADecision(Money.ofEuros(100));
        book(transfer(insurer.account(YEAR), granted(YEAR), Money.ofEuros(100), Reason.GRANTED), null);
        book(insurer.receipt("l", YEAR, Money.ofEuros(100)), null);

        moveOn(Money.ofEuros(100));

        assertThat(balances).doesNotContainKey(granted(YEAR.next()));
        assertThat(money().cameBack()).isEqualTo(Money.ZERO);
    }

    /** The order tells: the same deeds, and here the decision had nothing to do with what came back. */
    @Test
    void what_was_returned_or_granted_before_takes_nothing_off_what_came_back() {
        book(insurer.receipt("k", YEAR, Money.ofEuros(300)), null);
        book(insurer.giveBack("k", YEAR, Money.ofEuros(100)), null);
        book(transfer(insurer.account(YEAR), granted(YEAR), Money.ofEuros(200), Reason.GRANTED), null);
        book(transfer(granted(YEAR), insurer.account(YEAR), Money.ofEuros(150), Reason.UNSPENT_RETURNED), null);
        assertThat(money().cameBack()).isEqualTo(Money.ofEuros(150));
    }

    @Test
    void what_waits_for_a_decision_goes_back_first_and_what_is_decided_stays() {
        comesBackAfterADecision(Money.ofEuros(100));
        book(insurer.receipt("l", YEAR, Money.ofEuros(40)), null);
        book(insurer.giveBack("k", YEAR, Money.ofEuros(40)), null);
        assertThat(money().cameBack()).isEqualTo(Money.ofEuros(100));
        book(insurer.giveBack("l", YEAR, Money.ofEuros(30)), null);
        assertThat(money().cameBack()).isEqualTo(Money.ofEuros(70));
    }

    private void comesBackAfterADecision(Money amount) {
        book(insurer.receipt("k", YEAR, amount), null);
        book(transfer(insurer.account(YEAR), granted(YEAR), amount, Reason.GRANTED), null);
        book(transfer(granted(YEAR), insurer.account(YEAR), amount, Reason.UNSPENT_RETURNED), null);
    }

    private Money bearsAgain(Money amount) {
        ContributionMoney money = money();
        return new ContributionSummary(
                        new ContributionId(1),
                        agreement("OVK-7", Money.ofEuros(10_000), TODAY),
                        money.received(),
                        money.cameBack(),
                        money.years())
                .bearsAgain(amount);
    }

    @Test
    void every_step_on_the_way_to_the_next_year_names_the_agreement_and_those_in_the_grant_the_plan() {
        List<NewTransfer> steps = insurer.goOn("year-settlement:3:out:0", granted(YEAR), Money.ofEuros(1));
        assertThat(steps).extracting(NewTransfer::reason).containsOnly(Reason.CONTRIBUTION_MOVED);
        assertThat(steps).extracting(NewTransfer::purpose).containsOnly("OVK-7");
        assertThat(steps).extracting(NewTransfer::key).doesNotHaveDuplicates();
        assertThat(steps)
                .extracting(NewTransfer::reference)
                .containsExactly("initiative:12", insurer.ownReference(), insurer.ownReference(), "initiative:12");
        assertThat(steps.get(3).to()).isEqualTo(granted(YEAR.next()));
    }

    private static AccountKey granted(FiscalYear year) {
        return AccountKey.of(HERE.municipality(), year, AccountKind.GRANTED)
                .withReference("initiative:12")
                .withTaskField(PooledBudgets.INITIATIVES_TASK_FIELD)
                .withNeighbourhood(HERE);
    }

    /** As the end of a year does. */
    private void goOn(Money amount) {
        if (balances.getOrDefault(granted(YEAR), Money.ZERO).compareTo(amount) >= 0) {
            insurer.goOn("k", granted(YEAR), amount).forEach(step -> book(step, null));
        }
    }

    /** As the budget holder does. */
    private void moveOn(Money amount) {
        Money again = bearsAgain(amount);
        if (bookIfThere(insurer.moveOut("k", YEAR, amount))) {
            book(insurer.moveIn("k", YEAR, amount), null);
            if (again.isPositive()) {
                book(insurer.bearAgain("k", YEAR.next(), again), null);
            }
        }
    }

    private Money used() {
        return Money.sum(
                money().years().stream().map(ContributionSummary.OfYear::used).toList());
    }

    private Money decided() {
        return Money.sum(book.stream()
                .filter(one -> one.reason() == Reason.GRANTED)
                .map(TransferSummary::amount)
                .toList());
    }

    @Test
    void what_was_corrected_counts_for_nothing() {
        book(insurer.receipt("k", YEAR, Money.ofEuros(100)), null);
        undo();
        book(insurer.receipt("l", YEAR, Money.ofEuros(70)), null);
        assertThat(money().received()).isEqualTo(Money.ofEuros(70));
        assertThat(money().years()).allMatch(ContributionSummary.OfYear::addsUp);
    }

    private boolean bookIfThere(NewTransfer transfer) {
        if (balances.getOrDefault(transfer.from(), Money.ZERO).compareTo(transfer.amount()) < 0) {
            return false;
        }
        book(transfer, null);
        return true;
    }

    /** As a counter-transfer does. */
    private void undo() {
        TransferSummary wrong = book.remove(book.size() - 1);
        book.add(summary(wrong.number(), wrong.from(), wrong.to(), wrong.amount(), wrong.reason(), null, true));
        book(transfer(wrong.to(), wrong.from(), wrong.amount(), wrong.reason()), wrong.id());
    }

    private void book(NewTransfer transfer, @Nullable TransferId counters) {
        balances.merge(transfer.from(), transfer.amount().negated(), Money::plus);
        balances.merge(transfer.to(), transfer.amount(), Money::plus);
        book.add(summary(
                book.size() + 1L,
                transfer.from(),
                transfer.to(),
                transfer.amount(),
                transfer.reason(),
                counters,
                false));
    }

    private ContributionMoney money() {
        Map<FiscalYear, AccountSummary> accounts = new HashMap<>();
        for (FiscalYear year : List.of(YEAR, YEAR.next())) {
            Money balance = balances.get(insurer.account(year));
            if (balance != null) {
                accounts.put(
                        year,
                        new AccountSummary(
                                new AccountId(year.year()), insurer.account(year), balance, Money.ZERO, balance));
            }
        }
        return new ContributionMoney(YEAR, accounts, book);
    }

    private static NewTransfer transfer(AccountKey from, AccountKey to, Money amount, Reason reason) {
        return new NewTransfer("k", from, to, amount, reason, "initiative:12", "");
    }

    private static TransferSummary summary(
            long number,
            AccountKey from,
            AccountKey to,
            Money amount,
            Reason reason,
            @Nullable TransferId counters,
            boolean countered) {
        return Booked.transfer(number, from, to, amount, reason, "initiative:12", counters, countered);
    }

    private static Contribution contribution(NewContribution agreement) {
        return Ids.give(new Contribution("key", "initiative:12", HERE, agreement, new UserId(5), TODAY), 9);
    }

    private static NewContribution agreement(String number, Money agreed, LocalDate signedOn) {
        return new NewContribution(
                YEAR, ContributorKind.HEALTH_INSURER, "Zorgverzekeraar Oost", number, agreed, signedOn);
    }
}
