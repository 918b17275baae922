package nl.buurtbundel.spending;

import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.Sha256;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads bank statements: camt.053 (Bank to Customer Statement, ISO 20022), versions 02 and 08. Whole or not at all; what is
 * wrong is refused by file, line and element. Names, accounts and descriptions are looked at for references of ours and go no
 * further.
 */
final class StatementFile {
    static final int MOST_MEGABYTES = 10;
    private static final int MOST_ENTRIES = 20_000;
    private static final int LONGEST_NAME = 100;
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";
    private static final Map<String, StatementForm> FORMS =
            Map.of("02", new StatementForm02(), "08", new StatementForm08());
    private static final String EURO = "EUR";
    private static final String BOOKED = "BOOK";
    private static final String NO_REFERENCE = "NOTPROVIDED";

    private final StatementXml xml;
    private final StatementForm form;
    private final AgreedReceipts agreed;
    private final List<ReadStatement> statements = new ArrayList<>();
    private int entries;

    private StatementFile(StatementXml xml, StatementForm form, AgreedReceipts agreed) {
        this.xml = xml;
        this.form = form;
        this.agreed = agreed;
    }

    /**
     * @param name of the file, only to name it in a refusal
     * @param agreed what may come in
     * @throws Refusal that names the file, the line, the element and what is wrong there
     */
    static List<ReadStatement> read(String name, byte[] content, AgreedReceipts agreed) {
        String file = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        if (content.length > MOST_MEGABYTES << 20) {
            throw new Refusal("spending.error.statement-too-large", file, MOST_MEGABYTES);
        }
        StatementXml xml = StatementXml.open(file, content);
        if (!xml.nextChild() || !"Document".equals(xml.getLocalName())) {
            throw xml.refused("other-kind", "Document");
        }
        String namespace = xml.rootNamespace();
        StatementForm form =
                namespace.startsWith(NAMESPACE) ? FORMS.get(namespace.substring(NAMESPACE.length())) : null;
        if (form == null) {
            throw namespace.startsWith(NAMESPACE)
                    ? xml.refused(xml.line(), "other-version", "Document", namespace.substring(NAMESPACE.length()))
                    : xml.refused("other-kind", "Document");
        }
        return new StatementFile(xml, form, agreed).document();
    }

    private List<ReadStatement> document() {
        if (!xml.nextChild() || !"BkToCstmrStmt".equals(xml.getLocalName())) {
            throw xml.refused("other-kind", "BkToCstmrStmt");
        }
        while (xml.nextChild()) {
            if ("Stmt".equals(xml.getLocalName())) {
                statements.add(statement());
            } else {
                xml.skip();
            }
        }
        while (xml.nextChild()) {
            throw xml.refused("unexpected", xml.getLocalName());
        }
        if (statements.isEmpty()) {
            throw xml.refused("missing", "Stmt");
        }
        return statements;
    }

    private ReadStatement statement() {
        Reading reading = new Reading(xml.line());
        while (xml.nextChild()) {
            long line = xml.line();
            switch (xml.getLocalName()) {
                case "Id" -> reading.id = xml.text();
                case "CreDtTm" -> reading.made = xml.text();
                case "Acct" -> reading.account = form.account(xml);
                case "Bal" -> reading.take(form.balance(xml), line);
                case "Ntry" -> {
                    if (++entries > MOST_ENTRIES) {
                        throw xml.refused(line, "too-many", "Ntry", MOST_ENTRIES);
                    }
                    reading.take(form.entry(xml), line);
                }
                default -> xml.skip();
            }
        }
        return reading.finish();
    }

    private Money euros(@Nullable ActiveOrHistoricCurrencyAndAmount amount, long line) {
        BigDecimal value = amount == null ? null : amount.getValue();
        if (amount == null || value == null) {
            throw xml.refused(line, "missing", "Amt");
        }
        if (!EURO.equals(amount.getCcy())) {
            throw xml.refused(line, "currency", "Amt");
        }
        try {
            return Money.ofCents(value.movePointRight(2).longValueExact());
        } catch (ArithmeticException partsOfACent) {
            throw xml.refused(line, "value", "Amt");
        }
    }

    /** More than money can be is no amount. */
    private Money sum(Money one, Money other, long line) {
        try {
            return one.plus(other);
        } catch (ArithmeticException tooMuch) {
            throw xml.refused(line, "value", "Amt");
        }
    }

    private boolean isOut(@Nullable CreditDebitCode side, long line) {
        if (side == null) {
            throw xml.refused(line, "missing", "CdtDbtInd");
        }
        return side == CreditDebitCode.DBIT;
    }

    /** One statement while it is read. */
    private final class Reading {
        private final long line;
        private final MessageDigest content = Sha256.begin();
        private final List<BankEntry> kept = new ArrayList<>();
        private final Map<String, Integer> same = new HashMap<>();
        private String id = "";
        private String made = "";
        private String account = "";
        private @Nullable Money opening;
        private @Nullable Money closing;
        private long closingLine;
        private Money moved = Money.ZERO;
        private int count;
        private int passedBy;

        Reading(long line) {
            this.line = line;
        }

        void take(StatementForm.Balance balance, long at) {
            Money amount = euros(balance.amount(), at);
            Money signed = isOut(balance.side(), at) ? amount.negated() : amount;
            fold(balance.kind(), signed.toString());
            if ("OPBD".equals(balance.kind()) || "PRCD".equals(balance.kind())) {
                opening = signed;
            } else if ("CLBD".equals(balance.kind())) {
                closing = signed;
                closingLine = at;
            }
        }

