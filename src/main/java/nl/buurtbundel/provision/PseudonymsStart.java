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
    @Inject
    private Pseudonyms pseudonyms;

    @PostConstruct
    void open() {
        pseudonyms.open();
    }
}
