package vn.cchc.plan.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassesTest {

    private static List<List<String>> passes(String... facts) {
        return Passes.of(List.of(facts), fact -> fact.charAt(0));
    }

    @Test
    void facts_about_different_things_are_one_pass() {
        assertThat(passes("a1", "b1", "c1")).containsExactly(List.of("a1", "b1", "c1"));
    }

    @Test
    void facts_about_one_thing_are_passes_in_their_order() {
        assertThat(passes("a1", "a2", "b1", "a3", "b2"))
                .containsExactly(List.of("a1", "b1"), List.of("a2", "b2"), List.of("a3"));
    }

    @Test
    void no_facts_are_no_pass() {
        assertThat(passes()).isEmpty();
    }
}
