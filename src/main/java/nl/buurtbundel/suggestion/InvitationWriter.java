package nl.buurtbundel.suggestion;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.User;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * Writes the letters of an invitation on a thread of its own. Not a task of the server’s executor: that shares the entity
 * managers of the request that handed it over, and closes them when it ends, also while that request still shows a page.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@WithoutAccessCheck("inside the room; Invitations asks before it starts")
public class InvitationWriter {
    private static final Logger LOG = Logger.getLogger(InvitationWriter.class.getName());

    @Inject
    private InvitationSteps steps;

    @Inject
    private CurrentUser currentUser;

    @Asynchronous
    public void write(LettersId id, User user, Invitation invitation, NeighbourhoodCode neighbourhood, Text idea) {
        currentUser.runAs(user, () -> {
            write(id, invitation, neighbourhood, idea);
        });
    }

    private void write(LettersId id, Invitation invitation, NeighbourhoodCode neighbourhood, Text idea) {
        try {
            InvitationSteps.Addressees to = steps.addressees(neighbourhood);
            InvitationLetters.write(
                            invitation, to.neighbourhood(), idea, to.addresses(), written -> steps.wrote(id, written))
                    .ifPresent(pdf -> steps.finish(id, pdf));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.WARNING, "letters " + id.value() + " could not be written", e);
            steps.fail(id);
        }
    }
}
