package nl.buurtbundel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the ledger as a state machine: whatever is asked, in whatever order, the book balances after every command. */
class AnySequenceOfCommandsTest {
    private static final MunicipalityCode WATERRIJK = new MunicipalityCode("GM9901");
    private static final FiscalYear YEAR = new FiscalYear(2026);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final List<String> FIELDS = List.of("6.1", "6.712", "6.751");
    private static final int COMMANDS = 600;

    private final List<Account> accounts = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final Map<Transfer, Reservation> resolvedBy = new IdentityHashMap<>();
    private final Set<Transfer> countered = new HashSet<>();
    private final Set<Transfer> counters = new HashSet<>();
    private final List<Reservation> reservations = new ArrayList<>();
    private final Map<Map.Entry<Account, String>, Money> shares = new HashMap<>();
    private int refused;
    private int done;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void the_book_balances_after_every_command(long seed) {
        Random random = new Random(seed);
        accounts.add(new Account(AccountKey.of(WATERRIJK, YEAR, AccountKind.COUNCIL)));
        for (int i = 1; i <= 6; i++) {
            accounts.add(new Account(AccountKey.of(WATERRIJK, YEAR, AccountKind.RELEASED)
                    .withReference("pot:" + i)
                    .withTaskField(FIELDS.get(i % FIELDS.size()))));
        }
        for (int i = 0; i < COMMANDS; i++) {
            List<Money> before = state();
            try {
                carryOut(random);
                done++;
            } catch (Refusal refusal) {
                refused++;
                // a refused reservation of several lines is undone by the transaction; here commands have one line
                assertThat(state()).as("a refusal changes nothing").isEqualTo(before);
            }
            assertThat(figures().findings()).allMatch(ProofReport.Finding::holds);
        }
        assertThat(done).isGreaterThan(COMMANDS / 5);
        assertThat(refused).isGreaterThan(COMMANDS / 20);
        assertThat(countered).isNotEmpty();
    }

    private void carryOut(Random random) {
        switch (random.nextInt(6)) {
            case 0 -> move(accounts.get(0), any(random, accounts.subList(1, accounts.size())), amount(random), null);
            case 1 -> {
                Account from = any(random, accounts);
                Account to = any(random, accounts);
                if (from != to) {
                    move(from, to, amount(random), null);
                }
            }
            case 2 -> {
                Reservation reservation = new Reservation(
                        WATERRIJK, "initiative:1", Reason.GRANTED, TODAY.plusDays(random.nextInt(3) - 1));
                Account from = accounts.get(1 + random.nextInt(3));
                reservation.hold(from, accounts.get(4 + random.nextInt(3)), amount(random));
                reservations.add(reservation);
            }
            case 3 -> {
                if (!reservations.isEmpty()) {
                    Reservation reservation = any(random, reservations);
                    List<ReservationLine> posted =
                            random.nextBoolean() ? reservation.post(TODAY) : reservation.post(amount(random), TODAY);
                    posted.forEach(line -> move(line.from(), line.to(), line.posted(), reservation));
                }
            }
            case 4 -> {
                if (!reservations.isEmpty()) {
                    any(random, reservations).letGo(TODAY);
                }
            }
            default -> {
                if (!transfers.isEmpty()) {
                    counter(transfers.get(transfers.size() - 1 - random.nextInt(Math.min(10, transfers.size()))));
                }
            }
        }
    }

    private void move(Account from, Account to, Money amount, Reservation reservation) {
        Transfer transfer = Transfer.move(from, enough(lotsOf(from), amount), to, amount, cause());
        transfers.add(transfer);
        share(transfer, null);
        if (reservation != null) {
            resolvedBy.put(transfer, reservation);
        }
    }

    private void counter(Transfer wrong) {
        if (countered.contains(wrong) || counters.contains(wrong)) {
            return;
        }
        Transfer counter = wrong.counter(cause());
        assertThat(counter.amount()).isEqualTo(wrong.amount());
        assertThat(counter.giver()).isSameAs(wrong.taker());
        transfers.add(counter);
        share(counter, wrong);
        countered.add(wrong);
        counters.add(counter);
    }

    /** No more than do: a transfer may not count on the rest. */
    private static List<Lot> enough(List<Lot> lots, Money amount) {
        Money found = Money.ZERO;
        int used = 0;
        while (used < lots.size() && found.compareTo(amount) < 0) {
            found = found.plus(lots.get(used++).remaining());
        }
        return lots.subList(0, used);
    }

