package vn.cchc.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * A record of a topic.
 *
 * @param headers last value of each header, as text
 * @param data the body as text
 */
public record SentEvent(
        String topic, int partition, long offset, String key, Map<String, String> headers, String data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The CloudEvents type; null when the record has none. */
    public String type() {
        return headers.get("ce_type");
    }

    /** @throws AssertionError when the body is not JSON */
    public JsonNode json() {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new AssertionError("The body of " + topic + " at " + offset + " is not JSON: " + data, e);
        }
    }
}
