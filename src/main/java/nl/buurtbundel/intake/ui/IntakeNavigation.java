package nl.buurtbundel.intake.ui;

import nl.buurtbundel.intake.ImportId;

/** The ways to the pages of the intake. */
public final class IntakeNavigation {
    static final String IMPORTS = "inlezen";
    static final String IMPORT = "inlezen/verslag";

    private IntakeNavigation() {}

    public static String imports() {
        return IMPORTS;
    }

    public static String report(ImportId id) {
        return IMPORT + '/' + id;
    }
}
