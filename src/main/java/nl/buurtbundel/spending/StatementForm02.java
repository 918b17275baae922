package nl.buurtbundel.spending;

import static nl.buurtbundel.spending.StatementForm.some;

import com.prowidesoftware.swift.model.mx.dic.AmountAndCurrencyExchange3;
import com.prowidesoftware.swift.model.mx.dic.BalanceType12;
import com.prowidesoftware.swift.model.mx.dic.CashAccount20;
import com.prowidesoftware.swift.model.mx.dic.CashBalance3;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTimeChoice;
import com.prowidesoftware.swift.model.mx.dic.EntryDetails1;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction2;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation5;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry2;
import com.prowidesoftware.swift.model.mx.dic.TransactionReferences2;
import java.util.ArrayList;
import java.util.List;

/** camt.053.001.02, which Dutch banks give since 2012. */
final class StatementForm02 implements StatementForm {

    @Override
    public String account(StatementXml xml) {
        return StatementForm.number(xml.read(CashAccount20.class).getId());
    }

    @Override
    public Balance balance(StatementXml xml) {
        CashBalance3 balance = xml.read(CashBalance3.class);
        BalanceType12 type = balance.getTp();
        boolean known = type != null
                && type.getCdOrPrtry() != null
                && type.getCdOrPrtry().getCd() != null;
        return new Balance(known ? type.getCdOrPrtry().getCd().value() : "", balance.getAmt(), balance.getCdtDbtInd());
    }

    @Override
    public Entry entry(StatementXml xml) {
        ReportEntry2 entry = xml.read(ReportEntry2.class);
        List<Part> parts = new ArrayList<>();
        int said = 0;
        for (EntryDetails1 details : entry.getNtryDtls()) {
            if (details.getBtch() != null) {
                said += StatementForm.count(details.getBtch().getNbOfTxs());
            }
            details.getTxDtls().forEach(one -> parts.add(part(one)));
        }
        DateAndDateTimeChoice booked = entry.getBookgDt();
        return new Entry(
                entry.getAmt(),
                entry.getCdtDbtInd(),
                entry.getSts() == null ? "" : entry.getSts().value(),
                booked == null ? null : StatementForm.day(booked.getDt(), booked.getDtTm()),
                some(entry.getAcctSvcrRef()),
                BankCode.isCard(entry.getBkTxCd()),
                said,
                parts);
    }

    private static Part part(EntryTransaction2 one) {
        TransactionReferences2 references = one.getRefs();
        AmountAndCurrencyExchange3 amounts = one.getAmtDtls();
        List<String> texts = new ArrayList<>();
        RemittanceInformation5 description = one.getRmtInf();
        if (description != null) {
            texts.addAll(description.getUstrd());
            description.getStrd().stream()
                    .filter(part -> part.getCdtrRefInf() != null)
                    .forEach(part -> texts.add(some(part.getCdtrRefInf().getRef())));
        }
        return new Part(
                amounts == null || amounts.getTxAmt() == null
                        ? null
                        : amounts.getTxAmt().getAmt(),
                null,
                references == null ? "" : some(references.getAcctSvcrRef()),
                references == null ? "" : some(references.getEndToEndId()),
                texts);
    }
}
