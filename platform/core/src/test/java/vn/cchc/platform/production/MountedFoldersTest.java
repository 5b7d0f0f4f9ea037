package vn.cchc.platform.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountedFoldersTest {

    private static final int PACKAGED = 250;

    @TempDir
    Path folder;

    @Test
    void a_file_overrides_what_is_packaged() throws IOException {
        Files.writeString(folder.resolve("quarkus.datasource.password"), "mounted\n");
        Files.writeString(folder.resolve("KAFKA_SASL_JAAS_CONFIG"), "module");

        SmallRyeConfig config = config(folder.toString());

        assertThat(config.getValue("quarkus.datasource.password", String.class)).isEqualTo("mounted");
        assertThat(config.getValue("kafka.sasl.jaas.config", String.class)).isEqualTo("module");
        assertThat(config.getValue("kept", String.class)).isEqualTo("packaged");
    }

    /** As Kubernetes mounts a secret: files are links through a link that is exchanged at once. */
    @Test
    void files_behind_links_are_read() throws IOException {
        Path version = Files.createDirectory(folder.resolve("..2026_11_29"));
        Files.writeString(version.resolve("quarkus.datasource.password"), "linked");
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_11_29"));
        Files.createSymbolicLink(
                folder.resolve("quarkus.datasource.password"), Path.of("..data/quarkus.datasource.password"));

        assertThat(config(folder.toString()).getValue("quarkus.datasource.password", String.class))
                .isEqualTo("linked");
        assertThat(faults(folder.toString())).isEmpty();
    }

    @Test
    void a_missing_folder_is_told() {
        String both = folder + "," + folder.resolve("missing");

        assertThat(faults(both)).hasSize(1);
        assertThat(faults(both).get(0).line())
                .startsWith("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS (smallrye.config.source.file.locations) names ")
                .contains("/missing");
    }

    private static List<Fault> faults(String folders) {
        return MountedFolders.faults(Settings.of(Map.of(MountedFolders.PROPERTY, folders)));
    }

    private static SmallRyeConfig config(String folders) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                MountedFolders.PROPERTY,
                                folders,
                                "quarkus.datasource.password",
                                "packaged",
                                "kept",
                                "packaged"),
                        "packaged",
                        PACKAGED))
                .withSources(new MountedFolders())
                .build();
    }
}
