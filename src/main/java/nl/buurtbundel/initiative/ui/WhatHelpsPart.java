package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import nl.buurtbundel.catalogue.Way;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.PledgeId;
import nl.buurtbundel.initiative.WhatHelps;

/** Asks, once somebody takes part, what would help most: one tap, or none. */
final class WhatHelpsPart extends Div {
    private final transient WhatHelps whatHelps;

    WhatHelpsPart(WhatHelps whatHelps, PledgeId pledge) {
        this.whatHelps = whatHelps;
        addClassNames("bb-card", "bb-stack");
        ErrorNotice error = new ErrorNotice();
        Div ways = new Div();
        ways.addClassName("bb-cluster");
        for (Way way : Way.values()) {
            ways.add(new Button(getTranslation("initiative.helps." + Messages.word(way)), click -> {
                try {
                    say(pledge, way);
                } catch (RuntimeException e) {
                    error.tell(e);
                }
            }));
        }
        add(
                new H2(getTranslation("initiative.helps.title")),
                new Paragraph(getTranslation("initiative.helps.may")),
                error,
                ways,
                new WhoSeesThis(getTranslation("initiative.helps.who-sees")));
    }

    private void say(PledgeId pledge, Way way) {
        whatHelps.say(pledge, way);
        removeAll();
        add(Notice.success(getTranslation("initiative.helps.thanks"))
                .announced()
                .focused());
    }
}
