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
 * @param <T> what carries the bytes
 */
public record Download<T>(String mediaType, String fileName, Disposition disposition, String tag, Bytes<T> content) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** What is asked for its bytes only when they are sent. */
    public interface Bytes<T> {

        long length();

        /**
         * @param from the first byte, from 0
         * @param count at least 1 unless the whole is empty
         */
        T part(long from, long count);

        /** Bytes that are small enough to be held in memory. */
        static Bytes<byte[]> of(Supplier<byte[]> maker) {
            return new Bytes<>() {
                private byte[] made;

                private byte[] bytes() {
                    if (made == null) {
                        made = maker.get();
                    }
                    return made;
                }

                @Override
                public long length() {
                    return bytes().length;
                }

                @Override
                public byte[] part(long from, long count) {
                    boolean whole = from == 0 && count == length();
                    return whole ? bytes() : Arrays.copyOfRange(bytes(), (int) from, (int) (from + count));
                }
            };
        }
    }

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
    public RestResponse.ResponseBuilder<T> answer(String ifNoneMatch, String ifRange, String range) {
        if (ifNoneMatch != null && matches(ifNoneMatch)) {
            return head(RestResponse.ResponseBuilder.create(304));
        }
        Matcher part = range == null ? null : ONE_RANGE.matcher(range.strip());
        if (part == null
                || !part.matches()
                || (part.group(1).isEmpty() && part.group(2).isEmpty())
                || (ifRange != null && !ifRange.strip().equals(quotedTag()))) {
            return head(RestResponse.ResponseBuilder.ok(content.part(0, content.length())));
        }
        return part(part.group(1), part.group(2));
    }

    private RestResponse.ResponseBuilder<T> part(String first, String last) {
        long length = content.length();
        long from = first.isEmpty() ? Math.max(0, length - Long.parseLong(last)) : Long.parseLong(first);
        long to = first.isEmpty() || last.isEmpty() ? length - 1 : Math.min(Long.parseLong(last), length - 1);
        if (from > to) {
            throw Problem.rangeNotSatisfiable(length);
        }
        return head(RestResponse.ResponseBuilder.<T>create(206).entity(content.part(from, to - from + 1)))
                .header("Content-Range", "bytes " + from + "-" + to + "/" + length);
    }

    private RestResponse.ResponseBuilder<T> head(RestResponse.ResponseBuilder<T> answer) {
        return answer.header("Content-Type", mediaType)
                .header("Content-Disposition", dispositionWithName())
                .header("ETag", quotedTag())
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, no-cache");
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
