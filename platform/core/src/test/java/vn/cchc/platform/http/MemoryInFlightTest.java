package vn.cchc.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryInFlightTest {

    @Test
    void no_more_is_taken_than_there_is() {
        MemoryInFlight memory = new MemoryInFlight(100);

        assertThat(memory.take(60)).isTrue();
        assertThat(memory.take(41)).isFalse();
        assertThat(memory.take(40)).isTrue();
        assertThat(memory.take(1)).isFalse();
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        MemoryInFlight memory = new MemoryInFlight(100);
        memory.take(100);

        memory.giveBack(30);

        assertThat(memory.take(31)).isFalse();
        assertThat(memory.take(30)).isTrue();
    }
}
