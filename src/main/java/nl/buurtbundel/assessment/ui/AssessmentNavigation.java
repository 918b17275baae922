package nl.buurtbundel.assessment.ui;

import nl.buurtbundel.initiative.InitiativeId;

/** The addresses of the assessment screens, for other rooms to lead to. */
public final class AssessmentNavigation {
    static final String WORK = "werkvoorraad";
    static final String ID = "initiative";
    static final String ASSESS = "beoordeling/:" + ID + "([0-9]{1,18})";

    static final String ALTERNATIVE = "alternative";
    static final String MAY_WE = "mogen-wij/:" + ALTERNATIVE;
    static final String MAY_WE_OF_PLAN = ASSESS + "/mogen-wij";

    private AssessmentNavigation() {}

    public static String work() {
        return WORK;
    }

    public static String assess(InitiativeId initiative) {
        return "beoordeling/" + initiative.value();
    }

    /** What the law asks before a plan may start, and what of that is done. */
    public static String mayWe(InitiativeId initiative) {
        return assess(initiative) + "/mogen-wij";
    }

    /** What the law says to what people ask most: a public page, without login. */
    public static String mayThis() {
        return "openbaar/mag-dit";
    }

    /** The page where a decision is proposed belongs to a later room; only its address is known here. */
    static String propose(InitiativeId initiative) {
        return "besluit-voorstellen/" + initiative.value();
    }
}
