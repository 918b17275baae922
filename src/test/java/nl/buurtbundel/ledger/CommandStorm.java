package nl.buurtbundel.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;

/**
 * Any sequence of commands through the services, from several threads at once: the amounts and the order are drawn, seeded by
 * thread. What must hold is proved by the book itself; what one command answered is remembered, and asked again.
 */
@ApplicationScoped
public class CommandStorm {
    private static final FiscalYear YEAR = new FiscalYear(2026);
    private static final int POTS = 6;
    private static final int PLANS = 12;
    private static final List<String> FIELDS = List.of("6.1", "6.712", "6.751");
    private static final LocalDate FAR = LocalDate.of(2100, 1, 1);

    /** What is drawn. */
    enum Command {
        ADOPT,
        GRANT,
        HOLD,
        POST,
        POST_PART,
        LET_GO,
        PAY,
        COUNTER,
        RELEASE,
        AGAIN,
        CONTRIBUTE,
        GRANT_CONTRIBUTED,
        GIVE_CONTRIBUTION_BACK,
        CARRY_OVER_UNDECIDED,
        TAKE_CONTRIBUTION
    }

    private record Done(NewTransfer command, TransferId answer) {}

    /** How often each command was carried out, and how often it was refused. */
    public record Outcome(Map<Command, AtomicInteger> done, Map<Command, AtomicInteger> refused) {
        int count(Map<Command, AtomicInteger> of) {
            return of.values().stream().mapToInt(AtomicInteger::get).sum();
        }
    }

    @Inject
    private Ledger ledger;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private UserTransaction transaction;

    private final List<Done> transfers = new CopyOnWriteArrayList<>();
    private final List<ReservationId> holds = new CopyOnWriteArrayList<>();
    private final Map<String, TransferId> releases = new ConcurrentHashMap<>();
    private final Map<Command, AtomicInteger> done = new EnumMap<>(Command.class);
    private final Map<Command, AtomicInteger> refused = new EnumMap<>(Command.class);

    public CommandStorm() {
        for (Command command : Command.values()) {
            done.put(command, new AtomicInteger());
            refused.put(command, new AtomicInteger());
        }
    }

    Outcome outcome() {
        return new Outcome(done, refused);
    }

    /** One thread’s part of it. */
    void blow(User user, int thread, int steps) {
        Random random = new Random(4_711L + thread);
        for (int step = 0; step < steps; step++) {
            Command command = Command.values()[random.nextInt(Command.values().length)];
            String key = "storm:" + thread + ':' + step;
            try {
                if (currentUser.runAs(user, () -> carryOut(command, random, user, key))) {
                    done.get(command).incrementAndGet();
                }
            } catch (RuntimeException thrown) {
                if (!isNo(thrown)) {
                    throw thrown;
                }
                refused.get(command).incrementAndGet();
            }
        }
    }

