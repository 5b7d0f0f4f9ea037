package vn.cchc.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesInFlightTest {

    private final BytesInFlight memory = new BytesInFlight(100);

    @Test
    void an_owner_takes_no_more_than_a_quarter_and_others_go_on() {
        assertThat(memory.take("one", 20)).isTrue();
        assertThat(memory.take("one", 6)).isFalse();
        assertThat(memory.take("one", 5)).isTrue();

        assertThat(memory.take("other", 25)).isTrue();
    }

    @Test
    void all_together_take_no_more_than_there_is() {
        for (String owner : new String[] {"one", "two", "three", "four"}) {
            assertThat(memory.take(owner, 25)).isTrue();
        }

        assertThat(memory.take("five", 1)).isFalse();
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        memory.take("one", 25);

        memory.giveBack("one", 10);

        assertThat(memory.take("one", 11)).isFalse();
        assertThat(memory.take("one", 10)).isTrue();
    }

    @Test
    void what_was_refused_takes_nothing() {
        memory.take("one", 101);
        memory.take("one", 26);

        assertThat(memory.take("one", 25)).isTrue();
    }
}
