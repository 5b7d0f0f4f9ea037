package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionTest {

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, supplement-requests acceptances refusals referrals withdrawals",
        "SUPPLEMENT_REQUESTED, supplements acceptances refusals referrals withdrawals",
        "ACCEPTED, assignments extension-requests extensions extension-refusals withdrawals",
        "ASSIGNED, assignments extension-requests extensions extension-refusals answers withdrawals",
        "ANSWERED, closures",
        "REFUSED, ''",
        "REFERRED, ''",
        "CLOSED, ''",
        "WITHDRAWN, ''"
    })
    void eachStateAllowsWhatTheRulesSay(State state, String allowed) {
        List<String> expected = allowed.isEmpty() ? List.of() : Arrays.asList(allowed.split(" "));

        assertThat(Transition.allowedFrom(state)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, withdrawals",
        "SUPPLEMENT_REQUESTED, supplements withdrawals",
        "ACCEPTED, withdrawals",
        "ASSIGNED, withdrawals",
        "ANSWERED, ''",
        "REFUSED, ''",
        "REFERRED, ''",
        "CLOSED, ''",
        "WITHDRAWN, ''"
    })
    void ofThemTheSenderMaySupplementAndWithdraw(State state, String allowed) {
        assertThat(String.join(" ", Transition.allowedToSenderFrom(state))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void everyStateIsReachedFromTheArrival(State state) {
        Set<State> reached = EnumSet.of(State.RECEIVED);
        for (int step = 0; step < State.values().length; step++) {
            for (State from : EnumSet.copyOf(reached)) {
                for (Transition transition : Transition.values()) {
                    if (transition.possibleFrom(from)) {
                        transition.to().ifPresent(reached::add);
                    }
                }
            }
        }

        assertThat(reached).contains(state);
    }

    @Test
    void onlyAnOpenFeedbackCanBeWithdrawn() {
        for (State state : State.values()) {
            assertThat(Transition.WITHDRAW.possibleFrom(state)).as(state.name()).isEqualTo(state.open());
        }
    }

    @ParameterizedTest
    @EnumSource(Transition.class)
    void eachIsKnownByItsEvent(Transition transition) {
        assertThat(Transition.ofEventType(transition.eventType())).isEqualTo(transition);
    }

    @Test
    void theEventIsNamedInThePast() {
        assertThat(Transition.REQUEST_SUPPLEMENT.eventType()).isEqualTo("vn.cchc.feedback.supplement-requested.v1");
    }
}
