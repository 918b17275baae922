package nl.buurtbundel.suggestion.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.buurtbundel.catalogue.Assumption;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.CostLine;
import nl.buurtbundel.catalogue.Delay;
import nl.buurtbundel.catalogue.Factor;
import nl.buurtbundel.catalogue.GroupSize;
import nl.buurtbundel.catalogue.Jobs;
import nl.buurtbundel.catalogue.ShareEstimate;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.catalogue.Way;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.provision.Need;
import org.jspecify.annotations.Nullable;

/** All of an alternative, to be changed: words, assumptions, quantities, gates. */
final class AlternativeForm extends Div {
    private final transient CollectiveAlternative alternative;
    private final SumTexts texts;
    private final Map<String, PriceFields> prices = new LinkedHashMap<>();
    private final ShareFields replaced;
    private final ShareFields uptake;
    private final IntegerField months = new IntegerField(getTranslation("suggestion.edit.months"));
    private final AssumptionFields monthsReason;
    private final IntegerField years = new IntegerField(getTranslation("suggestion.edit.years"));

    private final TextFields name;
    private final TextFields summary;
    private final TextFields staysIndividual;
    private final TextFields jobs;
    private final IntegerField jobsNumber = new IntegerField(getTranslation("suggestion.edit.jobs-number"));
    private final CheckboxGroup<String> needs = new CheckboxGroup<>(getTranslation("suggestion.edit.needs"));
    private final CheckboxGroup<Way> ways = new CheckboxGroup<>(getTranslation("suggestion.ways"));
    private final IntegerField places = new IntegerField(getTranslation("suggestion.edit.size-places"));
    private final IntegerField fewest = new IntegerField(getTranslation("suggestion.edit.size-fewest"));
    private final IntegerField most = new IntegerField(getTranslation("suggestion.edit.size-most"));
    private final IntegerField groups = new IntegerField(getTranslation("suggestion.edit.size-groups"));
    private final GateFields gates;
    private final boolean asNew;

