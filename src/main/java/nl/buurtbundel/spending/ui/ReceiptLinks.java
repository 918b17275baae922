package nl.buurtbundel.spending.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.spending.ReceiptContent;
import nl.buurtbundel.spending.ReceiptSummary;
import nl.buurtbundel.spending.Receipts;

/** The receipts of one expense. A picture opens beside the page, a document is saved; neither may do anything. */
final class ReceiptLinks extends Div {
    private static final String NAME = "receipt.";

    ReceiptLinks(Receipts receipts, List<ReceiptSummary> shown, String purpose) {
        addClassName("bb-cluster");
        if (shown.isEmpty()) {
            add(new Span("–"));
        }
        for (int i = 0; i < shown.size(); i++) {
            add(link(receipts, shown.get(i), i + 1, purpose));
        }
    }

    private Anchor link(Receipts receipts, ReceiptSummary one, int number, String purpose) {
        DownloadHandler handler = event -> send(receipts, one, event);
        Anchor link = new Anchor(
                handler,
                getTranslation(one.kind().isPicture() ? "spending.receipt.photo" : "spending.receipt.pdf", number));
        link.setTarget(AnchorTarget.BLANK);
        link.setAriaLabel(getTranslation("spending.receipt.which", number, purpose));
        return link;
    }

    /** Asked for anew each time, as rights may have changed since the page was shown. */
    private static void send(Receipts receipts, ReceiptSummary one, DownloadEvent event) throws IOException {
        ReceiptContent content;
        VaadinResponse answer = event.getResponse();
        try {
            content = receipts.look(one.id());
        } catch (RuntimeException thrown) {
            if (Refusal.unwrapped(thrown) instanceof Refusal) {
                answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            throw thrown;
        }
        byte[] bytes = content.bytes();
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader(
                "Content-Disposition",
                (content.kind().isPicture() ? "inline" : "attachment") + "; filename=\"" + NAME
                        + content.kind().ending() + '"');
        event.setContentType(content.kind().contentType());
        event.setContentLength(bytes.length);
        try (OutputStream out = event.getOutputStream()) {
            out.write(bytes);
        }
    }
}
