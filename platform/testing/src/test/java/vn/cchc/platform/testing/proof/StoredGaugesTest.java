package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.metrics.StoredGauges;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.MeterRules;
import vn.cchc.platform.testing.sample.SampleTimers;

/** What operators watch is there, with its meaning; what cannot be read is not a figure. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class StoredGaugesTest {

    private static final String DEAD_LETTER = """
            INSERT INTO dead_letter (id, topic, topic_id, partition, record_offset, headers, cause, state, attempts, died_at, tried_at)
            VALUES (gen_random_uuid(), 'cchc.sample', 'watched', 0, 0, '{}', 'watched', 'OPEN', 1, now(), now())""";

    @Inject
    StoredGauges gauges;

    @Inject
    MeterRegistry meters;

    @Inject
    SampleTimers reminders;

    @Inject
    Clock clock;

    private double read(String gauge, String... tags) {
        gauges.read();
        return meters.get(gauge).tags(tags).gauge().value();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void each_meter_of_ours_says_what_it_measures_and_in_which_unit() {
        assertThat(MeterRules.offences(meters)).isEmpty();
    }

    @Test
    void open_dead_letters_are_counted() throws SQLException {
        double before = read("cchc.dead.letters.open");

        execute(DEAD_LETTER);
        try {
            assertThat(read("cchc.dead.letters.open")).isEqualTo(before + 1);
        } finally {
            execute("DELETE FROM dead_letter WHERE topic_id = 'watched'");
        }
        assertThat(read("cchc.dead.letters.open")).isEqualTo(before);
    }

    @Test
    void a_timer_that_fails_is_as_late_as_it_was_due_first() {
        UUID id = UUID.randomUUID();
        SampleTimers.failsAfterwards = id;
        try {
            reminders.remind(id, "late", OffsetDateTime.now(clock).minusMinutes(10));

            await().pollDelay(Duration.ofSeconds(3))
                    .untilAsserted(() -> assertThat(read("cchc.timers.late", "kind", "sample"))
                            .isBetween(600.0, 660.0));
        } finally {
            SampleTimers.failsAfterwards = null;
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(read("cchc.timers.late", "kind", "sample")).isZero());
    }

    @Test
    void what_cannot_be_read_is_no_figure_and_keeps_no_other_from_being_read() throws SQLException {
        execute("ALTER TABLE heard_to RENAME TO heard_to_elsewhere");
        try {
            assertThat(read("cchc.dead.letters.open")).isNaN();
            assertThat(read("cchc.timers.late", "kind", "sample")).isNotNaN();
        } finally {
            execute("ALTER TABLE heard_to_elsewhere RENAME TO heard_to");
        }
        assertThat(read("cchc.dead.letters.open")).isNotNaN();
    }
}
