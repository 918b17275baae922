package nl.buurtbundel.decision.ui;

import nl.buurtbundel.decision.DecisionId;
import nl.buurtbundel.initiative.InitiativeId;

/** The addresses of the decision screens, for other rooms to lead to. */
public final class DecisionNavigation {
    static final String DECISIONS = "besluiten";
    static final String MANDATES = "mandaten";
    static final String ID = "id";
    static final String DECISION = "besluit/:" + ID + "([0-9]{1,18})";
    static final String PROPOSE = "besluit-voorstellen/:" + ID + "([0-9]{1,18})";

    static final String MINI_BUDGETS = "klein-budget";
    static final String TEAM_POTS = "teampotten";

    private DecisionNavigation() {}

    public static String decisions() {
        return DECISIONS;
    }

    public static String miniBudgets() {
        return MINI_BUDGETS;
    }

    public static String teamPots() {
        return TEAM_POTS;
    }

    public static String mandates() {
        return MANDATES;
    }

    public static String decision(DecisionId id) {
        return "besluit/" + id.value();
    }

    public static String propose(InitiativeId initiative) {
        return "besluit-voorstellen/" + initiative.value();
    }
}
