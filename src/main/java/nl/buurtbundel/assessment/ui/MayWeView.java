package nl.buurtbundel.assessment.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.ui.CatalogueNavigation;

/** The sheet of an alternative, to take along: nothing of it is done yet. */
@CdiComponent
@Route(AssessmentNavigation.MAY_WE)
class MayWeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Catalogue catalogue;
    private String title = "";

    @Inject
    MayWeView(Catalogue catalogue) {
        this.catalogue = catalogue;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CollectiveAlternative alternative = catalogue
                .read(event.getRouteParameters()
                        .get(AssessmentNavigation.ALTERNATIVE)
                        .orElse(""))
                .alternative();
        title = getTranslation("assessment.may-we.title", alternative.name().in(getLocale()));
        Anchor back = new Anchor(
                CatalogueNavigation.alternative(alternative.id()), getTranslation("assessment.may-we.to-alternative"));
        back.addClassName("bb-no-print");
        removeAll();
        add(
                back,
                new H1(title),
                new Paragraph(getTranslation("assessment.may-we.intro")),
                new MayWeSheet(new AssessmentTexts(getLocale()), MayWeSheet.open(alternative), false));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
