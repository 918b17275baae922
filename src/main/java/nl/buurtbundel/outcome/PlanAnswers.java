package nl.buurtbundel.outcome;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.TookPart;
import nl.buurtbundel.opportunity.CountedAnswers;
import nl.buurtbundel.opportunity.SuppressionRule;
import org.jspecify.annotations.Nullable;

/**
 * What those who take part in a plan answered at one moment, counted. Of whom, it does not know. Beside it stands how many
 * households were helped and went back when that was last shown: what is shown together changes together.
 */
@Entity
@Table(name = "plan_answers")
class PlanAnswers {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "plan_answers")
    @SequenceGenerator(name = "plan_answers", sequenceName = "plan_answers_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;

    @Enumerated(EnumType.STRING)
    private OutcomeMoment moment;

    private String document;
    private @Nullable Integer helped;

    @Column(name = "went_back")
    private @Nullable Integer wentBack;

    protected PlanAnswers() {}

    PlanAnswers(InitiativeId initiative, OutcomeMoment moment) {
        this.initiative = initiative.value();
        this.moment = moment;
        this.document = RecordDocument.write(CountedAnswers.none(WhatWorksAnswer.QUESTIONS));
    }

    void count(WhatWorksAnswer answer, TookPart now, SuppressionRule rule) {
        CountedAnswers before = answers();
        CountedAnswers after = before.and(answer.yeses(), rule);
        document = RecordDocument.write(after);
        if (after.shownAnswers() != before.shownAnswers()) {
            helped = rule.heldBack(helped, now.helped());
            wentBack = rule.heldBack(wentBack, now.wentBack());
        }
    }

    PlanOutcome shown(SuppressionRule rule) {
        return answers()
                .shown(rule)
                .map(shown -> {
                    List<Integer> yes = shown.counts();
                    return new PlanOutcome(
                            moment,
                            shown.answers(),
                            yes.get(0),
                            yes.get(1),
                            yes.get(2),
                            helped == null ? null : (Integer) rule.rounded(helped),
                            wentBack == null ? null : (Integer) rule.rounded(wentBack));
                })
                .orElseGet(() -> PlanOutcome.none(moment));
    }

    private CountedAnswers answers() {
        return RecordDocument.read(CountedAnswers.class, document);
    }
}
