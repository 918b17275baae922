package nl.buurtbundel.spending;

import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of camt.053 (Bank to Customer Statement), as ISO 20022 numbers them: what it holds, in one form for all. */
interface StatementForm {

    /** Empty where there is none. */
    String account(StatementXml xml);

    Balance balance(StatementXml xml);

    Entry entry(StatementXml xml);

    /**
     * @param kind such as OPBD (opening) or CLBD (closing); empty for a kind of the bank’s own
     */
    record Balance(
            String kind,
            @Nullable ActiveOrHistoricCurrencyAndAmount amount,
            @Nullable CreditDebitCode side) {}

    /**
     * What the bank says of one entry; nothing is certain to be there.
     *
     * @param status BOOK when it is booked
     * @param transactions how many payments it says it is, 0 where it does not say
     */
    record Entry(
            @Nullable ActiveOrHistoricCurrencyAndAmount amount,
            @Nullable CreditDebitCode side,
            String status,
            @Nullable LocalDate day,
            String reference,
            boolean card,
            int transactions,
            List<Part> parts) {}

    /**
     * One payment within an entry.
     *
     * @param texts the description, in the words of who paid
     */
    record Part(
            @Nullable ActiveOrHistoricCurrencyAndAmount amount,
            @Nullable CreditDebitCode side,
            String reference,
            String endToEnd,
            List<String> texts) {}

    static String number(@Nullable AccountIdentification4Choice id) {
        if (id == null) {
            return "";
        }
        if (id.getIBAN() != null) {
            return id.getIBAN();
        }
        return id.getOthr() == null ? "" : some(id.getOthr().getId());
    }

    static String some(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static @Nullable LocalDate day(@Nullable LocalDate day, @Nullable OffsetDateTime moment) {
        return day != null || moment == null ? day : moment.toLocalDate();
    }

    static int count(@Nullable String number) {
        return number != null && number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
    }
}
