package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.catalogue.Way;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.WaysWanted;
import nl.buurtbundel.initiative.WhatHelps;

/** Tells the team on a plan what people said would help them, and which of that the plan does not offer. */
@ApplicationScoped
class WhatHelpsTold {
    private final WhatHelps whatHelps;
    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected WhatHelpsTold() {
        this(null, null);
    }

    @Inject
    WhatHelpsTold(WhatHelps whatHelps, Access access) {
        this.whatHelps = whatHelps;
        this.access = access;
    }

    void whenPlanIsShown(@Observes PlanShown shown) {
        if (shown.plan().stage().takesPledges()
                && access.may(Operation.ASSESS, shown.plan().neighbourhood())) {
            shown.tell(part(whatHelps.read(shown.plan().id()), UI.getCurrent().getLocale()));
        }
    }

    static Div part(WaysWanted wanted, Locale locale) {
        Div part = new Div(new H2(Messages.text(locale, "initiative.helps.told")));
        part.addClassName("bb-stack");
        if (!wanted.offered().isEmpty()) {
            part.add(new Paragraph(Messages.text(locale, "initiative.helps.offered", words(wanted.offered(), locale))));
        }
        WaysWanted.Said said = wanted.said();
        if (said == null) {
            part.add(new Paragraph(Messages.text(locale, "initiative.helps.too-few")));
            return part;
        }
        UnorderedList list = new UnorderedList();
        wanted.asked()
                .forEach(way -> list.add(new ListItem(Messages.text(
                        locale, "initiative.helps.so-many", said.of(way), said.answers(), word(way, locale)))));
        part.add(list);
        for (Way way : wanted.missing()) {
            part.add(Notice.warning(Messages.text(
                    locale,
                    "initiative.helps.missing",
                    said.of(way),
                    said.answers(),
                    word(way, locale),
                    words(wanted.offered(), locale))));
        }
        part.add(new WhoSeesThis(Messages.text(locale, "initiative.helps.told-who-sees")));
        return part;
    }

    private static String words(Collection<Way> ways, Locale locale) {
        return ways.stream().map(way -> word(way, locale)).collect(Collectors.joining("; "));
    }

    private static String word(Way way, Locale locale) {
        return Messages.text(locale, way.key());
    }
}
