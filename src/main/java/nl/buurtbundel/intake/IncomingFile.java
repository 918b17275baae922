package nl.buurtbundel.intake;

import java.io.IOException;
import java.io.InputStream;

/** A file of an import: its name for the report, and its bytes when they are wanted. */
record IncomingFile(String name, Content content) {

    InputStream open() {
        try {
            return content.open();
        } catch (IOException e) {
            throw new Refused(name, 0, "", "unreadable");
        }
    }

    /** Where the bytes are. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }
}
