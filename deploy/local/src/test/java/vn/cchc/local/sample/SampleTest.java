package vn.cchc.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final LocalDateTime FIRST = LocalDateTime.parse("2021-01-04T00:00");
    private static final LocalDateTime LAST = LocalDateTime.parse("2021-02-26T23:59");
    private static final List<String> CHANGES = List.of(
            "accept", "assign", "answer", "close", "refuse", "refer", "ask", "supplement", "reopen", "withdraw");

    private final JsonNode feedback = Resources.yaml("feedback.yaml");

    @Test
    void feedback_runs_through_the_quarter_over_every_channel() {
        Map<String, Integer> channels = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (JsonNode told : feedback) {
            channels.merge(told.get("channel").asText(), 1, Integer::sum);
            names.add(told.get("key").asText());
            assertThat(LocalDateTime.parse(told.get("arrived").asText())).isBetween(FIRST, LAST);
        }

        assertThat(names).hasSize(feedback.size()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(channels.keySet()).containsExactlyInAnyOrder("ONLINE", "PHONE", "IN_PERSON", "POST", "EMAIL");
    }

    @Test
    void each_change_is_known_and_comes_after_the_one_before() {
        for (JsonNode told : feedback) {
            LocalDateTime before = LocalDateTime.parse(
                    told.path("entered").asText(told.get("arrived").asText()));
            for (JsonNode change : told.get("steps")) {
                LocalDateTime at = LocalDateTime.parse(change.get("at").asText());
                assertThat(at)
                        .as(told.get("key").asText())
                        .isAfterOrEqualTo(before)
                        .isBefore(LAST);
                assertThat(CHANGES.stream().filter(change::has))
                        .as("%s", change)
                        .hasSize(1);
                before = at;
            }
        }
    }

    @Test
    void senders_can_be_nobody() {
        for (JsonNode told : feedback) {
            JsonNode sender = told.get("sender");
            assertThat(sender.path("phone").asText("0900 000 0xx")).startsWith("0900 000 0");
            assertThat(sender.path("email").asText("nobody.example.vn")).matches(".*example(\\.vn)?");
        }
    }

    @Test
    void texts_are_composed() {
        for (String file :
                List.of("feedback.yaml", "evidence.yaml", "report.yaml", "authorities.yaml", "progress.yaml")) {
            assertThat(Normalizer.isNormalized(Resources.yaml(file).toString(), Normalizer.Form.NFC))
                    .as(file)
                    .isTrue();
        }
    }

    @Test
    void units_that_act_are_registered() {
        Set<String> units = new HashSet<>(Set.of("LEADER"));
        Resources.yaml("authorities.yaml").forEach(authority -> authority
                .path("units")
                .forEach(unit -> units.add(unit.get("code").asText())));

        feedback.forEach(told -> told.get("steps").forEach(change -> assertThat(units)
                .contains(change.path("assign").asText("VPTK"))));
        Resources.yaml("progress.yaml")
                .forEach(told -> assertThat(units).contains(told.get("by").asText()));
        Resources.yaml("evidence.yaml")
                .forEach(told -> assertThat(units).contains(told.get("by").asText()));
    }
}
