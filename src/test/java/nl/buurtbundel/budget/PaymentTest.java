package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PaymentTest {
    private static final UserId WORKER = new UserId(1);
    private static final UserId HOLDER = new UserId(2);
    private static final UserId INITIATOR = new UserId(3);
    private static final Set<UserId> INTERESTED = Set.of(INITIATOR);
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

    @Test
    void who_made_it_ready_does_not_pay_it() {
        Payment payment = prepared("Huur");

        refused("budget.error.own-payment", () -> payment.pay(WORKER, INTERESTED, TODAY));
        payment.pay(HOLDER, INTERESTED, TODAY);
        assertThat(payment.state()).isEqualTo(PaymentState.PAID);
    }

    @Test
    void who_made_the_plan_or_is_paid_from_it_has_no_hand_in_it() {
        refused("budget.error.paid-from-plan", () -> prepared("Huur").pay(INITIATOR, INTERESTED, TODAY));
        refused("budget.error.paid-from-plan", () -> prepared(INITIATOR, Money.ofEuros(1), "Huur"));
    }

    @Test
    void it_is_paid_declined_or_lapsed_once() {
        Payment payment = prepared("Huur");
        payment.decline(HOLDER, "Rekening klopt niet", TODAY);

        refused("budget.error.payment-not-open", () -> payment.pay(HOLDER, INTERESTED, TODAY));
        refused("budget.error.payment-not-open", () -> payment.lapse(LapseReason.PLAN_ENDED, TODAY));
        assertThat(payment.state()).isEqualTo(PaymentState.DECLINED);
    }

    @Test
    void one_that_lapsed_says_why() {
        assertThat(lapsed(LapseReason.PLAN_ENDED).whyLapsed()).isEqualTo(LapseReason.PLAN_ENDED);
        assertThat(lapsed(LapseReason.WAITED_TOO_LONG).whyLapsed()).isEqualTo(LapseReason.WAITED_TOO_LONG);
        assertThat(lapsed(LapseReason.PLAN_ENDED).whyDeclined()).isNull();
        for (LapseReason reason : LapseReason.values()) {
            assertThat(Messages.text(Messages.DUTCH, reason.key())).startsWith("Vervallen: ");
        }
    }

    private static Payment lapsed(LapseReason because) {
        Payment payment = prepared("Huur");
        payment.lapse(because, TODAY);
        return payment;
    }

    @Test
    void a_bill_of_december_is_paid_in_january() {
        Payment payment = prepared("Huur");
        payment.pay(HOLDER, INTERESTED, LocalDate.of(2027, 1, 4));
        assertThat(payment.state()).isEqualTo(PaymentState.PAID);
    }

    @Test
    void it_has_an_amount_above_zero_and_says_what_it_is_for() {
        refused("budget.error.nothing-to-pay", () -> prepared(WORKER, Money.ZERO, "Huur"));
        refused("budget.error.nothing-to-pay", () -> prepared(WORKER, Money.ofEuros(-5), "Huur"));
        refused("budget.error.payment-without-purpose", () -> prepared("  "));
        refused("budget.error.text-too-long", () -> prepared("x".repeat(201)));
        refused("budget.error.decline-without-reason", () -> prepared("Huur").decline(HOLDER, " ", TODAY));
    }

    private static Payment prepared(String purpose) {
        return prepared(WORKER, Money.ofEuros(100), purpose);
    }

    private static Payment prepared(UserId by, Money amount, String purpose) {
        return new Payment(
                new InitiativeId(4), new NeighbourhoodCode("BU99010101"), amount, purpose, by, INTERESTED, TODAY);
    }

    private static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).hasMessage(code);
    }
}
