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
    private static final ThreadLocal<@Nullable Acting> ACTING = new ThreadLocal<>();

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
        Acting acting = ACTING.get();
        return acting == null ? loggedIn() : Optional.of(acting.user());
    }

    /** Who set going what somebody else does now, such as the person whose click the program works for; empty for own work. */
    public Optional<User> findBehind() {
        Acting acting = ACTING.get();
        if (acting == null) {
            return Optional.empty();
        }
        Acting outermost = acting;
        while (outermost.within() != null) {
            outermost = outermost.within();
        }
        User first = loggedIn().orElse(outermost.user());
        return first.id().equals(acting.user().id()) ? Optional.empty() : Optional.of(first);
    }

    /** Does the work as this user, on this thread; for start-up, scheduled work and jobs that outlive a request. */
    public <T> T runAs(User user, Supplier<T> work) {
        return within(new Acting(user, ACTING.get(), null), work);
    }

    private static <T> T within(Acting acting, Supplier<T> work) {
        ACTING.set(acting);
        try {
            return work.get();
        } finally {
            if (acting.within() == null) {
                ACTING.remove();
            } else {
                ACTING.set(acting.within());
            }
        }
    }

    public void runAs(User user, Runnable work) {
        runAs(user, () -> {
            work.run();
            return true;
        });
    }

    /** Does the work in this power, as the same user: until it is done, {@link #findAbsent} says whose power it is. */
    <T> T inPowerOf(Capacity capacity, Supplier<T> work) {
        UserId absent = capacity.absent();
        Optional<User> user = find();
        if (absent == null || user.isEmpty()) {
            return work.get();
        }
        return within(new Acting(user.get(), ACTING.get(), absent), work);
    }

    /** In whose power the user acts, where that is not the own; empty again for what the program does for the user. */
    Optional<UserId> findAbsent() {
        return Optional.ofNullable(ACTING.get()).map(Acting::absent);
    }

    private Optional<User> loggedIn() {
        return principal().flatMap(principal -> users.findByLoginName(principal.getName()));
    }

    private Optional<Principal> principal() {
        try {
            return Optional.ofNullable(securityContext.getCallerPrincipal());
        } catch (ContextNotActiveException | IllegalStateException outsideARequest) {
            return Optional.empty();
        }
    }

    private record Acting(
            User user, @Nullable Acting within, @Nullable UserId absent) {}
}
