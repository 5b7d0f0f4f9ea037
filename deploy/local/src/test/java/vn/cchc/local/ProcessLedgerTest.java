package vn.cchc.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessLedgerTest {
    @TempDir
    Path folder;

    private final Process sleeper;

    ProcessLedgerTest() throws IOException {
        sleeper = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endSleeper() {
        sleeper.destroyForcibly();
    }

    @Test
    void what_was_recorded_and_still_runs_is_ended() throws InterruptedException {
        ProcessLedger ledger = new ProcessLedger(folder.resolve("processes"));
        ledger.record("sleeper", sleeper.toHandle());

        assertThat(ledger.endLeftovers()).containsExactly("sleeper");
        assertThat(sleeper.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(ledger.endLeftovers()).isEmpty();
    }

    @Test
    void a_stranger_that_got_a_recorded_id_is_left_alone() throws IOException {
        Path file = folder.resolve("processes");
        long anHourBefore =
                sleeper.toHandle().info().startInstant().orElseThrow().toEpochMilli() - 3_600_000;
        Files.writeString(file, sleeper.pid() + " " + anHourBefore + " plan-service\n");

        assertThat(new ProcessLedger(file).endLeftovers()).isEmpty();
        assertThat(sleeper.isAlive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "12 17", "twelve 17955 Kafka", "99999999999999999999 1 Kafka", "\0\0\0"})
    void a_line_that_was_cut_or_broken_is_passed_over(String line) throws IOException {
        Path file = folder.resolve("processes");
        Files.writeString(file, line);

        assertThat(new ProcessLedger(file).endLeftovers()).isEmpty();
    }
}