    /** As the ledger reads them: none before the first that the account says is unused. */
    private List<Lot> lotsOf(Account account) {
        return transfers.stream()
                .sorted(Comparator.comparing(Transfer::number))
                .flatMap(transfer -> transfer.lots().stream())
                .filter(lot -> lot.account() == account
                        && lot.number() >= account.unusedFrom()
                        && lot.remaining().isPositive())
                .toList();
    }

    private BookFigures figures() {
        List<BookFigures.Balance> balances = new ArrayList<>();
        Map<Long, Money> posted = new HashMap<>();
        Map<Long, Money> held = new HashMap<>();
        Map<Long, Money> lots = new HashMap<>();
        for (int i = 0; i < accounts.size(); i++) {
            Account account = accounts.get(i);
            balances.add(new BookFigures.Balance(i, account.isSource(), account.balance(), account.held()));
            posted.put(
                    (long) i,
                    Money.sum(transfers.stream()
                            .flatMap(transfer -> transfer.postings().stream())
                            .filter(posting -> posting.account() == account)
                            .map(Posting::amount)
                            .toList()));
            held.put(
                    (long) i,
                    Money.sum(reservations.stream()
                            .filter(reservation -> reservation.state() == ReservationState.PENDING)
                            .flatMap(reservation -> reservation.lines().stream())
                            .filter(line -> line.from() == account)
                            .map(ReservationLine::amount)
                            .toList()));
            lots.put(
                    (long) i,
                    Money.sum(lotsOf(account).stream().map(Lot::remaining).toList()));
        }
        List<BookFigures.Resolution> resolutions = new ArrayList<>();
        for (int i = 0; i < reservations.size(); i++) {
            Reservation reservation = reservations.get(i);
            List<Money> moved = transfers.stream()
                    .filter(transfer -> resolvedBy.get(transfer) == reservation)
                    .map(Transfer::amount)
                    .toList();
            resolutions.add(new BookFigures.Resolution(
                    i,
                    reservation.state(),
                    reservation.lines().stream()
                            .filter(line -> line.posted().isPositive())
                            .count(),
                    Money.sum(reservation.lines().stream()
                            .map(ReservationLine::posted)
                            .toList()),
                    moved.size(),
                    Money.sum(moved)));
        }
        long highest = transfers.stream().mapToLong(Transfer::number).max().orElse(0);
        List<Long> wrongBalances = new ArrayList<>();
        for (Account account : accounts) {
            Money running = Money.ZERO;
            for (Transfer transfer : transfers) {
                for (Posting posting : transfer.postings()) {
                    if (posting.account() == account) {
                        running = running.plus(posting.amount());
                        if (!running.equals(posting.balanceAfter())) {
                            wrongBalances.add(transfer.number());
                        }
                    }
                }
            }
        }
        return new BookFigures(
                balances,
                transfers.size(),
                highest,
                highest,
                List.of(),
                posted,
                held,
                lots,
                resolutions,
                transfers.size() * 2L,
                wrongBalances,
                appropriations());
    }

    /** What was adopted, what the shares say of where it is now, and what the lots say; some went back to the council. */
    private List<BookFigures.Appropriation> appropriations() {
        return FIELDS.stream()
                .map(field -> new BookFigures.Appropriation(
                        YEAR.year(),
                        field,
                        Money.sum(transfers.stream()
                                .filter(transfer -> transfer.giver().isSource()
                                        && !countered.contains(transfer)
                                        && !counters.contains(transfer)
                                        && transfer.taker().key().taskField().equals(field))
                                .map(Transfer::amount)
                                .toList()),
                        Money.sum(shares.entrySet().stream()
                                .filter(share -> share.getKey().getValue().equals(field))
                                .map(Map.Entry::getValue)
                                .toList()),
                        Money.sum(accounts.stream()
                                .flatMap(account -> lotsOf(account).stream())
                                .filter(lot -> lot.origin().equals(field))
                                .map(Lot::remaining)
                                .toList())))
                .toList();
    }

    private void share(Transfer transfer, Transfer undoes) {
        for (Transfer.Share share : transfer.shares(undoes)) {
            shares.merge(Map.entry(share.account(), share.origin()), share.amount(), Money::plus);
        }
        assertThat(shares.values()).noneMatch(Money::isNegative);
    }

    private List<Money> state() {
        return accounts.stream()
                .flatMap(account -> Stream.of(account.balance(), account.held()))
                .toList();
    }

    private Cause cause() {
        return new Cause(
                transfers.size() + 1L, Instant.parse("2026-03-01T10:00:00Z"), TODAY, Reason.GRANTED, "", "", null);
    }

    private static Money amount(Random random) {
        return Money.ofCents(1 + random.nextInt(100_000));
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
