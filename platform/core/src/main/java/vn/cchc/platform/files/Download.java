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
 * A download response: {@code Content-Disposition} with a UTF-8 name (RFC 6266), conditional requests (RFC 9110, 13) and
 * a single byte range (RFC 9110, 14). {@code Cache-Control} is {@code private, no-cache}: caches are private to the caller
 * and revalidate each time. Of a file in the database only the requested range is read.
 *
 * @param tag the strong entity tag without its quotes: equal tags mean equal bytes
 * @param lastModified time of the last modification, if known; informative, since only the tag is evaluated in conditions
 */
public record Download(
        String mediaType,
        String fileName,
        Disposition disposition,
        String tag,
        Optional<Instant> lastModified,
        FileContent content) {

    /** Removes invisible characters: a bidirectional control (U+202E) could disguise the file extension. */
    public Download {
        fileName = VietnameseText.line(fileName);
    }

    /** HTTP date format (RFC 9110, 5.6.7). */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Disposition type: what a browser does with the file. */
    public enum Disposition {
        /** Shows it. */
        INLINE,
        /** Saves it. */
        ATTACHMENT
    }

    /**
     * Builds the response: 200, 206 for a range, or 304; the resource may add headers.
     *
     * @throws Problem 416 when the range is not satisfiable
     */
    public RestResponse.ResponseBuilder<FileContent.Part> answer(PartOfFile wanted) {
        if (wanted.ifNoneMatch() != null && matches(wanted.ifNoneMatch())) {
            return head(RestResponse.ResponseBuilder.create(304));
        }
        Matcher part =
                wanted.range() == null ? null : ONE_RANGE.matcher(wanted.range().strip());
        if (part == null
                || !part.matches()
                || (part.group(1).isEmpty() && part.group(2).isEmpty())
                || (wanted.ifRange() != null && !wanted.ifRange().strip().equals(quotedTag()))) {
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
