package vn.cchc.platform.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.VietnameseText;

/**
 * A file as an HTTP answer: with a name in UTF-8 (RFC 6266), conditional (RFC 9110, 13) and in one part of its bytes (RFC 9110,
 * 14). It is private to the caller and asked for anew each time. Of a file in the database nothing is read but what is sent.
 *
 * @param tag the entity tag without its quotes, strong: equal tags, equal bytes
 * @param lastModified when it became what it is, where that is known; conditions are by the tag alone
 */
public record Download(
        String mediaType,
        String fileName,
        Disposition disposition,
        String tag,
        Optional<Instant> lastModified,
        FileContent content) {

    /** A mark of direction (U+202E) in the name would show another ending than it has. */
    public Download {
        fileName = VietnameseText.line(fileName);
    }

    /** RFC 9110, 5.6.7. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

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
    public RestResponse.ResponseBuilder<FileContent.Part> answer(String ifNoneMatch, String ifRange, String range) {
        if (ifNoneMatch != null && matches(ifNoneMatch)) {
            return head(RestResponse.ResponseBuilder.create(304));
        }
        Matcher part = range == null ? null : ONE_RANGE.matcher(range.strip());
        if (part == null
                || !part.matches()
                || (part.group(1).isEmpty() && part.group(2).isEmpty())
                || (ifRange != null && !ifRange.strip().equals(quotedTag()))) {
            return carrying(200, 0, content.length());
        }
        return part(part.group(1), part.group(2));
    }

    private RestResponse.ResponseBuilder<FileContent.Part> part(String first, String last) {
        long length = content.length();
        long from = first.isEmpty() ? Math.max(0, length - Long.parseLong(last)) : Long.parseLong(first);
        long to = first.isEmpty() || last.isEmpty() ? length - 1 : Math.min(Long.parseLong(last), length - 1);
        if (from > to) {
            throw Problem.rangeNotSatisfiable(length);
        }
        return carrying(206, from, to - from + 1).header("Content-Range", "bytes " + from + "-" + to + "/" + length);
    }

    private RestResponse.ResponseBuilder<FileContent.Part> carrying(int status, long from, long count) {
        return head(RestResponse.ResponseBuilder.<FileContent.Part>create(status)
                .entity(new FileContent.Part(content, from, count)));
    }

    private RestResponse.ResponseBuilder<FileContent.Part> head(RestResponse.ResponseBuilder<FileContent.Part> answer) {
        lastModified.ifPresent(moment -> answer.header("Last-Modified", HTTP_DATE.format(moment)));
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
