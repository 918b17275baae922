package nl.buurtbundel.spending;

import com.prowidesoftware.swift.model.mx.dic.BankTransactionCodeStructure4;
import org.jspecify.annotations.Nullable;

/** What kind of payment it was, in the code list of ISO 20022 (External Bank Transaction Domain). */
final class BankCode {
    private static final String PAYMENTS = "PMNT";
    private static final String BY_CARD = "CCRD";

    private BankCode() {}

    static boolean isCard(@Nullable BankTransactionCodeStructure4 code) {
        return code != null
                && code.getDomn() != null
                && code.getDomn().getFmly() != null
                && PAYMENTS.equals(code.getDomn().getCd())
                && BY_CARD.equals(code.getDomn().getFmly().getCd());
    }
}