        void take(StatementForm.Entry entry, long at) {
            count++;
            Money amount = euros(entry.amount(), at);
            boolean out = isOut(entry.side(), at);
            LocalDate day = entry.day();
            fold(amount.toString(), Boolean.toString(out), entry.status(), String.valueOf(day), entry.reference());
            entry.parts().forEach(part -> {
                fold(part.reference(), part.endToEnd());
                part.texts().forEach(this::fold);
            });
            if (entry.status().isEmpty()) {
                throw xml.refused(at, "missing", "Sts");
            }
            if (!BOOKED.equals(entry.status())) {
                passedBy++;
                return;
            }
            if (day == null) {
                throw xml.refused(at, "missing", "BookgDt");
            }
            moved = sum(moved, out ? amount.negated() : amount, at);
            requireAccount(at);
            List<BankEntry> all = split(entry, at, day, amount, out);
            for (BankEntry one : all) {
                if (one.amount().isPositive() && one.mayBeOurs()) {
                    kept.add(one);
                } else {
                    passedBy++;
                }
            }
        }

        /** A batch is taken apart where the bank says what each payment in it was, to the cent. */
        private List<BankEntry> split(StatementForm.Entry entry, long at, LocalDate day, Money amount, boolean out) {
            List<StatementForm.Part> parts = entry.parts();
            if (parts.size() > 1 && isWhole(parts, amount, out)) {
                List<BankEntry> all = new ArrayList<>();
                for (StatementForm.Part part : parts) {
                    all.add(entry(entry, at, day, euros(part.amount(), at), out, false, List.of(part)));
                }
                return all;
            }
            boolean together = parts.size() > 1 || entry.transactions() > 1;
            return List.of(entry(entry, at, day, amount, out, together, parts));
        }

        private boolean isWhole(List<StatementForm.Part> parts, Money amount, boolean out) {
            BigDecimal sum = BigDecimal.ZERO;
            for (StatementForm.Part part : parts) {
                ActiveOrHistoricCurrencyAndAmount one = part.amount();
                CreditDebitCode side = part.side();
                if (one == null
                        || one.getValue() == null
                        || !EURO.equals(one.getCcy())
                        || one.getValue().stripTrailingZeros().scale() > 2
                        || side != null && (side == CreditDebitCode.DBIT) != out) {
                    return false;
                }
                sum = sum.add(one.getValue());
            }
            return sum.compareTo(amount.inEuros()) == 0;
        }

        private BankEntry entry(
                StatementForm.Entry entry,
                long at,
                LocalDate day,
                Money amount,
                boolean out,
                boolean together,
                List<StatementForm.Part> parts) {
            List<String> texts = new ArrayList<>();
            parts.forEach(part -> texts.addAll(part.texts()));
            String endToEnd = parts.size() == 1 ? parts.get(0).endToEnd() : "";
            texts.add(endToEnd);
            Set<Long> expenses = PaymentReference.listExpenses(texts);
            Set<Long> plans = PaymentReference.listPlans(texts);
            Set<Long> miniBudgets = PaymentReference.listMiniBudgets(texts);
            boolean namesOurs = !expenses.isEmpty() || !plans.isEmpty() || !miniBudgets.isEmpty();
            return new BankEntry(
                    identity(entry, parts, day, amount, out),
                    at,
                    day,
                    amount,
                    out,
                    entry.card(),
                    together,
                    PaymentReference.findExpense(endToEnd).orElse(null),
                    expenses,
                    plans,
                    miniBudgets,
                    out ? Set.of() : mayComeBy(texts, amount, together || namesOurs));
        }

        /** @param other the amount says nothing: it is of several payments, or something of ours stands with it */
        private Set<Long> mayComeBy(List<String> texts, Money amount, boolean other) {
            Set<Long> named = agreed.listNamed(texts);
            return named.isEmpty() && !other ? agreed.listOf(amount) : named;
        }

        /** By the reference of the bank where it gave one, else by its place in this statement. */
        private String identity(
                StatementForm.Entry entry, List<StatementForm.Part> parts, LocalDate day, Money amount, boolean out) {
            String reference = parts.size() == 1 && isGiven(parts.get(0).reference())
                    ? parts.get(0).reference()
                    : entry.reference();
            String endToEnd = parts.size() == 1 ? parts.get(0).endToEnd() : "";
            String own = isGiven(reference)
                    ? String.join("|", "reference", reference, endToEnd, day.toString(), amount.toString(), "" + out)
                    : String.join("|", "place", id, made, Integer.toString(count));
            int before = same.merge(own, 1, Integer::sum);
            return Sha256.of(String.join("|", account, own, Integer.toString(before)));
        }

        private static boolean isGiven(String reference) {
            return !reference.isEmpty() && !NO_REFERENCE.equals(reference);
        }

        private void requireAccount(long at) {
            if (account.isEmpty()) {
                throw xml.refused(at, "missing", "Acct");
            }
            if (id.isEmpty()) {
                throw xml.refused(at, "missing", "Id");
            }
        }

        ReadStatement finish() {
            requireAccount(line);
            if (opening != null && closing != null) {
                Money found = sum(opening, moved, closingLine);
                if (!found.equals(closing)) {
                    throw xml.refused(closingLine, "balance", "Bal", closing.inEuros(), found.inEuros());
                }
            }
            return new ReadStatement(
                    line,
                    account,
                    Sha256.of(String.join("|", account, id, made)),
                    Sha256.finish(content, ""),
                    kept,
                    passedBy);
        }

        private void fold(String... texts) {
            for (String text : texts) {
                content.update(text.getBytes(StandardCharsets.UTF_8));
                content.update((byte) 0);
            }
        }
    }
}
