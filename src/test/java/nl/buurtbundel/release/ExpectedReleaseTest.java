package nl.buurtbundel.release;

import static org.assertj.core.api.Assertions.assertThat;

import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.PledgeId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.provision.ProvisionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpectedReleaseTest {
    private final ExpectedRelease expected = new ExpectedRelease(
            new InitiativeId(1), new ProvisionId(2), 3, new NeighbourhoodCode("BU99010101"), new PledgeId(4), null);

    @BeforeEach
    void the_own_help_has_stopped() {
        expected.realise();
    }

    @Test
    void who_does_not_take_part_still_does_not_after_leaving_and_coming_back() {
        expected.exclude();
        expected.giveBack();
        expected.takePartAgain();
        assertThat(expected.isRealised()).isFalse();
        assertThat(expected.hasStopped()).isTrue();
        expected.include();
        assertThat(expected.isRealised()).isTrue();
    }

    @Test
    void who_is_marked_while_away_does_not_take_part_after_coming_back() {
        expected.giveBack();
        expected.exclude();
        expected.takePartAgain();
        assertThat(expected.isRealised()).isFalse();
    }

    @Test
    void who_left_does_not_take_part_by_a_mark_that_is_undone() {
        expected.exclude();
        expected.giveBack();
        expected.include();
        assertThat(expected.isRealised()).isFalse();
        expected.takePartAgain();
        assertThat(expected.isRealised()).isTrue();
    }
}
