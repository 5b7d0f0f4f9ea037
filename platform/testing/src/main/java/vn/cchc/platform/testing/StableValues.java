package vn.cchc.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces in JSON what differs from run to run by what does not. Ids and digests are numbered in the order in which they first
 * appear; an equal one is replaced alike in all JSON of one object of this class. A time that the training clock has told is the
 * time that it was set to.
 */
final class StableValues {

    private static final Pattern ID =
            Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    private static final int VERSION_OF_ID = 14;
    private static final Pattern DIGEST = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final Pattern TIME =
            Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{8,}");

    /** Between the parts of a cursor; the first is a checksum. */
    private static final String SEPARATOR = "\u001f";

    /** Legible throughout: an id or a digest can be read as Base64 too, but then it yields bytes of any kind. */
    private static final Pattern DECODED_CURSOR = Pattern.compile("[0-9a-f]{1,8}(?:\u001f[^\\p{Cntrl}\uFFFD]*)+");

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> digests = new HashMap<>();
    private final List<Setting> settings = new ArrayList<>();

    /** @param until {@link System#nanoTime} when the clock was set anew */
    private record Setting(Instant time, long since, Optional<Long> until) {

        Setting(Instant time) {
            this(time, System.nanoTime(), Optional.empty());
        }

        Setting ended() {
            return until.isPresent() ? this : new Setting(time, since, Optional.of(System.nanoTime()));
        }

        boolean told(Instant when) {
            Duration lasted = Duration.ofNanos(until.orElseGet(System::nanoTime) - since);
            return when.isAfter(time) && !when.isAfter(time.plus(lasted));
        }
    }

    /** The training clock is being set; to be called before that. */
    void clockIsSet(Instant time) {
        settings.replaceAll(Setting::ended);
        settings.add(new Setting(time));
    }

    /** Replaces a text wherever it stands. */
    void replace(String text, String by) {
        texts.put(text, by);
    }

    /** The same JSON with stable values; names of fields stay. */
    JsonNode in(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(in(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, in(array.get(i)));
            }
        } else if (node.isTextual()) {
            return TextNode.valueOf(in(node.textValue()));
        }
        return node;
    }

    private String in(String text) {
        return cursor(text).orElseGet(() -> {
            String result = text;
            for (Map.Entry<String, String> each : texts.entrySet()) {
                result = result.replace(each.getKey(), each.getValue());
            }
            result = ID.matcher(result).replaceAll(id -> id(id.group()));
            result = DIGEST.matcher(result).replaceAll(digest -> digest(digest.group()));
            return TIME.matcher(result).replaceAll(this::time);
        });
    }

    /** One that the service has derived (version 5) is shown as such, any other as of version 7. */
    private String id(String id) {
        char version = id.charAt(VERSION_OF_ID) == '5' ? '5' : '7';
        return ids.computeIfAbsent(id, any -> "0176d000-0000-%c000-8000-%012d".formatted(version, ids.size() + 1));
    }

    private String digest(String digest) {
        return digests.computeIfAbsent(digest, any -> "%064x".formatted(digests.size() + 1));
    }

    private String time(MatchResult found) {
        OffsetDateTime time = OffsetDateTime.parse(found.group());
        return settings.stream()
                .filter(setting -> setting.told(time.toInstant()))
                .reduce((earlier, later) -> later)
                .map(setting -> setting.time().atOffset(time.getOffset()))
                .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
                .map(Matcher::quoteReplacement)
                .orElse(found.group());
    }

    /** A cursor that leads to the same place in the stable list; its checksum is of ids that it does not have. */
    private Optional<String> cursor(String text) {
        if (!CURSOR.matcher(text).matches()) {
            return Optional.empty();
        }
        String decoded;
        try {
            decoded = new String(Base64.getUrlDecoder().decode(text), UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (!DECODED_CURSOR.matcher(decoded).matches()) {
            return Optional.empty();
        }
        String key = decoded.substring(decoded.indexOf(SEPARATOR));
        return Optional.of(
                Base64.getUrlEncoder().withoutPadding().encodeToString(("00000000" + in(key)).getBytes(UTF_8)));
    }
}
