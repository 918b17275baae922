package nl.buurtbundel.budget;

import java.time.LocalDate;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * One payment to a plan.
 *
 * @param version the version seen, to send along with a command
 * @param mayPay the reader may pay it or decline to
 * @param resolvedOn the day on which it was paid, declined or lapsed
 * @param whyNot why it was declined
 * @param whyLapsed why it lapsed, as far as it was kept
 */
public record PaymentSummary(
        PaymentId id,
        int version,
        InitiativeId initiative,
        String planTitle,
        NeighbourhoodCode neighbourhood,
        Money amount,
        String purpose,
        PaymentState state,
        LocalDate preparedOn,
        @Nullable LocalDate resolvedOn,
        @Nullable String whyNot,
        @Nullable LapseReason whyLapsed,
        boolean mayPay) {}
