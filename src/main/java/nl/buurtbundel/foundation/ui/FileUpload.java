package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.upload.FileRejectedEvent;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;

/** Takes a file that is small enough to be read whole; what was done with it is told by the page, not in a list. */
public final class FileUpload extends Upload {

    /**
     * @param kinds endings and types
     * @param mostBytes of a file; told as {@code mostMegabytes}
     * @param choose on the button
     * @param otherKind why a file of another kind is refused
     * @param read what to do with the name and the bytes of a file
     * @param rejected what to do where a file was not even taken in
     */
    public FileUpload(
            List<String> kinds,
            int mostBytes,
            int mostMegabytes,
            String choose,
            String otherKind,
            SerializableBiConsumer<String, byte[]> read,
            SerializableConsumer<FileRejectedEvent> rejected) {
        setUploadHandler(UploadHandler.inMemory((metadata, bytes) -> read.accept(metadata.fileName(), bytes)));
        setAcceptedFileTypes(kinds.toArray(String[]::new));
        setMaxFileSize(mostBytes);
        setUploadButton(new Button(choose));
        setDropAllowed(false);
        setI18n(UploadWords.in(getLocale(), mostMegabytes, choose, "", otherKind));
        addAllFinishedListener(all -> clearFileList());
        addFileRejectedListener(rejected::accept);
    }
}
