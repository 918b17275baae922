package nl.buurtbundel.release.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.assessment.ui.WorkShown;
import nl.buurtbundel.decision.ui.FirstYearShown;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.initiative.ui.PlanShown;
import nl.buurtbundel.release.DueRelease;
import nl.buurtbundel.release.ReleaseRoads;

/** Leads the team from a granted plan and from its list of work to the release that it runs, and who decides to the calendar. */
@ApplicationScoped
class ReleaseLink {
    private final Access access;
    private final ReleaseRoads roads;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected ReleaseLink() {
        this(null, null);
    }

    @Inject
    ReleaseLink(Access access, ReleaseRoads roads) {
        this.access = access;
        this.roads = roads;
    }

    void whenPlanIsShown(@Observes PlanShown shown) {
        Stage stage = shown.plan().stage();
        if ((stage.isGranted() || stage.mayHaveRun())
                && access.may(Operation.RELEASE, shown.plan().neighbourhood())) {
            shown.leadTo(
                    ReleaseNavigation.road(shown.plan().id()),
                    Messages.text(UI.getCurrent().getLocale(), "release.road.from-plan"));
        }
    }

    void whenFirstYearIsShown(@Observes FirstYearShown shown) {
        shown.leadTo(new Anchor(
                ReleaseNavigation.calendar(),
                Messages.text(UI.getCurrent().getLocale(), "release.calendar.from-decision")));
    }

    void whenWorkIsShown(@Observes WorkShown shown) {
        if (!access.may(Operation.RELEASE)) {
            return;
        }
        Locale locale = UI.getCurrent().getLocale();
        for (DueRelease due : roads.listDue()) {
            String words = Messages.text(
                    locale,
                    due.callsOff()
                            ? "release.road.work-call-off"
                            : due.late() ? "release.road.work-late" : "release.road.work-due",
                    Formats.of(locale).date(due.dueOn()));
            Notice notice = due.late() || due.callsOff() ? Notice.warning(words) : Notice.info(words);
            shown.tell(notice.with(new Anchor(ReleaseNavigation.road(due.plan()), due.title())));
        }
    }
}
