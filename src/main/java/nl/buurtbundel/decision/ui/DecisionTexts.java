package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.budget.CoverLine;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.decision.Amendment;
import nl.buurtbundel.decision.AuthorisationLevel;
import nl.buurtbundel.decision.AuthorisationRule;
import nl.buurtbundel.decision.AuthorisedUnit;
import nl.buurtbundel.decision.Decider;
import nl.buurtbundel.decision.DecisionSummary;
import nl.buurtbundel.decision.MandateAnswer;
import nl.buurtbundel.decision.MandateRule;
import nl.buurtbundel.decision.Office;
import nl.buurtbundel.decision.PassedOver;
import nl.buurtbundel.decision.YearAmount;
import nl.buurtbundel.decision.YearCover;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.money.Money;

/** The words of a decision, in one language. */
record DecisionTexts(Locale locale) {

    String text(String key, Object... parameters) {
        return Messages.text(locale, key, parameters);
    }

    String name(String list, Enum<?> one) {
        return text(list + Messages.word(one));
    }

    Formats formats() {
        return Formats.of(locale);
    }

    String advice(Advice advice) {
        return name("assessment.advice-kind.", advice.kind()) + ". " + advice.text();
    }

    String years(List<YearAmount> amounts) {
        return amounts.stream()
                .map(amount -> amount.year() + ": " + formats().euros(amount.amount()))
                .collect(Collectors.joining("; "));
    }

    /** A line of the mandate table in one sentence. */
    String rule(MandateRule rule) {
        String fields = rule.taskFields().isEmpty()
                ? text("decision.rule.all-fields")
                : rule.taskFields().stream().sorted().collect(Collectors.joining(", "));
        return text(
                rule.perHousehold() ? "decision.rule.per-household" : "decision.rule.in-all",
                name("decision.decider.", rule.office()),
                formats().euros(rule.upTo()),
                fields,
                rule.maximumYears());
    }

    /** What the council authorises as one whole. */
    String rule(AuthorisationRule rule) {
        return rule.level() == AuthorisationLevel.PROGRAMME
                ? text("decision.authorised.programme", rule.programme())
                : name("decision.authorisation-level.", rule.level());
    }

    /** A task field, with the programme that it is part of. */
    String unit(AuthorisedUnit unit) {
        return unit.findProgramme()
                .map(programme -> text("decision.authorised.in-programme", unit.taskField(), programme))
                .orElseGet(() -> text("decision.authorised.alone", unit.taskField()));
    }

    /** What only the council can change, and by what rule. */
    String amendment(Amendment amendment) {
        return amendment
                .findFrom()
                .map(from -> text(
                        "decision.amendment.shift",
                        amendment.year().toString(),
                        unit(from),
                        unit(amendment.to()),
                        formats().euros(amendment.atMost())))
                .orElseGet(() -> text(
                        "decision.amendment.raise",
                        amendment.year().toString(),
                        unit(amendment.to()),
                        formats().euros(amendment.atMost())));
    }

    /** Where money goes that a plan leaves unspent. */
    String leftOver(LeftOver rule) {
        return name("decision.left-over.", rule);
    }

    /** Who may decide, by which line, and why. */
    Div mandate(MandateAnswer answer) {
        Div part = new Div(
                new Paragraph(text("decision.mandate.who", name("decision.decider.", answer.decider()))),
                new Paragraph(text(answer.messageKey())));
        answer.amendments().forEach(amendment -> part.add(new Paragraph(amendment(amendment))));
        answer.findLine().ifPresent(line -> part.add(new Paragraph(rule(line.rule()))));
        if (answer.decider() == Decider.COLLEGE) {
            part.add(new Paragraph(text("decision.mandate.college-recorded")));
        }
        if (!answer.passedOver().isEmpty()) {
            UnorderedList others = new UnorderedList();
            answer.passedOver().forEach(office -> others.add(new ListItem(passedOver(office))));
            part.add(new Paragraph(text("decision.mandate.passed-over")), others);
        }
        part.addClassName("bb-stack");
        return part;
    }

    /** Why an office with less power may not. */
    String passedOver(PassedOver passed) {
        String office = name("decision.decider.", passed.office());
        String rule = passed.findRule().map(this::rule).orElse("");
        String limit = passed.findLimit().map(formats()::euros).orElse("");
        return switch (passed.miss()) {
            case NO_RULE -> text("decision.passed-over.no-rule", office);
            case YEARS ->
                text(
                        "decision.passed-over.years",
                        office,
                        passed.findRule().map(MandateRule::maximumYears).orElse(0),
                        passed.years(),
                        rule);
            case TASK_FIELDS -> text("decision.passed-over.task-fields", office, rule);
            case AMOUNT ->
                text("decision.passed-over.amount", office, limit, formats().euros(passed.total()), rule);
        };
    }

    /** Whose turn it is. The college decides in its meeting: here the alderman records what it decided. */
    String turn(DecisionSummary decision) {
        boolean college = decision.findTurn().filter(Office.COLLEGE::equals).isPresent();
        if (decision.findWaitsForMe().isPresent()) {
            return text(college ? "decision.list.you-record" : "decision.list.you");
        }
        return college
                ? text("decision.list.college-records")
                : decision.findTurn()
                        .map(office -> name("decision.decider.", office))
                        .orElse("");
    }

    /** What each grant asks, below each other. */
    static Div conditions(List<String> conditions) {
        Div part = new Div();
        part.addClassName("bb-stack");
        conditions.forEach(one -> part.add(new Paragraph(one)));
        return part;
    }

    DataTable cover(List<YearCover> lines) {
        DataTable table = new DataTable(
                text("decision.cover.table"),
                DataTable.Column.text(text("decision.cover.year")),
                DataTable.Column.text(text("decision.cover.kind")),
                DataTable.Column.text(text("decision.cover.field")),
                DataTable.Column.number(text("decision.cover.amount")));
        for (YearCover cover : lines) {
            CoverLine line = cover.line();
            table.row(
                    cover.year().toString(),
                    name("decision.cover-kind.", line.kind()),
                    line.taskField(),
                    formats().euros(line.amount()));
        }
        table.total(
                text("decision.cover.total"),
                "",
                "",
                formats()
                        .euros(Money.sum(lines.stream()
                                .map(cover -> cover.line().amount())
                                .toList())));
        return table;
    }
}
