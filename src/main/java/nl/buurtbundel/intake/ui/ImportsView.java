package nl.buurtbundel.intake.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.FolderUpload;
import nl.buurtbundel.foundation.ui.UploadWords;
import nl.buurtbundel.intake.ImportId;
import nl.buurtbundel.intake.ImportSummary;
import nl.buurtbundel.intake.Intake;
import nl.buurtbundel.intake.Upload;
import org.jspecify.annotations.Nullable;

/** Hand in messages and tables, and see what earlier imports did. */
@CdiComponent
@Route(IntakeNavigation.IMPORTS)
class ImportsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int MEGABYTE = 1 << 20;
    private static final int MOST_MEGABYTES = 500;
    private static final int FIRST_FEW = 3;

    private final transient Intake intake;
    private final ErrorNotice error = new ErrorNotice();
    private final Div earlier = new Div();
    private final com.vaadin.flow.component.upload.Upload files =
            new com.vaadin.flow.component.upload.Upload(this::receive);
    private final Button start;
    /** Set by whichever file comes in first, on a thread of its own. */
    private transient volatile @Nullable Upload upload;

    @Inject
    ImportsView(Intake intake) {
        addClassNames("bb-page", "bb-stack");
        this.intake = intake;
        start = new Button(getTranslation("intake.imports.start"), click -> begin());
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        start.setDisableOnClick(true);
        start.setEnabled(false);
        add(
                new H1(getTranslation("intake.imports.title")),
                error,
                new Paragraph(getTranslation("intake.imports.what")),
                chooser(),
                start,
                new Paragraph(getTranslation("intake.imports.not-kept")),
                earlier);
        earlier.setWidthFull();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("intake.imports.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        earlier.removeAll();
        List<ImportSummary> imports = intake.list();
        if (imports.isEmpty()) {
            earlier.add(new EmptyState(getTranslation("intake.imports.none")));
            return;
        }
        Formats formats = Formats.of(getLocale());
        DataTable table = new DataTable(
                getTranslation("intake.imports.earlier"),
                DataTable.Column.text(getTranslation("intake.imports.when")),
                DataTable.Column.text(getTranslation("intake.imports.source")),
                DataTable.Column.text(getTranslation("intake.imports.state")),
                DataTable.Column.number(getTranslation("intake.imports.taken")),
                DataTable.Column.number(getTranslation("intake.imports.unchanged")),
                DataTable.Column.number(getTranslation("intake.imports.refused")));
        for (ImportSummary one : imports) {
            table.rowOf(
                    new Anchor(IntakeNavigation.report(one.id()), formats.dateTime(one.startedAt())),
                    new Span(sources(one)),
                    new Span(getTranslation(one.state().key())),
                    new Span(formats.count(one.filesTaken())),
                    new Span(formats.count(one.filesUnchanged())),
                    new Span(formats.count(one.filesRefused())));
        }
        earlier.add(table);
    }

    /** The first few; the report names them all. */
    private String sources(ImportSummary one) {
        String first = one.sources().stream().limit(FIRST_FEW).collect(Collectors.joining(", "));
        int more = one.sources().size() - FIRST_FEW;
        return more > 0 ? getTranslation("intake.imports.and-more", first, more) : first;
    }

    private FolderUpload chooser() {
        files.setMaxFileSize(MOST_MEGABYTES * MEGABYTE);
        files.setAcceptedFileTypes(".zip", ".xml", ".csv", ".geojson");
        files.setUploadButton(new Button(getTranslation("intake.imports.choose")));
        files.setDropLabel(new Span(getTranslation("intake.imports.drop")));
        files.setI18n(UploadWords.in(
                getLocale(),
                MOST_MEGABYTES,
                getTranslation("intake.imports.choose"),
                getTranslation("intake.imports.drop"),
                getTranslation("intake.upload.other-kind")));
        files.addFileRejectedListener(event ->
                error.show(getTranslation("intake.imports.rejected", event.getFileName(), event.getErrorMessage())));
        FolderUpload chooser = new FolderUpload(files, new Button(getTranslation("intake.imports.choose-folder")));
        chooser.whenReadyChanges(this::offerStart);
        chooser.whenGivenUp(this::giveUp);
        chooser.whenRefused(problem ->
                error.show(getTranslation("intake.imports.folder." + Messages.word(problem), MOST_MEGABYTES)));
        return chooser;
    }

    private void offerStart(boolean ready) {
        Upload waiting = upload;
        start.setEnabled(ready && waiting != null && !waiting.isEmpty());
    }

    private void giveUp(String name) {
        Upload waiting = upload;
        if (waiting != null && !name.isEmpty()) {
            waiting.remove(name);
        }
    }

    /** Runs while the file comes in, outside the session lock. */
    private void receive(UploadEvent event) throws IOException {
        Upload into;
        synchronized (start) {
            into = upload == null ? Upload.create() : upload;
            upload = into;
        }
        try (InputStream content = event.getInputStream()) {
            into.add(event.getFileName(), content);
        } catch (Refusal refused) {
            event.getUI().access(() -> error.tell(refused));
            throw refused;
        }
    }

    private void begin() {
        Upload ready = upload;
        error.clear();
        if (ready == null) {
            return;
        }
        upload = null;
        try {
            ImportId id = intake.start(ready);
            getUI().ifPresent(ui -> ui.navigate(IntakeNavigation.report(id)));
        } catch (RuntimeException thrown) {
            files.clearFileList(); // what was not taken is gone, and is to be handed in again
            error.tell(thrown);
        }
    }

    /** What was handed in and never started does not stay behind. */
    @Override
    protected void onDetach(DetachEvent event) {
        Upload left = upload;
        upload = null;
        if (left != null) {
            left.delete();
        }
    }
}
