package vn.cchc.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTransitionTest {

    @ParameterizedTest
    @CsvSource({
        "DRAFT, approvals",
        "APPROVED, dispatches",
        "SENT, receipts returns",
        "RECEIVED, ''",
        "RETURNED, approvals",
    })
    void eachStateAllowsWhatTheRulesSay(ReportState state, String allowed) {
        assertThat(String.join(" ", ReportTransition.allowedFrom(state))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(ReportState.class)
    void everyStateIsReachedFromTheDraft(ReportState state) {
        Set<ReportState> reached = EnumSet.of(ReportState.DRAFT);
        for (int step = 0; step < ReportState.values().length; step++) {
            for (ReportState from : EnumSet.copyOf(reached)) {
                for (ReportTransition transition : ReportTransition.values()) {
                    if (transition.possibleFrom(from)) {
                        reached.add(transition.after(from));
                    }
                }
            }
        }

        assertThat(reached).contains(state);
    }

    @ParameterizedTest
    @EnumSource(ReportState.class)
    void onlyWhatIsEditableIsDatedAnew(ReportState state) {
        assertThat(ReportTransition.REDATE.possibleFrom(state)).isEqualTo(state.isEditable());
        assertThat(ReportTransition.REDATE.after(state)).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(ReportTransition.class)
    void theEventOfATransitionHasItsSchema(ReportTransition transition) {
        String event = transition.eventType().substring("vn.cchc.".length());

        assertThat(Path.of("contracts", "events", event + ".schema.json")).exists();
    }
}
