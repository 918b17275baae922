package nl.buurtbundel.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import org.junit.jupiter.api.Test;

class PrivateRoomTest {
    private static final Moment NOW = Plans.on(Plans.MONDAY);
    private static final String NUMBER = "r".repeat(22);
    private static final RoomKey KEY = new RoomKey(NUMBER, "d".repeat(43));

    private final PrivateRoom room = new PrivateRoom(KEY, text(1, "first"), NOW);

    @Test
    void who_lacks_the_phrase_finds_no_room() {
        assertThatThrownBy(() -> room.openedBy(new RoomKey(NUMBER, "e".repeat(43))))
                .isInstanceOf(NotFound.class);
        assertThat(room.openedBy(KEY).text()).isEqualTo(text(1, "first"));
    }

    @Test
    void who_writes_second_overwrites_nothing() {
        room.write(text(2, "second"), NOW);

        assertThatThrownBy(() -> room.write(text(2, "also-second"), NOW)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> room.write(text(4, "later"), NOW)).isInstanceOf(Conflict.class);
        assertThat(room.text()).isEqualTo(text(2, "second"));
        room.write(text(3, "third"), NOW);
        assertThat(room.text().content()).isEqualTo("third");
    }

    @Test
    void a_room_that_is_no_more_does_not_come_back_by_a_later_text() {
        assertThatThrownBy(() -> new PrivateRoom(KEY, text(2, "second"), NOW)).isInstanceOf(NotFound.class);
    }

    @Test
    void what_is_not_locked_or_too_long_is_not_taken() {
        refused("initiative.error.room-not-locked", 1, "n".repeat(16), "plain text");
        refused("initiative.error.room-not-locked", 1, "n".repeat(16), "");
        refused("initiative.error.room-not-locked", 1, "n".repeat(15), "locked");
        refused("initiative.error.room-not-locked", 0, "n".repeat(16), "locked");
        refused("initiative.error.room-too-long", 1, "n".repeat(16), "x".repeat(LockedText.MOST_CHARACTERS + 1));
        assertThatThrownBy(() -> new RoomKey("../" + NUMBER.substring(3), "d".repeat(43)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> new RoomKey(NUMBER, "")).isInstanceOf(NotFound.class);
    }

    @Test
    void neither_key_nor_text_is_told_when_something_logs_them() {
        assertThat(KEY.toString()).doesNotContain(NUMBER).doesNotContain("ddd");
        assertThat(text(1, "first").toString()).doesNotContain("first");
        assertThat(KEY.doorHash()).hasSize(64).doesNotContain("ddd");
    }

    @Test
    void who_holds_the_database_cannot_open_with_what_is_kept_in_it() {
        assertThatThrownBy(() -> new RoomKey(NUMBER, KEY.doorHash())).isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> room.openedBy(new RoomKey(NUMBER, KEY.doorHash().substring(0, 43))))
                .isInstanceOf(NotFound.class);
    }

    /** No role lists rooms or reads in them, and a row leads to nobody. */
    @Test
    void nothing_leads_from_a_room_to_a_person_and_nothing_into_it_but_the_key() {
        assertThat(Stream.of(PrivateRoom.class.getDeclaredFields())
                        .filter(field -> !field.isSynthetic() && !Modifier.isStatic(field.getModifiers()))
                        .map(Field::getName))
                .containsExactlyInAnyOrder("id", "version", "revision", "door", "nonce", "content", "writtenOn");
        assertThat(Stream.of(PrivateRooms.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> method.getParameterCount() == 0))
                .allMatch(method -> method.getReturnType() == int.class);
        assertThat(Stream.of(PrivateRooms.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> method.getParameterCount() > 0))
                .hasSize(3)
                .allMatch(method -> method.getParameterTypes()[0] == RoomKey.class);
    }

    private static void refused(String code, int revision, String nonce, String content) {
        assertThatThrownBy(() -> new LockedText(revision, nonce, content))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static LockedText text(int revision, String content) {
        return new LockedText(revision, "n".repeat(16), content);
    }
}
