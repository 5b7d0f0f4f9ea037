package vn.cchc.feedback.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.production.Fault;
import vn.cchc.platform.production.ProductionRule;
import vn.cchc.platform.production.Settings;

class TrackingKeyRuleTest {

    private static final String GOOD = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void the_start_of_this_service_asks_it() {
        assertThat(ServiceLoader.load(ProductionRule.class)).hasAtLeastOneElementOfType(TrackingKeyRule.class);
    }

    @Test
    void a_missing_key_is_told() {
        assertThat(faults(Map.of())).extracting(Fault::property).containsExactly("cchc.tracking.key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789abcdef0123456789abcde",
                "local-only-key-of-no-secrecy-whatsoever",
                "test-only-key-of-no-secrecy-whatsoever"
            })
    void a_short_or_public_key_is_refused_as_a_value_and_as_a_file(String key) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), key + "\n");

        assertThat(faults(Map.of("cchc.tracking.key", key)))
                .extracting(Fault::property)
                .containsExactly("cchc.tracking.key");
        assertThat(faults(Map.of("cchc.tracking.key-file", file.toString())))
                .extracting(Fault::property)
                .containsExactly("cchc.tracking.key-file");
        assertThat(faults(Map.of("cchc.tracking.key", GOOD, "cchc.tracking.second-key", key)))
                .extracting(Fault::property)
                .containsExactly("cchc.tracking.second-key");
    }

    @Test
    void a_key_of_32_bytes_is_accepted() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), GOOD);

        assertThat(faults(Map.of("cchc.tracking.key", GOOD))).isEmpty();
        assertThat(faults(Map.of("cchc.tracking.key-file", file.toString()))).isEmpty();
    }

    @Test
    void the_file_of_the_second_key_may_be_empty_and_that_of_the_key_may_not() throws IOException {
        String empty = Files.writeString(folder.resolve("empty"), "\n").toString();

        assertThat(faults(Map.of("cchc.tracking.key", GOOD, "cchc.tracking.second-key-file", empty)))
                .isEmpty();
        assertThat(faults(Map.of("cchc.tracking.key-file", empty)))
                .extracting(Fault::property)
                .containsExactly("cchc.tracking.key-file");
    }

    @Test
    void a_missing_file_and_two_places_of_one_key_are_told() {
        String missing = folder.resolve("missing").toString();

        assertThat(faults(Map.of("cchc.tracking.key-file", missing)))
                .extracting(Fault::property)
                .containsExactly("cchc.tracking.key-file");
        assertThat(faults(Map.of("cchc.tracking.key", GOOD, "cchc.tracking.key-file", missing)))
                .extracting(Fault::property)
                .containsExactly("cchc.tracking.key-file");
    }

    private static List<Fault> faults(Map<String, String> settings) {
        return new TrackingKeyRule().faults(Settings.of(settings), Set.of());
    }
}
