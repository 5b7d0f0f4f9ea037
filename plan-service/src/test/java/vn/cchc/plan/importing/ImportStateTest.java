package vn.cchc.plan.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.plan.Transition;

class ImportStateTest {

    @ParameterizedTest
    @CsvSource({"DRAFT, corrections issuances discards", "ISSUED, ''", "DISCARDED, ''"})
    void each_state_allows_what_the_rules_say(ImportState state, String allowed) {
        assertThat(String.join(" ", Transition.resources(state.transitions()))).isEqualTo(allowed);
    }
}
