package nl.buurtbundel.ledger;

import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.Parts;
import org.jspecify.annotations.Nullable;

/**
 * The way back of every lot of an account. It is read step by step for all lots together, so that the number of queries grows
 * with the length of the way and not with the number of lots.
 */
final class LotTrace {
    private final EntityManager entityManager;
    private final Map<Long, Transfer> transfers = new HashMap<>();

    LotTrace(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    private record Found(Lot lot, long transfer, @Nullable Long source) {}

    /** All of them, in the order in which money leaves the account ({@link Lot#inOrderOfUse}). */
    List<Origin> of(AccountId account) {
        return origins(list(account, 0, Integer.MAX_VALUE).stream()
                .sorted(Comparator.comparing(found -> !found.lot().isOfOthers()))
                .toList());
    }

    /** Some of them, the oldest first. */
    List<Origin> of(AccountId account, int from, int most) {
        return origins(list(account, from, most));
    }

    private List<Found> list(AccountId account, int from, int most) {
        return found(entityManager
                .createQuery(
                        SELECT
                                + " where l.account.id = :account and not exists"
                                + " (select c from Transfer c where c.counters = l.transfer.id)"
                                + " order by l.number, l.place",
                        Object[].class)
                .setParameter("account", account.value())
                .setFirstResult(from)
                .setMaxResults(most)
                .setHint("jakarta.persistence.cache.storeMode", CacheStoreMode.REFRESH)
                .getResultList());
    }

    /** Of the lots that these transfers made, undone or not. */
    List<Origin> of(Collection<TransferId> moved) {
        List<Found> made = new ArrayList<>();
        Set<Long> ids = moved.stream().map(TransferId::value).collect(Collectors.toSet());
        for (List<Long> part : Parts.of(new TreeSet<>(ids))) {
            made.addAll(found(entityManager
                    .createQuery(SELECT + " where l.transfer.id in :ids order by l.number, l.place", Object[].class)
                    .setParameter("ids", part)
                    .setHint("jakarta.persistence.cache.storeMode", CacheStoreMode.REFRESH)
                    .getResultList()));
        }
        return origins(made);
    }

    private List<Origin> origins(List<Found> own) {
        Map<Long, Found> byId = new HashMap<>();
        Set<Long> next = sourcesOf(own, byId);
        while (!next.isEmpty()) {
            List<Found> earlier = new ArrayList<>();
            for (List<Long> ids : Parts.of(new TreeSet<>(next))) {
                earlier.addAll(found(entityManager
                        .createQuery(SELECT + " where l.id in :ids", Object[].class)
                        .setParameter("ids", ids)
                        .getResultList()));
            }
            earlier.forEach(lot -> byId.put(lot.lot().id(), lot));
            next = sourcesOf(earlier, byId);
        }
        readTransfers(own, byId);
        return own.stream().map(lot -> origin(lot, byId)).toList();
    }

    private static final String SELECT = "select l, l.transfer.id, s.id from Lot l left join l.source s";

    private static List<Found> found(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Found((Lot) row[0], (Long) row[1], (Long) row[2]))
                .toList();
    }

    private static Set<Long> sourcesOf(List<Found> lots, Map<Long, Found> known) {
        Set<Long> sources = new HashSet<>();
        for (Found lot : lots) {
            Long source = lot.source();
            if (source != null && !known.containsKey(source)) {
                sources.add(source);
            }
        }
        return sources;
    }

    private void readTransfers(List<Found> own, Map<Long, Found> earlier) {
        Set<Long> ids = new HashSet<>();
        own.forEach(lot -> ids.add(lot.transfer()));
        earlier.values().forEach(lot -> ids.add(lot.transfer()));
        for (List<Long> part : Parts.of(new TreeSet<>(ids))) {
            entityManager
                    .createQuery(
                            "select distinct t from Transfer t join fetch t.postings p join fetch p.account"
                                    + " where t.id in :ids",
                            Transfer.class)
                    .setParameter("ids", part)
                    .getResultStream()
                    .forEach(transfer -> transfers.put(transfer.id(), transfer));
        }
    }

    private Origin origin(Found lot, Map<Long, Found> earlier) {
        List<Origin.Step> steps = new ArrayList<>();
        for (@Nullable Found at = lot; at != null; at = before(at, earlier)) {
            Transfer transfer =
                    Optional.ofNullable(transfers.get(at.transfer())).orElseThrow();
            steps.add(new Origin.Step(
                    new TransferId(transfer.id()),
                    transfer.number(),
                    transfer.bookedOn(),
                    transfer.reason(),
                    transfer.reference(),
                    transfer.giver().key(),
                    transfer.taker().key()));
        }
        return new Origin(lot.lot().amount(), lot.lot().remaining(), steps);
    }

    private static @Nullable Found before(Found lot, Map<Long, Found> earlier) {
        Long source = lot.source();
        return source == null ? null : earlier.get(source);
    }
}
