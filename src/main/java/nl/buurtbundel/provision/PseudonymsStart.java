package nl.buurtbundel.provision;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Opens the pseudonym key before anybody is served; a wrong key stops the start. */
@Singleton
@Startup
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
public class PseudonymsStart {
    private final Pseudonyms pseudonyms;

    @SuppressWarnings("NullAway") // only for the container
    protected PseudonymsStart() {
        this(null);
    }

    @Inject
    PseudonymsStart(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    @PostConstruct
    void open() {
        pseudonyms.open();
    }
}
