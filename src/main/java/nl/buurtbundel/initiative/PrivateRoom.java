package nl.buurtbundel.initiative;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;

/**
 * Where somebody makes an own plan with the own circle, before professionals do. Nothing leads from it to a person, a household
 * or a user, and of when it was used only the last day is kept.
 */
@Entity
@Table(name = "private_room")
class PrivateRoom {
    @Id
    private String id;

    @Version
    private int version;

    private int revision;
    private String door;
    private String nonce;
    private String content;

    @Column(name = "written_on")
    private LocalDate writtenOn;

    protected PrivateRoom() {}

    /** @throws NotFound if the text was written before: the room it was in is no more */
    PrivateRoom(RoomKey key, LockedText first, Moment now) {
        if (first.revision() != 1) {
            throw new NotFound();
        }
        this.id = key.room();
        this.door = key.doorHash();
        keep(first, now);
    }

    /** @throws NotFound for who lacks the phrase, as if there were no room */
    PrivateRoom openedBy(RoomKey key) {
        if (!door.equals(key.doorHash())) {
            throw new NotFound();
        }
        return this;
    }

    /** @throws Conflict if somebody wrote since this text was read */
    void write(LockedText text, Moment now) {
        Conflict.unlessSame(text.revision() - 1, revision);
        keep(text, now);
    }

    private void keep(LockedText text, Moment now) {
        revision = text.revision();
        nonce = text.nonce();
        content = text.content();
        writtenOn = now.day();
    }

    LockedText text() {
        return new LockedText(revision, nonce, content);
    }
}
