package nl.buurtbundel.ledger.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.FileUpload;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.ledger.Reconciliation;
import nl.buurtbundel.ledger.Reconciliations;
import nl.buurtbundel.ledger.TaskFieldName;
import nl.buurtbundel.ledger.TaskFields;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** Does this book say the same as the municipality’s own? Day by day, to the cent. */
@CdiComponent
@Route(LedgerNavigation.RECONCILIATION)
class ReconciliationView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int DAYS = 31;
    private static final int MEGABYTE = 1_000_000;
    private static final int MOST_MEGABYTES = 1;

    private final transient Reconciliations reconciliations;
    private final transient TaskFields taskFields;
    private final transient Access access;
    private final transient Clock clock;
    private final Div told = new Div();
    private final ErrorNotice error = new ErrorNotice();
    private final Div found = new Div();

    @Inject
    ReconciliationView(Reconciliations reconciliations, TaskFields taskFields, Access access, Clock clock) {
        this.reconciliations = reconciliations;
        this.taskFields = taskFields;
        this.access = access;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
        found.addClassName("bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ledger.reconciliation.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        MunicipalityCode municipality = access.require(Operation.SEE_LEDGER).municipality();
        removeAll();
        add(new H1(getPageTitle()), new Paragraph(getTranslation("ledger.reconciliation.explained")), found);
        if (access.may(Operation.RECONCILE)) {
            Pre example =
                    new Pre("datum;taakveld;bedrag\n" + LocalDate.now(clock).minusDays(1) + ";6.1;12345,67");
            add(
                    new H2(getTranslation("ledger.reconciliation.read")),
                    new Paragraph(getTranslation("ledger.reconciliation.file")),
                    example,
                    upload(municipality),
                    told,
                    error);
        }
        show(municipality);
    }

    private FileUpload upload(MunicipalityCode municipality) {
        FileUpload upload = new FileUpload(
                List.of(".csv", "text/csv"),
                MOST_MEGABYTES * MEGABYTE,
                MOST_MEGABYTES,
                getTranslation("ledger.reconciliation.choose"),
                getTranslation("ledger.reconciliation.rejected"),
                (name, bytes) -> read(municipality, bytes),
                rejected -> tell(Notice.warning(getTranslation("ledger.reconciliation.rejected"))));
        upload.setMaxFiles(1);
        return upload;
    }

    private void read(MunicipalityCode municipality, byte[] bytes) {
        try {
            int lines = reconciliations.read(municipality, bytes);
            tell(Notice.success(getTranslation("ledger.reconciliation.done", lines)));
            show(municipality);
        } catch (RuntimeException thrown) {
            told.removeAll();
            error.tell(thrown);
        }
    }

    private void tell(Notice notice) {
        error.clear();
        told.removeAll();
        told.add(notice.announced());
    }

    private void show(MunicipalityCode municipality) {
        Formats formats = Formats.of(getLocale());
        List<Reconciliation> all = reconciliations.list(municipality, FiscalYear.of(LocalDate.now(clock)), DAYS);
        found.removeAll();
        if (all.isEmpty()) {
            found.add(new EmptyState(getTranslation("ledger.reconciliation.none")));
            return;
        }
        LocalDate newest = all.get(0).day();
        List<Reconciliation> apart = all.stream()
                .filter(one -> one.day().equals(newest) && !one.agrees())
                .toList();
        found.add(
                apart.isEmpty()
                        ? Notice.success(getTranslation("ledger.reconciliation.agrees", formats.date(newest)))
                        : Notice.warning(getTranslation(
                                "ledger.reconciliation.differs",
                                formats.date(newest),
                                formats.difference(Money.sum(apart.stream()
                                        .map(Reconciliation::difference)
                                        .toList())),
                                apart.stream()
                                        .map(one -> one.taskField() + " " + formats.difference(one.difference()))
                                        .collect(Collectors.joining("; ")))));
        DataTable table = new DataTable(
                getTranslation("ledger.reconciliation.caption"),
                DataTable.Column.text(getTranslation("ledger.reconciliation.day")),
                DataTable.Column.text(getTranslation("ledger.reconciliation.task-field")),
                DataTable.Column.number(getTranslation("ledger.reconciliation.there")),
                DataTable.Column.number(getTranslation("ledger.reconciliation.here")),
                DataTable.Column.number(getTranslation("ledger.reconciliation.difference")),
                DataTable.Column.text(getTranslation("ledger.reconciliation.same")));
        Map<String, String> names = new HashMap<>();
        for (Reconciliation one : all) {
            table.row(
                    formats.date(one.day()),
                    names.computeIfAbsent(
                            one.taskField(),
                            code -> taskFields
                                    .findLatest(code)
                                    .map(TaskFieldName::toString)
                                    .orElse(code)),
                    there(one, formats),
                    formats.euros(one.here()),
                    formats.difference(one.difference()),
                    getTranslation(one.agrees() ? "ledger.reconciliation.yes" : "ledger.reconciliation.no"));
        }
        found.add(table);
    }

    private String there(Reconciliation one, Formats formats) {
        LocalDate saidOn = one.saidOn();
        if (saidOn == null) {
            return getTranslation("ledger.reconciliation.never-said");
        }
        String amount = formats.euros(one.there());
        return saidOn.equals(one.day())
                ? amount
                : getTranslation("ledger.reconciliation.said-before", amount, formats.shortDate(saidOn));
    }
}
