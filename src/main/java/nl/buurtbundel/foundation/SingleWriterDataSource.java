package nl.buurtbundel.foundation;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * An H2 file in which one transaction at a time writes; who reads is not held up. H2 (2.2 up to 2.5.252 at least) may undo a
 * row twice when a transaction is rolled back: whoever changed and committed that row in between loses the change. With one
 * writer, whose turn lasts until its rollback has returned, nobody comes in between. See the decision record one-writer.
 *
 * <p>A transaction waits at its first statement that writes or locks, at most {@link #LONGEST_WAIT}, in order of asking. One
 * process opens an H2 file, so that a turn within this process is enough.
 */
public final class SingleWriterDataSource implements DataSource {
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final Map<String, WritersTurn> TURNS = new ConcurrentHashMap<>();
    private static final Pattern READS =
            Pattern.compile("\\s*(select|values|call|show|explain|backup|script)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH = Pattern.compile("\\s*with\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGES =
            Pattern.compile("\\b(insert|update|delete|merge|create)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCKS = Pattern.compile("\\bfor\\s+update\\b", Pattern.CASE_INSENSITIVE);

    private final JdbcDataSource database = new JdbcDataSource();

    public void setUrl(String url) {
        database.setURL(url);
    }

    public String getUrl() {
        return database.getURL();
    }

    public void setUser(String user) {
        database.setUser(user);
    }

    public String getUser() {
        return database.getUser();
    }

    public void setPassword(String password) {
        database.setPassword(password);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return new InTurn(database.getConnection(), turn()).connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return new InTurn(database.getConnection(user, password), turn()).connection;
    }

    private WritersTurn turn() {
        return TURNS.computeIfAbsent(database.getURL(), url -> new WritersTurn());
    }

    /** Whether the statement changes or locks rows; what is not known to read only counts as writing. */
    static boolean writes(String sql) {
        if (WITH.matcher(sql).lookingAt()) {
            return CHANGES.matcher(sql).find();
        }
        return !READS.matcher(sql).lookingAt() || LOCKS.matcher(sql).find();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        database.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        database.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return database.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return database.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return database.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return database.isWrapperFor(type);
    }

    /** A connection that waits for its turn before it writes, and gives it on when its transaction has ended. */
    private static final class InTurn implements InvocationHandler {
        private final Connection database;
        private final WritersTurn turn;
        private final Connection connection;

        InTurn(Connection database, WritersTurn turn) {
            this.database = database;
            this.turn = turn;
            this.connection = proxy(Connection.class, this);
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            switch (method.getName()) {
                case "commit", "close", "abort" -> {
                    return endingTurn(method, arguments);
                }
                case "rollback" -> {
                    return arguments == null ? endingTurn(method, null) : call(database, method, arguments);
                }
                case "setAutoCommit" -> {
                    // a change of it commits
                    return Boolean.TRUE.equals(first(arguments))
                            ? endingTurn(method, arguments)
                            : call(database, method, arguments);
                }
                case "createStatement" -> {
                    return statement(Statement.class, call(database, method, arguments), null);
                }
                case "prepareStatement" -> {
                    return statement(
                            PreparedStatement.class, call(database, method, arguments), (String) first(arguments));
                }
                case "prepareCall" -> {
                    return statement(
                            CallableStatement.class, call(database, method, arguments), (String) first(arguments));
                }
                case "equals" -> {
                    return proxy == first(arguments);
                }
                default -> {
                    return call(database, method, arguments);
                }
            }
        }

        private @Nullable Object endingTurn(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return call(database, method, arguments);
            } finally {
                turn.end(this);
            }
        }

        private Statement statement(Class<? extends Statement> type, @Nullable Object made, @Nullable String prepared) {
            Object statement = Objects.requireNonNull(made);
            // once for a statement that is kept and executed again and again
            boolean preparedWrites = prepared == null || writes(prepared);
            return proxy(type, (proxy, method, arguments) -> {
                String name = method.getName();
                if (name.equals("getConnection")) {
                    return connection;
                }
                if (name.equals("equals")) {
                    return proxy == first(arguments);
                }
                if (!name.startsWith("execute")) {
                    return call(statement, method, arguments);
                }
                if (first(arguments) instanceof String given ? writes(given) : preparedWrites) {
                    turn.await(this);
                }
                try {
                    return call(statement, method, arguments);
                } finally {
                    if (database.getAutoCommit()) {
                        turn.end(this);
                    }
                }
            });
        }

        private static @Nullable Object first(Object @Nullable [] arguments) {
            return arguments == null || arguments.length == 0 ? null : arguments[0];
        }

        private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
                throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }

        private static <T> T proxy(Class<T> type, InvocationHandler handler) {
            return type.cast(Proxy.newProxyInstance(
                    SingleWriterDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
        }
    }

    /** The turn belongs to a thread: a transaction that it begins within another one has part in it, for they cannot race. */
    private static final class WritersTurn {
        private final Semaphore free = new Semaphore(1, true);
        private final Set<InTurn> writing = new HashSet<>();
        private @Nullable Thread owner;

        void await(InTurn next) throws SQLException {
            if (hasTurn(next)) {
                return;
            }
            try {
                if (!free.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new SQLTimeoutException(
                            "Another transaction has been writing for " + LONGEST_WAIT.toSeconds() + " s", "HYT00");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new SQLException("Interrupted while another transaction writes", interrupted);
            }
            take(next);
        }

        private synchronized boolean hasTurn(InTurn next) {
            if (writing.contains(next)) {
                return true;
            }
            return owner == Thread.currentThread() && writing.add(next);
        }

        private synchronized void take(InTurn next) {
            owner = Thread.currentThread();
            writing.add(next);
        }

        synchronized void end(InTurn last) {
            if (writing.remove(last) && writing.isEmpty()) {
                owner = null;
                free.release();
            }
        }
    }
}
