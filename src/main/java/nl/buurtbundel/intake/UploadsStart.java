package nl.buurtbundel.intake;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Uploads hold names and BSNs: what a killed process left behind is removed before anything else happens. */
@Singleton
@Startup
public class UploadsStart {
    private static final Logger LOG = Logger.getLogger(UploadsStart.class.getName());

    @PostConstruct
    void clear() {
        try {
            Upload.deleteLeftovers();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "uploads of an earlier process could not be removed", e);
        }
    }
}
