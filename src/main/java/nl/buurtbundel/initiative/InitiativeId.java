package nl.buurtbundel.initiative;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A neighbourhood plan. */
public record InitiativeId(long value) {
    private static final Pattern REFERENCE = Pattern.compile("initiative:([0-9]{1,18})");

    /** How rooms that know nothing of initiatives, such as the ledger, refer to this one. */
    public String reference() {
        return "initiative:" + value;
    }

    /** The plan that such a room refers to, if it is a plan. */
    public static Optional<InitiativeId> find(String reference) {
        Matcher plan = REFERENCE.matcher(reference);
        return plan.matches() ? Optional.of(new InitiativeId(Long.parseLong(plan.group(1)))) : Optional.empty();
    }
}
