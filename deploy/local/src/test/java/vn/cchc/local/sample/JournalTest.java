package vn.cchc.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    @Test
    void a_later_start_knows_what_was_played_and_what_it_gave() {
        Path file = folder.resolve("journal");
        Journal.in(file).record("plan/import", Map.of("plan.import", "42"));

        Journal later = Journal.in(file);

        assertThat(later.has("plan/import")).isTrue();
        assertThat(later.value("plan.import")).isEqualTo("42");
        assertThat(later.isComplete()).isFalse();
    }

    @Test
    void a_step_whose_line_was_cut_by_a_kill_is_played_again() throws IOException {
        Path file = folder.resolve("journal");
        Journal.in(file).record("plan/import", Map.of());
        Files.writeString(file, "plan/issue\t{\"plan.i", StandardOpenOption.APPEND);

        Journal.in(file).record("plan/issue", Map.of("plan.id", "7"));

        Journal later = Journal.in(file);
        assertThat(later.has("plan/import")).isTrue();
        assertThat(later.value("plan.id")).isEqualTo("7");
    }
}
