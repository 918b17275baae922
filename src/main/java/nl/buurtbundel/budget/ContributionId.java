package nl.buurtbundel.budget;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An agreement with another payer. */
public record ContributionId(long value) {
    private static final Pattern REFERENCE = Pattern.compile("contribution:([0-9]{1,18})");

    /** How the ledger, which knows nothing of agreements, refers to this one. */
    String reference() {
        return "contribution:" + value;
    }

    /** The agreement that the ledger refers to, if it is one. */
    static Optional<ContributionId> find(String reference) {
        Matcher agreement = REFERENCE.matcher(reference);
        return agreement.matches()
                ? Optional.of(new ContributionId(Long.parseLong(agreement.group(1))))
                : Optional.empty();
    }
}
