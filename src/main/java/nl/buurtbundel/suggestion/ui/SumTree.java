package nl.buurtbundel.suggestion.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import nl.buurtbundel.suggestion.SumLine;

/** An amount that opens, line by line, to its prices, quantities and reasons. */
final class SumTree extends Div {
    private final SumTexts texts;

    SumTree(SumLine line, SumTexts texts) {
        this.texts = texts;
        Details root = node(line);
        root.setOpened(true);
        add(root);
    }

    private Details node(SumLine line) {
        Div content = new Div();
        content.addClassName("bb-stack");
        if (line.price() != null) {
            content.add(
                    new Paragraph(texts.product(line) + " = " + texts.formats().euros(line.amount())));
        }
        if (line.assumption() != null) {
            Paragraph reason = new Paragraph(texts.evidence(line.assumption()));
            reason.addClassName("bb-soft");
            content.add(reason);
        }
        line.parts().forEach(part -> content.add((Component) node(part)));
        return new Details(
                line.name().in(texts.locale()) + ": " + texts.formats().euros(line.amount()), content);
    }
}
