package nl.buurtbundel.outcome.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.KeyFigure;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.foundation.ui.YearSelect;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.outcome.CostOfDeciding;
import nl.buurtbundel.outcome.DecidingCosts;
import nl.buurtbundel.outcome.WorkPart;
import nl.buurtbundel.outcome.WorkStep;

/** Of every euro: what reached residents, what was deciding and checking, and what else people did in the product. */
@CdiComponent
@Route(OutcomeNavigation.COST)
class CostView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient DecidingCosts costs;
    private final transient Access access;
    private final transient Clock clock;
    private final Div ofYear = new Div();

    @Inject
    CostView(DecidingCosts costs, Access access, Clock clock) {
        this.costs = costs;
        this.access = access;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
        ofYear.addClassName("bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("outcome.year.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        MunicipalityCode municipality =
                access.require(Operation.SEE_COST_OF_DECIDING).municipality();
        FiscalYear now = FiscalYear.of(LocalDate.now(clock));
        YearSelect year = new YearSelect(
                getTranslation("outcome.year.year"),
                List.of(now, new FiscalYear(now.year() - 1)),
                chosen -> show(municipality, chosen));
        removeAll();
        add(
                new H1(getPageTitle()),
                new Paragraph(getTranslation("outcome.year.explained")),
                year,
                ofYear,
                new WhoSeesThis(getTranslation("outcome.year.who-sees")));
        year.begin(now);
    }

    private void show(MunicipalityCode municipality, FiscalYear year) {
        CostOfDeciding cost = costs.read(municipality, year);
        CostTexts texts = new CostTexts(getLocale());
        ofYear.removeAll();
        ofYear.add(new H2(getTranslation("outcome.euro.title")));
        if (cost.work().isEmpty()) {
            ofYear.add(Notice.info(getTranslation("outcome.year.too-few")));
        }
        euro(cost, texts);
        steps(cost, texts);
        freed(cost, texts);
        ofYear.add(
                new H2(getTranslation("outcome.assumptions.title")),
                texts.assumptions(cost.rule()).belowItsHeading());
    }

    private void euro(CostOfDeciding cost, CostTexts texts) {
        List<Money> ofEuro = cost.ofEveryEuro();
        DataTable table = new DataTable(
                        getTranslation("outcome.euro.title"),
                        DataTable.Column.text(getTranslation("outcome.euro.what")),
                        DataTable.Column.number(getTranslation("outcome.cost.time")),
                        DataTable.Column.number(getTranslation("outcome.cost.amount")),
                        DataTable.Column.number(getTranslation("outcome.euro.cents")))
                .belowItsHeading();
        table.row(getTranslation("outcome.euro.reached"), "–", texts.euros(cost.reached()), share(ofEuro, 0, texts));
        int place = 1;
        for (WorkPart<CostOfDeciding.Work> part : cost.work()) {
            table.row(
                    texts.name("outcome.work.", part),
                    texts.time(part.seconds()),
                    texts.euros(part.cost()),
                    share(ofEuro, place++, texts));
        }
        table.row(getTranslation("outcome.euro.on-its-way"), "–", texts.euros(cost.onItsWay()), "–");
        if (cost.reached().isZero()) {
            ofYear.add(new Paragraph(getTranslation("outcome.euro.nothing-paid")));
        }
        ofYear.add(table);
    }

    private static String share(List<Money> ofEuro, int place, CostTexts texts) {
        return ofEuro.isEmpty() ? "–" : texts.euros(ofEuro.get(place));
    }

    private void steps(CostOfDeciding cost, CostTexts texts) {
        if (cost.steps().isEmpty()) {
            return;
        }
        DataTable table = new DataTable(
                        getTranslation("outcome.year.steps"),
                        DataTable.Column.text(getTranslation("outcome.cost.step")),
                        DataTable.Column.number(getTranslation("outcome.cost.time")),
                        DataTable.Column.number(getTranslation("outcome.cost.amount")))
                .belowItsHeading();
        for (WorkPart<WorkStep> part : cost.steps()) {
            table.row(texts.name("outcome.step.", part), texts.time(part.seconds()), texts.euros(part.cost()));
        }
        table.total(
                getTranslation("outcome.cost.total"),
                texts.time(cost.seconds()),
                texts.euros(Money.sum(cost.steps().stream().map(WorkPart::cost).toList())));
        ofYear.add(new H2(getTranslation("outcome.year.steps")), table);
    }

    /** What is certain and what is expected stand beside each other and are never added up. */
    private void freed(CostOfDeciding cost, CostTexts texts) {
        CostOfDeciding.Freed freed = cost.freed();
        ofYear.add(
                new H2(getTranslation("outcome.freed.title")),
                KeyFigure.sideBySide(
                        new KeyFigure(
                                getTranslation("outcome.freed.certain"),
                                getTranslation("outcome.freed.hours", texts.count(freed.certainHours())),
                                texts.euros(freed.certain())),
                        new KeyFigure(
                                getTranslation("outcome.freed.expected"),
                                getTranslation("outcome.freed.hours", texts.count(freed.expectedHours())),
                                texts.euros(freed.expected()))),
                new Paragraph(getTranslation(
                        "outcome.freed.how", texts.euros(cost.rule().helpAnHour()))));
    }
}
