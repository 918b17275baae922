package nl.buurtbundel.release.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.MonthLines;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.release.ReleaseCalendar;
import nl.buurtbundel.release.ReleaseCalendars;
import nl.buurtbundel.release.ReleaseLikelihood;

/** When individual money comes free: by need, month and contract form, how sure that is, and what is not covered until then. */
@CdiComponent
@Route(ReleaseNavigation.CALENDAR)
class ReleaseCalendarView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient ReleaseCalendars calendars;

    @Inject
    ReleaseCalendarView(ReleaseCalendars calendars) {
        this.calendars = calendars;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("release.calendar.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ReleaseCalendar calendar = calendars.read();
        ReleaseTexts texts = new ReleaseTexts(getLocale());
        removeAll();
        add(new H1(getPageTitle()), new Paragraph(texts.text("release.calendar.what")));
        if (calendar.months().isEmpty()) {
            add(new EmptyState(texts.text("release.calendar.none")));
            return;
        }
        if (!calendar.exact()) {
            add(Notice.info(texts.text("release.calendar.few-left-out")));
        }
        add(
                new H2(texts.text("release.calendar.covered")),
                new Paragraph(texts.text("release.calendar.covered-what")),
                picture(calendar, texts),
                covered(calendar, texts),
                new H2(texts.text("release.calendar.when")));
        if (calendar.lines().isEmpty()) {
            add(new EmptyState(texts.text("release.calendar.no-lines")));
        } else {
            add(lines(calendar, texts));
        }
        add(new Paragraph(texts.text("release.likelihood.assumption")), shares(texts));
    }

    private static MonthLines picture(ReleaseCalendar calendar, ReleaseTexts texts) {
        List<ReleaseCalendar.Month> months = calendar.months();
        ReleaseCalendar.Month last = months.get(months.size() - 1);
        Money highest = months.stream().map(ReleaseCalendar.Month::uncovered).reduce(Money.ZERO, Money::max);
        return new MonthLines(
                texts.text("release.calendar.picture"),
                texts.text(
                        "release.calendar.picture-summary",
                        texts.formats().wholeEuros(last.cost()),
                        texts.formats().wholeEuros(last.certain()),
                        texts.formats().wholeEuros(last.likely()),
                        texts.formats().wholeEuros(highest)),
                texts.text("release.calendar.certain"),
                texts.text("release.calendar.likely-so-far"),
                months.stream()
                        .map(month -> new MonthLines.Month(
                                month.month(), month.cost(), month.certain(), month.likely(), month.bearable()))
                        .toList());
    }

    private static DataTable covered(ReleaseCalendar calendar, ReleaseTexts texts) {
        DataTable table = new DataTable(
                texts.text("release.calendar.covered-table"),
                DataTable.Column.text(texts.text("release.calendar.month")),
                DataTable.Column.number(texts.text("release.calendar.cost")),
                DataTable.Column.number(texts.text("release.calendar.certain")),
                DataTable.Column.number(texts.text("release.calendar.likely-so-far")),
                DataTable.Column.number(texts.text("release.calendar.uncovered")),
                DataTable.Column.number(texts.text("release.calendar.not-borne")));
        for (ReleaseCalendar.Month month : calendar.months()) {
            table.row(
                    texts.formats().month(month.month()),
                    texts.formats().euros(month.cost()),
                    texts.formats().euros(month.certain()),
                    texts.formats().euros(month.likely()),
                    texts.formats().euros(month.uncovered()),
                    texts.formats().euros(month.notBorne()));
        }
        return table;
    }

    private static DataTable lines(ReleaseCalendar calendar, ReleaseTexts texts) {
        DataTable table = new DataTable(
                texts.text("release.calendar.table"),
                DataTable.Column.text(texts.text("release.calendar.from")),
                DataTable.Column.text(texts.text("release.calendar.need")),
                DataTable.Column.text(texts.text("release.road.form")),
                DataTable.Column.text(texts.text("release.calendar.sure")),
                DataTable.Column.number(texts.text("release.calendar.a-year")),
                DataTable.Column.number(texts.text("release.calendar.low")),
                DataTable.Column.number(texts.text("release.calendar.likely")),
                DataTable.Column.number(texts.text("release.calendar.high")));
        for (ReleaseCalendar.Line line : calendar.lines()) {
            var form = line.form();
            table.row(
                    texts.formats().month(line.month()),
                    texts.text(line.need().key()),
                    texts.text(form == null ? "release.calendar.several-forms" : form.key()),
                    texts.text(line.certain() ? "release.calendar.is-certain" : "release.calendar.is-expected"),
                    texts.formats().euros(line.aYear()),
                    texts.formats().euros(line.low()),
                    texts.formats().euros(line.likely()),
                    texts.formats().euros(line.high()));
        }
        return table;
    }

    private static Details shares(ReleaseTexts texts) {
        DataTable table = new DataTable(
                texts.text("release.calendar.shares"),
                DataTable.Column.text(texts.text("release.road.step")),
                DataTable.Column.number(texts.text("release.calendar.low")),
                DataTable.Column.number(texts.text("release.calendar.likely")),
                DataTable.Column.number(texts.text("release.calendar.high")));
        for (ReleaseLikelihood reached : ReleaseLikelihood.values()) {
            table.row(
                    texts.name("release.likelihood.", reached),
                    reached.lowPercent() + "%",
                    reached.likelyPercent() + "%",
                    reached.highPercent() + "%");
        }
        return new Details(texts.text("release.calendar.shares"), table);
    }
}
