package vn.cchc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cchc.local.api.Fault;

class WorkFolderTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_that_cannot_be_made_is_told_with_the_way_out() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> WorkFolder.at(file.resolve("home")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("-Dcchc.home=");
    }

    @Test
    void to_begin_anew_keeps_the_lock_and_the_binaries_only() throws IOException {
        WorkFolder work = WorkFolder.at(folder);
        for (String name : new String[] {
            "launcher.lock",
            "access.json",
            "sample.journal",
            "kafka/data",
            "postgres/data/PG_VERSION",
            "postgres/binaries/tool"
        }) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
        }

        work.clear();

        assertThat(folder.resolve("launcher.lock")).exists();
        assertThat(folder.resolve("postgres/binaries/tool")).exists();
        assertThat(folder.resolve("postgres/data")).doesNotExist();
        assertThat(folder.resolve("kafka")).isEmptyDirectory();
        assertThat(folder.resolve("access.json")).doesNotExist();
        assertThat(folder.resolve("sample.journal")).doesNotExist();
    }
}
