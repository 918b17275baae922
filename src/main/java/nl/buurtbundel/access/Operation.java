package nl.buurtbundel.access;

import static nl.buurtbundel.access.Role.ADMINISTRATOR;
import static nl.buurtbundel.access.Role.ALDERMAN;
import static nl.buurtbundel.access.Role.BACK_OFFICE;
import static nl.buurtbundel.access.Role.BUDGET_HOLDER;
import static nl.buurtbundel.access.Role.CONTROLLER;
import static nl.buurtbundel.access.Role.MANAGER;
import static nl.buurtbundel.access.Role.RESIDENT;
import static nl.buurtbundel.access.Role.SIMPLIFIER;
import static nl.buurtbundel.access.Role.SYSTEM;
import static nl.buurtbundel.access.Role.TEAM_WORKER;
import static nl.buurtbundel.access.Scope.MUNICIPALITY;
import static nl.buurtbundel.access.Scope.NEIGHBOURHOOD;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * Everything a user can do, and who may (design section 5). This is the whole policy: a role that is not named here for an
 * operation does not have it. Residents act for themselves: that a file or a pledge is their own is checked by the room.
 */
public enum Operation {
    SEE_NEIGHBOURHOODS(
            in(NEIGHBOURHOOD, RESIDENT, TEAM_WORKER, MANAGER),
            in(MUNICIPALITY, ALDERMAN, BUDGET_HOLDER, CONTROLLER, SIMPLIFIER, ADMINISTRATOR, BACK_OFFICE)),
    LOAD_REFERENCE_DATA(in(MUNICIPALITY, BACK_OFFICE, SYSTEM)),

    IMPORT(in(MUNICIPALITY, BACK_OFFICE, SYSTEM)),
    SEE_IMPORTS(in(MUNICIPALITY, BACK_OFFICE, SYSTEM)),
    REPAIR(in(NEIGHBOURHOOD, TEAM_WORKER), in(MUNICIPALITY, BACK_OFFICE)),
    EDIT_CODE_LISTS(in(MUNICIPALITY, ADMINISTRATOR, SYSTEM)),
    MARK_DOES_NOT_TAKE_PART(in(NEIGHBOURHOOD, TEAM_WORKER)),
    /** Who may see the file of another: the team read the paper that says so. */
    RECORD_REPRESENTATION(in(NEIGHBOURHOOD, TEAM_WORKER)),

    SEE_OPPORTUNITIES(in(NEIGHBOURHOOD, TEAM_WORKER, MANAGER), in(MUNICIPALITY, ALDERMAN, SYSTEM)),
    /** Where the money sits: published statistics of the municipality, for all staff that decide or change rules. */
    SEE_MONEY_SPREAD(in(MUNICIPALITY, TEAM_WORKER, MANAGER, ALDERMAN, BUDGET_HOLDER, CONTROLLER, SIMPLIFIER, SYSTEM)),
    /** Counting over all households, also those whose help may never be arranged together: the program alone. */
    MAKE_STATISTICS(in(MUNICIPALITY, SYSTEM)),
    /** Staff: it reckons with prices and assumptions; a resident reads the idea that comes of it. */
    SEE_CATALOGUE(in(
            MUNICIPALITY,
            TEAM_WORKER,
            MANAGER,
            ALDERMAN,
            BUDGET_HOLDER,
            CONTROLLER,
            SIMPLIFIER,
            ADMINISTRATOR,
            SYSTEM)),
    EDIT_CATALOGUE(in(MUNICIPALITY, ADMINISTRATOR, SYSTEM)),
    SEE_SUGGESTIONS(in(NEIGHBOURHOOD, TEAM_WORKER, MANAGER), in(MUNICIPALITY, ALDERMAN, BUDGET_HOLDER)),
    INVITE(in(NEIGHBOURHOOD, TEAM_WORKER)),
    SEE_IDEAS(in(NEIGHBOURHOOD, RESIDENT, TEAM_WORKER, MANAGER), in(MUNICIPALITY, ALDERMAN, BUDGET_HOLDER, CONTROLLER)),

    SEE_INITIATIVES(
            in(NEIGHBOURHOOD, RESIDENT, TEAM_WORKER, MANAGER),
            in(MUNICIPALITY, ALDERMAN, BUDGET_HOLDER, CONTROLLER, SYSTEM)),
    /** The whole plan with its initiator and paid members, to assess it and decide on it. */
    SEE_DOSSIERS(
            in(NEIGHBOURHOOD, TEAM_WORKER, MANAGER), in(MUNICIPALITY, ALDERMAN, BUDGET_HOLDER, CONTROLLER, SYSTEM)),
    START_INITIATIVE(in(NEIGHBOURHOOD, RESIDENT)),
    CHANGE_INITIATIVE(in(NEIGHBOURHOOD, RESIDENT)),
    PLEDGE(in(NEIGHBOURHOOD, RESIDENT)),
    OFFER(in(NEIGHBOURHOOD, RESIDENT)),
    /** Paid work in a plan: by who began the plan and by the assigned worker. */
    KEEP_JOBS(in(NEIGHBOURHOOD, RESIDENT, TEAM_WORKER)),

