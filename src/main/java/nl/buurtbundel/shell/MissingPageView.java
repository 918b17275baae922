package nl.buurtbundel.shell;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import nl.buurtbundel.foundation.NotFound;

/** An address that leads nowhere. The view for all errors does not get this one: the framework’s own is nearer to it. */
@CdiComponent
@ParentLayout(MainLayout.class)
class MissingPageView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        addClassNames("bb-page", "bb-stack");
        add(
                new H1(getPageTitle()),
                new Paragraph(new NotFound().text(getLocale())),
                new Anchor("/", getTranslation("shell.error.back")));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.error.title");
    }
}
