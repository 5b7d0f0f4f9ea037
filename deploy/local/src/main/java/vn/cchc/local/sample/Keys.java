package vn.cchc.local.sample;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Idempotency keys, one per step of the sample and stable across attempts. */
final class Keys {
    private Keys() {}

    static Map<String, String> forStep(String step) {
        return Map.of("Idempotency-Key", key(step));
    }

    static Map<String, String> forStep(String step, String etag) {
        Map<String, String> headers = new HashMap<>(forStep(step));
        if (etag != null) {
            headers.put("If-Match", etag);
        }
        return headers;
    }

    private static String key(String step) {
        return UUID.nameUUIDFromBytes(("cchc-sample/" + step).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
