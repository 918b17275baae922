package nl.buurtbundel.catalogue;

import nl.buurtbundel.foundation.Refusal;

/**
 * How large one group is and how many there may be in a neighbourhood.
 *
 * @param places that can be used at one moment
 * @param minimumHouseholds below this a group does not start
 * @param maximumHouseholds above this a group is full
 */
public record GroupSize(int places, int minimumHouseholds, int maximumHouseholds, int maximumGroups) {

    public GroupSize {
        if (places < 1 || minimumHouseholds < 1 || maximumGroups < 1 || maximumGroups > 20) {
            throw new Refusal("catalogue.error.group-size");
        }
        if (maximumHouseholds < minimumHouseholds) {
            throw new Refusal("catalogue.error.group-size");
        }
    }

    public int capacity() {
        return maximumHouseholds * maximumGroups;
    }

    /** The groups that so many households need; at least one. */
    public int groupsFor(int households) {
        return Math.max(1, Math.min(maximumGroups, (households + maximumHouseholds - 1) / maximumHouseholds));
    }
}
