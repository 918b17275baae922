package nl.buurtbundel.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.ledger.Fingerprint;
import nl.buurtbundel.ledger.ProofReport;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * How far a year is from being closed.
 *
 * @param over its last day is past
 * @param earlierOpen an earlier year with bookings is still open
 * @param held what is held for a proposal or a payment and not resolved yet
 * @param left what plans have left of it
 * @param arrangements pre-financing of the year that has not gone back to its task field yet
 * @param contributed of others, and neither used nor given back nor moved on
 * @param waiting release of the year that came free and is not booked yet
 * @param proof the last one; null when the book was never proved
 * @param closed null as long as the year is open
 */
public record YearEnd(
        FiscalYear year,
        boolean over,
        boolean earlierOpen,
        List<Held> held,
        List<Left> left,
        Money arrangements,
        List<Contributed> contributed,
        Money waiting,
        @Nullable ProofReport proof,
        List<Settled> settled,
        @Nullable Closed closed) {

    public YearEnd {
        held = List.copyOf(held);
        left = List.copyOf(left);
        contributed = List.copyOf(contributed);
        settled = List.copyOf(settled);
    }

    /** Held for a plan. */
    public record Held(String reference, Money amount, LocalDate expiresOn) {}

    /**
     * Granted to a plan, not paid and not agreed.
     *
     * @param ofOthers what of it other payers gave: the council does not decide on that
     */
    public record Left(String reference, @Nullable NeighbourhoodCode neighbourhood, Money amount, Money ofOthers) {

        /** What moves to the next year by a decision of the council only. */
        public Money ofCouncil() {
            return amount.minus(ofOthers);
        }
    }

    /** Given by others for one plan. */
    public record Contributed(String reference, Money amount) {}

    /**
     * @param reference of the plan; of what came free too late {@code task-field:6.71}
     * @param byAgreement what of it went on to the next year by agreement with who gave it
     * @param councilDecision by which the rest was carried over; null for what went back, and where there was no rest
     */
    public record Settled(
            String reference,
            Money amount,
            Money byAgreement,
            @Nullable String councilDecision,
            LocalDate on) {

        public boolean wentOn() {
            return councilDecision != null || byAgreement.isPositive();
        }

        /** Of which task field it came free too late; none where it is what a plan had left. */
        public Optional<String> findTaskField() {
            return YearSettlement.taskField(reference);
        }
    }

    /** With the fingerprint of all that was booked in it. */
    public record Closed(LocalDate on, Fingerprint fingerprint) {}

    public Optional<Closed> findClosed() {
        return Optional.ofNullable(closed);
    }

    /** Everything is settled: it can be closed, if the book proves right. */
    public boolean isReady() {
        return closed == null
                && over
                && !earlierOpen
                && held.isEmpty()
                && left.isEmpty()
                && arrangements.isZero()
                && contributed.isEmpty()
                && waiting.isZero();
    }
}
