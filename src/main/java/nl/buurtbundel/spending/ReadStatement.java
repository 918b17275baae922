package nl.buurtbundel.spending;

import java.util.List;

/**
 * One bank statement, read and not kept yet.
 *
 * @param line where it begins in the file
 * @param account its number; it is compared and not kept
 * @param identity opaque: account, number of the statement and its moment
 * @param content opaque: the same only for the same content
 * @param entries all that left the account, and what came in with a reference of ours or by agreement
 * @param passedBy how many entries are no payment of ours for certain: they came in, or are not booked yet
 */
record ReadStatement(
        long line, String account, String identity, String content, List<BankEntry> entries, int passedBy) {
    ReadStatement {
        entries = List.copyOf(entries);
    }
}
