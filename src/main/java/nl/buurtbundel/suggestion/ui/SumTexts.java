package nl.buurtbundel.suggestion.ui;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.buurtbundel.catalogue.Assumption;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.Factor;
import nl.buurtbundel.catalogue.LegalGate;
import nl.buurtbundel.catalogue.PricePer;
import nl.buurtbundel.catalogue.Unit;
import nl.buurtbundel.catalogue.Way;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.provision.Need;
import nl.buurtbundel.suggestion.SumLine;
import org.jspecify.annotations.Nullable;

/** The words and numbers of a sum, in the language of the reader. */
final class SumTexts implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int MOST_DECIMALS = 4;
    private static final int WHOLE = 10_000;

    private final Locale locale;
    private final Formats formats;

    SumTexts(Locale locale) {
        this.locale = locale;
        this.formats = Formats.of(locale);
    }

    Formats formats() {
        return formats;
    }

    Locale locale() {
        return locale;
    }

    String need(String code) {
        return Need.find(code).map(need -> Messages.text(locale, need.key())).orElse(code);
    }

    String way(Way way) {
        return Messages.text(locale, way.key());
    }

    String ways(Collection<Way> ways) {
        return ways.isEmpty()
                ? Messages.text(locale, "suggestion.ways.unsaid")
                : ways.stream().map(this::way).collect(Collectors.joining(", "));
    }

    /** Basis points as a percentage, without needless decimals. */
    String percentage(int basisPoints) {
        return formats.percentage(fraction(basisPoints), basisPoints % 100 == 0 ? 0 : 1);
    }

    String roundPercentage(int basisPoints) {
        return formats.percentage(fraction(basisPoints), 0);
    }

    /** Of what it replaces; unknown when it replaces nothing. */
    String ofReplaced(@Nullable Integer basisPoints) {
        return basisPoints == null ? Messages.text(locale, "suggestion.unknown") : roundPercentage(basisPoints);
    }

    String breakEven(@Nullable Integer households, boolean possible) {
        if (households == null) {
            return Messages.text(locale, "suggestion.break-even.never");
        }
        return possible
                ? formats.count(households)
                : Messages.text(locale, "suggestion.break-even.never-here", formats.count(households));
    }

    /** In whole euros; what is about too few households is not shown. */
    String amount(@Nullable Money amount) {
        return amount == null ? Messages.text(locale, "suggestion.hidden-amount") : formats.wholeEuros(amount);
    }

    String joining(int likely, int eligible) {
        return Messages.text(locale, "suggestion.joining.of", formats.count(likely), formats.count(eligible));
    }

    /** € 34,00 an hour × 2 persons × 22 hours a week × 52,14 weeks. */
    String product(SumLine line) {
        if (line.price() == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(formats.euros(line.price()));
        if (line.pricePer() != null) {
            text.append(' ').append(per(line.pricePer()));
        }
        for (Factor factor : line.factors()) {
            text.append(" × ").append(factor(factor));
        }
        if (line.dividedBy() != 1) {
            text.append(" ÷ ").append(formats.count(line.dividedBy()));
        }
        return text.toString();
    }

    String per(PricePer per) {
        return Messages.text(locale, "catalogue.per." + Messages.word(per));
    }

    String unit(Unit unit) {
        return Messages.text(locale, "catalogue.unit." + Messages.word(unit));
    }

    private String factor(Factor factor) {
        if (factor.unit() == Unit.SHARE) {
            return percentage(factor.number().movePointRight(4).intValue());
        }
        return formats.number(factor.number(), MOST_DECIMALS) + " "
                + Messages.text(locale, "catalogue.unit." + Messages.word(factor.unit()));
    }

    String evidence(Assumption assumption) {
        return Messages.text(
                locale,
                "suggestion.evidence",
                Messages.text(locale, "catalogue.evidence." + Messages.word(assumption.evidence())),
                assumption.source().in(locale),
                Integer.toString(assumption.year()));
    }

    String payer(Enum<?> payer) {
        return Messages.text(locale, "catalogue.payer." + Messages.word(payer));
    }

    String evidence(Enum<?> evidence) {
        return Messages.text(locale, "catalogue.evidence." + Messages.word(evidence));
    }

    private static BigDecimal fraction(int basisPoints) {
        return BigDecimal.valueOf(basisPoints).divide(BigDecimal.valueOf(WHOLE));
    }

    /** What the law asks before it may start, article by article. */
    DataTable gates(CollectiveAlternative alternative) {
        DataTable table = new DataTable(
                Messages.text(locale, "suggestion.gates"),
                DataTable.Column.text(Messages.text(locale, "suggestion.gates.article")),
                DataTable.Column.text(Messages.text(locale, "suggestion.gates.words")),
                DataTable.Column.text(Messages.text(locale, "suggestion.gates.checker")));
        for (LegalGate gate : alternative.legalGates()) {
            table.row(
                    gate.article(), gate.plainWords().in(locale), gate.checker().in(locale));
        }
        return table;
    }
}
