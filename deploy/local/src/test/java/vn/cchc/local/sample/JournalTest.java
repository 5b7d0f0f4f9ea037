package vn.cchc.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.local.api.Fault;

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

    @ParameterizedTest
    @ValueSource(strings = {"plan/import\t{\"a\": ]}\n", "plan/import\t[1]}\n"})
    void one_that_is_broken_is_told_in_one_line_with_the_way_out(String content) throws IOException {
        Path file = folder.resolve("journal");
        Files.writeString(file, content);

        assertThatThrownBy(() -> Journal.in(file))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("-Dcchc.fresh")
                .satisfies(fault -> assertThat(fault.getMessage().lines()).hasSize(1));
    }
}
