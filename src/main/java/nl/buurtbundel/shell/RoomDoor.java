package nl.buurtbundel.shell;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.LockedText;
import nl.buurtbundel.initiative.PrivateRooms;
import nl.buurtbundel.initiative.RoomKey;
import org.jspecify.annotations.Nullable;

/**
 * The page of the own plan fetches and brings locked text here. The number of the room comes in the body and never in the
 * address, so that no log of addresses says which room somebody used; there is no session and no cookie.
 */
@WebServlet(RoomDoor.PATH)
public class RoomDoor extends HttpServlet {
    static final String PATH = "/openbaar/eigen-plan/kamer";

    private static final int MOST_BYTES = LockedText.MOST_CHARACTERS + 1_000;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Throttle all = new Throttle(1_200, Duration.ofMinutes(1));
    private final Throttle newRooms = new Throttle(120, Duration.ofHours(1));

    @Inject
    private PrivateRooms rooms;

    @Inject
    private Clock clock;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!"POST".equals(request.getMethod())) {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        @Nullable String type = request.getContentType();
        if (type == null || !type.startsWith("application/json")) {
            // another site can send a form here, and this not
            response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        if (!all.allows(clock.instant())) {
            response.setStatus(TOO_MANY_REQUESTS);
            return;
        }
        byte[] asked = read(request);
        if (asked.length > MOST_BYTES) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try (JsonReader reader = Json.createReader(new StringReader(new String(asked, StandardCharsets.UTF_8)))) {
            answer(reader.readObject(), response);
        } catch (JsonException notAsAgreed) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } catch (RuntimeException thrown) {
            RuntimeException known = Refusal.unwrapped(thrown);
            if (known instanceof NotFound) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            } else if (known instanceof Refusal) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            } else {
                throw thrown;
            }
        }
    }

    private static byte[] read(HttpServletRequest request) throws IOException {
        try (InputStream body = request.getInputStream()) {
            return body.readNBytes(MOST_BYTES + 1);
        }
    }

    private void answer(JsonObject asked, HttpServletResponse response) throws IOException {
        switch (asked.getString("do", "")) {
            case "read" -> write(HttpServletResponse.SC_OK, rooms.read(key(asked)), response);
            case "write" -> {
                LockedText text = new LockedText(
                        asked.getInt("revision", 0), asked.getString("nonce", ""), asked.getString("content", ""));
                if (text.revision() == 1 && !newRooms.allows(clock.instant())) {
                    response.setStatus(TOO_MANY_REQUESTS);
                    return;
                }
                keep(key(asked), text, response);
            }
            case "remove" -> {
                rooms.remove(key(asked));
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static RoomKey key(JsonObject asked) {
        return new RoomKey(asked.getString("room", ""), asked.getString("door", ""));
    }

    /** Who comes second gets what the first one left, and both texts are there. */
    private void keep(RoomKey key, LockedText text, HttpServletResponse response) throws IOException {
        try {
            rooms.write(key, text);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (RuntimeException thrown) {
            if (!(Refusal.unwrapped(thrown) instanceof Conflict)) {
                throw thrown;
            }
            write(HttpServletResponse.SC_CONFLICT, rooms.read(key), response);
        }
    }

    private static void write(int status, LockedText text, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try (JsonGenerator json = Json.createGenerator(response.getWriter())) {
            json.writeStartObject()
                    .write("revision", text.revision())
                    .write("nonce", text.nonce())
                    .write("content", text.content())
                    .writeEnd();
        }
    }
}
