package nl.buurtbundel.access;

import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting.
 *
 * @param subject for a resident who is bound to a person in the files: that person's opaque id. Bound by the identity
 *     provider or by a one-time code from the team, never by choosing from a list
 */
public record User(
        UserId id,
        String displayName,
        MunicipalityCode municipality,
        Set<Role> roles,
        Set<NeighbourhoodCode> neighbourhoods,
        @Nullable String subject) {

    public User {
        roles = Set.copyOf(roles);
        neighbourhoods = Set.copyOf(neighbourhoods);
    }

    /** The program itself, working for one municipality. */
    public static User system(MunicipalityCode municipality) {
        return new User(UserId.SYSTEM, "Buurtbundel", municipality, Set.of(Role.SYSTEM), Set.of(), null);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whoever works for this neighbourhood, and the program itself: they see what others see rounded or not at all. */
    public boolean isOfTheTeamOf(NeighbourhoodCode neighbourhood) {
        return is(Role.SYSTEM) || neighbourhoods.contains(neighbourhood) && (is(Role.TEAM_WORKER) || is(Role.MANAGER));
    }

    public Optional<String> findSubject() {
        return Optional.ofNullable(subject);
    }
}
