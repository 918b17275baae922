package nl.buurtbundel.release;

import java.time.LocalDate;

/**
 * The steps from a yes to money in the neighbourhood’s budget, in this order. What people did is recorded; what a message says
 * is read from what came in, and ticked by nobody.
 *
 * <p>The terms are those of a municipality that keeps going, and stand here only: no law names them. The term for objecting is
 * the law’s (see {@link ObjectionTerm}), and the one for a stop message is that of iWmo and iJw: five working days.
 */
public enum ReleaseStep {
    /** In a trial no allocation changes; afterwards the household chooses. */
    TRIAL(StepOwner.TEAM, false, 0),
    /** Only where data of one law is used for another (Wmo 5.1.1 lid 4). */
    CONSENT(StepOwner.TEAM, true, 10),
    /** A contract without a price per household frees nothing until it is changed. */
    CONTRACT(StepOwner.BACK_OFFICE, false, 40),
    /** The letter on the individual help (Wmo 2.3.10): a yes to a plan changes no entitlement. */
    DECISION(StepOwner.TEAM, true, 10),
    PROVIDER(StepOwner.TEAM, true, 10),
    /** From it the back office makes the message 301. */
    ORDER(StepOwner.TEAM, true, 5),
    /** The 301 was read in: the allocation ends on the day that was ordered. */
    ALLOCATION(StepOwner.BACK_OFFICE, false, 5),
    /** The 307 with reason 36 was read in. Only now is the money certainly free. */
    STOP(StepOwner.PROVIDER, false, 5),
    /** The last 323 says what was really delivered. */
    SETTLEMENT(StepOwner.PROVIDER, false, 0),
    /** In the neighbourhood’s budget. */
    REALISED(StepOwner.SYSTEM, false, 1);

    private final StepOwner owner;
    private final boolean recorded;
    private final int workingDays;

    ReleaseStep(StepOwner owner, boolean recorded, int workingDays) {
        this.owner = owner;
        this.recorded = recorded;
        this.workingDays = workingDays;
    }

    public StepOwner owner() {
        return owner;
    }

    /** Whether people record it, and so can take it back. */
    public boolean isRecorded() {
        return recorded;
    }

    /** When it is due, as many working days after the step before it was done or was due. */
    LocalDate dueAfter(LocalDate before) {
        return WorkingDays.after(before, workingDays);
    }
}
