package nl.buurtbundel.intake;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.WithoutAccessCheck;

/**
 * Imports an upload on a thread of its own. A task of the server’s executor would do, but it shares the entity managers of
 * the request that handed it over and closes them when it ends, also while that request still shows a page.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@WithoutAccessCheck("inside the room; Intake asks before it starts, and Provisions asks again")
public class ImportRunner {
    @Inject
    private ImportWork work;

    @Inject
    private CurrentUser currentUser;

    @Asynchronous
    public void run(ImportId id, User user, Upload upload) {
        try {
            currentUser.runAs(user, () -> work.run(id, user.municipality(), upload::folder));
        } finally {
            upload.delete();
        }
    }
}
