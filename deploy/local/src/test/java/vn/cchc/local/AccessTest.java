package vn.cchc.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cchc.local.api.ApiClient;

class AccessTest {
    @TempDir
    Path folder;

    @Test
    void the_file_says_where_who_and_when_to_its_owner_only() throws IOException {
        Path file = folder.resolve("access.json");

        new Access(
                        Map.of("plan", URI.create("http://localhost:8081")),
                        Map.of("plan", URI.create("http://localhost:9081")),
                        Map.of("clerk", "abc"),
                        LocalDate.of(2021, 2, 26))
                .writeTo(file);

        JsonNode content = ApiClient.JSON.readTree(file.toFile());
        assertThat(content.at("/services/plan").asText()).isEqualTo("http://localhost:8081");
        assertThat(content.at("/management/plan").asText()).isEqualTo("http://localhost:9081");
        assertThat(content.at("/tokens/clerk").asText()).isEqualTo("abc");
        assertThat(content.at("/today").asText()).isEqualTo("2021-02-26");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
