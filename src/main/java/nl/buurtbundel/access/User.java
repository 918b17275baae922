package nl.buurtbundel.access;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting.
 *
 * @param subject for a resident who is bound to a person in the files: that person's opaque id. Bound by the identity
 *     provider or by a one-time code from the team, never by choosing from a list
 * @param standIns whose power the user has today besides the own
 */
public record User(
        UserId id,
        String displayName,
        MunicipalityCode municipality,
        Set<Role> roles,
        Set<NeighbourhoodCode> neighbourhoods,
        @Nullable String subject,
        List<StandIn> standIns) {

    public User {
        roles = Set.copyOf(roles);
        neighbourhoods = Set.copyOf(neighbourhoods);
        standIns = List.copyOf(standIns);
    }

    /** In the own power only. */
    public User(
            UserId id,
            String displayName,
            MunicipalityCode municipality,
            Set<Role> roles,
            Set<NeighbourhoodCode> neighbourhoods,
            @Nullable String subject) {
        this(id, displayName, municipality, roles, neighbourhoods, subject, List.of());
    }

    /** The program itself, working for one municipality. */
    public static User system(MunicipalityCode municipality) {
        return new User(UserId.SYSTEM, "Buurtbundel", municipality, Set.of(Role.SYSTEM), Set.of(), null);
    }

    User standingInFor(List<StandIn> others) {
        return new User(id, displayName, municipality, roles, neighbourhoods, subject, others);
    }

    /** The own roles, and those of whom the user stands in for today. */
    public Set<Role> allRoles() {
        return Stream.concat(roles.stream(), standIns.stream().map(StandIn::role))
                .collect(Collectors.toSet());
    }

    /** The own neighbourhoods, and those of whom the user stands in for today. */
    public Set<NeighbourhoodCode> allNeighbourhoods() {
        return Stream.concat(neighbourhoods.stream(), standIns.stream().flatMap(one -> one.neighbourhoods().stream()))
                .collect(Collectors.toSet());
    }

    /**
     * In whose power the user does this here: in the own where that suffices, else in that of somebody who is away. The powers of
     * two people are never added up.
     *
     * @param suffices whether somebody with these roles may
     * @param free whether who is away has no other hand in it; of several who lend the power the first who is free lends it, in the
     *     order in which they were entered, and the first of them where nobody is
     */
    public Capacity capacityFor(
            Operation operation, NeighbourhoodCode here, Predicate<Set<Role>> suffices, Predicate<UserId> free) {
        return operation.isOwnRightOf(this, here) && suffices.test(roles)
                ? ownCapacity()
                : lent(one -> operation.isLentBy(one, this, here) && suffices.test(Set.of(one.role())), free);
    }

    /** The same, for what everybody may do who has the right and no other hand in it. */
    public Capacity capacityFor(Operation operation, NeighbourhoodCode here, Predicate<UserId> free) {
        return capacityFor(operation, here, anyRoles -> true, free);
    }

    /** The same, for what everybody may do who has the right. */
    public Capacity capacityFor(Operation operation, NeighbourhoodCode here) {
        return capacityFor(operation, here, anybody -> true);
    }

    /** The same, for what is done in the whole of the municipality. */
    public Capacity capacityForWhole(Operation operation) {
        return roles.stream().anyMatch(operation::reachesWhole)
                ? ownCapacity()
                : lent(one -> operation.reachesWhole(one.role()), anybody -> true);
    }

    /** The own power. */
    public Capacity ownCapacity() {
        return new Capacity(roles, null);
    }

    private Capacity lent(Predicate<StandIn> suffices, Predicate<UserId> free) {
        List<StandIn> lending = standIns.stream().filter(suffices).toList();
        return lending.stream()
                .filter(one -> free.test(one.absent()))
                .findFirst()
                .or(() -> lending.stream().findFirst())
                .map(one -> new Capacity(Set.of(one.role()), one.absent()))
                .orElseGet(this::ownCapacity);
    }

    /** Works for the municipality; no resident, and not the program. */
    public boolean isStaff() {
        return findOffice().isPresent();
    }

    /** What the user is for the municipality by the own right; of several offices the first in the order of the roles. */
    public Optional<Role> findOffice() {
        return roles.stream()
                .filter(role -> role != Role.RESIDENT && role != Role.SYSTEM)
                .min(Comparator.naturalOrder());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whoever works for this neighbourhood, and the program itself: they see what others see rounded or not at all. */
    public boolean isOfTheTeamOf(NeighbourhoodCode neighbourhood) {
        return is(Role.SYSTEM)
                || neighbourhoods.contains(neighbourhood) && (is(Role.TEAM_WORKER) || is(Role.MANAGER))
                || standIns.stream()
                        .anyMatch(one -> one.role() == Role.MANAGER
                                && one.neighbourhoods().contains(neighbourhood));
    }

    public Optional<String> findSubject() {
        return Optional.ofNullable(subject);
    }

    /** By which a look at this user is logged: the person in the files, or the account of who is not in them. */
    public String subjectOfLooks() {
        return subject == null ? "user:" + id.value() : subject;
    }
}
