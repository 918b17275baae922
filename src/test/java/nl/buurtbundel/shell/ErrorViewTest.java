package nl.buurtbundel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import org.junit.jupiter.api.Test;

/** Whose session ended between the page and its first question is told to log in, and not that the page is gone. */
class ErrorViewTest {
    private static final ErrorView FOR_NOBODY = new ErrorView(new Access() {
        @Override
        public Optional<User> findUser() {
            return Optional.empty();
        }
    });

    @Test
    void who_is_not_logged_in_any_more_comes_to_the_login_page_and_back_to_the_page_that_was_asked_for() {
        assertThat(FOR_NOBODY.elsewhere(new NotFound(), new Location("herstellijst")))
                .contains("/inloggen?naar=%2Fherstellijst");
        assertThat(FOR_NOBODY.elsewhere(new NotFound(), new Location("buurtplan/nieuw?idee=3")))
                .contains("/inloggen?naar=%2Fbuurtplan%2Fnieuw%3Fidee%3D3");
        assertThat(FOR_NOBODY.elsewhere(new NotFound(), new Location(""))).contains("/inloggen");
    }

    @Test
    void what_a_rule_refuses_is_told_where_it_happened() {
        assertThat(FOR_NOBODY.elsewhere(new Refusal("foundation.error.fill-in"), new Location("herstellijst")))
                .isEmpty();
    }
}
