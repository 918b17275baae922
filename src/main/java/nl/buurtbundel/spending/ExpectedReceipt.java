package nl.buurtbundel.spending;

import nl.buurtbundel.budget.PayerAgreement;
import nl.buurtbundel.money.Money;

/**
 * An agreement by which money that came in may have come.
 *
 * @param outstanding what may still come by it
 */
public record ExpectedReceipt(PayerAgreement by, Money outstanding) {}
