package nl.buurtbundel.decision;

import java.util.List;
import java.util.stream.Collectors;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Pdf;
import nl.buurtbundel.foundation.PdfPage;
import nl.buurtbundel.initiative.PlanLine;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.suggestion.BeganWith;

/**
 * The proposal that goes to the council, with the amendment of the budget and a draft of its decision. Kept for ever and read by
 * everybody: PDF/A-2a, which is tagged, and PDF/UA. In Dutch, the language of the council.
 */
final class CouncilDocument {
    private static final String KEY = "decision.council-document.";

    private final Formats formats = Formats.of(Messages.DUTCH);
    private final PdfPage page;
    private final CouncilProposal proposal;

    private CouncilDocument(CouncilProposal proposal) {
        this.proposal = proposal;
        page = new PdfPage(Messages.DUTCH, text("title", proposal.plan().title()));
    }

    static byte[] write(CouncilProposal proposal) {
        return Pdf.toKeep(new CouncilDocument(proposal).html());
    }

    private String html() {
        page.paragraph(text(
                "from",
                formats.date(proposal.proposedOn()),
                Long.toString(proposal.id().value())));
        what();
        cost();
        why();
        amendment();
        years();
        advice();
        draft();
        return page.html();
    }

    private void what() {
        page.heading(text("what"));
        page.paragraph(Pdf.escaped(proposal.plan().summary()));
        page.paragraph(text(
                "for-whom",
                proposal.neighbourhood(),
                proposal.households(),
                formats.date(proposal.plan().intendedStart())));
    }

    private void cost() {
        page.heading(text("cost"));
        begin(text("cost-table"), text("cost-what"), text("cost-amount"));
        for (PlanLine line : proposal.plan().lines()) {
            page.row(Pdf.escaped(line.description()), euros(line.yearly()));
        }
        page.row(text("yearly"), euros(proposal.asked().yearly()));
        page.row(text("start-up"), euros(proposal.asked().startUp()));
        page.row(text("asked"), euros(proposal.asked().total()));
        page.row(text("proposed"), euros(proposal.total()));
        if (proposal.contributed().isPositive()) {
            page.row(text("contributed"), euros(proposal.contributed()));
        }
        page.endTable();
        BeganWith.Compared compared = proposal.compared();
        if (compared == null) {
            page.paragraph(text("not-compared"));
            return;
        }
        page.paragraph(text("of-today", compared.cost().ofToday()));
        if (compared.cost().ofReplaced() > 0) {
            page.paragraph(text("of-replaced", compared.cost().ofReplaced()));
        }
        page.paragraph(text("of-idea", compared.households()));
    }

    private void why() {
        page.heading(text("why"));
        page.paragraph(Pdf.escaped(Messages.text(Messages.DUTCH, proposal.why().messageKey())));
        page.paragraph(text("cover"));
        page.paragraph(text("left-over." + Messages.word(proposal.leftOver())));
    }

    /** Two lines for each shift: what a task field gives, and what the one of initiatives gets. */
    private void amendment() {
        page.heading(text("amendment"));
        begin(text("amendment-table"), text("year"), text("task-field"), text("programme"), text("change"));
        List<FiscalYear> years = proposal.amendments().stream()
                .map(Amendment::year)
                .distinct()
                .sorted()
                .toList();
        for (FiscalYear year : years) {
            List<Amendment> ofYear = proposal.amendments().stream()
                    .filter(amendment -> amendment.year().equals(year))
                    .toList();
            Amendment first = ofYear.get(0);
            for (Amendment amendment : ofYear) {
                amendment
                        .findFrom()
                        .ifPresent(from -> change(year, from, text("less", formats.euros(amendment.atMost()))));
            }
            boolean found = ofYear.stream().noneMatch(Amendment::isRaise);
            change(year, first.to(), text(found ? "more" : "raise", formats.euros(first.atMost())));
        }
        page.endTable();
        page.paragraph(text("at-most"));
        if (proposal.amendments().stream().anyMatch(Amendment::isRaise)) {
            page.paragraph(text("raise-cover"));
        }
    }

    private void change(FiscalYear year, AuthorisedUnit unit, String change) {
        page.row(
                year.toString(),
                Pdf.escaped(unit.taskField()),
                Pdf.escaped(unit.findProgramme().orElse("–")),
                change);
    }

    private void years() {
        page.heading(text("next-years"));
        begin(
                text("next-years-table"),
                text("year"),
                text("year-granted"),
                text("year-going-on"),
                text("year-adopted"),
                text("year-promised"));
        for (YearAhead year : proposal.years()) {
            page.row(
                    year.year().toString(),
                    euros(year.granted()),
                    euros(year.goingOn()),
                    year.findAdopted().map(this::euros).orElseGet(() -> text("not-adopted")),
                    euros(year.promised()));
        }
        page.endTable();
        page.paragraph(text("next-years-how"));
    }

    private void advice() {
        page.heading(text("advice"));
        proposal.findAdvice().ifPresent(this::advice);
        page.paragraph(text(proposal.objectionOpen() ? "objection-open" : "objection-none"));
    }

    private void advice(Advice advice) {
        page.paragraph(
                Pdf.escaped(Messages.text(Messages.DUTCH, "assessment.advice-kind." + Messages.word(advice.kind()))
                        + ". " + advice.text()));
    }

    private void draft() {
        page.heading(text("draft"));
        page.paragraph(text("draft-council"));
        page.paragraph(text(
                "draft-given",
                formats.date(proposal.proposedOn()),
                Long.toString(proposal.id().value())));
        page.paragraph(text("draft-law"));
        page.paragraph(text("draft-decides"));
        page.items(List.of(
                text("draft-amend", amounts()),
                text("draft-plan", proposal.plan().title()),
                text("draft-left-over." + Messages.word(proposal.leftOver()))));
        page.paragraph(text("draft-signed"));
    }

    private String amounts() {
        return proposal.amendments().stream()
                .map(amendment -> Messages.text(
                        Messages.DUTCH,
                        KEY + "draft-year",
                        amendment.year().toString(),
                        formats.euros(amendment.atMost())))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private void begin(String caption, String... columns) {
        page.paragraph(caption);
        page.beginTable(columns);
    }

    private String euros(Money amount) {
        return Pdf.escaped(formats.euros(amount));
    }

    private static String text(String key, Object... parameters) {
        return Pdf.escaped(Messages.text(Messages.DUTCH, KEY + key, parameters));
    }
}
