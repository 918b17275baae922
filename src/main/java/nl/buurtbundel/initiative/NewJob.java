package nl.buurtbundel.initiative;

import java.time.LocalDate;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;

/**
 * Paid work for residents as it is to be offered: real, so that who thinks of it knows what it is.
 *
 * @param places how many people can have it, 1 to 50
 * @param hoursAWeek for each of them, 1 to 40
 * @param hourlyWage before tax; offered it is not below the minimum wage of an adult (Wet minimumloon en
 *     minimumvakantiebijslag art. 8)
 * @param diploma empty when none is needed
 */
public record NewJob(
        String work,
        String employer,
        int places,
        int hoursAWeek,
        Money hourlyWage,
        String diploma,
        LocalDate startsOn) {
    private static final int MOST_PLACES = 50;
    private static final int MOST_HOURS = 40;
    private static final Money MOST_WAGE = Money.ofEuros(200);

    public NewJob {
        work = Texts.required(work, 120, "initiative.error.job-work");
        employer = Texts.required(employer, 120, "initiative.error.job-employer");
        diploma = Texts.optional(diploma, 120, "initiative.error.job-diploma");
        if (places < 1 || places > MOST_PLACES) {
            throw new Refusal("initiative.error.job-places", MOST_PLACES);
        }
        if (hoursAWeek < 1 || hoursAWeek > MOST_HOURS) {
            throw new Refusal("initiative.error.job-hours", MOST_HOURS);
        }
        if (!hourlyWage.isPositive() || hourlyWage.compareTo(MOST_WAGE) > 0) {
            throw badWage();
        }
    }

    /** When it is offered; what was offered before the minimum rose stays readable. */
    void requireMinimumWage() {
        if (hourlyWage.compareTo(PurseRules.minimumWage()) < 0) {
            throw badWage();
        }
    }

    private static Refusal badWage() {
        return new Refusal("initiative.error.job-wage", PurseRules.minimumWage().inEuros(), MOST_WAGE.inEuros());
    }
}
