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
        "REOPENED, supplement-requests assignments merges separations extension-requests extensions extension-refusals apology-releases answer-submissions answer-recalls answer-returns answers answer-releases shared-answers",
        "SUPPLEMENT_REQUESTED, supplements assignments merges separations extensions extension-refusals apology-releases answer-submissions answer-recalls answer-returns answers answer-releases shared-answers",
        "ASSIGNED, assignments merges separations extension-requests extensions extension-refusals apology-releases answer-submissions answer-recalls answer-returns answers answer-releases shared-answers",
        "ANSWERED, closures reopenings",
        "CLOSED, reopenings",
        "WITHDRAWN, ''"
    })
    void whatIsReopenedIsNeitherClassifiedAgainNorWithdrawn(State state, String allowed) {
        assertThat(String.join(" ", possible(state, true))).isEqualTo(allowed);
    }

    @Test
    void whatIsSuppliedLeadsBackToWhereItWasAskedFor() {
        assertThat(Transition.SUPPLEMENT.to(false)).contains(State.RECEIVED);
        assertThat(Transition.SUPPLEMENT.to(true)).contains(State.REOPENED);
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, supplement-requests acceptances refusals referrals merges separations apology-releases withdrawals",
        "SUPPLEMENT_REQUESTED, supplements acceptances refusals referrals merges separations apology-releases withdrawals",
        "ACCEPTED, assignments merges separations extension-requests extensions extension-refusals apology-releases shared-answers withdrawals",
        "ASSIGNED, assignments merges separations extension-requests extensions extension-refusals apology-releases answer-submissions answer-recalls answer-returns answers answer-releases shared-answers withdrawals",
        "ANSWERED, closures reopenings",
        "REFUSED, ''",
        "REFERRED, ''",
        "CLOSED, reopenings",
        "WITHDRAWN, ''"
    })
    void eachStateAllowsWhatTheRulesSay(State state, String allowed) {
        List<String> expected = allowed.isEmpty() ? List.of() : Arrays.asList(allowed.split(" "));

        assertThat(possible(state, false)).isEqualTo(expected);
    }

    @Test
    void ofThemTheSenderMaySupplementReopenAndWithdraw() {
        assertThat(Transition.values())
                .filteredOn(Transition::isOfSender)
                .containsExactly(Transition.SUPPLEMENT, Transition.REOPEN, Transition.WITHDRAW);
    }

    private static List<String> possible(State state, boolean reopened) {
        return Arrays.stream(Transition.values())
                .filter(transition -> transition.possibleFrom(state, reopened))
                .map(Transition::resource)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void everyStateIsReachedFromTheArrival(State state) {
        Set<State> reached = EnumSet.of(State.RECEIVED);
        for (int step = 0; step < State.values().length; step++) {
            for (State from : EnumSet.copyOf(reached)) {
                for (Transition transition : Transition.values()) {
                    if (transition.possibleFrom(from, false)) {
                        transition.to(false).ifPresent(reached::add);
                    }
                }
            }
        }

        assertThat(reached).contains(state);
    }

    @Test
    void onlyAnOpenFeedbackThatWasNeverAnsweredCanBeWithdrawn() {
        for (State state : State.values()) {
            assertThat(Transition.WITHDRAW.possibleFrom(state, false))
                    .as(state.name())
                    .isEqualTo(state.open() && state != State.REOPENED);
            assertThat(Transition.WITHDRAW.possibleFrom(state, true))
                    .as(state.name())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"RELEASE_ANSWER", "SHARE_ANSWER"},
            mode = EnumSource.Mode.EXCLUDE)
    void eachIsKnownByItsEvent(Transition transition) {
        assertThat(Transition.ofEventType(transition.eventType())).isEqualTo(transition);
    }

    @Test
    void whatTheLeaderReleasesAndWhatIsSharedIsAnAnswer() {
        assertThat(Transition.ofEventType(Transition.RELEASE_ANSWER.eventType()))
                .isEqualTo(Transition.ANSWER);
        assertThat(Transition.ofEventType(Transition.SHARE_ANSWER.eventType())).isEqualTo(Transition.ANSWER);
    }

    @Test
    void theEventIsNamedInThePast() {
        assertThat(Transition.REQUEST_SUPPLEMENT.eventType()).isEqualTo("vn.cchc.feedback.supplement-requested.v1");
    }
}
