package nl.buurtbundel.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting now: the user that background work runs for, else the one who logged in. Roles are read anew on every
 * question, so that taking a role away works at once.
 */
@ApplicationScoped
public class CurrentUser {
    private static final ThreadLocal<@Nullable User> RUNNING_AS = new ThreadLocal<>();

    private final Users users;
    private final SecurityContext securityContext;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected CurrentUser() {
        this(null, null);
    }

    @Inject
    CurrentUser(Users users, SecurityContext securityContext) {
        this.users = users;
        this.securityContext = securityContext;
    }

    public Optional<User> find() {
        User runningAs = RUNNING_AS.get();
        if (runningAs != null) {
            return Optional.of(runningAs);
        }
        return principal().flatMap(principal -> users.findByLoginName(principal.getName()));
    }

    /** Does the work as this user, on this thread; for start-up, scheduled work and jobs that outlive a request. */
    public <T> T runAs(User user, Supplier<T> work) {
        User before = RUNNING_AS.get();
        RUNNING_AS.set(user);
        try {
            return work.get();
        } finally {
            if (before == null) {
                RUNNING_AS.remove();
            } else {
                RUNNING_AS.set(before);
            }
        }
    }

    public void runAs(User user, Runnable work) {
        runAs(user, () -> {
            work.run();
            return true;
        });
    }

    private Optional<Principal> principal() {
        try {
            return Optional.ofNullable(securityContext.getCallerPrincipal());
        } catch (ContextNotActiveException | IllegalStateException outsideARequest) {
            return Optional.empty();
        }
    }
}
