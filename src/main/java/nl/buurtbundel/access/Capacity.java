package nl.buurtbundel.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In whose power somebody acts.
 *
 * @param roles of that power
 * @param absent whose power it is, where it is not the own
 */
public record Capacity(Set<Role> roles, @Nullable UserId absent) {
    /** The own power, where its offices make no difference. */
    public static final Capacity OWN = new Capacity(Set.of(), null);

    public Capacity {
        roles = Set.copyOf(roles);
    }

    /** As what somebody else is stood in for; empty in the own power. */
    public Optional<Role> findLent() {
        return absent == null ? Optional.empty() : roles.stream().findFirst();
    }

    public Optional<UserId> findAbsent() {
        return Optional.ofNullable(absent);
    }
}
