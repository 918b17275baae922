package nl.buurtbundel.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.money.Money;

/**
 * The figures of a whole book, each read on its own from the tables, and the rules that must hold between them.
 *
 * @param unbalanced transfers whose postings are not zero together
 * @param posted what the postings of each account add up to
 * @param reserved what open reservations hold on each account
 * @param lots what the lots on each account add up to
 * @param postings how many there are
 * @param wrongBalances postings whose balance after them is not the sum up to them
 * @param appropriations what the council adopted and others gave, beside where it is now
 */
record BookFigures(
        List<Balance> accounts,
        long transfers,
        long lastNumber,
        long highestNumber,
        List<Long> unbalanced,
        Map<Long, Money> posted,
        Map<Long, Money> reserved,
        Map<Long, Money> lots,
        List<Resolution> reservations,
        long postings,
        List<Long> wrongBalances,
        List<Appropriation> appropriations) {

    /**
     * What the council adopted for a task field in a year, or others gave.
     *
     * @param taskField or {@link Origin#OF_OTHERS}
     * @param shares what is kept of where it is now
     * @param lots the same from the lots themselves
     */
    record Appropriation(int year, String taskField, Money adopted, Money shares, Money lots) {

        boolean isAccountedFor() {
            return adopted.equals(shares) && adopted.equals(lots);
        }

        boolean isOfOthers() {
            return taskField.equals(Origin.OF_OTHERS);
        }
    }

    /** An account as it says of itself. */
    record Balance(long account, boolean source, Money balance, Money held) {}

    /**
     * A reservation beside what was moved for it.
     *
     * @param lines how many of its lines were posted, whole or in part
     * @param amount what was posted of it
     */
    record Resolution(long reservation, ReservationState state, long lines, Money amount, long movements, Money moved) {

        boolean isRight() {
            return state == ReservationState.POSTED
                    ? lines > 0 && lines == movements && amount.equals(moved)
                    : movements == 0 && moved.isZero();
        }
    }

    List<ProofReport.Finding> findings() {
        List<ProofReport.Finding> findings = new ArrayList<>();
        Money total = Money.sum(posted.values());
        List<Long> unbalancedOrTotal = new ArrayList<>(unbalanced);
        if (unbalanced.isEmpty() && !total.isZero()) {
            // each transfer is zero and yet the whole is not: postings without a transfer of this book
            unbalancedOrTotal.add(0L);
        }
        findings.add(finding(ProofRule.POSTINGS_SUM_TO_ZERO, transfers, unbalancedOrTotal, total));
        findings.add(finding(
                ProofRule.BALANCES_RECOMPUTED,
                accounts.size(),
                wrong(accounts.stream().filter(a -> !a.balance().equals(at(posted, a)))),
                Money.sum(accounts.stream().map(Balance::balance).toList())));
        findings.add(finding(
                ProofRule.NOTHING_OVERDRAWN,
                accounts.size(),
                wrong(accounts.stream()
                        .filter(a -> !a.source() && a.balance().minus(a.held()).isNegative())),
                Money.sum(accounts.stream()
                        .filter(a -> !a.source())
                        .map(a -> a.balance().minus(a.held()))
                        .toList())));
        findings.add(finding(
                ProofRule.HELD_BY_OPEN_RESERVATIONS,
                accounts.size(),
                wrong(accounts.stream().filter(a -> !a.held().equals(at(reserved, a)))),
                Money.sum(accounts.stream().map(Balance::held).toList())));
        findings.add(finding(
                ProofRule.RESERVATIONS_RESOLVED_ONCE,
                reservations.size(),
                reservations.stream()
                        .filter(r -> !r.isRight())
                        .map(Resolution::reservation)
                        .toList(),
                Money.sum(reservations.stream().map(Resolution::moved).toList())));
        findings.add(finding(
                ProofRule.EVERY_CENT_HAS_AN_ORIGIN,
                accounts.size(),
                wrong(accounts.stream().filter(a -> !a.source() && !a.balance().equals(at(lots, a)))),
                Money.sum(lots.values())));
        findings.add(finding(ProofRule.BALANCES_AT_ANY_DATE, postings, wrongBalances, Money.ZERO));
        findings.add(accountedFor(
                ProofRule.APPROPRIATIONS_ACCOUNTED_FOR,
                appropriations.stream().filter(one -> !one.isOfOthers()).toList()));
        findings.add(accountedFor(
                ProofRule.CONTRIBUTIONS_ACCOUNTED_FOR,
                appropriations.stream().filter(Appropriation::isOfOthers).toList()));
        findings.add(finding(
                ProofRule.NUMBERS_WITHOUT_GAP,
                transfers,
                transfers == lastNumber && transfers == highestNumber ? List.of() : List.of(lastNumber),
                Money.ZERO));
        return findings;
    }

    private static ProofReport.Finding accountedFor(ProofRule rule, List<Appropriation> given) {
        List<String> lost = given.stream()
                .filter(one -> !one.isAccountedFor())
                .map(one -> one.year() + "/" + one.taskField())
                .toList();
        return new ProofReport.Finding(
                rule,
                given.size(),
                lost.size(),
                Money.sum(given.stream().map(Appropriation::adopted).toList()),
                examples(lost.stream()));
    }

    private static Money at(Map<Long, Money> sums, Balance account) {
        return sums.getOrDefault(account.account(), Money.ZERO);
    }

    private static List<Long> wrong(Stream<Balance> accounts) {
        return accounts.map(Balance::account).toList();
    }

    private static ProofReport.Finding finding(ProofRule rule, long examined, List<Long> wrong, Money sum) {
        return new ProofReport.Finding(
                rule, examined, wrong.size(), sum, examples(wrong.stream().map(String::valueOf)));
    }

    private static String examples(Stream<String> wrong) {
        return wrong.limit(10).collect(Collectors.joining(" "));
    }
}
