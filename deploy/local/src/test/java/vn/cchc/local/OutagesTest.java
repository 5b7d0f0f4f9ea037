package vn.cchc.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutagesTest {
    @TempDir
    Path home;

    private Path announced;
    private Outages outages;

    @BeforeEach
    void begin() {
        outages = Outages.in(home.resolve("down"));
        announced = home.resolve("down").resolve("plan-service");
    }

    @Test
    void an_end_that_nobody_has_announced_is_not_meant() throws IOException {
        Files.createFile(home.resolve("down").resolve("feedback-service"));

        assertThat(outages.isMeant("plan-service")).isFalse();
    }

    @Test
    void an_announced_end_is_meant_until_the_service_runs_again() throws IOException {
        Files.createFile(announced);
        assertThat(outages.isMeant("plan-service")).isTrue();
        assertThat(outages.isOver("plan-service")).isFalse();

        Files.move(announced, announced.resolveSibling("plan-service.over"));
        assertThat(outages.isMeant("plan-service")).isTrue();
        assertThat(outages.isOver("plan-service")).isTrue();

        outages.close("plan-service");
        assertThat(outages.isMeant("plan-service")).isFalse();
        assertThat(outages.isOver("plan-service")).isFalse();
    }

    @Test
    void what_a_former_start_has_left_excuses_nothing() throws IOException {
        Files.createFile(announced);

        assertThat(Outages.in(home.resolve("down")).isMeant("plan-service")).isFalse();
    }
}
