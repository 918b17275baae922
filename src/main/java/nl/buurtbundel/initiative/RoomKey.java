package nl.buurtbundel.initiative;

import java.util.regex.Pattern;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Sha256;

/**
 * What a browser shows to be let into a private room: the number of the room, which it drew itself, and what only the link and
 * the phrase together give. From neither can the text be unlocked.
 */
public record RoomKey(String room, String door) {
    private static final Pattern ROOM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Pattern DOOR = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** @throws NotFound if it can be of no room */
    public RoomKey {
        if (!ROOM.matcher(room).matches() || !DOOR.matcher(door).matches()) {
            throw new NotFound();
        }
    }

    /** What is kept: who reads it cannot open with it. */
    String doorHash() {
        return Sha256.of(door);
    }

    @Override
    public String toString() {
        return "RoomKey";
    }
}
