package nl.buurtbundel.spending.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.UploadWords;
import nl.buurtbundel.spending.NewReceipt;
import nl.buurtbundel.spending.Receipts;

/**
 * Photos or documents of a receipt. Each is looked into as it comes in; what was refused is told by name, and the rest stays. A
 * telephone offers its camera beside the files that it has, as long as it is not told to use the camera alone.
 */
final class ReceiptUpload extends Div {
    private static final int MEGABYTE = 1 << 20;

    private final transient Receipts receipts;
    private final transient List<NewReceipt> taken = new ArrayList<>();
    private final int most;
    private final ErrorNotice error = new ErrorNotice();
    private final UnorderedList list = new UnorderedList();
    private final Upload upload = new Upload(this::receive);

    /** @param already how many the expense has */
    ReceiptUpload(Receipts receipts, int already) {
        this.receipts = receipts;
        this.most = Receipts.MOST_OF_AN_EXPENSE - already;
        addClassName("bb-stack");
        Button choose = new Button(getTranslation("spending.receipt.add"));
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(getTranslation("spending.receipt.drop")));
        upload.setMaxFileSize(Receipts.MOST_MEGABYTES * MEGABYTE);
        upload.setAcceptedFileTypes("image/jpeg", "image/png", "application/pdf");
        upload.setI18n(UploadWords.in(
                getLocale(),
                Receipts.MOST_MEGABYTES,
                getTranslation("spending.receipt.add"),
                getTranslation("spending.receipt.drop"),
                getTranslation("spending.receipt.other-kind")));
        upload.addFileRejectedListener(event ->
                error.show(getTranslation("spending.receipt.rejected", event.getFileName(), event.getErrorMessage())));
        upload.addAllFinishedListener(all -> upload.clearFileList());
        list.getElement().setAttribute("aria-live", "polite");
        Span what = new Span(getTranslation("spending.receipt.what", Receipts.MOST_MEGABYTES, most));
        what.addClassNames("bb-soft", "bb-small");
        add(error, list, upload, what);
        show();
    }

    List<NewReceipt> taken() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    /** Runs while the file comes in, outside the session lock. */
    private void receive(UploadEvent event) throws IOException {
        try (InputStream content = event.getInputStream()) {
            NewReceipt one = receipts.take(event.getFileName(), content);
            synchronized (taken) {
                if (taken.size() >= most) {
                    throw new Refusal("spending.error.receipts-many", Receipts.MOST_OF_AN_EXPENSE);
                }
                taken.add(one);
            }
            event.getUI().access(() -> {
                error.clear();
                show();
            });
        } catch (RuntimeException thrown) {
            if (Refusal.unwrapped(thrown) instanceof Refusal refused) {
                event.getUI().access(() -> error.tell(refused));
                throw refused;
            }
            throw thrown;
        }
    }

    private void show() {
        list.removeAll();
        List<NewReceipt> now = taken();
        list.setVisible(!now.isEmpty());
        for (int i = 0; i < now.size(); i++) {
            NewReceipt one = now.get(i);
            String name =
                    getTranslation(one.kind().isPicture() ? "spending.receipt.photo" : "spending.receipt.pdf", i + 1);
            Button remove = new Button(getTranslation("spending.receipt.remove"), click -> {
                synchronized (taken) {
                    taken.remove(one);
                }
                show();
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            remove.setAriaLabel(getTranslation("spending.receipt.remove-which", name));
            list.add(new ListItem(new Span(name + " ✓ "), remove));
        }
    }
}
