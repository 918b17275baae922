package nl.buurtbundel.shell;

import static nl.buurtbundel.access.Role.ADMINISTRATOR;
import static nl.buurtbundel.access.Role.ALDERMAN;
import static nl.buurtbundel.access.Role.BACK_OFFICE;
import static nl.buurtbundel.access.Role.BUDGET_HOLDER;
import static nl.buurtbundel.access.Role.CONTROLLER;
import static nl.buurtbundel.access.Role.MANAGER;
import static nl.buurtbundel.access.Role.RESIDENT;
import static nl.buurtbundel.access.Role.SIMPLIFIER;
import static nl.buurtbundel.access.Role.TEAM_WORKER;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.budget.ui.BudgetNavigation;
import nl.buurtbundel.ledger.ui.LedgerNavigation;
import nl.buurtbundel.release.ui.ReleaseNavigation;
import nl.buurtbundel.signal.ui.SignalNavigation;
import nl.buurtbundel.spending.ui.SpendingNavigation;

/**
 * The menu, in walking order; the first entry of a role is where that role comes in. What stands in the menu gives no
 * rights: the services decide.
 */
enum MenuEntry {
    MY_NEIGHBOURHOOD("in-mijn-buurt", "shell.menu.my-neighbourhood", RESIDENT),
    PLANS("buurtplannen", "shell.menu.plans", RESIDENT),
    MINE("van-mij", "shell.menu.mine", RESIDENT),
    OWN_FILE("mijn-gegevens", "shell.menu.own-file", RESIDENT),
    DECISIONS("besluiten", "shell.menu.decisions", ALDERMAN, BUDGET_HOLDER),
    PAYMENTS(SpendingNavigation.payments(), "shell.menu.payments", BUDGET_HOLDER),
    BANK(SpendingNavigation.bank(), "shell.menu.bank", BUDGET_HOLDER),
    NEIGHBOURHOODS("buurten", "shell.menu.neighbourhoods", TEAM_WORKER, MANAGER, ALDERMAN),
    WORK("werkvoorraad", "shell.menu.work", TEAM_WORKER, MANAGER),
    /** For those whose day does not begin there. */
    PLANS_OF_NEIGHBOURHOODS("buurtplannen", "shell.menu.plans", TEAM_WORKER, MANAGER),
    WAYS_BACK(ReleaseNavigation.waysBack(), "shell.menu.ways-back", TEAM_WORKER),
    PATTERNS(SignalNavigation.patterns(), "shell.menu.patterns", SIMPLIFIER),
    IMPORT("inlezen", "shell.menu.import", BACK_OFFICE),
    REPAIR("herstellijst", "shell.menu.repair", TEAM_WORKER, BACK_OFFICE),
    TAKING_PART("meedoen-of-niet", "shell.menu.taking-part", TEAM_WORKER),
    LEDGER("grootboek", "shell.menu.ledger", CONTROLLER, BUDGET_HOLDER),
    POSITION(BudgetNavigation.position(), "shell.menu.position", CONTROLLER, BUDGET_HOLDER),
    PLAN_AGAINST_ACTUAL(SpendingNavigation.year(), "shell.menu.plan-against-actual", CONTROLLER, BUDGET_HOLDER),
    /** The same for who proposes, may decide now and then, or looks on. */
    ALL_DECISIONS("besluiten", "shell.menu.decisions", TEAM_WORKER, MANAGER, CONTROLLER),
    RELEASE_CALENDAR(
            ReleaseNavigation.calendar(),
            "shell.menu.release-calendar",
            ALDERMAN,
            BUDGET_HOLDER,
            CONTROLLER,
            MANAGER,
            TEAM_WORKER),
    RELEASE_CORRECTIONS(
            ReleaseNavigation.corrections(), "shell.menu.release-corrections", TEAM_WORKER, BUDGET_HOLDER, CONTROLLER),
    CHANGE_ORDERS(ReleaseNavigation.orders(), "shell.menu.change-orders", BACK_OFFICE, TEAM_WORKER),
    AUDIT("logboek", "shell.menu.audit", CONTROLLER),
    CATALOGUE("catalogus", "shell.menu.catalogue", ADMINISTRATOR, TEAM_WORKER, MANAGER, ALDERMAN, CONTROLLER),
    BUDGET("begroting", "shell.menu.budget", BUDGET_HOLDER, ADMINISTRATOR, CONTROLLER),
    RECONCILIATION(LedgerNavigation.reconciliation(), "shell.menu.reconciliation", CONTROLLER, BUDGET_HOLDER),
    /** For who checks, beside the municipality’s own ledger. */
    BANK_CHECKED(SpendingNavigation.bank(), "shell.menu.bank", CONTROLLER),
    YEAR_END(BudgetNavigation.yearEnd(), "shell.menu.year-end", CONTROLLER, BUDGET_HOLDER),
    MANDATES("mandaten", "shell.menu.mandates", ADMINISTRATOR),
    NEEDS("hulpvragen", "shell.menu.needs", ADMINISTRATOR);

    private final String path;
    private final String messageKey;
    private final Set<Role> roles;

    MenuEntry(String path, String messageKey, Role... roles) {
        this.path = path;
        this.messageKey = messageKey;
        this.roles = Set.of(roles);
    }

    /** For somebody with these roles, in the own right or for another: each page once. */
    static List<MenuEntry> of(Set<Role> roles) {
        Set<String> paths = new HashSet<>();
        return Arrays.stream(values())
                .filter(entry -> roles.stream().anyMatch(entry::isFor) && paths.add(entry.path))
                .toList();
    }

    String path() {
        return path;
    }

    String messageKey() {
        return messageKey;
    }

    boolean isFor(Role role) {
        return roles.contains(role);
    }
}
