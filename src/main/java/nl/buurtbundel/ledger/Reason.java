package nl.buurtbundel.ledger;

/** Why money moved. A counter-transfer keeps the reason of what it corrects. */
public enum Reason {
    COUNCIL_ADOPTED,
    PRE_FINANCING_SET,
    /** An arrangement has ended: what it does not bear any more goes back to its task field. */
    PRE_FINANCING_RETURNED,
    RELEASE_REALISED,
    PRE_FINANCING_REPAID,
    GRANTED,
    PAID,
    /** A plan or its year ended with money left: it goes back by the rule of the decision. */
    UNSPENT_RETURNED,
    /** What a plan has left at the end of a year moves to the next by decision of the council, through the reserves. */
    CARRIED_OVER,
    /** Another payer gave money for one plan. */
    CONTRIBUTION_RECEIVED,
    /** What the plan did not need goes back to who gave it. */
    CONTRIBUTION_RETURNED,
    /**
     * What the plan did not need this year moves to the next by the agreement: it has an earmark (BBV 44, paragraph 2). What was
     * granted of it stays granted there.
     */
    CONTRIBUTION_MOVED,
    /** What a level of escalation can bridge with was set. */
    BRIDGING_SET,
    /** The year is over: what was not bridged goes back to its task field. */
    BRIDGING_RETURNED,
    /** It was paid while it is argued who pays. */
    BRIDGED,
    /** Who was paid gave back what was not needed. */
    BRIDGE_GIVEN_BACK,
    /** A payer took its share: the bridging budget has it back, and the payer has paid it. */
    BRIDGE_SETTLED,
    /** No payer took it in time: the bridging budget bears it. */
    BRIDGE_BORNE
}
