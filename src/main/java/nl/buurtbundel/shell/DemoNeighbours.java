package nl.buurtbundel.shell;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.Users;
import nl.buurtbundel.catalogue.Way;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeSummary;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Joined;
import nl.buurtbundel.initiative.MyPledge;
import nl.buurtbundel.initiative.Pledges;
import nl.buurtbundel.initiative.WhatHelps;
import org.jspecify.annotations.Nullable;

/**
 * Plays the many neighbours of the demo, so that one visitor can see what happens when others join, leave or choose again.
 * Each neighbour acts on an own account through the same service as anybody, one after the other.
 */
@WebServlet(DemoNeighbours.PATH)
public class DemoNeighbours extends HttpServlet {
    static final String PATH = "/demo-buren";
    private static final int JOINING = 69;
    private static final int LEAVING = 5;

    @Inject
    private Demo demo;

    @Inject
    private Users users;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Initiatives initiatives;

    @Inject
    private Pledges pledges;

    @Inject
    private WhatHelps whatHelps;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!demo.isOn()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        @Nullable String deed = request.getParameter("doe");
        int done = 0;
        int joining = JOINING - ("meedoen".equals(deed) ? takingPart() : 0);
        for (Users.DemoUser neighbour : crowd()) {
            if ("meedoen".equals(deed) && done < joining && act(neighbour.user(), this::join)) {
                done++;
            } else if ("weggaan".equals(deed) && done < LEAVING && act(neighbour.user(), this::leave)) {
                done++;
            } else if ("opnieuw".equals(deed) && act(neighbour.user(), this::choose)) {
                done++;
            }
        }
        response.sendRedirect(request.getContextPath() + LoginServlet.PATH + "?gedaan=" + done);
    }

    private List<Users.DemoUser> crowd() {
        return users.listDemoUsers().stream()
                .filter(person -> person.loginName().startsWith(DemoProgress.CROWD))
                .toList();
    }

    private int takingPart() {
        return (int) crowd().stream()
                .filter(neighbour -> act(neighbour.user(), plan -> staying(plan).isPresent()))
                .count();
    }

    private boolean act(User neighbour, Deed deed) {
        return currentUser.runAs(neighbour, () -> {
            try {
                return newestPlan().filter(deed::doneWith).isPresent();
            } catch (RuntimeException thrown) {
                if (Refusal.unwrapped(thrown) instanceof Refusal) {
                    return false;
                }
                throw thrown;
            }
        });
    }

    private Optional<InitiativeSummary> newestPlan() {
        return initiatives.list(DemoStart.FLAGSHIP).stream()
                .filter(plan -> plan.stage().takesPledges())
                .max(Comparator.comparingLong(plan -> plan.id().value()));
    }

    /** Says yes, or stays after all when the notice still runs. */
    private boolean join(InitiativeSummary plan) {
        Optional<MyPledge> present = pledges.findMine(plan.id());
        if (present.isEmpty()) {
            sayWhatHelps(pledges.join(plan.id(), initiatives.read(plan.id()).planVersion(), 1));
            return true;
        }
        return present.filter(mine -> mine.answer() == MyPledge.Answer.LEAVING)
                .map(mine -> confirm(plan, mine))
                .isPresent();
    }

    /** Two of three say what would help them. */
    private void sayWhatHelps(Joined joined) {
        switch ((int) (joined.pledge().value() % 6)) {
            case 0, 1 -> whatHelps.say(joined.pledge(), Way.LEARNING);
            case 2 -> whatHelps.say(joined.pledge(), Way.CARRIED);
            case 3 -> whatHelps.say(joined.pledge(), Way.ANOTHER);
            default -> {
                // nobody has to
            }
        }
    }

    private boolean leave(InitiativeSummary plan) {
        return staying(plan)
                .map(mine -> pledges.leave(mine.id(), mine.version()))
                .isPresent();
    }

    /** Yes again: to a changed plan, or to going on after the trial. */
    private boolean choose(InitiativeSummary plan) {
        Optional<MyPledge> asked = pledges.findMine(plan.id());
        if (asked.filter(mine -> mine.answer() == MyPledge.Answer.CHOOSE_AFTER_TRIAL)
                .isPresent()) {
            pledges.chooseAfterTrial(asked.get().id(), asked.get().version());
            return true;
        }
        return asked.filter(mine -> mine.answer() == MyPledge.Answer.ASKED_AGAIN)
                .map(mine -> confirm(plan, mine))
                .isPresent();
    }

    private MyPledge confirm(InitiativeSummary plan, MyPledge mine) {
        pledges.confirm(mine.id(), mine.version(), initiatives.read(plan.id()).planVersion());
        return mine;
    }

    private Optional<MyPledge> staying(InitiativeSummary plan) {
        return pledges.findMine(plan.id()).filter(mine -> mine.answer() != MyPledge.Answer.LEAVING);
    }

    private interface Deed {
        boolean doneWith(InitiativeSummary plan);
    }
}
