package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionTest {

    @ParameterizedTest
    @EnumSource(
            value = Transition.class,
            names = {"CORRECT", "DISCARD"},
            mode = EnumSource.Mode.EXCLUDE)
    void the_event_of_a_transition_has_its_schema(Transition transition) {
        String event = transition.eventType().substring("vn.cchc.".length());

        assertThat(Path.of("contracts", "events", event + ".schema.json")).exists();
    }

    @ParameterizedTest
    @EnumSource(
            value = Transition.class,
            names = {"CORRECT", "DISCARD"})
    void what_happens_to_a_draft_is_no_event(Transition transition) {
        assertThatNullPointerException().isThrownBy(transition::eventType);
    }
}
