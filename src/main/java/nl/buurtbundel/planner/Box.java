package nl.buurtbundel.planner;

import java.util.Arrays;

/** A part of the search: for each alternative the groups and the households it may still have. */
final class Box {

    final int[] fewestGroups;
    final int[] mostGroups;
    final int[] fewestHouseholds;
    final int[] mostHouseholds;

    Box(int[] fewestGroups, int[] mostGroups) {
        this.fewestGroups = fewestGroups.clone();
        this.mostGroups = mostGroups.clone();
        fewestHouseholds = new int[mostGroups.length];
        mostHouseholds = new int[mostGroups.length];
        Arrays.fill(mostHouseholds, Integer.MAX_VALUE);
    }

    Box(Box other) {
        fewestGroups = other.fewestGroups.clone();
        mostGroups = other.mostGroups.clone();
        fewestHouseholds = other.fewestHouseholds.clone();
        mostHouseholds = other.mostHouseholds.clone();
    }

    static Box around(Box other, int[] groups) {
        Box box = new Box(other);
        System.arraycopy(groups, 0, box.fewestGroups, 0, groups.length);
        System.arraycopy(groups, 0, box.mostGroups, 0, groups.length);
        return box;
    }

    int least(Instance instance, int a, int groups) {
        return Math.max(instance.least[a][groups], fewestHouseholds[a]);
    }

    int most(Instance instance, int a, int groups) {
        return Math.min(instance.most[a][groups], mostHouseholds[a]);
    }

    boolean groupsAreFixed() {
        return Arrays.equals(fewestGroups, mostGroups);
    }

    boolean contains(int[] groups) {
        for (int a = 0; a < groups.length; a++) {
            if (groups[a] < fewestGroups[a] || groups[a] > mostGroups[a]) {
                return false;
            }
        }
        return true;
    }
}
