package vn.cchc.plan.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.plan.plan.KeptFinding;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.testing.LocalServers;

/**
 * Figures as they are in the database: kept-figures.json, in the order of {@link FindingTextTest#findings}. What is there has been
 * stored by a version in use; a component may be added to it as an {@code Optional}, never renamed or removed.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
class KeptFiguresTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BilingualText OF_THEN = BilingualText.of("như khi ghi", "as it was");

    /** One stored finding. */
    record Kept(FindingCode code, Map<String, Object> figures) {}

    static List<Kept> kept() throws IOException {
        try (InputStream file = KeptFiguresTest.class.getResourceAsStream("/kept-figures.json")) {
            return JSON.readValue(file, new TypeReference<List<Kept>>() {});
        }
    }

    static Stream<Arguments> findings() throws IOException {
        List<Kept> kept = kept();
        assertThat(kept).hasSameSizeAs(FindingTextTest.findings());
        return IntStream.range(0, kept.size()).mapToObj(i -> {
            Object[] finding = FindingTextTest.findings().get(i).get();
            return Arguments.of(finding[0], finding[1], finding[2], kept.get(i));
        });
    }

    private static BilingualText shown(FindingCode code, BilingualText ofThen, Map<String, Object> figures) {
        return FindingView.of(new KeptFinding(code, List.of(), List.of(), ofThen, figures))
                .text();
    }

    @ParameterizedTest
    @MethodSource("findings")
    void figures_are_stored_and_read_as_ever(FindingCode code, Figures figures, BilingualText text, Kept kept)
            throws IOException {
        JsonNode stored = JSON.readTree(JSON.writeValueAsString(
                KeptFinding.of(new Finding(code, List.of(), figures)).figures()));

        assertThat(kept.code()).isEqualTo(code);
        assertThat(stored).isEqualTo(JSON.valueToTree(kept.figures()));
        assertThat(shown(code, OF_THEN, kept.figures())).isEqualTo(text);
    }

    /** Those of another version, or of another code. */
    @Test
    void a_finding_whose_figures_lack_one_is_shown_in_the_words_of_then_and_never_with_a_gap() throws IOException {
        List<String> optional = List.of("normalised", "reason", "sharedTerm", "share", "sections");
        for (Kept each : kept()) {
            each.figures().keySet().stream()
                    .filter(name -> !optional.contains(name))
                    .forEach(name -> {
                        Map<String, Object> others = new HashMap<>(each.figures());
                        others.put("renamed", others.remove(name));
                        assertThat(shown(each.code(), OF_THEN, others))
                                .as("%s without %s", each.code(), name)
                                .isEqualTo(OF_THEN);
                        assertThatThrownBy(() -> shown(each.code(), null, others))
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessageContaining(each.code().name());
                    });
        }
    }
}
