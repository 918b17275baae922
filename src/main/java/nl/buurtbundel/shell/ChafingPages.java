package nl.buurtbundel.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtbundel.assessment.ui.AssessmentNavigation;
import nl.buurtbundel.decision.DecisionId;
import nl.buurtbundel.decision.ui.DecisionNavigation;
import nl.buurtbundel.household.ui.HouseholdNavigation;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.ui.InitiativeNavigation;
import nl.buurtbundel.signal.Place;
import org.jspecify.annotations.Nullable;

/** The pages on which people can say that it chafes: where they wait, are refused, or read what is held of them. */
final class ChafingPages {
    private static final Pattern ABOUT = Pattern.compile(".*/([0-9]{1,18})");

    private ChafingPages() {}

    /** @param about the number of the plan or of the decision; null on the own file */
    record Chafing(Place place, @Nullable Long about) {}

    static Optional<Chafing> at(String path) {
        if (path.equals(HouseholdNavigation.ownFile())) {
            return Optional.of(new Chafing(Place.OWN_FILE, null));
        }
        Matcher numbered = ABOUT.matcher(path);
        if (!numbered.matches()) {
            return Optional.empty();
        }
        long about = Long.parseLong(numbered.group(1));
        if (path.equals(InitiativeNavigation.plan(new InitiativeId(about)))) {
            return Optional.of(new Chafing(Place.PLAN, about));
        }
        if (path.equals(AssessmentNavigation.assess(new InitiativeId(about)))) {
            return Optional.of(new Chafing(Place.ASSESSMENT, about));
        }
        return path.equals(DecisionNavigation.decision(new DecisionId(about)))
                ? Optional.of(new Chafing(Place.DECISION, about))
                : Optional.empty();
    }
}
