package nl.buurtbundel.intake.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.inject.Inject;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.intake.ImportId;
import nl.buurtbundel.intake.ImportReport;
import nl.buurtbundel.intake.ImportState;
import nl.buurtbundel.intake.ImportSummary;
import nl.buurtbundel.intake.Intake;
import nl.buurtbundel.provision.ui.ProvisionNavigation;
import org.jspecify.annotations.Nullable;

/** One import: how far it is, what it did, and each refusal with file, line, field and reason. */
@CdiComponent
@Route(IntakeNavigation.IMPORT)
class ImportView extends Div implements HasUrlParameter<Long>, HasDynamicTitle {
    private static final int POLL_MILLISECONDS = 1_000;
    private static final int FEW_SOURCES = 3;
    private static final int REFUSALS_AT_ONCE = 200;

    private final transient Intake intake;
    private ImportId id = new ImportId(0);
    private @Nullable Registration polling;
    private int refusalsShown;

    @Inject
    ImportView(Intake intake) {
        addClassNames("bb-page", "bb-stack");
        this.intake = intake;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("intake.import.title");
    }

    @Override
    public void setParameter(BeforeEvent event, Long number) {
        id = new ImportId(number);
        show(intake.readReport(id));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (intake.readSummary(id).state() == ImportState.RUNNING) {
            event.getUI().setPollInterval(POLL_MILLISECONDS);
            polling = event.getUI().addPollListener(poll -> refresh());
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopPolling();
    }

    private void refresh() {
        ImportReport report = intake.readReport(id);
        show(report);
        if (report.summary().state() != ImportState.RUNNING) {
            stopPolling();
        }
    }

    private void stopPolling() {
        Registration registration = polling;
        polling = null;
        if (registration != null) {
            registration.remove();
            getUI().ifPresent(ui -> ui.setPollInterval(-1));
        }
    }

    private void show(ImportReport report) {
        removeAll();
        ImportSummary summary = report.summary();
        Formats formats = Formats.of(getLocale());
        add(
                new Anchor(IntakeNavigation.imports(), getTranslation("intake.import.back")),
                new H1(getTranslation("intake.import.title")));
        if (summary.state() == ImportState.RUNNING) {
            addProgress(summary, formats);
        }
        add(figures(summary, formats));
        if (summary.sources().size() > FEW_SOURCES) {
            UnorderedList all = new UnorderedList();
            summary.sources().forEach(source -> all.add(new ListItem(source)));
            add(new Details(
                    getTranslation(
                            "intake.import.sources",
                            formats.count(summary.sources().size())),
                    all));
        }
        if (summary.toRepair() > 0) {
            add(Notice.warning(
                            summary.toRepair() == 1
                                    ? getTranslation("intake.import.to-repair-one")
                                    : getTranslation("intake.import.to-repair", formats.count(summary.toRepair())))
                    .with(new Anchor(ProvisionNavigation.repairs(), getTranslation("intake.import.repair"))));
        }
        if (!report.refused().isEmpty()) {
            addRefusals(report, formats);
        } else if (summary.state() == ImportState.DONE) {
            add((summary.broughtNothingNew()
                            ? Notice.info(getTranslation("intake.import.nothing-new"))
                            : Notice.success(getTranslation(
                                    summary.filesUnchanged() > 0
                                            ? "intake.import.new-taken"
                                            : "intake.import.all-taken")))
                    .announced());
        }
    }

    private void addProgress(ImportSummary summary, Formats formats) {
        ProgressBar bar = new ProgressBar(0, Math.max(1, summary.files()), summary.filesDone());
        String words = getTranslation(
                "intake.import.progress", formats.count(summary.filesDone()), formats.count(summary.files()));
        bar.getElement().setAttribute("aria-label", words);
        Button cancel = new Button(getTranslation("intake.import.cancel"), click -> intake.cancel(id));
        cancel.setDisableOnClick(true);
        add(Notice.info(words), bar, cancel);
    }

    private String sources(ImportSummary summary, Formats formats) {
        return summary.sources().size() > FEW_SOURCES
                ? formats.count(summary.sources().size())
                : String.join(", ", summary.sources());
    }

    private DefinitionTable figures(ImportSummary summary, Formats formats) {
        return new DefinitionTable()
                .row(getTranslation("intake.imports.source"), sources(summary, formats))
                .row(getTranslation("intake.imports.when"), formats.dateTime(summary.startedAt()))
                .row(
                        getTranslation("intake.imports.state"),
                        getTranslation(summary.state().key()))
                .row(getTranslation("intake.imports.taken"), formats.count(summary.filesTaken()))
                .row(getTranslation("intake.imports.unchanged"), formats.count(summary.filesUnchanged()))
                .row(getTranslation("intake.imports.refused"), formats.count(summary.filesRefused()))
                .row(
                        getTranslation("intake.import.created"),
                        formats.count(summary.provisions().created()))
                .row(
                        getTranslation("intake.import.replaced"),
                        formats.count(summary.provisions().replaced()))
                .row(
                        getTranslation("intake.import.older"),
                        formats.count(summary.provisions().older()))
                .row(
                        getTranslation("intake.import.waiting"),
                        formats.count(summary.provisions().waiting()));
    }

    private void addRefusals(ImportReport report, Formats formats) {
        refusalsShown = 0;
        DataTable table = new DataTable(
                getTranslation("intake.import.refusals-table"),
                DataTable.Column.text(getTranslation("intake.import.file")),
                DataTable.Column.number(getTranslation("intake.import.line")),
                DataTable.Column.text(getTranslation("intake.import.field")),
                DataTable.Column.text(getTranslation("intake.import.why")));
        Button more = new Button(getTranslation("intake.import.more-refusals"));
        Paragraph left = new Paragraph();
        left.getElement().setAttribute("aria-live", "polite");
        more.addClickListener(click -> addRows(table, report, formats, more, left));
        addRows(table, report, formats, more, left);
        add(new H2(getTranslation("intake.import.refusals")), table, left, more);
    }

    /** The next rows of a table that can be very long, and how many are not shown yet. */
    private void addRows(DataTable table, ImportReport report, Formats formats, Button more, Paragraph left) {
        report.refused().stream().skip(refusalsShown).limit(REFUSALS_AT_ONCE).forEach(item -> {
            table.row(
                    item.file(),
                    item.line() == 0 ? "" : formats.count(item.line()),
                    item.field(),
                    item.text(getLocale()));
            refusalsShown++;
        });
        long notShown = report.refusedInAll() - refusalsShown;
        left.setText(getTranslation("intake.import.refusals-left", notShown));
        left.setVisible(notShown > 0);
        more.setVisible(refusalsShown < report.refused().size());
    }
}
