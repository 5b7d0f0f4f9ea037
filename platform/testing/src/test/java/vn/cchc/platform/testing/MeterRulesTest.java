package vn.cchc.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** The rule must be able to fail. */
class MeterRulesTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void meters_that_say_what_they_measure_and_in_which_unit_are_right() {
        Counter.builder("cchc.requests.ended")
                .description("Requests that ended")
                .register(meters);
        Timer.builder("cchc.requests.waits")
                .description("How long requests waited")
                .register(meters);
        Gauge.builder("cchc.outbox.oldest.age", () -> 1)
                .description("Age of the oldest")
                .baseUnit("seconds")
                .register(meters);
        meters.counter("of.a.library");

        assertThat(MeterRules.offences(meters)).isEmpty();
    }

    @Test
    void one_without_a_description_is_not() {
        meters.counter("cchc.requests.ended");

        assertThat(MeterRules.offences(meters)).singleElement().asString().startsWith("cchc.requests.ended: ");
    }

    @Test
    void nor_a_new_one_without_a_unit() {
        Gauge.builder("cchc.keys.age", () -> 1).description("Age of the key").register(meters);

        assertThat(MeterRules.offences(meters)).singleElement().asString().startsWith("cchc.keys.age: ");
    }

    @Test
    void no_meter_at_all_is_noticed() {
        assertThat(MeterRules.offences(meters)).hasSize(1);
    }
}
