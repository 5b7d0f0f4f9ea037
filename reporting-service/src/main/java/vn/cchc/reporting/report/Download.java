package vn.cchc.reporting.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.VietnameseText;

/**
 * A file as an HTTP answer: with a name in UTF-8 (RFC 6266), conditional (RFC 9110, 13) and in one part of its bytes (RFC 9110,
 * 14). It is private to the caller and asked for anew each time.
 *
 * @param tag the entity tag without its quotes
 * @param content made only when it is sent
 */
record Download(String mediaType, String fileName, String tag, Supplier<byte[]> content) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    RestResponse<byte[]> answer(String ifNoneMatch, String range) {
        if (ifNoneMatch != null && matches(ifNoneMatch)) {
            return head(RestResponse.ResponseBuilder.create(304)).build();
        }
        byte[] bytes = content.get();
        Matcher part = range == null ? null : ONE_RANGE.matcher(range.strip());
        // What is no single range of bytes is ignored, as RFC 9110, 14.2 has it.
        if (part == null
                || !part.matches()
                || (part.group(1).isEmpty() && part.group(2).isEmpty())) {
            return head(RestResponse.ResponseBuilder.ok(bytes)).build();
        }
        return part(bytes, part.group(1), part.group(2));
    }

    private RestResponse<byte[]> part(byte[] bytes, String first, String last) {
        long from = first.isEmpty() ? Math.max(0, bytes.length - Long.parseLong(last)) : Long.parseLong(first);
        long to = first.isEmpty() || last.isEmpty()
                ? bytes.length - 1L
                : Math.min(Long.parseLong(last), bytes.length - 1L);
        if (from > to) {
            throw Problem.rangeNotSatisfiable(bytes.length);
        }
        return head(RestResponse.ResponseBuilder.<byte[]>create(206)
                        .entity(Arrays.copyOfRange(bytes, (int) from, (int) to + 1)))
                .header("Content-Range", "bytes " + from + "-" + to + "/" + bytes.length)
                .build();
    }

    private RestResponse.ResponseBuilder<byte[]> head(RestResponse.ResponseBuilder<byte[]> answer) {
        return answer.header("Content-Type", mediaType)
                .header("Content-Disposition", disposition())
                .header("ETag", '"' + tag + '"')
                .header("Vary", "Accept")
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, no-cache")
                // The preview is a page of its own with its style inside: nothing else may be loaded or run.
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("X-Content-Type-Options", "nosniff");
    }

    private String disposition() {
        String plain = VietnameseText.fold(fileName).replaceAll("[^a-z0-9.]+", "-");
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "inline; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }

    private boolean matches(String ifNoneMatch) {
        return ifNoneMatch.strip().equals("*")
                || Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                        .anyMatch(('"' + tag + '"')::equals);
    }
}