    SEE_ASSESSMENTS(in(NEIGHBOURHOOD, TEAM_WORKER, MANAGER), in(MUNICIPALITY, ALDERMAN, BUDGET_HOLDER)),
    ASSESS(in(NEIGHBOURHOOD, TEAM_WORKER)),
    OBJECT(in(NEIGHBOURHOOD, TEAM_WORKER, MANAGER), in(MUNICIPALITY, BUDGET_HOLDER, CONTROLLER)),

    SEE_BUDGETS(in(NEIGHBOURHOOD, TEAM_WORKER, MANAGER), in(MUNICIPALITY, ALDERMAN, BUDGET_HOLDER, CONTROLLER, SYSTEM)),
    SEE_APPROPRIATIONS(in(MUNICIPALITY, ADMINISTRATOR, BUDGET_HOLDER, CONTROLLER, SYSTEM)),
    LOAD_APPROPRIATIONS(in(MUNICIPALITY, ADMINISTRATOR, SYSTEM)),
    SET_PRE_FINANCING(in(MUNICIPALITY, BUDGET_HOLDER, SYSTEM)),
    /** What teams may decide on themselves. */
    SET_TEAM_POT(in(MUNICIPALITY, BUDGET_HOLDER, SYSTEM)),
    SEE_TEAM_POTS(in(NEIGHBOURHOOD, TEAM_WORKER, MANAGER), in(MUNICIPALITY, BUDGET_HOLDER, CONTROLLER, SYSTEM)),
    /** What each level of escalation can bridge with, and who settles what was bridged. */
    KEEP_BRIDGING(in(MUNICIPALITY, BUDGET_HOLDER, SYSTEM)),
    /** What another payer agreed to give for a plan. */
    RECORD_CONTRIBUTION(in(MUNICIPALITY, BUDGET_HOLDER)),
    /** What came in of it, and what goes back or on to the next year. */
    BOOK_CONTRIBUTION(in(MUNICIPALITY, BUDGET_HOLDER)),
    SEE_LEDGER(in(MUNICIPALITY, CONTROLLER, BUDGET_HOLDER, SYSTEM)),
    /** The controller only checks: who looks for mistakes does not also book them. */
    POST_CORRECTION(in(MUNICIPALITY, BUDGET_HOLDER)),
    /** What the municipality’s own ledger says beside this book. */
    RECONCILE(in(MUNICIPALITY, CONTROLLER)),
    /** What plans have left at the end of a year goes back, or to the next by decision of the council. */
    SETTLE_YEAR(in(MUNICIPALITY, BUDGET_HOLDER)),
    /** By who settled nothing of it. */
    CLOSE_YEAR(in(MUNICIPALITY, CONTROLLER)),
    FREE_EXPIRED_RESERVATIONS(in(MUNICIPALITY, SYSTEM)),

    EDIT_MANDATES(in(MUNICIPALITY, ADMINISTRATOR, SYSTEM)),
    SEE_DECISIONS(in(NEIGHBOURHOOD, TEAM_WORKER, MANAGER), in(MUNICIPALITY, ALDERMAN, BUDGET_HOLDER, CONTROLLER)),
    PROPOSE_DECISION(in(NEIGHBOURHOOD, TEAM_WORKER)),
    /** Cases of households, without a name; others read how many there were. */
    SEE_MINI_BUDGETS(in(NEIGHBOURHOOD, TEAM_WORKER, MANAGER)),
    /** Ask for one, agree with that of a colleague, and tell that it was solved otherwise. */
    KEEP_MINI_BUDGETS(in(NEIGHBOURHOOD, TEAM_WORKER)),
    DECIDE(in(NEIGHBOURHOOD, MANAGER), in(MUNICIPALITY, ALDERMAN)),
    SIGN_SECOND(in(MUNICIPALITY, BUDGET_HOLDER)),
    /** A decision with what it rested on, in one file: for who answers for it or checks it. */
    TAKE_DECISION_FILE(in(MUNICIPALITY, ALDERMAN, BUDGET_HOLDER, CONTROLLER)),
    /** What the council decided on a proposal to it. */
    RECORD_COUNCIL_DECISION(in(MUNICIPALITY, ALDERMAN)),

    /** What deciding took of all staff together, by step and never by person. */
    SEE_COST_OF_DECIDING(in(MUNICIPALITY, ALDERMAN, BUDGET_HOLDER, CONTROLLER)),
    /** Adding up, day by day, how long the steps of staff took: the program alone. */
    COUNT_WORK(in(MUNICIPALITY, SYSTEM)),

