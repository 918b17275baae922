package nl.buurtbundel.initiative;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.buurtbundel.catalogue.Way;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.opportunity.CountedAnswers;
import nl.buurtbundel.opportunity.SuppressionRule;

/** How many of those who said yes to a plan said which way of helping would help them most. Of whom, it does not know. */
@Entity
@Table(name = "help_wanted")
class HelpWanted {
    @Id
    private Long initiative;

    @Version
    private int version;

    private String document;

    protected HelpWanted() {}

    HelpWanted(InitiativeId initiative) {
        this.initiative = initiative.value();
        this.document = RecordDocument.write(CountedAnswers.none(Way.values().length));
    }

    void count(Way way, SuppressionRule rule) {
        document = RecordDocument.write(answers().and(List.of(way.ordinal()), rule));
    }

    /** About how many said each way, most said first; empty as long as too few said anything. */
    Optional<WaysWanted.Said> said(SuppressionRule rule) {
        return answers()
                .shown(rule)
                .map(shown -> new WaysWanted.Said(
                        Arrays.stream(Way.values())
                                .collect(Collectors.toMap(
                                        way -> way, way -> shown.counts().get(way.ordinal()))),
                        shown.answers()));
    }

    private CountedAnswers answers() {
        return RecordDocument.read(CountedAnswers.class, document);
    }
}
