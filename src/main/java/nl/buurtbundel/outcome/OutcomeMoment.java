package nl.buurtbundel.outcome;

import java.time.LocalDate;
import java.util.Optional;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.MyPledge;

/** When those who take part are asked whether it works. */
public enum OutcomeMoment {
    AFTER_THREE_MONTHS,
    AT_THE_END;

    private static final int MONTHS = 3;

    /**
     * What somebody is asked on a day: once three months of taking part for real are over, and for three months after the end.
     * Who left before the plan began has nothing to say about it.
     */
    static Optional<OutcomeMoment> of(InitiativePage plan, MyPledge mine, LocalDate today) {
        LocalDate started = plan.startedOn();
        if (started == null) {
            return Optional.empty();
        }
        if (plan.stage().isEnded()) {
            LocalDate ended = plan.timeline().get(plan.timeline().size() - 1).on();
            boolean tookPart = (takesPart(mine) || mine.answer() == MyPledge.Answer.OVER)
                    && !mine.lastDay().isBefore(started);
            return tookPart && !today.isAfter(ended.plusMonths(MONTHS)) ? Optional.of(AT_THE_END) : Optional.empty();
        }
        LocalDate since = mine.joinedOn().isAfter(started) ? mine.joinedOn() : started;
        return plan.stage().isRunning() && takesPart(mine) && !today.isBefore(since.plusMonths(MONTHS))
                ? Optional.of(AFTER_THREE_MONTHS)
                : Optional.empty();
    }

    static boolean takesPart(MyPledge mine) {
        return switch (mine.answer()) {
            case TAKES_PART, CHOOSE_AFTER_TRIAL, LEAVING -> true;
            case WAITS_FOR_OTHER_ADULT, ASKED_AGAIN, OVER -> false;
        };
    }

    public String key() {
        return "outcome.moment." + Messages.word(this);
    }
}
