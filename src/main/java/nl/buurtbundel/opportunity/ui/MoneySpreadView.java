package nl.buurtbundel.opportunity.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.KeyFigure;
import nl.buurtbundel.foundation.ui.SpreadCurve;
import nl.buurtbundel.opportunity.MoneySpread;
import nl.buurtbundel.opportunity.MoneySpreads;
import nl.buurtbundel.opportunity.SuppressionRule;
import nl.buurtbundel.provision.Need;
import org.jspecify.annotations.Nullable;

/** How the money is spread over households, and which help goes together. */
@CdiComponent
@Route(OpportunityNavigation.MONEY_SPREAD)
class MoneySpreadView extends Div implements HasDynamicTitle {
    private final Formats formats;

    @Inject
    MoneySpreadView(MoneySpreads spreads, Access access) {
        this.formats = Formats.of(getLocale());
        addClassNames("bb-page", "bb-stack", "bb-stack-l");
        add(new H1(getPageTitle()), new Paragraph(getTranslation("opportunity.spread.intro")));
        MoneySpread spread = spreads.find().orElse(null);
        if (spread == null
                || spread.households() == null && spread.combinations().isEmpty()) {
            add(new EmptyState(getTranslation("opportunity.spread.empty")));
        } else {
            show(spread, spreads.rule());
        }
        if (access.may(Operation.SEE_OPPORTUNITIES)) {
            add(new Anchor(OpportunityNavigation.neighbourhoods(), getTranslation("opportunity.spread.back")));
        }
    }

    private void show(MoneySpread spread, SuppressionRule rule) {
        if (spread.households() != null) {
            spread.top()
                    .ifPresent(top -> add(new KeyFigure(
                            getTranslation("opportunity.spread.top", percentage(top.households())),
                            percentage(top.money()),
                            getTranslation("opportunity.spread.top-note"))));
            add(
                    new SpreadCurve(
                            getTranslation("opportunity.spread.curve", formats.month(spread.month())),
                            getTranslation("opportunity.spread.curve-summary", inWords(spread)),
                            getTranslation("opportunity.spread.part"),
                            getTranslation("opportunity.spread.money"),
                            spread.steps().stream()
                                    .map(step -> new SpreadCurve.Step(step.households(), step.money()))
                                    .toList()),
                    new Paragraph(getTranslation(
                            "opportunity.spread.counted",
                            formats.count(spread.households()),
                            spread.incomplete() == null
                                    ? getTranslation("opportunity.spread.few")
                                    : formats.count(spread.incomplete()))));
        }
        if (!spread.combinations().isEmpty()) {
            add(new H2(getTranslation("opportunity.spread.together")), combinations(spread));
        }
        add(new Paragraph(getTranslation("opportunity.spread.hidden", rule.threshold(), rule.rounding())));
    }

    private Component combinations(MoneySpread spread) {
        DataTable table = new DataTable(
                getTranslation("opportunity.spread.table"),
                DataTable.Column.text(getTranslation("opportunity.spread.combination")),
                DataTable.Column.number(getTranslation("opportunity.spread.households")),
                DataTable.Column.number(getTranslation("opportunity.spread.share")));
        spread.combinations()
                .forEach(one -> table.row(
                        words(one.needs()),
                        getTranslation("opportunity.about", formats.count(one.households())),
                        share(one.money())));
        table.total(
                getTranslation("opportunity.spread.others"),
                about(spread.others()),
                getTranslation("opportunity.hidden"));
        return table;
    }

    private String share(@Nullable Integer percent) {
        if (percent == null) {
            return getTranslation("opportunity.hidden");
        }
        return percent == 0 ? getTranslation("opportunity.spread.below-one") : percentage(percent);
    }

    private String about(@Nullable Integer households) {
        return households == null
                ? getTranslation("opportunity.hidden")
                : getTranslation("opportunity.about", formats.count(households));
    }

    private String words(List<String> needs) {
        return needs.stream()
                .flatMap(code -> Need.find(code).stream())
                .map(need -> getTranslation(need.key()))
                .sorted()
                .collect(Collectors.joining(" + "));
    }

    private String inWords(MoneySpread spread) {
        return spread.steps().stream()
                .map(step -> getTranslation(
                        "opportunity.spread.step", percentage(step.households()), percentage(step.money())))
                .collect(Collectors.joining(" "));
    }

    private String percentage(int percent) {
        return formats.percentage(BigDecimal.valueOf(percent).movePointLeft(2), 0);
    }

    @Override
    public final String getPageTitle() {
        return getTranslation("opportunity.spread.title");
    }
}
