package vn.cchc.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleLaunchTest {
    @TempDir
    Path folder;

    @Test
    void another_process_is_told_who_runs_and_what_to_do() throws IOException, InterruptedException {
        Path lock = folder.resolve("launcher.lock");
        SingleLaunch.claim(lock);

        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SecondLaunch.class.getName(),
                        lock.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(other.exitValue()).isNotZero();
        assertThat(told)
                .contains("Already running here, as process "
                        + ProcessHandle.current().pid());
    }

    /** A launcher beside the one of the test. */
    static final class SecondLaunch {
        private SecondLaunch() {}

        public static void main(String[] arguments) {
            SingleLaunch.claim(Path.of(arguments[0]));
        }
    }
}
