package nl.buurtbundel.provision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a household; role and year of birth as far as they are known. Only the year is kept, so everybody turns older on the
 * first of January.
 */
public record HouseholdMember(
        PersonId person,
        @Nullable HouseholdRole role,
        @Nullable Integer yearOfBirth) {
    private static final int SEES_ALONG = 12;
    private static final int SEES_ALONE = 16;

    /** From twelve on; until sixteen together with the parents. Of whom no year is known counts as older. */
    public boolean seesOwnFile(LocalDate on) {
        return !turnsLessThan(SEES_ALONG, on);
    }

    /** Parents see the file of a child until sixteen. */
    public boolean isSeenByParents(LocalDate on) {
        return turnsLessThan(SEES_ALONE, on);
    }

    /** Until twelve the parents decide who else may look. */
    public boolean isDecidedForByParents(LocalDate on) {
        return turnsLessThan(SEES_ALONG, on);
    }

    private boolean turnsLessThan(int age, LocalDate on) {
        return yearOfBirth != null && on.getYear() - yearOfBirth < age;
    }
}
