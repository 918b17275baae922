package nl.buurtbundel.suggestion;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Every hour: letters that nobody came for within a day are removed. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class LettersCare {
    @Inject
    private InvitationSteps steps;

    @Schedule(hour = "*", minute = "25", timezone = "Europe/Amsterdam", persistent = false)
    public void expire() {
        steps.expire();
    }
}
