package nl.buurtbundel.shell.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a municipality allocates, as it stands in the contracts.
 *
 * @param code null for an allocation in euros of budget (aspecific)
 * @param unit unit of the allocated volume (WJ756)
 * @param frequency 2 a week, 4 a month, 6 in total (WMO757)
 * @param volumes volumes seen in practice; with a budget the amounts in cents
 * @param tariffCents price of one {@code tariffUnit} at the first provider
 */
record Product(
        Law law,
        String category,
        @Nullable String code,
        String unit,
        String frequency,
        List<Integer> volumes,
        String tariffUnit,
        long tariffCents,
        String contractForm,
        List<String> providers) {

    static final String MINUTE = "01";
    static final String HOUR = "04";
    static final String DAY = "14";
    static final String HALF_DAY = "16";
    static final String PIECE_BY_RESULT = "82";
    static final String EUROS = "83";
    static final String PIECE = "84";
    static final String WEEKLY = "2";
    static final String MONTHLY = "4";
    static final String IN_TOTAL = "6";
    static final String PER_UNIT = "inspanning";
    static final String PER_TRAJECTORY = "traject";
    static final String LUMP_SUM = "lumpsum";

    static final String PARENTING_PROVIDER = "99010101";

    static final Product HOUSEHOLD_HELP = minutes(Law.WMO, "01", "01A01", 3_660, List.of(90, 120, 150, 180, 240))
            .by("99010001", "99010002");
    static final Product GUIDANCE =
            minutes(Law.WMO, "02", "02A01", 6_300, List.of(60, 90, 120, 180)).by("99010003", "99010004");
    static final Product GUIDANCE_PLUS =
            minutes(Law.WMO, "02", "02A02", 9_240, List.of(60, 120, 180)).by("99010003", "99010004");
    static final Product GUIDANCE_LUMP_SUM = minutes(Law.WMO, "02", "02A03", 0, List.of(60, 90, 120))
            .as(LUMP_SUM)
            .by("99010009");
    /** Allocated although no contract names a price. */
    static final Product GUIDANCE_WITHOUT_TARIFF =
            minutes(Law.WMO, "02", "02A09", 0, List.of(90, 120)).by("99010004");

    static final Product PERSONAL_CARE =
            minutes(Law.WMO, "03", "03A01", 5_880, List.of(70, 105, 140, 210)).by("99010002", "99010003");
    static final Product RESPITE = perUnit(Law.WMO, "04", "04A01", DAY, IN_TOTAL, 22_850, List.of(12, 20, 28, 36))
            .by("99010008");
    static final Product RESPITE_WEEKLY =
            perUnit(Law.WMO, "04", "04A01", DAY, WEEKLY, 22_850, List.of(5)).by("99010008");
    static final Product DAY_ACTIVITIES_LIGHT = perUnit(
                    Law.WMO, "07", "07A01", HALF_DAY, WEEKLY, 4_180, List.of(2, 4, 6))
            .by("99010005", "99010006");
    static final Product DAY_ACTIVITIES = perUnit(Law.WMO, "07", "07A02", HALF_DAY, WEEKLY, 5_320, List.of(2, 4, 6))
            .by("99010005", "99010006");
    static final Product DAY_ACTIVITIES_HEAVY = perUnit(
                    Law.WMO, "07", "07A03", HALF_DAY, WEEKLY, 7_490, List.of(4, 6, 8))
            .by("99010005");
    static final Product TRANSPORT = perUnit(Law.WMO, "08", "08A01", PIECE, WEEKLY, 1_720, List.of(1, 2, 3, 4))
            .by("99010007");
    static final Product ARRANGEMENT_BUDGET =
            budget(Law.WMO, "10", List.of(120_000, 240_000, 480_000)).by("99010004");
    static final Product WHEELCHAIR =
            perUnit(Law.WMO, "11", "11A01", PIECE, MONTHLY, 5_200, List.of(1)).by("99010010");
    static final Product MOBILITY_SCOOTER =
            perUnit(Law.WMO, "12", "12A01", PIECE, MONTHLY, 6_150, List.of(1)).by("99010010");
    static final Product HOME_ADAPTATION = perUnit(
                    Law.WMO, "13", "13A01", PIECE_BY_RESULT, IN_TOTAL, 385_000, List.of(1))
            .as(PER_TRAJECTORY)
            .by("99010010");
    static final Product OTHER_AID = perUnit(Law.WMO, "14", "14A01", PIECE, MONTHLY, 2_840, List.of(1, 2))
            .by("99010010");
    static final Product SHELTERED_LIVING =
            perUnit(Law.WMO, "15", "15A01", DAY, WEEKLY, 17_130, List.of(7)).by("99010011");

    static final Product YOUTH_PERSONAL_CARE =
            minutes(Law.YOUTH, "40", "40A01", 6_120, List.of(105, 140, 210)).by("99010102");
    static final Product YOUTH_DAY_TREATMENT = perUnit(
                    Law.YOUTH, "41", "41A01", HALF_DAY, WEEKLY, 8_460, List.of(2, 3, 4))
            .by("99010104");
    static final Product YOUTH_TRANSPORT = perUnit(Law.YOUTH, "42", "42A01", PIECE, WEEKLY, 1_980, List.of(4, 6, 8))
            .by("99010104");
    static final Product YOUTH_STAY =
            perUnit(Law.YOUTH, "43", "43A01", DAY, WEEKLY, 26_800, List.of(7)).by("99010105");
    static final Product PARENTING_LIGHT =
            minutes(Law.YOUTH, "45", "45A03", 7_140, List.of(60, 90, 120)).by("99010102", "99010103");
    static final Product PARENTING =
            minutes(Law.YOUTH, "45", "45A04", 7_600, List.of(120)).by(PARENTING_PROVIDER);
    static final Product PARENTING_PLUS =
            minutes(Law.YOUTH, "45", "45A05", 9_800, List.of(150)).by(PARENTING_PROVIDER);
    static final Product YOUTH_CRISIS =
            perUnit(Law.YOUTH, "46", "46A01", DAY, WEEKLY, 34_200, List.of(7)).by("99010105");
    static final Product YOUTH_ARRANGEMENT_BUDGET =
            budget(Law.YOUTH, "50", List.of(180_000, 350_000)).by("99010102");
    static final Product YOUTH_TREATMENT = new Product(
                    Law.YOUTH,
                    "52",
                    "52A01",
                    EUROS,
                    IN_TOTAL,
                    List.of(365_000),
                    PIECE_BY_RESULT,
                    365_000,
                    PER_TRAJECTORY,
                    List.of())
            .by("99010103");

    /** Products with a line in the tariff table. */
    static final List<Product> CONTRACTED = List.of(
            HOUSEHOLD_HELP,
            GUIDANCE,
            GUIDANCE_PLUS,
            GUIDANCE_LUMP_SUM,
            PERSONAL_CARE,
            RESPITE,
            DAY_ACTIVITIES_LIGHT,
            DAY_ACTIVITIES,
            DAY_ACTIVITIES_HEAVY,
            TRANSPORT,
            WHEELCHAIR,
            MOBILITY_SCOOTER,
            HOME_ADAPTATION,
            OTHER_AID,
            SHELTERED_LIVING,
            YOUTH_PERSONAL_CARE,
            YOUTH_DAY_TREATMENT,
            YOUTH_TRANSPORT,
            YOUTH_STAY,
            PARENTING_LIGHT,
            PARENTING,
            PARENTING_PLUS,
            YOUTH_CRISIS,
            YOUTH_TREATMENT);

    private static Product minutes(Law law, String category, String code, long tariffCents, List<Integer> volumes) {
        return new Product(law, category, code, MINUTE, WEEKLY, volumes, HOUR, tariffCents, PER_UNIT, List.of());
    }

    private static Product perUnit(
            Law law,
            String category,
            String code,
            String unit,
            String frequency,
            long tariffCents,
            List<Integer> volumes) {
        return new Product(law, category, code, unit, frequency, volumes, unit, tariffCents, PER_UNIT, List.of());
    }

    private static Product budget(Law law, String category, List<Integer> cents) {
        return new Product(law, category, null, EUROS, IN_TOTAL, cents, EUROS, 0, PER_UNIT, List.of());
    }

    private Product by(String... names) {
        return new Product(
                law, category, code, unit, frequency, volumes, tariffUnit, tariffCents, contractForm, List.of(names));
    }

    private Product as(String form) {
        return new Product(law, category, code, unit, frequency, volumes, tariffUnit, tariffCents, form, providers);
    }

    boolean isBudget() {
        return code == null;
    }

    /** Each next provider is three per cent dearer, to ten cents. */
    long tariffCentsAt(String provider) {
        int place = providers.indexOf(provider);
        if (place < 0) {
            throw new IllegalArgumentException(provider + " does not deliver " + code);
        }
        return place == 0 ? tariffCents : tariffCents * (100 + 3L * place) / 1_000 * 10;
    }

    /** Whether what was delivered is declared by the unit, so that a month has a price. */
    boolean isDeclaredByUnit() {
        return contractForm.equals(PER_UNIT) && tariffCents > 0 && !frequency.equals(IN_TOTAL);
    }
}
