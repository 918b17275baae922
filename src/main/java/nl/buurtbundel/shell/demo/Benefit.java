package nl.buurtbundel.shell.demo;

/** A provision for which no message exists: a personal budget, a course, special assistance. */
record Benefit(String law, String form, int minimumEuros, int maximumEuros, String taskField) {

    static final String PARTICIPATION = "Participatiewet";

    static final Benefit PERSONAL_BUDGET = new Benefit("Wmo", "pgb", 3_600, 9_200, "6.791");
    static final Benefit YOUTH_PERSONAL_BUDGET = new Benefit("Jeugdwet", "pgb", 4_200, 11_500, "6.792");
    static final Benefit COURSE = new Benefit("Jeugdwet", "cursus", 380, 860, "6.751");
    static final Benefit SPECIAL_ASSISTANCE = new Benefit(PARTICIPATION, "bijzondere_bijstand", 280, 1_450, "6.3");
}
