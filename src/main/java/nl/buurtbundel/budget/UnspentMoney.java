package nl.buurtbundel.budget;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * plan; what release has repaid of it in the meantime is release again. What was repaid, and what of it returned before, is
 * read once, before anything returns, and counted down here: money that returns to release from elsewhere is no repayment that
 * was undone. Where the rule says so, what would be release again goes on to the task field that it came free from.
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
            return new Lot(granted, source, UnspentMoney.freedFrom(origin, source), left);
        }
    }

    /**
     * What release repaid of what an arrangement advanced.
     *
     * @param released where it was before
     * @param freedFrom where that came free from; null where no step on its way tells
     */
    record Repaid(
            AccountKey released,
            AccountKey arrangement,
            @Nullable AccountKey freedFrom,
            Money amount) {
        /** @param repayment from the repayment backwards */
        static Repaid of(Origin repayment) {
            Origin.Step last = repayment.steps().get(0);
            return new Repaid(
                    last.from(), last.to(), UnspentMoney.freedFrom(repayment, last.from()), repayment.amount());
        }
    }

    /** What an arrangement advanced, the plan left, and returned before: to the arrangement, or to release that had repaid it. */
    record ReturnedBefore(AccountKey arrangement, AccountKey to, Money amount) {
        /**
         * @param way from the return backwards
         * @return empty for what no arrangement advanced
         */
        static Optional<ReturnedBefore> of(Origin way) {
            AccountKey source = way.steps().get(1).from();
            return source.kind() == AccountKind.PRE_FINANCING
                    ? Optional.of(new ReturnedBefore(source, way.steps().get(0).to(), way.amount()))
                    : Optional.empty();
        }
    }

    /** Where money came free from that was on this account of released money. */
    private static @Nullable AccountKey freedFrom(Origin origin, AccountKey released) {
        return origin.steps().stream()
                .filter(step -> step.to().equals(released) && step.to().kind() == AccountKind.RELEASED)
                .map(Origin.Step::from)
                .filter(from -> FREED_FROM.contains(from.kind()))
                .findFirst()
                .orElse(null);
    }

    /** One way back. */
    record Return(AccountKey from, AccountKey to, Money amount) {}

    /**
     * @param transfers everything that was moved for the plan so far
     * @param repaid what of it were repayments that stand, lot by lot, the oldest first
     * @param before what of it were returns of what was advanced
     */
    List<Return> returns(List<TransferSummary> transfers, List<Repaid> repaid, List<ReturnedBefore> before) {
        Map<AccountKey, Advanced> advanced = new LinkedHashMap<>();
        List<Return> returns = new ArrayList<>();
        for (Lot lot : lots) {
            if (!lot.left().isPositive()) {
                continue;
            }
            if (lot.source().kind() == AccountKind.PRE_FINANCING) {
                advanced.computeIfAbsent(
                                lot.source(), arrangement -> Advanced.by(arrangement, transfers, repaid, before))
                        .takeBack(lot.left())
                        .forEach(part -> returns.add(
                                new Return(lot.granted(), goesTo(part.to(), part.freedFrom()), part.amount())));
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
        private final List<Part> repaidBy = new ArrayList<>();
        private Money outstanding = Money.ZERO;

        private Advanced(AccountKey arrangement) {
            this.arrangement = arrangement;
        }

        /** What goes back to one account, and where that came free from if it did. */
        record Part(AccountKey to, @Nullable AccountKey freedFrom, Money amount) {
            List<Object> way() {
                return freedFrom == null ? List.of(to) : List.of(to, freedFrom);
            }

            Part of(Money other) {
                return new Part(to, freedFrom, other);
            }

            Part and(Part other) {
                return of(amount.plus(other.amount));
            }
        }

        static Advanced by(
                AccountKey arrangement,
                List<TransferSummary> transfers,
                List<Repaid> repaid,
                List<ReturnedBefore> before) {
            Advanced advanced = new Advanced(arrangement);
            for (TransferSummary transfer : transfers) {
                if (!transfer.stands()) {
                    continue;
                }
                if (transfer.reason() == Reason.GRANTED && transfer.from().equals(arrangement)) {
                    advanced.outstanding = advanced.outstanding.plus(transfer.amount());
                }
            }
            for (Repaid one : repaid) {
                if (one.arrangement().equals(arrangement)) {
                    advanced.outstanding = advanced.outstanding.minus(one.amount());
                    advanced.repaidBy.add(new Part(one.released(), one.freedFrom(), one.amount()));
                }
            }
            for (ReturnedBefore one : before) {
                if (one.to().equals(arrangement)) {
                    advanced.outstanding = advanced.outstanding.minus(one.amount());
                } else if (one.arrangement().equals(arrangement)) {
                    advanced.countDown(one.amount());
                }
            }
            return advanced;
        }

        /** The oldest repayment is release again first. */
        private List<Part> countDown(Money unspent) {
            List<Part> parts = new ArrayList<>();
            Money left = unspent;
            for (int i = 0; i < repaidBy.size(); i++) {
                Part repaid = repaidBy.get(i);
                Money amount = left.min(repaid.amount());
                if (amount.isPositive()) {
                    repaidBy.set(i, repaid.of(repaid.amount().minus(amount)));
                    parts.add(repaid.of(amount));
                    left = left.minus(amount);
                }
            }
            return parts;
        }

        List<Part> takeBack(Money unspent) {
            Map<List<Object>, Part> parts = new LinkedHashMap<>();
            Money toArrangement = unspent.min(outstanding.max(Money.ZERO));
            outstanding = outstanding.minus(toArrangement);
            Money left = unspent.minus(toArrangement);
            for (Part part : countDown(left)) {
                parts.merge(part.way(), part, Part::and);
                left = left.minus(part.amount());
            }
            Money back = toArrangement.plus(left);
            if (back.isPositive()) {
                Part part = new Part(arrangement, null, back);
                parts.merge(part.way(), part, Part::and);
            }
            return List.copyOf(parts.values());
        }
    }
}
