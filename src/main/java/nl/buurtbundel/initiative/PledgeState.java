package nl.buurtbundel.initiative;

/** Whether a household takes part. Only its own adults ever see this. */
enum PledgeState {
    JOINED,
    /** Left after the cut-off date: takes part until the notice is over. */
    LEAVING,
    LEFT,
    /** The plan itself came to an end. */
    ENDED
}
