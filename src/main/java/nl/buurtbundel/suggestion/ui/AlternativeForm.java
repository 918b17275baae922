package nl.buurtbundel.suggestion.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.buurtbundel.catalogue.Assumption;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.CostLine;
import nl.buurtbundel.catalogue.Delay;
import nl.buurtbundel.catalogue.ShareEstimate;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/** All assumptions of an alternative, to be changed. */
final class AlternativeForm extends Div {
    private final transient CollectiveAlternative alternative;
    private final SumTexts texts;
    private final Map<String, PriceFields> prices = new LinkedHashMap<>();
    private final ShareFields replaced;
    private final ShareFields uptake;
    private final IntegerField months = new IntegerField(getTranslation("suggestion.edit.months"));
    private final AssumptionFields monthsReason;
    private final IntegerField years = new IntegerField(getTranslation("suggestion.edit.years"));

    AlternativeForm(CollectiveAlternative alternative, SumTexts texts) {
        this.alternative = alternative;
        this.texts = texts;
        addClassName("bb-stack");
        this.replaced = new ShareFields(alternative.replacedShare());
        this.uptake = new ShareFields(alternative.uptake());
        this.monthsReason = new AssumptionFields(alternative.delay().assumption(), texts);
        months.setValue(alternative.delay().months());
        years.setValue(alternative.startUp().years());
        add(
                part(getTranslation("suggestion.alternative.replaced"), replaced.fields),
                part(getTranslation("suggestion.alternative.uptake"), uptake.fields),
                part(getTranslation("suggestion.alternative.late"), new Div(months, monthsReason)));
        for (CostLine line : AlternativeView.allLines(alternative)) {
            PriceFields fields = new PriceFields(line);
            prices.put(line.id(), fields);
            add(part(line.name().in(texts.locale()), fields.fields));
        }
        add(part(getTranslation("suggestion.edit.years"), new Div(years)));
    }

    private static Details part(String name, Div fields) {
        return new Details(name, fields);
    }

    /** The alternative with everything that was typed; what cannot be is refused. */
    CollectiveAlternative value() {
        CollectiveAlternative changed = alternative
                .withReplacedShare(replaced.value())
                .withUptake(uptake.value())
                .withDelay(new Delay(known(months), monthsReason.value()))
                .withStartUpYears(known(years));
        for (Map.Entry<String, PriceFields> entry : prices.entrySet()) {
            PriceFields fields = entry.getValue();
            changed = changed.withPrice(entry.getKey(), fields.price(), fields.reason.value());
        }
        return changed;
    }

    private static int known(IntegerField field) {
        @Nullable Integer value = field.getValue();
        if (value == null) {
            throw new Refusal("suggestion.error.number-missing", field.getLabel());
        }
        return value;
    }

    private static BigDecimal known(BigDecimalField field) {
        @Nullable BigDecimal value = field.getValue();
        if (value == null) {
            throw new Refusal("suggestion.error.number-missing", field.getLabel());
        }
        return value;
    }

    private final class PriceFields implements Serializable {
        private static final long serialVersionUID = 1;
        private final BigDecimalField price;
        private final AssumptionFields reason;
        private final Div fields;

        PriceFields(CostLine line) {
            price = new BigDecimalField(getTranslation("suggestion.edit.price", texts.per(line.pricePer())));
            price.setValue(line.price().inEuros());
            reason = new AssumptionFields(line.assumption(), texts);
            fields = new Div(price, reason);
        }

        Money price() {
            return Money.ofEuros(known(price));
        }
    }

    private final class ShareFields implements Serializable {
        private static final long serialVersionUID = 1;
        private final BigDecimalField low;
        private final BigDecimalField likely;
        private final BigDecimalField high;
        private final AssumptionFields reason;
        private final Div fields;

        ShareFields(ShareEstimate share) {
            low = field("suggestion.edit.low", share.low());
            likely = field("suggestion.edit.likely", share.likely());
            high = field("suggestion.edit.high", share.high());
            reason = new AssumptionFields(share.assumption(), texts);
            Div numbers = new Div(low, likely, high);
            numbers.addClassName("bb-cluster");
            fields = new Div(numbers, reason);
        }

        private BigDecimalField field(String key, int basisPoints) {
            BigDecimalField field = new BigDecimalField(getTranslation(key));
            field.setValue(new BigDecimal(
                    BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString()));
            return field;
        }

        ShareEstimate value() {
            Assumption assumption = reason.value();
            return new ShareEstimate(basisPoints(low), basisPoints(likely), basisPoints(high), assumption);
        }

        private int basisPoints(BigDecimalField field) {
            BigDecimal percent = known(field);
            if (percent.abs().compareTo(BigDecimal.valueOf(1000)) > 0) {
                throw new Refusal("catalogue.error.share-order");
            }
            return percent.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact();
        }
    }
}
