package nl.buurtbundel.initiative;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Private rooms: a text that only those read who have the link and the phrase. Nobody has rights here by a role, and nothing is
 * audited or logged, since whose room it is nobody may learn.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class PrivateRooms {
    private final InitiativeRepository repository;
    private final Clock clock;
    private final int keptDays;
    private final int most;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected PrivateRooms() {
        this(null, null, 0, 0);
    }

    /**
     * @param keptDays after the last writing
     * @param most rooms at a time, so that strangers cannot fill the database
     */
    @Inject
    PrivateRooms(
            InitiativeRepository repository,
            Clock clock,
            @ConfigProperty(name = "buurtbundel.room.kept-days", defaultValue = "365") int keptDays,
            @ConfigProperty(name = "buurtbundel.room.most", defaultValue = "5000") int most) {
        this.repository = repository;
        this.clock = clock;
        this.keptDays = keptDays;
        this.most = most;
    }

    /** @throws NotFound if there is no such room, or the phrase is another */
    @WithoutAccessCheck("who has the link and the phrase may; what is given is locked")
    public LockedText read(RoomKey key) {
        return repository
                .findRoom(key.room())
                .orElseThrow(NotFound::new)
                .openedBy(key)
                .text();
    }

    /** Makes the room when this is its first text. */
    @Transactional(REQUIRED)
    @WithoutAccessCheck("who has the link and the phrase may; a new room belongs to who makes it")
    public void write(RoomKey key, LockedText text) {
        Moment now = Moment.of(clock);
        repository
                .lockRoom(key.room())
                .ifPresentOrElse(room -> room.openedBy(key).write(text, now), () -> {
                    PrivateRoom made = new PrivateRoom(key, text, now);
                    if (repository.countRooms() >= most) {
                        throw new Refusal("initiative.error.rooms-full");
                    }
                    repository.add(made);
                });
    }

    /** The room and its text are gone, for everybody. */
    @Transactional(REQUIRED)
    @WithoutAccessCheck("who has the link and the phrase may")
    public void remove(RoomKey key) {
        repository.remove(
                repository.lockRoom(key.room()).orElseThrow(NotFound::new).openedBy(key));
    }

    /** How many days after the last writing a room is still there. */
    @WithoutAccessCheck("said on a public page")
    public int keptDays() {
        return keptDays;
    }

    /** @return how many rooms went because nobody wrote in them any more */
    @Transactional(REQUIRED)
    @WithoutAccessCheck("scheduled work: removes what its time is over of, and reads nothing")
    public int removeForgotten() {
        return repository.removeRoomsWrittenBefore(Moment.of(clock).day().minusDays(keptDays));
    }
}
