package nl.buurtbundel.budget;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Whose help it was when money was first expected of it. Kept as it was then, so that what was shown stays as it was. */
@Entity
@Table(name = "helped_household")
class HelpedHousehold {
    @Id
    private String provision;

    private String household;

    protected HelpedHousehold() {}

    HelpedHousehold(Help help) {
        this.provision = help.provision();
        this.household = help.household();
    }

    String provision() {
        return provision;
    }

    String household() {
        return household;
    }
}
