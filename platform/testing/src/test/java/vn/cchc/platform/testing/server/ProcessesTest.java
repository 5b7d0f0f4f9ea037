package vn.cchc.platform.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void a_process_runs_until_it_is_killed() throws IOException {
        Process sleeper = new ProcessBuilder("sleep", "600").start();
        assertThat(Processes.isRunning(sleeper.toHandle())).isTrue();
        assertThat(Processes.endsWithin(Duration.ZERO, sleeper.toHandle())).isFalse();

        sleeper.destroyForcibly();

        assertThat(Processes.endsWithin(PATIENCE, sleeper.toHandle())).isTrue();
    }

    @Test
    void one_that_has_ended_unnoticed_by_its_parent_does_not_run() throws IOException {
        // The shell starts a child and then gives way to a command that takes note of no child.
        Process parent = new ProcessBuilder("/bin/sh", "-c", "sleep 600 & echo $!; exec sleep 600").start();
        try (BufferedReader told = parent.inputReader()) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(told.readLine())).orElseThrow();
            // Until it has given way the shell may still take note.
            await().atMost(PATIENCE)
                    .until(() -> parent.info().command().orElse("").endsWith("/sleep"));
            assertThat(Processes.isRunning(child)).isTrue();

            child.destroyForcibly();

            assertThat(Processes.endsWithin(PATIENCE, child)).isTrue();
            assertThat(child.isAlive()).isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }
}
