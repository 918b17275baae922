package nl.buurtbundel.spending;

import nl.buurtbundel.budget.PayerAgreement;
import nl.buurtbundel.budget.PayerReceipt;
import org.jspecify.annotations.Nullable;

/**
 * An agreement by which money that came in may have come.
 *
 * @param booked what was booked of it before, as much and seen at the bank with no other payment; null for what is not booked yet
 */
public record ExpectedReceipt(PayerAgreement by, @Nullable PayerReceipt booked) {}
