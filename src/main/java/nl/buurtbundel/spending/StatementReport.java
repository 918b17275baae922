package nl.buurtbundel.spending;

/**
 * What came of reading a file with bank statements.
 *
 * @param statements that were new
 * @param known statements that were read before
 * @param linked payments that belong to an expense, for certain
 * @param onList payments for which somebody has to look
 * @param knownLines payments that stood in an earlier statement too
 * @param passedBy what came in or is not booked yet
 */
public record StatementReport(int statements, int known, int linked, int onList, int knownLines, int passedBy) {

    static final StatementReport NOTHING = new StatementReport(0, 0, 0, 0, 0, 0);

    StatementReport plus(StatementReport other) {
        return new StatementReport(
                statements + other.statements,
                known + other.known,
                linked + other.linked,
                onList + other.onList,
                knownLines + other.knownLines,
                passedBy + other.passedBy);
    }
}
