package nl.buurtbundel.budget;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Origin;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a plan that ended left unspent, and the way back of each part. An arrangement gets no more than it still bears for the
 * plan; what release has repaid of it in the meantime is release again. What was repaid is read once, before anything returns,
 * and counted down here: money that returns to release from elsewhere is no repayment that was undone. Where the rule says so,
 * what would be release again goes on to the task field that it came free from.
 *
 * @param lots in the order of the book, as the ledger takes the oldest first
 */
record UnspentMoney(List<Lot> lots, LeftOver rule) {
    private static final Set<AccountKind> FREED_FROM = EnumSet.of(AccountKind.APPROPRIATED, AccountKind.CARRIED_OVER);

    UnspentMoney {
        lots = List.copyOf(lots);
    }

    /**
     * What is left of one lot of a grant, and what bore it.
     *
     * @param freedFrom where release that bore it came free from; null for what something else bore
     */
    record Lot(
            AccountKey granted, AccountKey source, @Nullable AccountKey freedFrom, Money left) {
        static Lot of(AccountKey granted, Origin origin, Money left) {
            AccountKey source = origin.steps().get(0).from();
            return new Lot(
                    granted,
                    source,
                    origin.steps().stream()
                            .filter(step ->
                                    step.to().equals(source) && step.to().kind() == AccountKind.RELEASED)
                            .map(Origin.Step::from)
                            .filter(from -> FREED_FROM.contains(from.kind()))
                            .findFirst()
                            .orElse(null),
                    left);
        }
    }

    /** One way back. */
    record Return(AccountKey from, AccountKey to, Money amount) {}

    /** @param transfers everything that was moved for the plan so far */
    List<Return> returns(List<TransferSummary> transfers) {
        Map<AccountKey, Advanced> advanced = new LinkedHashMap<>();
        List<Return> returns = new ArrayList<>();
        for (Lot lot : lots) {
            if (!lot.left().isPositive()) {
                continue;
            }
            if (lot.source().kind() == AccountKind.PRE_FINANCING) {
                advanced.computeIfAbsent(lot.source(), arrangement -> Advanced.by(arrangement, transfers))
                        .takeBack(lot.left())
                        .forEach((to, amount) -> returns.add(new Return(lot.granted(), goesTo(to, null), amount)));
            } else {
                returns.add(new Return(lot.granted(), goesTo(lot.source(), lot.freedFrom()), lot.left()));
            }
        }
        return returns;
    }

    /** What moves to the next year: through the reserves, or what others gave by its agreement, for it is not the council’s. */
    List<Return> carriedOver(AccountKey reserves) {
        List<Return> parts = new ArrayList<>();
        for (Lot lot : lots) {
            if (!lot.left().isPositive()) {
                continue;
            }
            AccountKey to = lot.source().kind() == AccountKind.CONTRIBUTED ? lot.source() : reserves;
            Return before = parts.isEmpty() ? null : parts.get(parts.size() - 1);
            if (before != null && before.to().equals(to)) {
                parts.set(
                        parts.size() - 1,
                        new Return(lot.granted(), to, before.amount().plus(lot.left())));
            } else {
                parts.add(new Return(lot.granted(), to, lot.left()));
            }
        }
        return parts;
    }

    /** What of it others gave. */
    Money ofOthers() {
        return Money.sum(lots.stream()
                .filter(lot -> lot.source().kind() == AccountKind.CONTRIBUTED)
                .map(Lot::left)
                .toList());
    }

    private AccountKey goesTo(AccountKey bore, @Nullable AccountKey freedFrom) {
        if (rule == LeftOver.NEIGHBOURHOOD || bore.kind() != AccountKind.RELEASED) {
            return bore;
        }
        return freedFrom == null
                ? Appropriations.account(bore.municipality(), bore.year(), bore.taskField())
                : freedFrom;
    }

    /** What one arrangement still bears for the plan, and what release has repaid of it; less as it returns. */
    private static final class Advanced {
        private final AccountKey arrangement;
        private final Map<AccountKey, Money> repaidBy = new LinkedHashMap<>();
        private Money outstanding = Money.ZERO;

        private Advanced(AccountKey arrangement) {
            this.arrangement = arrangement;
        }

        static Advanced by(AccountKey arrangement, List<TransferSummary> transfers) {
            Advanced advanced = new Advanced(arrangement);
            for (TransferSummary transfer : transfers) {
                if (transfer.counters() != null || transfer.countered()) {
                    continue;
                }
                if (transfer.reason() == Reason.GRANTED && transfer.from().equals(arrangement)) {
                    advanced.outstanding = advanced.outstanding.plus(transfer.amount());
                } else if (transfer.reason() == Reason.PRE_FINANCING_REPAID
                        && transfer.to().equals(arrangement)) {
                    advanced.outstanding = advanced.outstanding.minus(transfer.amount());
                    advanced.repaidBy.merge(transfer.from(), transfer.amount(), Money::plus);
                }
            }
            return advanced;
        }

        Map<AccountKey, Money> takeBack(Money unspent) {
            Map<AccountKey, Money> parts = new LinkedHashMap<>();
            Money toArrangement = unspent.min(outstanding.max(Money.ZERO));
            outstanding = outstanding.minus(toArrangement);
            Money left = unspent.minus(toArrangement);
            for (Map.Entry<AccountKey, Money> repaid : repaidBy.entrySet()) {
                Money part = left.min(repaid.getValue());
                if (part.isPositive()) {
                    parts.put(repaid.getKey(), part);
                    repaid.setValue(repaid.getValue().minus(part));
                    left = left.minus(part);
                }
            }
            Money back = toArrangement.plus(left);
            if (back.isPositive()) {
                parts.put(arrangement, back);
            }
            return parts;
        }
    }
}
