package nl.buurtbundel.suggestion.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import java.io.IOException;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.Download;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.suggestion.Invitation;
import nl.buurtbundel.suggestion.Invitations;
import nl.buurtbundel.suggestion.Letters;
import nl.buurtbundel.suggestion.LettersState;
import nl.buurtbundel.suggestion.SuggestionId;
import org.jspecify.annotations.Nullable;

/** How far the letters are, and where to get them. The reader may leave this page and come back. */
final class LettersPanel extends Div {
    private static final int POLL_MILLISECONDS = 1_000;

    private final transient Invitations invitations;
    private final ErrorNotice error = new ErrorNotice();
    private final Div content = new Div();
    private SuggestionId suggestion = new SuggestionId(0);
    private String fileName = "";
    private @Nullable LettersState shown;
    private @Nullable Registration polling;

    LettersPanel(Invitations invitations) {
        this.invitations = invitations;
        addClassName("bb-stack");
        content.addClassName("bb-stack");
        add(error, content);
    }

    void show(SuggestionId id, String file) {
        suggestion = id;
        fileName = file;
        refresh();
    }

    void invite(Invitation invitation) {
        error.clear();
        invitations.invite(suggestion, invitation);
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (shown == LettersState.RUNNING) {
            poll(event.getUI());
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopPolling(event.getUI());
    }

    private void refresh() {
        Letters letters = invitations.find(suggestion).orElse(null);
        LettersState before = shown;
        shown = letters == null ? null : letters.state();
        content.removeAll();
        if (letters != null) {
            show(letters, before);
        }
        getUI().ifPresent(ui -> {
            if (shown == LettersState.RUNNING) {
                poll(ui);
            } else {
                stopPolling(ui);
            }
        });
    }

    private void show(Letters letters, @Nullable LettersState before) {
        Formats formats = Formats.of(getLocale());
        switch (letters.state()) {
            case RUNNING -> showProgress(letters, formats);
            case READY -> {
                Notice ready = Notice.success(getTranslation(
                        "suggestion.letters.ready",
                        letters.keptUntil() == null ? "" : formats.dateTime(letters.keptUntil())));
                content.add(announced(ready, before).with(download(letters)));
            }
            case DOWNLOADED, EXPIRED, CANCELLED ->
                content.add(announced(
                                Notice.info(getTranslation(
                                        "suggestion.letters." + letters.state().word())),
                                before)
                        .with(again(letters)));
            case FAILED ->
                content.add(announced(Notice.warning(getTranslation("suggestion.letters.failed")), before)
                        .with(again(letters)));
        }
    }

    /** A screen reader says what became of it while one waited, not what was there already. */
    private static Notice announced(Notice notice, @Nullable LettersState before) {
        return before == null ? notice : notice.announced();
    }

    private void showProgress(Letters letters, Formats formats) {
        ProgressBar bar = new ProgressBar(0, letters.addresses(), letters.written());
        bar.getElement().setAttribute("aria-label", getTranslation("suggestion.letters.bar"));
        Button cancel =
                new Button(getTranslation("suggestion.letters.cancel"), click -> invitations.cancel(letters.id()));
        cancel.setDisableOnClick(true);
        Span words = new Span(getTranslation(
                "suggestion.letters.running", formats.count(letters.written()), formats.count(letters.addresses())));
        content.add(words, bar, new Div(cancel));
    }

    private Anchor download(Letters letters) {
        UI ui = UI.getCurrent();
        DownloadHandler handler = event -> send(letters, event, ui);
        return new Anchor(handler, getTranslation("suggestion.invite.download"));
    }

    /** Only once every byte has gone out are they kept no longer. */
    private void send(Letters letters, DownloadEvent event, UI ui) throws IOException {
        Download.send(event, fileName, "application/pdf", invitations.download(letters.id()));
        invitations.arrived(letters.id());
        ui.access(this::refresh);
    }

    private Button again(Letters letters) {
        Button again = new Button(getTranslation("suggestion.letters.again"), click -> {
            try {
                invite(letters.invitation());
            } catch (RuntimeException thrown) {
                if (Refusal.unwrapped(thrown) instanceof Refusal refusal) {
                    error.show(refusal.text(getLocale()));
                } else {
                    throw thrown;
                }
            }
        });
        again.setDisableOnClick(true);
        again.addClickListener(click -> again.setEnabled(true));
        return again;
    }

    private void poll(UI ui) {
        if (polling == null) {
            ui.setPollInterval(POLL_MILLISECONDS);
            polling = ui.addPollListener(poll -> refresh());
        }
    }

    private void stopPolling(UI ui) {
        Registration registration = polling;
        polling = null;
        if (registration != null) {
            registration.remove();
            ui.setPollInterval(-1);
        }
    }
}
