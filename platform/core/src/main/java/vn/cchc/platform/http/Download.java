package vn.cchc.platform.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.text.VietnameseText;

/**
 * A file as an HTTP answer: with a name in UTF-8 (RFC 6266), conditional (RFC 9110, 13) and in one part of its bytes (RFC 9110,
 * 14). It is private to the caller and asked for anew each time.
 *
 * @param tag the entity tag without its quotes, strong: equal tags, equal bytes
 * @param content made only when it is sent
 */
public record Download(
        String mediaType, String fileName, Disposition disposition, String tag, Supplier<byte[]> content) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** What a browser does with the file. */
    public enum Disposition {
        /** Shows it. */
        INLINE,
        /** Saves it. */
        ATTACHMENT
    }

    /**
     * 200, 206 for a part, or 304; the caller adds headers of its own.
     *
     * @param ifNoneMatch the header, or null: what the caller has already
     * @param ifRange the header, or null: the file that the caller has a part of; of another one, it gets the whole
     * @param range the header, or null; what is no single range of bytes is ignored, as RFC 9110, 14.2 has it
     * @throws Problem 416 when there is no such part
     */
    public RestResponse.ResponseBuilder<byte[]> answer(String ifNoneMatch, String ifRange, String range) {
        if (ifNoneMatch != null && matches(ifNoneMatch)) {
            return head(RestResponse.ResponseBuilder.create(304));
        }
        byte[] bytes = content.get();
        Matcher part = range == null ? null : ONE_RANGE.matcher(range.strip());
        if (part == null
                || !part.matches()
                || (part.group(1).isEmpty() && part.group(2).isEmpty())
                || (ifRange != null && !ifRange.strip().equals(quotedTag()))) {
            return head(RestResponse.ResponseBuilder.ok(bytes));
        }
        return part(bytes, part.group(1), part.group(2));
    }

    private RestResponse.ResponseBuilder<byte[]> part(byte[] bytes, String first, String last) {
        long from = first.isEmpty() ? Math.max(0, bytes.length - Long.parseLong(last)) : Long.parseLong(first);
        long to = first.isEmpty() || last.isEmpty()
                ? bytes.length - 1L
                : Math.min(Long.parseLong(last), bytes.length - 1L);
        if (from > to) {
            throw Problem.rangeNotSatisfiable(bytes.length);
        }
        return head(RestResponse.ResponseBuilder.<byte[]>create(206)
                        .entity(Arrays.copyOfRange(bytes, (int) from, (int) to + 1)))
                .header("Content-Range", "bytes " + from + "-" + to + "/" + bytes.length);
    }

    private RestResponse.ResponseBuilder<byte[]> head(RestResponse.ResponseBuilder<byte[]> answer) {
        return answer.header("Content-Type", mediaType)
                .header("Content-Disposition", dispositionWithName())
                .header("ETag", quotedTag())
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, no-cache")
                .header("X-Content-Type-Options", "nosniff");
    }

    private String dispositionWithName() {
        String plain = VietnameseText.fold(fileName).replaceAll("[^a-z0-9.]+", "-");
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return disposition.name().toLowerCase(Locale.ROOT) + "; filename=\"" + plain + "\"; filename*=UTF-8''"
                + encoded;
    }

    private String quotedTag() {
        return '"' + tag + '"';
    }

    private boolean matches(String ifNoneMatch) {
        return ifNoneMatch.strip().equals("*")
                || Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                        .anyMatch(quotedTag()::equals);
    }
}
