package nl.buurtbundel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody has to know an address by heart. */
class MenuEntryTest {
    private static final Map<Role, String> HOME = new EnumMap<>(Map.of(
            Role.RESIDENT, "in-mijn-buurt",
            Role.TEAM_WORKER, "buurten",
            Role.MANAGER, "buurten",
            Role.ALDERMAN, "besluiten",
            Role.BUDGET_HOLDER, "besluiten",
            Role.CONTROLLER, "grootboek",
            Role.ADMINISTRATOR, "catalogus",
            Role.BACK_OFFICE, "inlezen",
            Role.SIMPLIFIER, "patronen"));

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoever_sees_decisions_and_plans_of_a_neighbourhood_finds_them_in_the_menu(Role role) {
        if (Operation.SEE_DECISIONS.scopes().containsKey(role)) {
            assertThat(paths(role)).contains("besluiten");
        }
        if (Operation.SEE_INITIATIVES.scopes().get(role) == Scope.NEIGHBOURHOOD) {
            assertThat(paths(role)).contains("buurtplannen");
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybody_begins_where_the_own_work_is_and_finds_no_page_twice(Role role) {
        assertThat(paths(role)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(paths(role)).findFirst().orElse(null)).isEqualTo(HOME.get(role));
    }

    @Test
    void a_role_that_comes_in_by_no_menu_is_a_role_without_a_page_yet() {
        assertThat(Arrays.stream(Role.values()).filter(role -> paths(role).length == 0))
                .containsExactly(Role.SYSTEM);
    }

    @Test
    void who_stands_in_for_another_finds_no_page_twice() {
        for (Role own : Role.values()) {
            for (Role lent : Role.values()) {
                assertThat(MenuEntry.of(Set.of(own)).size()).isEqualTo(paths(own).length);
                List<String> both = MenuEntry.of(EnumSet.of(own, lent)).stream()
                        .map(MenuEntry::path)
                        .toList();
                assertThat(both).doesNotHaveDuplicates();
                assertThat(both.containsAll(List.of(paths(own)))).isTrue();
                assertThat(both.containsAll(List.of(paths(lent)))).isTrue();
            }
        }
    }

    private static String[] paths(Role role) {
        return Arrays.stream(MenuEntry.values())
                .filter(entry -> entry.isFor(role))
                .map(MenuEntry::path)
                .toArray(String[]::new);
    }
}
