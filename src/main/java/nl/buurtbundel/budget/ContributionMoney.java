package nl.buurtbundel.budget;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;

/**
 * What the book says of one agreement.
 *
 * @param accounts on which its money bears the plan, by year
 * @param transfers into and out of them; what was corrected stands in it with its correction
 */
record ContributionMoney(FiscalYear agreed, Map<FiscalYear, AccountSummary> accounts, List<TransferSummary> transfers) {
    ContributionMoney {
        accounts = Map.copyOf(accounts);
        transfers = List.copyOf(transfers);
    }

    Money received() {
        return sum(transfers.stream(), Reason.CONTRIBUTION_RECEIVED, (from, to) -> isContributed(to));
    }

    /**
     * What a decision granted, came back unspent, has not borne the plan again and is still there: it may do so without another
     * decision. Read in the order of the book: what goes back to the payer, or is granted by a later decision, is what waits for
     * a decision first and then what came back, and what comes in after that is not what came back.
     */
    Money cameBack() {
        Money there = Money.ZERO;
        Money cameBack = Money.ZERO;
        List<TransferSummary> inOrder = transfers.stream()
                .filter(TransferSummary::stands)
                .sorted(Comparator.comparing(TransferSummary::number))
                .toList();
        for (TransferSummary one : inOrder) {
            Money amount = one.amount();
            switch (one.reason()) {
                case CONTRIBUTION_RECEIVED -> there = there.plus(amount);
                case CONTRIBUTION_RETURNED, GRANTED -> there = there.minus(amount);
                case UNSPENT_RETURNED -> {
                    there = there.plus(amount);
                    cameBack = cameBack.plus(amount);
                }
                case CONTRIBUTION_MOVED -> {
                    Money outOfGrant = isGrant(one.from()) ? amount : isGrant(one.to()) ? amount.negated() : Money.ZERO;
                    there = there.plus(outOfGrant);
                    cameBack = cameBack.plus(outOfGrant);
                }
                default -> throw new IllegalStateException("no road of money of others: " + one.reason());
            }
            cameBack = cameBack.min(there).max(Money.ZERO);
        }
        return cameBack;
    }

    List<ContributionSummary.OfYear> years() {
        TreeSet<FiscalYear> years = new TreeSet<>(accounts.keySet());
        years.add(agreed);
        return years.stream().map(this::ofYear).toList();
    }

    private ContributionSummary.OfYear ofYear(FiscalYear year) {
        List<TransferSummary> ofYear =
                transfers.stream().filter(one -> one.to().year().equals(year)).toList();
        AccountSummary account = accounts.get(year);
        return new ContributionSummary.OfYear(
                year,
                sum(ofYear.stream(), Reason.CONTRIBUTION_RECEIVED, (from, to) -> isContributed(to)),
                sum(ofYear.stream(), Reason.CONTRIBUTION_MOVED, (from, to) -> isPayer(from)),
                sum(ofYear.stream(), Reason.GRANTED, (from, to) -> isContributed(from))
                        .plus(movedIntoGrant(ofYear))
                        .minus(sum(ofYear.stream(), Reason.UNSPENT_RETURNED, (from, to) -> isContributed(to))),
                sum(ofYear.stream(), Reason.CONTRIBUTION_RETURNED, (from, to) -> isContributed(from)),
                sum(ofYear.stream(), Reason.CONTRIBUTION_MOVED, (from, to) -> isPayer(to)),
                account == null ? Money.ZERO : account.balance(),
                account == null ? Money.ZERO : account.available());
    }

    /** Less what moved out of it. */
    private static Money movedIntoGrant(List<TransferSummary> transfers) {
        return sum(transfers.stream(), Reason.CONTRIBUTION_MOVED, (from, to) -> isGrant(to))
                .minus(sum(transfers.stream(), Reason.CONTRIBUTION_MOVED, (from, to) -> isGrant(from)));
    }

    private static boolean isContributed(AccountKey account) {
        return account.kind() == AccountKind.CONTRIBUTED;
    }

    private static boolean isPayer(AccountKey account) {
        return account.kind() == AccountKind.CONTRIBUTOR;
    }

    private static boolean isGrant(AccountKey account) {
        return account.kind() == AccountKind.GRANTED;
    }

    /** Of what stands: neither a correction nor corrected. */
    private static Money sum(
            Stream<TransferSummary> transfers, Reason reason, BiPredicate<AccountKey, AccountKey> way) {
        return Money.sum(transfers
                .filter(one -> one.reason() == reason && one.stands())
                .filter(one -> way.test(one.from(), one.to()))
                .map(TransferSummary::amount)
                .toList());
    }
}
