package nl.buurtbundel.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * The one place where rights are decided. Every service method asks here first. A no is always {@link NotFound}: who has no
 * link to something does not learn that it exists.
 */
@ApplicationScoped
public class Access {
    private final CurrentUser currentUser;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Access() {
        this(null);
    }

    @Inject
    Access(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    /** The user, who may do this somewhere in the own municipality: narrow what you return by {@link #may}. */
    public User require(Operation operation) {
        return currentUser.find().filter(operation::allowedAnywhere).orElseThrow(NotFound::new);
    }

    /** The user, who may do this in this neighbourhood. */
    public User require(Operation operation, NeighbourhoodCode neighbourhood) {
        return currentUser
                .find()
                .filter(user -> operation.allowedIn(user, neighbourhood))
                .orElseThrow(NotFound::new);
    }

    /** The user, who may do this in the whole of this municipality. */
    public User requireForWhole(Operation operation, MunicipalityCode municipality) {
        return currentUser
                .find()
                .filter(user -> user.municipality().equals(municipality))
                .filter(user -> user.allRoles().stream().anyMatch(operation::reachesWhole))
                .orElseThrow(NotFound::new);
    }

    /** The user, who may do this in the own neighbourhoods: a page about these has nothing for who looks at them all. */
    public User requireInOwnNeighbourhoods(Operation operation) {
        return currentUser
                .find()
                .filter(user -> user.allRoles().stream()
                        .anyMatch(role -> operation.scopes().get(role) == Scope.NEIGHBOURHOOD))
                .orElseThrow(NotFound::new);
    }

    public boolean may(Operation operation) {
        return currentUser.find().filter(operation::allowedAnywhere).isPresent();
    }

    public boolean may(Operation operation, NeighbourhoodCode neighbourhood) {
        return currentUser
                .find()
                .filter(user -> operation.allowedIn(user, neighbourhood))
                .isPresent();
    }

    /** Whether the right reaches the user’s whole municipality; else it reaches the own neighbourhoods at most. */
    public boolean mayEverywhere(Operation operation) {
        return currentUser.find().stream()
                .flatMap(user -> user.allRoles().stream())
                .anyMatch(operation::reachesWhole);
    }

    /** The neighbourhoods to which the right reaches by its own, in order; in all the others of the municipality, {@link #mayEverywhere}. */
    public List<NeighbourhoodCode> listOwn(Operation operation) {
        return currentUser.find().stream()
                .flatMap(user -> user.allNeighbourhoods().stream().filter(one -> operation.allowedIn(user, one)))
                .sorted()
                .toList();
    }

    public Optional<User> findUser() {
        return currentUser.find();
    }
}
