package vn.cchc.plan.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.plan.Transition;

class MilestoneStateTest {

    @ParameterizedTest
    @CsvSource({
        "UNARMED, armings waivers",
        "OPEN, submissions waivers",
        "SUBMITTED, submissions acceptances returns waivers",
        "ACCEPTED, ''",
        "RETURNED, submissions waivers",
        "WAIVED, ''",
    })
    void each_state_allows_what_the_rules_say(MilestoneState state, String allowed) {
        assertThat(String.join(" ", Transition.resources(state.transitions()))).isEqualTo(allowed);
    }
}
