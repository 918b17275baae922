package nl.buurtbundel.household.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.household.BreakthroughPlan;
import nl.buurtbundel.household.FilePart;
import nl.buurtbundel.household.FileShareId;
import nl.buurtbundel.household.FileShares;
import nl.buurtbundel.household.SharedFile;

/** What somebody else lets the reader look at. */
@CdiComponent
@Route(HouseholdNavigation.SHARED)
class SharedFileView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient FileShares shares;
    private final transient Clock clock;
    private String title = "";

    @Inject
    SharedFileView(FileShares shares, Clock clock) {
        this.shares = shares;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        FileShareId id = event.getRouteParameters()
                .getLong(HouseholdNavigation.ID)
                .map(FileShareId::new)
                .orElseThrow(NotFound::new);
        SharedFile file = shares.read(id);
        FileParts parts = new FileParts(getLocale(), LocalDate.now(clock), file.of());
        title = getTranslation("household.shared.title", file.of());
        removeAll();
        add(
                new H1(title),
                new Paragraph(getTranslation(
                        "household.shared.what", Formats.of(getLocale()).date(file.lastDay()), file.of())));
        if (file.parts().contains(FilePart.HELP)) {
            add(parts.help(file.help()));
        }
        if (file.parts().contains(FilePart.LETTERS)) {
            add(parts.letters(file.letters()));
        }
        if (file.parts().contains(FilePart.LOOKS)) {
            add(
                    new H2(getTranslation("household.shared.looks")),
                    file.looks().days().isEmpty()
                            ? new EmptyState(getTranslation("household.shared.no-looks"))
                            : parts.looks(file.looks()));
        }
        if (file.parts().contains(FilePart.CHILDREN)) {
            add(parts.childrensHelp(file.childrensHelp()));
        }
        if (file.parts().contains(FilePart.PLAN)) {
            BreakthroughPlan plan = file.plan();
            add(
                    new H2(getTranslation("household.shared.plan")),
                    plan == null
                            ? new EmptyState(getTranslation("household.shared.no-plan"))
                            : new PlanToLookAt(plan, getLocale()));
        }
        add(new Anchor(HouseholdNavigation.ownFile(), getTranslation("household.shared.back")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
