package vn.cchc.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StableValuesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void two_walks_with_other_ids_digests_and_times_read_alike() throws Exception {
        assertThat(walk(1)).isEqualTo(walk(2));
    }

    private static JsonNode walk(int nth) throws Exception {
        StableValues values = new StableValues();
        String id = UUID.randomUUID().toString();
        Instant set = Instant.parse("2021-01-05T01:30:00Z");
        values.clockIsSet(set);
        values.replace("T-" + nth, "TIEN-HUNG");
        String now = set.plusNanos(nth * 1000L).toString();
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("abc" + nth + "\u001f" + now + "\u001f" + id).getBytes(UTF_8));

        return values.in(JSON.readTree("""
                {"id": "%s", "link": "/api/v1/things/%s", "other": "%s", "digest": "%064x", "at": "%s", "next": "%s", "code": "T-%d"}""".formatted(id, id, UUID.randomUUID(), nth, now, cursor, nth)));
    }

    @Test
    void equal_ids_stay_equal_and_different_ones_different() throws Exception {
        StableValues values = new StableValues();
        UUID one = UUID.randomUUID();

        JsonNode first = values.in(JSON.readTree("[\"" + one + "\", \"" + UUID.randomUUID() + "\"]"));
        JsonNode then = values.in(JSON.readTree("[\"" + one + "\"]"));

        assertThat(then.get(0)).isEqualTo(first.get(0)).isNotEqualTo(first.get(1));
    }

    @Test
    void an_id_that_reads_as_a_separator_in_base64_is_no_cursor() throws Exception {
        JsonNode ids = new StableValues().in(JSON.readTree("[\"00cf0000-0000-4000-8000-000000000000\"]"));

        assertThat(ids.get(0).textValue()).isEqualTo("0176d000-0000-7000-8000-000000000001");
    }

    @Test
    void only_times_that_the_clock_has_told_since_it_was_set_become_that_time() throws Exception {
        StableValues values = new StableValues();
        values.clockIsSet(Instant.parse("2021-01-05T01:30:00Z"));

        JsonNode times = values.in(
                JSON.readTree(
                        "[\"2021-01-05T08:30:00.000001+07:00\", \"2021-01-04T16:00:00+07:00\", \"2021-01-05T17:00:00+07:00\"]"));

        assertThat(times)
                .extracting(JsonNode::textValue)
                .containsExactly("2021-01-05T08:30:00+07:00", "2021-01-04T16:00:00+07:00", "2021-01-05T17:00:00+07:00");
    }
}
