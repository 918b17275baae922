package nl.buurtbundel.provision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProvisionIdTest {
    @Test
    void a_reference_leads_back_to_its_provision_and_nothing_else_does() {
        for (long number : new long[] {1, 4_711, 999_999_999_999_999_999L}) {
            ProvisionId id = new ProvisionId(number);
            assertThat(ProvisionId.find(id.reference())).contains(id);
        }
        for (String other : new String[] {"", "provision:", "provision:x", "initiative:7", "7", "provision:7 "}) {
            assertThat(ProvisionId.find(other)).as(other).isEmpty();
        }
    }
}
