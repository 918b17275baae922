package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.OutputStream;

/** Sends a file to who asked for it. */
public final class Download {
    private Download() {}

    /** Returns once every byte has gone out. */
    public static void send(DownloadEvent event, String name, String contentType, byte[] bytes) throws IOException {
        event.setFileName(name);
        event.setContentType(contentType);
        event.setContentLength(bytes.length);
        try (OutputStream out = event.getOutputStream()) {
            out.write(bytes);
        }
    }
}