    /** Refused by a rule; or by the database, which takes a long wait for a deadlock: then nothing was done. */
    private static boolean isNo(RuntimeException thrown) {
        if (Refusal.unwrapped(thrown) instanceof Refusal) {
            return true;
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException
                    || cause instanceof java.sql.SQLException sql && "40001".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private boolean carryOut(Command command, Random random, User user, String key) {
        switch (command) {
            case ADOPT ->
                move(key, AccountKey.of(user.municipality(), YEAR, AccountKind.COUNCIL), pot(user, random), random);
            case GRANT -> move(key, pot(user, random), plan(user, AccountKind.GRANTED, random), random);
            case PAY -> {
                AccountKey granted = plan(user, AccountKind.GRANTED, random);
                AccountKey paid = new AccountKey(
                        granted.municipality(), YEAR, AccountKind.PAID, granted.reference(), "6.1", null);
                move(key, granted, paid, random);
            }
            case HOLD ->
                holds.add(ledger.reserve(new NewReservation(
                        key,
                        key,
                        user.municipality(),
                        Reason.GRANTED,
                        "storm",
                        FAR,
                        List.of(new NewReservation.Line(
                                pot(user, random), plan(user, AccountKind.GRANTED, random), amount(random))))));
            case POST -> {
                return !holds.isEmpty() && resolve(() -> ledger.post(key, any(random, holds)));
            }
            case POST_PART -> {
                return !holds.isEmpty() && resolve(() -> ledger.postPart(key, any(random, holds), amount(random)));
            }
            case LET_GO -> {
                return !holds.isEmpty() && resolve(() -> ledger.voidReservation(key, any(random, holds)));
            }
            case COUNTER -> {
                if (transfers.isEmpty()) {
                    return false;
                }
                ledger.counter(key, any(random, transfers).answer(), "drawn");
            }
            case RELEASE -> release(user, random);
            case AGAIN -> {
                if (transfers.isEmpty()) {
                    return false;
                }
                Done before = any(random, transfers);
                Receipt again = ledger.transfer(before.command());
                if (!again.repeated() || !again.transfer().equals(before.answer())) {
                    throw new AssertionError("the same command did something else: " + before + " " + again);
                }
            }
            case CONTRIBUTE -> {
                String agreement = agreement(random);
                move(
                        key,
                        ofOthers(user, AccountKind.CONTRIBUTOR, agreement),
                        ofOthers(user, AccountKind.CONTRIBUTED, agreement),
                        random);
            }
            case GRANT_CONTRIBUTED ->
                move(
                        key,
                        ofOthers(user, AccountKind.CONTRIBUTED, agreement(random)),
                        plan(user, AccountKind.GRANTED, random),
                        random);
            case GIVE_CONTRIBUTION_BACK -> {
                String agreement = agreement(random);
                move(
                        key,
                        ofOthers(user, AccountKind.CONTRIBUTED, agreement),
                        ofOthers(user, AccountKind.CONTRIBUTOR, agreement),
                        random);
            }
            case TAKE_CONTRIBUTION ->
                move(key, ofOthers(user, AccountKind.CONTRIBUTED, agreement(random)), pot(user, random), random);
            case CARRY_OVER_UNDECIDED ->
                ledger.transfer(new NewTransfer(
                        key,
                        plan(user, AccountKind.GRANTED, random),
                        AccountKey.of(user.municipality(), YEAR, AccountKind.CARRIED_OVER)
                                .withTaskField("0.10"),
                        Money.ofCents(1),
                        Reason.CARRIED_OVER,
                        "storm",
                        ""));
        }
        return true;
    }

    /** One need, under one key, however many threads report it: it comes free once. */
    private void release(User user, Random random) {
        String need = "storm:need:" + random.nextInt(200);
        AccountKey from = pot(user, new Random(need.hashCode()));
        AccountKey to = AccountKey.of(user.municipality(), YEAR, AccountKind.RELEASED)
                .withReference("storm")
                .withTaskField(from.taskField());
        Receipt receipt = ledger.transfer(
                new NewTransfer(need, from, to, Money.ofCents(500 + need.length()), Reason.RELEASE_REALISED, need, ""));
        TransferId known = releases.putIfAbsent(need, receipt.transfer());
        if (known != null && !known.equals(receipt.transfer())) {
            throw new AssertionError(need + " came free twice: " + known + " and " + receipt.transfer());
        }
    }

    private boolean resolve(Runnable resolution) {
        try {
            transaction.begin();
            try {
                resolution.run();
                transaction.commit();
            } catch (RuntimeException thrown) {
                transaction.rollback();
                throw thrown;
            }
        } catch (RuntimeException thrown) {
            throw thrown;
        } catch (Exception thrown) {
            throw new IllegalStateException(thrown);
        }
        return true;
    }

    private void move(String key, AccountKey from, AccountKey to, Random random) {
        Reason reason = switch (to.kind()) {
            case GRANTED -> Reason.GRANTED;
            case PAID -> Reason.PAID;
            case CONTRIBUTED -> Reason.CONTRIBUTION_RECEIVED;
            case CONTRIBUTOR -> Reason.CONTRIBUTION_RETURNED;
            default -> Reason.COUNCIL_ADOPTED;
        };
        NewTransfer command = new NewTransfer(key, from, to, amount(random), reason, "storm", "");
        transfers.add(new Done(command, ledger.transfer(command).transfer()));
    }

    private static String agreement(Random random) {
        return "storm:agreement:" + random.nextInt(POTS);
    }

    private static AccountKey ofOthers(User user, AccountKind kind, String agreement) {
        return AccountKey.of(user.municipality(), YEAR, kind)
                .withReference(agreement)
                .withTaskField(kind == AccountKind.CONTRIBUTED ? "6.1" : "");
    }

    private static AccountKey pot(User user, Random random) {
        int number = random.nextInt(POTS);
        return AccountKey.of(user.municipality(), YEAR, AccountKind.APPROPRIATED)
                .withReference("storm:" + number)
                .withTaskField(FIELDS.get(number % FIELDS.size()));
    }

    private static AccountKey plan(User user, AccountKind kind, Random random) {
        return AccountKey.of(user.municipality(), YEAR, kind)
                .withReference("storm:plan:" + random.nextInt(PLANS))
                .withTaskField("6.1");
    }

    private static Money amount(Random random) {
        return Money.ofCents(1 + random.nextInt(100_000));
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(Math.max(0, list.size() - 1 - random.nextInt(Math.min(200, list.size()))));
    }
}
