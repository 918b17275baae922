package nl.buurtbundel;

import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * How often this thread asks the database for each entity. The persistence provider of the server tells it; the standard has no
 * way to ask.
 */
public final class Queries {
    private static final String SESSIONS = "org.eclipse.persistence.sessions.";

    private Queries() {}

    /** @return for each entity the number of readings, by its simple name */
    public static Map<String, Integer> during(EntityManagerFactory factory, Supplier<?> work) {
        Map<String, Integer> counts = new TreeMap<>();
        try {
            Class<?> listenerType = Class.forName(SESSIONS + "SessionEventListener");
            Object session = factory.unwrap(Class.forName(SESSIONS + "server.ServerSession"));
            Object events = session.getClass().getMethod("getEventManager").invoke(session);
            Thread asking = Thread.currentThread();
            Object listener = Proxy.newProxyInstance(
                    Queries.class.getClassLoader(), new Class<?>[] {listenerType}, (proxy, method, arguments) -> {
                        if (method.getName().equals("preExecuteCall") && Thread.currentThread() == asking) {
                            read(arguments[0]).ifPresent(entity -> counts.merge(entity, 1, Integer::sum));
                        }
                        return switch (method.getName()) {
                            case "equals" -> proxy == arguments[0];
                            case "hashCode" -> System.identityHashCode(proxy);
                            default -> null;
                        };
                    });
            Method add = events.getClass().getMethod("addListener", listenerType);
            add.invoke(events, listener);
            try {
                work.get();
            } finally {
                events.getClass().getMethod("removeListener", listenerType).invoke(events, listener);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return counts;
    }

    /** The entity that the database is asked for; empty for what is written. */
    private static Optional<String> read(Object event) throws ReflectiveOperationException {
        Object call = event.getClass().getMethod("getCall").invoke(event);
        Object query = call.getClass().getMethod("getQuery").invoke(call);
        if (query == null) {
            return Optional.empty();
        }
        boolean reads = (boolean) query.getClass().getMethod("isReadQuery").invoke(query);
        String name =
                (String) query.getClass().getMethod("getReferenceClassName").invoke(query);
        return Optional.ofNullable(name)
                .filter(entity -> reads)
                .map(entity -> entity.substring(entity.lastIndexOf('.') + 1));
    }
}
