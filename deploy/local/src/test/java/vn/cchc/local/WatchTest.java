package vn.cchc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.cchc.local.api.Fault;

@Timeout(30)
class WatchTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private final Process database = sleeper();
    private final Process service = sleeper();

    private static Process sleeper() {
        try {
            return new ProcessBuilder("sleep", "600").start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Watch watch() {
        List<Part> parts = List.of(part("PostgreSQL", database), part("plan-service", service));
        return new Watch(() -> parts.stream().filter(Part::hasEnded).findFirst().map(Part::end), Duration.ofSeconds(1));
    }

    private Part part(String name, Process process) {
        return new Part(name, process.toHandle(), folder.resolve(name + ".log"));
    }

    @AfterEach
    void endSleepers() {
        database.destroyForcibly();
        service.destroyForcibly();
    }

    @Test
    void the_end_of_a_process_is_told_at_once_although_work_is_under_way() {
        Supplier<String> work = () -> {
            service.destroyForcibly();
            return new CompletableFuture<String>().join();
        };
        long begun = System.nanoTime();

        assertThatThrownBy(() -> watch().over(work))
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith("plan-service (process " + service.pid() + ") has ended")
                .hasMessageContaining(folder.resolve("plan-service.log").toString())
                .hasMessageContaining("start again");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    }

    @Test
    void what_fails_because_of_an_end_is_not_told_in_its_place() {
        Supplier<String> work = () -> {
            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(database::destroyForcibly);
            throw new Fault("plan-service does not answer");
        };

        assertThatThrownBy(() -> watch().over(work)).hasMessageStartingWith("PostgreSQL");
    }

    @Test
    void work_that_fails_while_all_run_is_told_itself() {
        Fault fault = new Fault("the disk is full");

        assertThatThrownBy(() -> watch().over(() -> {
                    throw fault;
                }))
                .isSameAs(fault);
    }

    @Test
    void a_process_that_hangs_has_not_ended() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(service.pid()))
                        .start()
                        .waitFor())
                .isZero();

        String result = watch().over(() -> {
            CompletableFuture<String> slow = new CompletableFuture<>();
            return slow.completeOnTimeout("done", 1, TimeUnit.SECONDS).join();
        });

        assertThat(result).isEqualTo("done");
    }

    @Test
    void an_end_after_the_work_is_told_as_well() {
        Watch watch = watch();
        watch.over(() -> Optional.empty());
        service.destroyForcibly();

        assertThatThrownBy(watch::forEver).hasMessageStartingWith("plan-service");
    }
}
