package nl.buurtbundel.initiative;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;

/**
 * What a plan says. What households are promised stands in fields of its own (what they get, who runs it, the price, the way
 * back, the trial, the notice, how many must join), so that a program can tell a change of promise from a change of words.
 *
 * @param need the code of what people want help with
 * @param whatYouGet what a household gets
 * @param runBy who runs it
 * @param places that can be used at one moment
 * @param householdsNeeded from how many households on it can go ahead, at least 1
 * @param priceAMonth what a household pays itself, each month
 * @param trialMonths months of trial in which no allocation changes, 0 to 3
 * @param noticeDays days of notice for leaving after the cut-off date
 */
public record Plan(
        String title,
        String summary,
        String need,
        String whatYouGet,
        String runBy,
        List<PlanLine> lines,
        Money startUp,
        int places,
        int householdsNeeded,
        Money priceAMonth,
        LocalDate intendedStart,
        WayBack wayBack,
        int trialMonths,
        int noticeDays) {

    public static final int MOST_TRIAL_MONTHS = 3;
    public static final int MOST_NOTICE_DAYS = 31;
    private static final int MOST_LINES = 30;
    private static final int MOST_HOUSEHOLDS = 10_000;
    private static final Pattern NEED = Pattern.compile("[a-z][a-z-]{1,59}");

    public Plan {
        title = Texts.required(title, 120, "initiative.error.title");
        summary = Texts.required(summary, 2_000, "initiative.error.summary");
        if (need.length() > 60 || !NEED.matcher(need).matches()) {
            throw new Refusal("initiative.error.need");
        }
        whatYouGet = Texts.required(whatYouGet, 1_000, "initiative.error.what-you-get");
        runBy = Texts.required(runBy, 200, "initiative.error.run-by");
        lines = List.copyOf(lines);
        if (lines.size() > MOST_LINES) {
            throw new Refusal("initiative.error.cost-lines", MOST_LINES);
        }
        if (startUp.isNegative()) {
            throw new Refusal("initiative.error.start-up");
        }
        if (places < 1 || places > MOST_HOUSEHOLDS) {
            throw new Refusal("initiative.error.places", MOST_HOUSEHOLDS);
        }
        if (householdsNeeded < 1 || householdsNeeded > MOST_HOUSEHOLDS) {
            throw new Refusal("initiative.error.households-needed", MOST_HOUSEHOLDS);
        }
        if (priceAMonth.isNegative()) {
            throw new Refusal("initiative.error.price");
        }
        if (trialMonths < 0 || trialMonths > MOST_TRIAL_MONTHS) {
            throw new Refusal("initiative.error.trial", MOST_TRIAL_MONTHS);
        }
        if (noticeDays < 0 || noticeDays > MOST_NOTICE_DAYS) {
            throw new Refusal("initiative.error.notice", MOST_NOTICE_DAYS);
        }
    }

    public Money yearlyCost() {
        return Money.sum(lines.stream().map(PlanLine::yearly).toList());
    }

    /** Whether on this day it is too early for it to begin as it was planned. */
    public boolean beginsAfter(LocalDate day) {
        return intendedStart.isAfter(day);
    }

    /**
     * Whether households are promised the same, however it is worded. If not, everybody is asked again. The number of households
     * needed is part of it: whoever could change it freely could count the households by watching when it is enough.
     */
    public boolean promisesTheSameAs(Plan other) {
        return need.equals(other.need)
                && priceAMonth.equals(other.priceAMonth)
                && trialMonths == other.trialMonths
                && noticeDays == other.noticeDays
                && householdsNeeded == other.householdsNeeded
                && wayBack.promisesTheSameAs(other.wayBack)
                && Texts.wordsOnly(whatYouGet).equals(Texts.wordsOnly(other.whatYouGet))
                && Texts.wordsOnly(runBy).equals(Texts.wordsOnly(other.runBy));
    }
}