    RELEASE(in(NEIGHBOURHOOD, TEAM_WORKER), in(MUNICIPALITY, SYSTEM)),
    SEE_RELEASE(in(NEIGHBOURHOOD, TEAM_WORKER, MANAGER), in(MUNICIPALITY, ALDERMAN, BUDGET_HOLDER, CONTROLLER, SYSTEM)),
    /** Released money of one household that is to be taken out of the budget again: who knows the household, who books it. */
    SEE_RELEASE_TO_CORRECT(in(NEIGHBOURHOOD, TEAM_WORKER), in(MUNICIPALITY, BUDGET_HOLDER, CONTROLLER)),
    /** Which allocations are to end earlier: who ordered it, and the back office that makes the messages. */
    SEE_CHANGE_ORDERS(in(NEIGHBOURHOOD, TEAM_WORKER), in(MUNICIPALITY, BACK_OFFICE)),
    /** Plan against actual; a resident sees that of a plan that is the own or that they take part in. */
    SEE_SPENDING(
            in(NEIGHBOURHOOD, RESIDENT, TEAM_WORKER, MANAGER), in(MUNICIPALITY, ALDERMAN, BUDGET_HOLDER, CONTROLLER)),
    /** Expenses with their receipts, of any plan; who began a plan sees those of that one. */
    SEE_EXPENSES(in(NEIGHBOURHOOD, TEAM_WORKER), in(MUNICIPALITY, BUDGET_HOLDER, CONTROLLER)),
    BOOK_EXPENSE(in(NEIGHBOURHOOD, RESIDENT, TEAM_WORKER)),
    APPROVE_EXPENSE(in(NEIGHBOURHOOD, TEAM_WORKER)),
    /** Agree with organisations, move money from line to line, and say why it came out differently. */
    KEEP_BUDGET_LINES(in(NEIGHBOURHOOD, TEAM_WORKER)),
    PAY(in(MUNICIPALITY, BUDGET_HOLDER)),
    /** Bank statements: who pays, and who checks. */
    READ_STATEMENTS(in(MUNICIPALITY, BUDGET_HOLDER, CONTROLLER)),

    /** Say that it chafes, on a page that the user may see. */
    SIGNAL(in(NEIGHBOURHOOD, RESIDENT, TEAM_WORKER, MANAGER), in(MUNICIPALITY, ALDERMAN, BUDGET_HOLDER, CONTROLLER)),
    /** Say that a plan is stuck, of a plan that is the own or that they take part in; and the team of any of its plans. */
    ESCALATE(in(NEIGHBOURHOOD, RESIDENT, TEAM_WORKER)),
    /** The breakthrough officer: pause, deviate, bridge, and hand on to who sits outside the municipality. */
    BREAK_THROUGH(in(NEIGHBOURHOOD, MANAGER)),
    /** What is late is a signal by itself. */
    NOTE_LATENESS(in(MUNICIPALITY, SYSTEM)),
    /** Signals and their patterns: what chafes, and never who, where or at which plan. */
    KEEP_PATTERNS(in(MUNICIPALITY, SIMPLIFIER)),

    SEE_OWN_FILE(in(NEIGHBOURHOOD, RESIDENT)),
    /** Parts of another’s own file, by who was handed a code for it. */
    OPEN_SHARED_FILE(in(NEIGHBOURHOOD, RESIDENT)),
    SEE_AUDIT(in(MUNICIPALITY, CONTROLLER, SYSTEM)),
    BIND_ACCOUNTS(in(MUNICIPALITY, SYSTEM));

    private final Map<Role, Scope> scopes = new EnumMap<>(Role.class);

    Operation(Grant... grants) {
        for (Grant grant : grants) {
            grant.roles.forEach(role -> scopes.merge(role, grant.scope, (a, b) -> a == MUNICIPALITY ? a : b));
        }
    }

    public Map<Role, Scope> scopes() {
        return Map.copyOf(scopes);
    }

    boolean allowedAnywhere(User user) {
        return user.allRoles().stream().anyMatch(scopes::containsKey);
    }

    boolean allowedIn(User user, NeighbourhoodCode neighbourhood) {
        return isOwnRightOf(user, neighbourhood)
                || user.standIns().stream().anyMatch(one -> isLentBy(one, user, neighbourhood));
    }

    boolean isOwnRightOf(User user, NeighbourhoodCode neighbourhood) {
        return user.roles().stream().anyMatch(role -> reaches(role, user, user.neighbourhoods(), neighbourhood));
    }

    /** By somebody who is away, and only where that somebody has it. */
    boolean isLentBy(StandIn one, User user, NeighbourhoodCode neighbourhood) {
        return reaches(one.role(), user, one.neighbourhoods(), neighbourhood);
    }

    boolean reachesWhole(Role role) {
        return scopes.get(role) == MUNICIPALITY;
    }

    private boolean reaches(
            Role role, User user, Set<NeighbourhoodCode> neighbourhoods, NeighbourhoodCode neighbourhood) {
        Scope scope = scopes.get(role);
        return neighbourhood.municipality().equals(user.municipality())
                && (scope == MUNICIPALITY || scope == NEIGHBOURHOOD && neighbourhoods.contains(neighbourhood));
    }

    private static Grant in(Scope scope, Role... roles) {
        return new Grant(scope, Set.copyOf(Arrays.asList(roles)));
    }

    private record Grant(Scope scope, Set<Role> roles) {}
}
