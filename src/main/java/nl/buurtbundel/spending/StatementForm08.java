package nl.buurtbundel.spending;

import static nl.buurtbundel.spending.StatementForm.some;

import com.prowidesoftware.swift.model.mx.dic.AmountAndCurrencyExchange3;
import com.prowidesoftware.swift.model.mx.dic.BalanceType13;
import com.prowidesoftware.swift.model.mx.dic.CashAccount39;
import com.prowidesoftware.swift.model.mx.dic.CashBalance8;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.EntryDetails9;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.TransactionReferences6;
import java.util.ArrayList;
import java.util.List;

/** camt.053.001.08, which Dutch banks give since 2023. */
final class StatementForm08 implements StatementForm {

    @Override
    public String account(StatementXml xml) {
        return StatementForm.number(xml.read(CashAccount39.class).getId());
    }

    @Override
    public Balance balance(StatementXml xml) {
        CashBalance8 balance = xml.read(CashBalance8.class);
        BalanceType13 type = balance.getTp();
        boolean known = type != null
                && type.getCdOrPrtry() != null
                && type.getCdOrPrtry().getCd() != null;
        return new Balance(known ? type.getCdOrPrtry().getCd() : "", balance.getAmt(), balance.getCdtDbtInd());
    }

    @Override
    public Entry entry(StatementXml xml) {
        ReportEntry10 entry = xml.read(ReportEntry10.class);
        List<Part> parts = new ArrayList<>();
        int said = 0;
        for (EntryDetails9 details : entry.getNtryDtls()) {
            if (details.getBtch() != null) {
                said += StatementForm.count(details.getBtch().getNbOfTxs());
            }
            details.getTxDtls().forEach(one -> parts.add(part(one)));
        }
        DateAndDateTime2Choice booked = entry.getBookgDt();
        return new Entry(
                entry.getAmt(),
                entry.getCdtDbtInd(),
                entry.getSts() == null ? "" : some(entry.getSts().getCd()),
                booked == null ? null : StatementForm.day(booked.getDt(), booked.getDtTm()),
                some(entry.getAcctSvcrRef()),
                entry.getCardTx() != null || BankCode.isCard(entry.getBkTxCd()),
                said,
                parts);
    }

    private static Part part(EntryTransaction10 one) {
        TransactionReferences6 references = one.getRefs();
        AmountAndCurrencyExchange3 amounts = one.getAmtDtls();
        List<String> texts = new ArrayList<>();
        RemittanceInformation16 description = one.getRmtInf();
        if (description != null) {
            texts.addAll(description.getUstrd());
            description.getStrd().stream()
                    .filter(part -> part.getCdtrRefInf() != null)
                    .forEach(part -> texts.add(some(part.getCdtrRefInf().getRef())));
        }
        boolean apart = one.getAmt() == null && amounts != null && amounts.getTxAmt() != null;
        return new Part(
                apart ? amounts.getTxAmt().getAmt() : one.getAmt(),
                one.getCdtDbtInd(),
                references == null ? "" : some(references.getAcctSvcrRef()),
                references == null ? "" : some(references.getEndToEndId()),
                texts);
    }
}
