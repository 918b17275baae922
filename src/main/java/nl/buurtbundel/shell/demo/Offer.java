package nl.buurtbundel.shell.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a resident of some age may get for some need, and how often that happens. Either a product or a benefit. */
record Offer(
        String need,
        Audience audience,
        int weight,
        @Nullable Product product,
        @Nullable Benefit benefit) {

    enum Audience {
        OLDER,
        ADULT,
        CHILD
    }

    static final String PROTECTED = "protected";

    static final List<Offer> ALL = List.of(
            of("household-help", Audience.OLDER, 34, Product.HOUSEHOLD_HELP),
            of("guidance", Audience.OLDER, 5, Product.GUIDANCE),
            of("personal-care", Audience.OLDER, 5, Product.PERSONAL_CARE),
            of("day-activities", Audience.OLDER, 5, Product.DAY_ACTIVITIES_LIGHT),
            of("day-activities", Audience.OLDER, 4, Product.DAY_ACTIVITIES),
            of("day-activities", Audience.OLDER, 2, Product.DAY_ACTIVITIES_HEAVY),
            of("transport", Audience.OLDER, 11, Product.TRANSPORT),
            of("respite", Audience.OLDER, 5, Product.RESPITE),
            of("aids", Audience.OLDER, 5, Product.WHEELCHAIR),
            of("aids", Audience.OLDER, 7, Product.MOBILITY_SCOOTER),
            of("aids", Audience.OLDER, 3, Product.HOME_ADAPTATION),
            of("aids", Audience.OLDER, 3, Product.OTHER_AID),
            of("household-help", Audience.OLDER, 3, Benefit.PERSONAL_BUDGET),
            of("household-help", Audience.ADULT, 5, Product.HOUSEHOLD_HELP),
            of("guidance", Audience.ADULT, 18, Product.GUIDANCE),
            of("guidance", Audience.ADULT, 8, Product.GUIDANCE_PLUS),
            of("guidance", Audience.ADULT, 1, Product.ARRANGEMENT_BUDGET),
            of("guidance", Audience.ADULT, 3, Benefit.PERSONAL_BUDGET),
            of("day-activities", Audience.ADULT, 5, Product.DAY_ACTIVITIES),
            of("day-activities", Audience.ADULT, 2, Benefit.PERSONAL_BUDGET),
            of("debt-help", Audience.ADULT, 8, Benefit.SPECIAL_ASSISTANCE),
            of("meals", Audience.ADULT, 3, Benefit.SPECIAL_ASSISTANCE),
            of(PROTECTED, Audience.ADULT, 2, Product.SHELTERED_LIVING),
            of("parenting-support", Audience.CHILD, 24, Product.PARENTING_LIGHT),
            of("parenting-support", Audience.CHILD, 5, Product.PARENTING),
            of("parenting-support", Audience.CHILD, 3, Product.PARENTING_PLUS),
            of("parenting-support", Audience.CHILD, 6, Benefit.COURSE),
            of("personal-care", Audience.CHILD, 4, Product.YOUTH_PERSONAL_CARE),
            of("day-activities", Audience.CHILD, 6, Product.YOUTH_DAY_TREATMENT),
            of("transport", Audience.CHILD, 5, Product.YOUTH_TRANSPORT),
            of("guidance", Audience.CHILD, 7, Product.YOUTH_TREATMENT),
            of("guidance", Audience.CHILD, 2, Product.YOUTH_ARRANGEMENT_BUDGET),
            of("guidance", Audience.CHILD, 3, Benefit.YOUTH_PERSONAL_BUDGET),
            of(PROTECTED, Audience.CHILD, 2, Product.YOUTH_STAY),
            of(PROTECTED, Audience.CHILD, 1, Product.YOUTH_CRISIS));

    private static Offer of(String need, Audience audience, int weight, Product product) {
        return new Offer(need, audience, weight, product, null);
    }

    private static Offer of(String need, Audience audience, int weight, Benefit benefit) {
        return new Offer(need, audience, weight, null, benefit);
    }

    int weightIn(Quarter quarter) {
        return weight
                * switch (audience) {
                    case OLDER -> quarter.olderPercent();
                    case ADULT -> 50;
                    case CHILD -> 100 - quarter.olderPercent();
                };
    }
}
