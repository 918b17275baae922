package nl.buurtbundel.signal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.opportunity.SuppressionRule;
import org.jspecify.annotations.Nullable;

/**
 * How often a pattern was heard, as the simplifier may know it. What follows from a household’s own choice (going back to the own
 * help) is counted as any count of households outside the team: rounded, and not at all below the threshold.
 */
final class PatternCount {
    private static final int MONTHS = 12;

    private final List<LocalDate> said = new ArrayList<>();
    private final List<LocalDate> ofHouseholds = new ArrayList<>();
    private final SuppressionRule rule;

    PatternCount(SuppressionRule rule) {
        this.rule = rule;
    }

    void add(SignalKind kind, LocalDate raisedOn) {
        (kind.isAboutHouseholds() ? ofHouseholds : said).add(raisedOn);
    }

    int total() {
        return said.size() + published(ofHouseholds.size());
    }

    /** For everybody: nothing as long as it was heard too seldom, and never exactly. */
    @Nullable
    Integer published() {
        return rule.published(total());
    }

    /**
     * Month by month until this one, without gaps, beginning a year before the change or before today; not before it was first
     * said, as nobody listened then.
     */
    List<MonthCount> months(@Nullable LocalDate doneOn, LocalDate today) {
        YearMonth last = YearMonth.from(today);
        YearMonth year = (doneOn == null ? last : YearMonth.from(doneOn)).minusMonths(MONTHS);
        YearMonth first = said.stream()
                .min(LocalDate::compareTo)
                .map(YearMonth::from)
                .filter(year::isBefore)
                .orElse(year);
        List<MonthCount> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(new MonthCount(month, in(month, said) + published(in(month, ofHouseholds))));
        }
        return months;
    }

    Optional<FollowUp> followUp(@Nullable LocalDate doneOn, LocalDate today) {
        if (doneOn == null) {
            return Optional.empty();
        }
        // those of households stay out: a rate would tell how many they were
        return Optional.of(FollowUp.of(said, doneOn, today));
    }

    private int published(int households) {
        Integer shown = rule.published(households);
        return shown == null ? 0 : shown;
    }

    private static int in(YearMonth month, List<LocalDate> days) {
        return (int) days.stream().map(YearMonth::from).filter(month::equals).count();
    }
}
