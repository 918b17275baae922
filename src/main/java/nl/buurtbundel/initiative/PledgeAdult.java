package nl.buurtbundel.initiative;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An adult whom a pledge binds, and what this adult said yes to. */
@Entity
@Table(name = "pledge_adult")
class PledgeAdult {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pledge_adult")
    @SequenceGenerator(name = "pledge_adult", sequenceName = "pledge_adult_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "pledge")
    private Pledge pledge;

    @Column(name = "adult_number")
    private int number;

    private String subject;

    @Column(name = "yes_version")
    private int yesVersion;

    @Column(name = "chose_after_trial")
    private boolean choseAfterTrial;

    /** Subject and need while the pledge holds; the database lets each exist once. */
    @Column(name = "active_key")
    private @Nullable String activeKey;

    /**
     * Household and need while the pledge holds; the database lets each exist once. Null for the second adult of the same
     * household, for who is not in the files, and where another pledge stands for the household.
     */
    @Column(name = "household_key")
    private @Nullable String householdKey;

    protected PledgeAdult() {}

    PledgeAdult(Pledge pledge, int number, String subject, String need, @Nullable String householdKey) {
        this.pledge = pledge;
        this.number = number;
        this.subject = subject;
        this.activeKey = activeKey(subject, need);
        this.householdKey = householdKey;
    }

    static String activeKey(String subject, String need) {
        return subject + "|" + need;
    }

    void sayYes(int planVersion, boolean afterTrial) {
        yesVersion = planVersion;
        choseAfterTrial = choseAfterTrial || afterTrial;
    }

    void takeBack() {
        yesVersion = 0;
        choseAfterTrial = false;
    }

    void letGo() {
        householdKey = null;
        activeKey = null;
    }

    void standsFor(@Nullable String key) {
        householdKey = key;
    }

    int number() {
        return number;
    }

    boolean is(String other) {
        return subject.equals(other);
    }

    String subject() {
        return subject;
    }

    int yesVersion() {
        return yesVersion;
    }

    boolean choseAfterTrial() {
        return choseAfterTrial;
    }

    @Nullable
    String householdKey() {
        return householdKey;
    }

    @Nullable
    String activeKey() {
        return activeKey;
    }
}
