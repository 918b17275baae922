package nl.buurtbundel.decision;

/**
 * A proposal that ended without a decision: sent back, not signed, taken back or held too long.
 *
 * @param reasons why, in the words of whoever ended it
 */
public record EndedProposal(DecisionId id, String reasons) {}
