package nl.buurtbundel.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may decide, by which line of the table, and why.
 *
 * @param line the line that gives the power; null where no line does
 * @param amendments what the council would have to change in its budget; none where it is not asked
 * @param passedOver the offices with less power and why each of them may not, the smallest first; none where the council is
 *     asked, or where it was answered before
 */
public record MandateAnswer(
        Decider decider, @Nullable MandateLine line, Why why, List<Amendment> amendments, List<PassedOver> passedOver) {

    /** The smallest power that suffices: the lower office first, then the lower limit, then the older line. */
    private static final Comparator<MandateLine> SMALLEST_POWER_FIRST = Comparator.<MandateLine, Decider>comparing(
                    line -> line.rule().office())
            .thenComparing(line -> line.rule().upTo())
            .thenComparing(line -> line.id().value());

    public MandateAnswer {
        amendments = List.copyOf(amendments);
        passedOver = List.copyOf(passedOver);
    }

    MandateAnswer(Decider decider, @Nullable MandateLine line, Why why) {
        this(decider, line, why, List.of(), List.of());
    }

    /** What was asked of the council when it was proposed, where that is who decides. */
    MandateAnswer asking(List<Amendment> proposed) {
        return decider == Decider.COUNCIL && amendments.isEmpty()
                ? new MandateAnswer(decider, line, why, proposed, passedOver)
                : this;
    }

    public static MandateAnswer to(MandateQuestion question, Collection<MandateLine> table) {
        if (!question.amendments().isEmpty()) {
            boolean raise = question.amendments().stream().anyMatch(Amendment::isRaise);
            return new MandateAnswer(
                    Decider.COUNCIL,
                    null,
                    raise ? Why.BEYOND_APPROPRIATION : Why.BEYOND_AUTHORISATION,
                    question.amendments(),
                    List.of());
        }
        boolean subjectKnown = false;
        for (MandateLine line : table.stream().sorted(SMALLEST_POWER_FIRST).toList()) {
            if (line.rule().coversSubject(question)) {
                if (line.rule().coversAmount(question)) {
                    return new MandateAnswer(
                            line.rule().office(),
                            line,
                            Why.WITHIN_RULE,
                            List.of(),
                            passedOver(question, table, line.rule().office()));
                }
                subjectKnown = true;
            }
        }
        return new MandateAnswer(
                Decider.COLLEGE,
                null,
                subjectKnown ? Why.ABOVE_ALL_RULES : Why.NO_RULE,
                List.of(),
                passedOver(question, table, Decider.COLLEGE));
    }

    private static List<PassedOver> passedOver(
            MandateQuestion question, Collection<MandateLine> table, Decider decider) {
        List<PassedOver> passedOver = new ArrayList<>();
        for (Decider office : Decider.values()) {
            if (!office.canHoldMandate() || office.compareTo(decider) >= 0) {
                continue;
            }
            List<PassedOver> lines = table.stream()
                    .sorted(SMALLEST_POWER_FIRST)
                    .map(MandateLine::rule)
                    .filter(rule -> rule.office() == office && rule.holds(question))
                    .map(rule -> PassedOver.by(rule, question))
                    .toList();
            passedOver.addAll(lines.isEmpty() ? List.of(PassedOver.withoutRule(office, question)) : lines);
        }
        return passedOver;
    }

    public Optional<MandateLine> findLine() {
        return Optional.ofNullable(line);
    }

    /** The reason in words. */
    public String messageKey() {
        return why.messageKey();
    }

    /** Why this decider. */
    public enum Why {
        WITHIN_RULE("decision.mandate.within-rule"),
        /** Lines fit in all but the amount. */
        ABOVE_ALL_RULES("decision.mandate.above-all-rules"),
        /** No line fits these task fields, years, this neighbourhood or this day. */
        NO_RULE("decision.mandate.no-rule"),
        /** Gemeentewet 189 and 192. */
        BEYOND_APPROPRIATION("decision.mandate.beyond-appropriation"),
        /** The money would leave what the council authorised as one whole. Gemeentewet 189 and 192. */
        BEYOND_AUTHORISATION("decision.mandate.beyond-authorisation");

        private final String messageKey;

        Why(String messageKey) {
            this.messageKey = messageKey;
        }

        public String messageKey() {
            return messageKey;
        }
    }
}
