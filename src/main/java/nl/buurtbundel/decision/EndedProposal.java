package nl.buurtbundel.decision;

/**
 * A proposal that ended without a decision: sent back, not signed, taken back, held too long, or after what the council said.
 *
 * @param reasons why, in the words of whoever ended it
 * @param adopted the council adopted what it asked: the plan can be proposed anew
 */
public record EndedProposal(DecisionId id, String reasons, boolean adopted) {}