    /** @param asNew begin a new alternative with everything of this one but its name */
    AlternativeForm(CollectiveAlternative alternative, SumTexts texts, boolean asNew) {
        this.asNew = asNew;
        this.alternative = alternative;
        this.texts = texts;
        addClassName("bb-stack");
        this.replaced = new ShareFields(alternative.replacedShare());
        this.uptake = new ShareFields(alternative.uptake());
        this.monthsReason = new AssumptionFields(alternative.delay().assumption(), texts);
        months.setValue(alternative.delay().months());
        years.setValue(alternative.startUp().years());
        this.name = new TextFields("suggestion.edit.name", asNew ? null : alternative.name());
        this.summary = new TextFields("suggestion.edit.summary", alternative.summary());
        this.staysIndividual = new TextFields("suggestion.apart.individual", alternative.staysIndividual());
        this.jobs = new TextFields("suggestion.jobs", alternative.jobs().description());
        this.gates = new GateFields(alternative.legalGates());
        jobsNumber.setValue(alternative.jobs().number());
        needs.setItems(Arrays.stream(Need.values())
                .filter(Need::canBeShared)
                .map(Need::code)
                .toList());
        needs.setItemLabelGenerator(texts::need);
        needs.setValue(Set.copyOf(alternative.needs()));
        ways.setItems(Way.values());
        ways.setItemLabelGenerator(texts::way);
        ways.setValue(Set.copyOf(alternative.ways()));
        places.setValue(alternative.size().places());
        fewest.setValue(alternative.size().minimumHouseholds());
        most.setValue(alternative.size().maximumHouseholds());
        groups.setValue(alternative.size().maximumGroups());
        Details words = part(
                getTranslation("suggestion.edit.words"),
                stacked(name, summary, staysIndividual, jobs, jobsNumber, needs, ways));
        words.setOpened(asNew);
        add(
                words,
                part(getTranslation("suggestion.gates"), gates),
                part(getTranslation("suggestion.alternative.size"), cluster(places, fewest, most, groups)),
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

    private static Div stacked(Component... fields) {
        Div stack = new Div(fields);
        stack.addClassName("bb-stack");
        return stack;
    }

    private static Div cluster(Component... fields) {
        Div cluster = new Div(fields);
        cluster.addClassName("bb-cluster");
        return cluster;
    }

    private static Details part(String name, Div fields) {
        return new Details(name, fields);
    }

    /** The alternative with everything that was typed; what cannot be is refused. */
    CollectiveAlternative value() {
        Text newName = name.value();
        CollectiveAlternative changed = (asNew ? alternative.copiedAs(newName) : alternative)
                .described(
                        newName,
                        summary.value(),
                        chosenNeeds(),
                        staysIndividual.value(),
                        new Jobs(known(jobsNumber), jobs.value()))
                .withSize(new GroupSize(known(places), known(fewest), known(most), known(groups)))
                .withWays(ways.getValue())
                .withLegalGates(gates.value())
                .withReplacedShare(replaced.value())
                .withUptake(uptake.value())
                .withDelay(new Delay(known(months), monthsReason.value()))
                .withStartUpYears(known(years));
        for (Map.Entry<String, PriceFields> entry : prices.entrySet()) {
            PriceFields fields = entry.getValue();
            changed = changed.withPrice(entry.getKey(), fields.price(), fields.reason.value())
                    .withQuantity(entry.getKey(), fields.factors());
        }
        return changed;
    }

    /** In the order they had, then the new ones: the same choice is no change. */
    private List<String> chosenNeeds() {
        Set<String> chosen = needs.getValue();
        return Stream.concat(
                        alternative.needs().stream().filter(chosen::contains),
                        Arrays.stream(Need.values())
                                .map(Need::code)
                                .filter(chosen::contains)
                                .filter(code -> !alternative.needs().contains(code)))
                .toList();
    }

    private static int known(IntegerField field) {
        @Nullable Integer value = field.getValue();
        if (value == null) {
            throw new Refusal("suggestion.error.number-missing", field.getLabel());
        }
        return value;
    }

    private static BigDecimal known(DecimalField field) {
        @Nullable BigDecimal value = field.number();
        if (value == null) {
            throw new Refusal("suggestion.error.number-missing", field.getLabel());
        }
        return value;
    }

    private final class PriceFields implements Serializable {
        private static final long serialVersionUID = 1;
        private final DecimalField price;
        private final transient List<Factor> present;
        private final List<DecimalField> numbers = new ArrayList<>();
        private final AssumptionFields reason;
        private final Div fields;

        PriceFields(CostLine line) {
            price = new DecimalField(getTranslation("suggestion.edit.price", texts.per(line.pricePer())));
            price.setNumber(line.price().inEuros());
            reason = new AssumptionFields(line.assumption(), texts);
            present = line.factors();
            for (Factor factor : present) {
                DecimalField number = new DecimalField(texts.unit(factor.unit()));
                number.setNumber(factor.number());
                numbers.add(number);
            }
            fields = stacked(price, cluster(numbers.toArray(Component[]::new)), reason);
        }

        List<Factor> factors() {
            List<Factor> factors = new ArrayList<>();
            for (int i = 0; i < present.size(); i++) {
                BigDecimal number = known(numbers.get(i));
                // the same number written otherwise is no change
                factors.add(
                        number.compareTo(present.get(i).number()) == 0
                                ? present.get(i)
                                : new Factor(number, present.get(i).unit()));
            }
            return factors;
        }

        Money price() {
            return Money.ofEuros(known(price));
        }
    }

    private final class ShareFields implements Serializable {
        private static final long serialVersionUID = 1;
        private final DecimalField low;
        private final DecimalField likely;
        private final DecimalField high;
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

        private DecimalField field(String key, int basisPoints) {
            DecimalField field = new DecimalField(getTranslation(key));
            field.setNumber(new BigDecimal(
                    BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString()));
            return field;
        }

        ShareEstimate value() {
            Assumption assumption = reason.value();
            return new ShareEstimate(basisPoints(low), basisPoints(likely), basisPoints(high), assumption);
        }

        private int basisPoints(DecimalField field) {
            BigDecimal percent = known(field);
            if (percent.abs().compareTo(BigDecimal.valueOf(1000)) > 0) {
                throw new Refusal("catalogue.error.share-order");
            }
            return percent.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact();
        }
    }
}
