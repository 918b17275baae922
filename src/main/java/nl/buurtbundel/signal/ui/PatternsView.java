package nl.buurtbundel.signal.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.signal.HeardSignal;
import nl.buurtbundel.signal.PatternId;
import nl.buurtbundel.signal.PatternProposal;
import nl.buurtbundel.signal.PatternSummary;
import nl.buurtbundel.signal.Patterns;
import nl.buurtbundel.signal.SignalId;

/** What chafes again and again: what seems to be one thing, to be looked at, and the patterns that somebody works on. */
@CdiComponent
@Route(SignalNavigation.PATTERNS)
class PatternsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int EXAMPLES = 3;
    private static final int CARDS = 12;
    private static final int LONGEST_TITLE = 120;

    private final transient Patterns patterns;

    @Inject
    PatternsView(Patterns patterns) {
        this.patterns = patterns;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("signal.patterns.title");
    }

    private void show() {
        List<PatternSummary> known = patterns.list();
        List<PatternProposal> proposals = patterns.listProposals();
        removeAll();
        add(new H1(getPageTitle()), new Paragraph(getTranslation("signal.patterns.what")));
        showProposals(proposals);
        showKnown(known);
    }

    private void showProposals(List<PatternProposal> proposals) {
        add(new H2(getTranslation("signal.proposals.title")));
        if (proposals.isEmpty()) {
            add(new EmptyState(getTranslation("signal.proposals.none")));
            return;
        }
        Div cards = new Div();
        cards.addClassName("bb-cards");
        for (int i = 0; i < Math.min(proposals.size(), CARDS); i++) {
            cards.add(card(proposals.get(i), i == 0));
        }
        add(new Paragraph(getTranslation("signal.proposals.how")), cards);
    }

    private Component card(PatternProposal proposal, boolean first) {
        SignalTexts texts = texts();
        boolean known = proposal.pattern() != null;
        String count = texts.formats().count(proposal.signals().size());
        String title = known
                ? getTranslation("signal.proposals.like", count, proposal.title())
                : getTranslation("signal.proposals.new", count);
        UnorderedList examples = new UnorderedList();
        texts.examples(proposal, EXAMPLES).forEach(line -> examples.add(new ListItem(line)));
        Button look = new Button(
                getTranslation("signal.proposals.look"),
                click -> confirm(proposal, title).open());
        look.setAriaLabel(getTranslation("signal.proposals.look-at", texts.proposedTitle(proposal)));
        if (first) {
            look.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        Div card = new Div(new H3(title), examples, look);
        card.addClassNames("bb-card", "bb-stack");
        return card;
    }

    private ConfirmDialog confirm(PatternProposal proposal, String heading) {
        SignalTexts texts = texts();
        CheckboxGroup<List<HeardSignal>> chosen = new CheckboxGroup<>(getTranslation("signal.confirm.which"));
        chosen.setItems(proposal.choices());
        chosen.setItemLabelGenerator(texts::choice);
        chosen.select(proposal.choices());
        PatternId pattern = proposal.pattern();
        TextField title = new TextField(getTranslation("signal.confirm.name"));
        title.setHelperText(getTranslation("signal.confirm.name-help"));
        title.setMaxLength(LONGEST_TITLE);
        title.setWidthFull();
        ConfirmDialog dialog = new ConfirmDialog(
                heading,
                getTranslation("signal.confirm.how"),
                getTranslation("signal.confirm.who-sees"),
                getTranslation(pattern == null ? "signal.confirm.new" : "signal.confirm.add"),
                () -> {
                    List<SignalId> ids = chosen.getValue().stream()
                            .flatMap(List::stream)
                            .map(HeardSignal::id)
                            .toList();
                    if (pattern == null) {
                        PatternId confirmed = patterns.confirm(title.getValue(), ids);
                        UI.getCurrent().navigate(SignalNavigation.pattern(confirmed));
                    } else {
                        patterns.add(pattern, proposal.version(), ids);
                        show();
                    }
                });
        return pattern == null ? dialog.with(title, chosen) : dialog.with(chosen);
    }

    private void showKnown(List<PatternSummary> known) {
        add(new H2(getTranslation("signal.known.title")));
        if (known.isEmpty()) {
            add(new EmptyState(getTranslation("signal.known.none")));
            return;
        }
        SignalTexts texts = texts();
        DataTable table = new DataTable(
                        getTranslation("signal.known.title"),
                        DataTable.Column.text(getTranslation("signal.known.pattern")),
                        DataTable.Column.number(getTranslation("signal.known.signals")),
                        DataTable.Column.text(getTranslation("signal.known.owner")),
                        DataTable.Column.text(getTranslation("signal.known.change")),
                        DataTable.Column.text(getTranslation("signal.known.verdict")))
                .belowItsHeading();
        for (PatternSummary pattern : known) {
            var change = pattern.change();
            var verdict = pattern.verdict();
            table.rowOf(
                    new Anchor(SignalNavigation.pattern(pattern.id()), pattern.title()),
                    new Span(texts.formats().count(pattern.signals())),
                    new Span(pattern.owner()),
                    new Span(
                            change == null
                                    ? getTranslation("signal.change.none")
                                    : texts.name("signal.change-state.", change)),
                    new Span(
                            verdict == null
                                    ? getTranslation("signal.verdict.none")
                                    : texts.name("signal.verdict.", verdict)));
        }
        add(table);
    }

    private SignalTexts texts() {
        return new SignalTexts(getLocale());
    }
}
