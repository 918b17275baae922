package nl.buurtbundel.suggestion;

import java.time.LocalDateTime;
import nl.buurtbundel.foundation.Refusal;

/**
 * When and where there is coffee.
 *
 * @param contact name and telephone number of somebody of the team
 */
public record Invitation(LocalDateTime at, String place, String contact) {
    private static final int LONGEST = 200;

    public Invitation {
        place = place.strip();
        contact = contact.strip();
        if (place.isEmpty() || contact.isEmpty()) {
            throw new Refusal("suggestion.error.invitation-incomplete");
        }
        if (place.length() > LONGEST || contact.length() > LONGEST) {
            throw new Refusal("suggestion.error.invitation-too-long", LONGEST);
        }
    }
}
