package nl.buurtbundel.decision;

import java.util.List;
import java.util.stream.Collectors;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Pdf;
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
    private final StringBuilder html = new StringBuilder(8_000);
    private final CouncilProposal proposal;

    private CouncilDocument(CouncilProposal proposal) {
        this.proposal = proposal;
    }

    static byte[] write(CouncilProposal proposal) {
        return Pdf.toKeep(new CouncilDocument(proposal).html());
    }

    private String html() {
        String title = text("title", proposal.plan().title());
        html.append("<html lang=\"nl\"><head><title>")
                .append(title)
                .append("</title><meta name=\"subject\" content=\"")
                .append(title)
                .append("\"/><meta name=\"description\" content=\"")
                .append(title)
                .append("\"/><style>@page{size:A4;margin:22mm}")
                .append("body{font-family:" + Pdf.FONT + ";font-size:11pt;line-height:1.4;color:#000}")
                .append("h1{font-size:18pt;font-weight:normal}h2{font-size:14pt;font-weight:normal;margin-top:7mm}")
                .append("th,td,caption{font-weight:normal;text-align:left;vertical-align:top}")
                .append("caption{padding-bottom:1mm}")
                .append("table{width:100%;border-collapse:collapse;-fs-table-paginate:paginate}")
                .append("th,td{border:0.3mm solid #555;padding:1.5mm}.number{text-align:right}")
                .append("tr{page-break-inside:avoid}</style></head><body>");
        heading("h1", title);
        paragraph(text(
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
        return html.append("</body></html>").toString();
    }

    private void what() {
        heading("h2", text("what"));
        paragraph(Pdf.escaped(proposal.plan().summary()));
        paragraph(text(
                "for-whom",
                proposal.neighbourhood(),
                proposal.households(),
                formats.date(proposal.plan().intendedStart())));
    }

    private void cost() {
        heading("h2", text("cost"));
        begin(text("cost-table"), text("cost-what"), text("cost-amount"));
        for (PlanLine line : proposal.plan().lines()) {
            row(Pdf.escaped(line.description()), euros(line.yearly()));
        }
        row(text("yearly"), euros(proposal.asked().yearly()));
        row(text("start-up"), euros(proposal.asked().startUp()));
        row(text("asked"), euros(proposal.asked().total()));
        row(text("proposed"), euros(proposal.total()));
        if (proposal.contributed().isPositive()) {
            row(text("contributed"), euros(proposal.contributed()));
        }
        end();
        BeganWith.Compared compared = proposal.compared();
        if (compared == null) {
            paragraph(text("not-compared"));
            return;
        }
        paragraph(text("of-today", compared.cost().ofToday()));
        if (compared.cost().ofReplaced() > 0) {
            paragraph(text("of-replaced", compared.cost().ofReplaced()));
        }
        paragraph(text("of-idea", compared.households()));
    }

    private void why() {
        heading("h2", text("why"));
        paragraph(Pdf.escaped(Messages.text(Messages.DUTCH, proposal.why().messageKey())));
        paragraph(text("cover"));
        paragraph(text("left-over." + Messages.word(proposal.leftOver())));
    }

    /** Two lines for each shift: what a task field gives, and what the one of initiatives gets. */
    private void amendment() {
        heading("h2", text("amendment"));
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
        end();
        paragraph(text("at-most"));
        if (proposal.amendments().stream().anyMatch(Amendment::isRaise)) {
            paragraph(text("raise-cover"));
        }
    }

    private void change(FiscalYear year, AuthorisedUnit unit, String change) {
        row(
                year.toString(),
                Pdf.escaped(unit.taskField()),
                Pdf.escaped(unit.findProgramme().orElse("–")),
                change);
    }

    private void years() {
        heading("h2", text("next-years"));
        begin(
                text("next-years-table"),
                text("year"),
                text("year-granted"),
                text("year-going-on"),
                text("year-adopted"),
                text("year-promised"));
        for (YearAhead year : proposal.years()) {
            row(
                    year.year().toString(),
                    euros(year.granted()),
                    euros(year.goingOn()),
                    year.findAdopted().map(this::euros).orElseGet(() -> text("not-adopted")),
                    euros(year.promised()));
        }
        end();
        paragraph(text("next-years-how"));
    }

    private void advice() {
        heading("h2", text("advice"));
        proposal.findAdvice().ifPresent(this::advice);
        paragraph(text(proposal.objectionOpen() ? "objection-open" : "objection-none"));
    }

    private void advice(Advice advice) {
        paragraph(Pdf.escaped(Messages.text(Messages.DUTCH, "assessment.advice-kind." + Messages.word(advice.kind()))
                + ". " + advice.text()));
    }

    private void draft() {
        heading("h2", text("draft"));
        paragraph(text("draft-council"));
        paragraph(text(
                "draft-given",
                formats.date(proposal.proposedOn()),
                Long.toString(proposal.id().value())));
        paragraph(text("draft-law"));
        paragraph(text("draft-decides"));
        html.append("<ol>");
        item(text("draft-amend", amounts()));
        item(text("draft-plan", proposal.plan().title()));
        item(text("draft-left-over." + Messages.word(proposal.leftOver())));
        html.append("</ol>");
        paragraph(text("draft-signed"));
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

    // ---- how it is written

    private void heading(String level, String words) {
        html.append('<')
                .append(level)
                .append('>')
                .append(words)
                .append("</")
                .append(level)
                .append('>');
    }

    private void paragraph(String words) {
        html.append("<p>").append(words).append("</p>");
    }

    private void item(String words) {
        html.append("<li>").append(words).append("</li>");
    }

    private void begin(String caption, String... columns) {
        paragraph(caption);
        html.append("<table><thead><tr>");
        for (String column : columns) {
            html.append("<th scope=\"col\">").append(column).append("</th>");
        }
        html.append("</tr></thead><tbody>");
    }

    private void row(String first, String... others) {
        html.append("<tr><th scope=\"row\">").append(first).append("</th>");
        for (String cell : others) {
            html.append("<td>").append(cell).append("</td>");
        }
        html.append("</tr>");
    }

    private void end() {
        html.append("</tbody></table>");
    }

    private String euros(Money amount) {
        return Pdf.escaped(formats.euros(amount));
    }

    private static String text(String key, Object... parameters) {
        return Pdf.escaped(Messages.text(Messages.DUTCH, KEY + key, parameters));
    }
}
