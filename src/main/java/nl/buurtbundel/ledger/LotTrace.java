package nl.buurtbundel.ledger;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.money.Money;

/**
 * The way back of every lot of an account, or of some transfers. In one query, however long the way is: JPQL does not follow
 * a way of unknown length, and reading it step by step into entities took ten times as long.
 */
final class LotTrace {
    /** Of the lots in the place of {@code %s}, which gives {@code id, source, transfer}. */
    private static final String STEPS = "with recursive way (own, step, source, transfer) as ("
            + "select l.id, 0, l.source, l.transfer from (%s) l"
            + " union all select w.own, w.step + 1, l.source, l.transfer from way w join ledger_lot l on l.id = w.source)"
            + " select o.id, o.origin, o.amount_cents, o.remaining_cents,"
            + " t.id, t.number, t.booked_on, t.reason, t.reference, t.municipality, t.fiscal_year,"
            + " f.kind, f.reference, f.task_field, f.neighbourhood, i.kind, i.reference, i.task_field, i.neighbourhood,"
            + " f.id"
            + " from way w join ledger_lot o on o.id = w.own join ledger_transfer t on t.id = w.transfer"
            + " join ledger_posting gives on gives.transfer = t.id and gives.amount_cents < 0"
            + " join ledger_account f on f.id = gives.account"
            + " join ledger_posting takes on takes.transfer = t.id and takes.amount_cents > 0"
            + " join ledger_account i on i.id = takes.account"
            + " order by o.number, o.place, w.step";

    private static final String OF_ACCOUNT = "select id, source, transfer from ledger_lot where account = ?"
            + " and not exists (select 1 from ledger_transfer c where c.counters = ledger_lot.transfer)"
            + " order by number, place";

    private static final String UNUSED_OF_ACCOUNT = "select id, source, transfer from ledger_lot where account = ?"
            + " and remaining_cents > 0 and number >= (select a.unused_from from ledger_account a where a.id = ?)";

    private final EntityManager entityManager;

    LotTrace(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** All of them, in the order in which money leaves the account. */
    List<Origin> of(AccountId account) {
        return inOrderOfUse(query(OF_ACCOUNT).setParameter(1, account.value()));
    }

    /** Those that have something left, in the order in which money leaves the account. */
    List<Origin> ofUnused(AccountId account) {
        return inOrderOfUse(
                query(UNUSED_OF_ACCOUNT).setParameter(1, account.value()).setParameter(2, account.value()));
    }

    private static List<Origin> inOrderOfUse(Query query) {
        return traced(query).stream()
                .sorted(Comparator.comparing(Traced::origin, Lot.ORIGINS_IN_ORDER_OF_USE))
                .map(Traced::way)
                .toList();
    }

    /** Some of them, the oldest first. */
    List<Origin> of(AccountId account, int from, int most) {
        return traced(query(OF_ACCOUNT + " offset ? rows fetch next ? rows only")
                        .setParameter(1, account.value())
                        .setParameter(2, from)
                        .setParameter(3, most))
                .stream()
                .map(Traced::way)
                .toList();
    }

    /** Of the lots that these transfers made, undone or not. */
    List<Origin> of(Collection<TransferId> moved) {
        List<Origin> ways = new ArrayList<>();
        for (List<Long> part :
                Parts.of(moved.stream().map(TransferId::value).collect(Collectors.toCollection(TreeSet::new)))) {
            Query query = query("select id, source, transfer from ledger_lot where transfer in ("
                    + String.join(", ", Collections.nCopies(part.size(), "?")) + ")");
            for (int at = 0; at < part.size(); at++) {
                query.setParameter(at + 1, part.get(at));
            }
            traced(query).stream().map(Traced::way).forEach(ways::add);
        }
        return ways;
    }

    private Query query(String lots) {
        return entityManager.createNativeQuery(STEPS.formatted(lots));
    }

    private record Traced(String origin, Origin way) {}

    @SuppressWarnings("unchecked")
    private static List<Traced> traced(Query query) {
        Map<Long, List<Object[]>> lots = new LinkedHashMap<>();
        for (Object[] row : (List<Object[]>) query.getResultList()) {
            lots.computeIfAbsent(number(row[0]), lot -> new ArrayList<>()).add(row);
        }
        return lots.values().stream().map(LotTrace::traced).toList();
    }

    private static Traced traced(List<Object[]> rows) {
        Object[] lot = rows.get(0);
        return new Traced(
                (String) lot[1],
                new Origin(
                        Money.ofCents(number(lot[2])),
                        Money.ofCents(number(lot[3])),
                        rows.stream().map(LotTrace::step).toList()));
    }

    private static Origin.Step step(Object[] row) {
        return new Origin.Step(
                new TransferId(number(row[4])),
                number(row[5]),
                ((Date) row[6]).toLocalDate(),
                Reason.valueOf((String) row[7]),
                (String) row[8],
                account(row, 11),
                new AccountId(number(row[19])),
                account(row, 15));
    }

    private static AccountKey account(Object[] row, int at) {
        return AccountKey.ofRow(
                (String) row[9],
                (int) number(row[10]),
                AccountKind.valueOf((String) row[at]),
                (String) row[at + 1],
                (String) row[at + 2],
                (String) row[at + 3]);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
