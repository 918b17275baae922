package nl.buurtbundel.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.buurtbundel.foundation.Refusal;

/** Everything a council said about the level at which it authorises. */
record AuthorisedBudget(List<AuthorisationRule> rules) {
    /** What holds as long as the administrator entered nothing: the social domain is one programme. */
    static final String USUAL_PROGRAMME = "Sociaal domein";

    private static final String SOCIAL_DOMAIN = "6.";

    AuthorisedBudget {
        rules = List.copyOf(rules);
    }

    static AuthorisedBudget of(Collection<AuthorisationLine> lines) {
        return new AuthorisedBudget(lines.stream().map(AuthorisationLine::rule).toList());
    }

    /** @throws Refusal if another rule that holds at the same time says something else of the same */
    void requireRoomFor(AuthorisationRule fresh) {
        rules.forEach(fresh::requireBeside);
    }

    /** Whether these task fields are one whole with another on a day and, as far as is known, ever after. */
    boolean isOneWholeFrom(LocalDate day, Collection<String> taskFields, String with) {
        List<LocalDate> borders = new ArrayList<>(List.of(day));
        for (AuthorisationRule rule : rules) {
            LocalDate lastDay = rule.validity().lastDay();
            borders.add(rule.validity().firstDay());
            if (lastDay != null) {
                borders.add(lastDay.plusDays(1));
            }
        }
        return borders.stream()
                .filter(each -> !each.isBefore(day))
                .allMatch(each -> taskFields.stream()
                        .allMatch(field -> unitOf(field, each).isOneWith(unitOf(with, each))));
    }

    /** Once anything was entered for that day, a task field that no programme names stands by itself. */
    AuthorisedUnit unitOf(String taskField, LocalDate on) {
        List<AuthorisationRule> valid =
                rules.stream().filter(rule -> rule.validity().contains(on)).toList();
        if (valid.isEmpty()) {
            return new AuthorisedUnit(taskField, taskField.startsWith(SOCIAL_DOMAIN) ? USUAL_PROGRAMME : null);
        }
        return new AuthorisedUnit(
                taskField,
                valid.stream()
                        .filter(rule -> rule.taskFields().contains(taskField))
                        .map(AuthorisationRule::programme)
                        .findFirst()
                        .orElse(null));
    }
}
