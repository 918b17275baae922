package nl.buurtbundel.decision;

/**
 * The cost of what a plan began with against two different things that are never mixed, in percents rounded to 5.
 *
 * @param ofToday of what is spent today on everybody with this need
 * @param ofReplaced of what it likely replaces; 0 when that is not known
 */
public record CostAgainstToday(int ofToday, int ofReplaced) {}
