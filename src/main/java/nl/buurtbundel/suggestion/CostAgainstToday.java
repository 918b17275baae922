package nl.buurtbundel.suggestion;

/**
 * The cost of what a plan began with against two different things that are never mixed, in whole percents.
 *
 * @param ofToday of what is spent today on everybody with this need
 * @param ofReplaced of what it likely replaces; 0 when that is not known
 */
public record CostAgainstToday(int ofToday, int ofReplaced) {
    private static final int BASIS_POINTS = 100;

    static CostAgainstToday of(Headline headline) {
        Integer replaced = headline.ofReplaced();
        return new CostAgainstToday(headline.ofToday() / BASIS_POINTS, replaced == null ? 0 : replaced / BASIS_POINTS);
    }
}
