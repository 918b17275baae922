package nl.buurtbundel.initiative;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.buurtbundel.access.UserId;

/** The unfinished plan of one user. It has no version: only its owner writes it, and what was typed last counts. */
@Entity
@Table(name = "initiative_draft")
class DraftRow {
    @Id
    @Column(name = "user_account")
    private long user;

    private int step;
    private String content;

    @Column(name = "saved_at")
    private Instant savedAt;

    protected DraftRow() {}

    DraftRow(UserId user) {
        this.user = user.value();
    }

    void save(Draft draft, Moment now) {
        step = draft.step();
        JsonObjectBuilder json = Json.createObjectBuilder();
        draft.answers().forEach(json::add);
        content = json.build().toString();
        savedAt = now.at();
    }

    Draft draft() {
        Map<String, String> answers = new HashMap<>();
        try (var reader = Json.createReader(new StringReader(content))) {
            JsonObject json = reader.readObject();
            json.keySet().forEach(key -> answers.put(key, json.getString(key)));
        }
        return new Draft(step, answers);
    }
}
