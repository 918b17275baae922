package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.Locale;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.NewJob;
import nl.buurtbundel.suggestion.SuggestionId;

/** The addresses of the plan screens, for other rooms to lead to. */
public final class InitiativeNavigation {
    static final String PLANS = "buurtplannen";
    static final String NEW = "buurtplan/nieuw";
    static final String MINE = "van-mij";
    static final String ID = "id";
    static final String IDEA = "idee";
    static final String PLAN = "buurtplan/:" + ID + "([0-9]{1,18})";

    private InitiativeNavigation() {}

    public static String plans() {
        return PLANS;
    }

    public static String plan(InitiativeId id) {
        return "buurtplan/" + id.value();
    }

    static String join(InitiativeId id) {
        return plan(id) + "/meedoen";
    }

    static String change(InitiativeId id) {
        return plan(id) + "/wijzigen";
    }

    /** What work may do to somebody’s money: a public page that reckons in the browser. */
    static String purse(Locale locale) {
        return "openbaar/portemonnee" + (Messages.supported(locale).equals(Messages.ENGLISH) ? "?taal=en" : "");
    }

    /** The same for one job: its hours and pay stand behind the #, which no browser sends. */
    static String purse(Locale locale, NewJob job) {
        return purse(locale) + "#uren=" + job.hoursAWeek() + "&loon="
                + job.hourlyWage().inEuros().toPlainString();
    }

    /** Where somebody makes a plan with the own circle first: a public page, in a room that the municipality cannot read. */
    static String ownPlan(Locale locale) {
        return "openbaar/eigen-plan" + (Messages.supported(locale).equals(Messages.ENGLISH) ? "?taal=en" : "");
    }

    public static String start() {
        return NEW;
    }

    /** Start a plan with an idea of the municipality. */
    public static String startWith(SuggestionId suggestion) {
        return NEW + "?" + IDEA + "=" + suggestion.value();
    }

    static Anchor link(String address, String text) {
        return new Anchor(address, text);
    }
}
