package nl.buurtbundel.spending;

import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ChargeBearerType1Code;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericFinancialIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.PaymentTypeInformation26;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import com.prowidesoftware.swift.model.mx.dic.ServiceLevel8Choice;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;

/**
 * A payment order for the bank: pain.001.001.09 (Customer Credit Transfer Initiation, ISO 20022), as SEPA credit transfers. The
 * reference of each expense goes along as its EndToEndId, by which the statement of the bank is met with it later. The accounts
 * of who is paid are in the file and nowhere else.
 */
final class PaymentFile {
    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final String ROOT = "CstmrCdtTrfInitn";
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_ID = 35;

    private PaymentFile() {}

    /**
     * One payment in it.
     *
     * @param payee in whose name the account is
     */
    record Payment(ExpenseId expense, InitiativeId plan, Money amount, String payee, Iban account) {}

    /**
     * @param id no two files of a municipality have the same
     * @param holder in whose name the account is from which is paid
     * @param on the day on which the bank is to pay
     * @throws Refusal when there is nothing to pay, an expense stands in it twice, or somebody has no name
     */
    static byte[] of(String id, OffsetDateTime made, String holder, Iban from, LocalDate on, List<Payment> payments) {
        if (payments.isEmpty()) {
            throw new Refusal("spending.error.order-empty");
        }
        if (id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("an id of at most " + LONGEST_ID);
        }
        Set<ExpenseId> once = new HashSet<>();
        PaymentInstruction30 instruction = new PaymentInstruction30()
                .setPmtInfId(id)
                .setPmtMtd(PaymentMethod3Code.TRF)
                .setBtchBookg(false)
                .setPmtTpInf(new PaymentTypeInformation26().addSvcLvl(new ServiceLevel8Choice().setCd("SEPA")))
                .setReqdExctnDt(new DateAndDateTime2Choice().setDt(on))
                .setDbtr(party(holder))
                .setDbtrAcct(account(from))
                .setDbtrAgt(new BranchAndFinancialInstitutionIdentification6()
                        .setFinInstnId(new FinancialInstitutionIdentification18()
                                .setOthr(new GenericFinancialIdentification1().setId("NOTPROVIDED"))))
                .setChrgBr(ChargeBearerType1Code.SLEV);
        for (Payment payment : payments) {
            if (!once.add(payment.expense())) {
                throw new Refusal("spending.error.order-twice", PaymentReference.of(payment.expense()));
            }
            instruction.addCdtTrfTxInf(transfer(payment));
        }
        Money sum = Money.sum(payments.stream().map(Payment::amount).toList());
        String count = Integer.toString(payments.size());
        instruction.setNbOfTxs(count).setCtrlSum(sum.inEuros());
        return written(new CustomerCreditTransferInitiationV09()
                .setGrpHdr(new GroupHeader85()
                        .setMsgId(id)
                        .setCreDtTm(made)
                        .setNbOfTxs(count)
                        .setCtrlSum(sum.inEuros())
                        .setInitgPty(party(holder)))
                .addPmtInf(instruction));
    }

    private static CreditTransferTransaction34 transfer(Payment payment) {
        if (!payment.amount().isPositive()) {
            throw new Refusal("spending.error.no-amount");
        }
        String reference = PaymentReference.of(payment.expense());
        ActiveOrHistoricCurrencyAndAmount amount = new ActiveOrHistoricCurrencyAndAmount();
        amount.setCcy("EUR");
        amount.setValue(payment.amount().inEuros());
        return new CreditTransferTransaction34()
                .setPmtId(new PaymentIdentification6().setEndToEndId(reference))
                .setAmt(new AmountType4Choice().setInstdAmt(amount))
                .setCdtr(party(payment.payee()))
                .setCdtrAcct(account(payment.account()))
                .setRmtInf(
                        new RemittanceInformation16().addUstrd(reference + ' ' + PaymentReference.of(payment.plan())));
    }

    private static PartyIdentification135 party(String name) {
        String plain = plain(name);
        if (plain.isEmpty()) {
            throw new Refusal("spending.error.order-name");
        }
        return new PartyIdentification135().setNm(plain);
    }

    /** The signs that every bank takes (EPC, SEPA Requirements for an Extended Character Set): the rest gets its nearest. */
    private static String plain(String name) {
        String plain = Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("&", "+")
                .replaceAll("[^A-Za-z0-9/?:().,'+ -]", " ")
                .replaceAll(" +", " ")
                .strip();
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME).strip() : plain;
    }

    private static CashAccount38 account(Iban iban) {
        return new CashAccount38().setId(new AccountIdentification4Choice().setIBAN(iban.value()));
    }

    /** The library writes the parts without their namespace: one for all stands around them. */
    private static byte[] written(CustomerCreditTransferInitiationV09 order) {
        try {
            Marshaller marshaller = JAXBContext.newInstance(CustomerCreditTransferInitiationV09.class)
                    .createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            marshaller.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
            StringWriter parts = new StringWriter();
            marshaller.marshal(
                    new JAXBElement<>(new QName(ROOT), CustomerCreditTransferInitiationV09.class, order), parts);
            return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"" + NAMESPACE + "\">\n" + parts
                            + "\n</Document>\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }
}
