package vn.cchc.plan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.plan.Transition;

class RevisionStateTest {

    @ParameterizedTest
    @CsvSource({"PROPOSED, applications withdrawals", "APPLIED, ''", "WITHDRAWN, ''"})
    void each_state_allows_what_the_rules_say(RevisionState state, String allowed) {
        assertThat(String.join(" ", Transition.resources(state.transitions()))).isEqualTo(allowed);
    }
}
