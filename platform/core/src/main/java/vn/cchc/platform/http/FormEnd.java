package vn.cchc.platform.http;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Detects whether a multipart form is complete: the closing delimiter (RFC 2046, 5.1.1) is its end. */
final class FormEnd {

    /** Bytes kept: longer than a delimiter, which has at most 70 characters and four hyphens. */
    private static final int TAIL = 256;

    /** Matches nothing: a line of a form contains no line break. */
    private static final String NEVER = "\r\r";

    private final String delimiter;
    private Buffer tail = Buffer.buffer();

    private FormEnd(String delimiter) {
        this.delimiter = delimiter;
    }

    /** @param contentType multipart/form-data; without a valid boundary the form is never complete */
    static FormEnd of(String contentType) {
        try {
            String boundary = MediaType.valueOf(contentType).getParameters().get("boundary");
            return new FormEnd("--" + Objects.requireNonNullElse(boundary, NEVER) + "--");
        } catch (IllegalArgumentException e) {
            return new FormEnd(NEVER);
        }
    }

    void look(Buffer part) {
        Buffer seen = tail.appendBuffer(part.slice(Math.max(0, part.length() - TAIL), part.length()));
        tail = seen.getBuffer(Math.max(0, seen.length() - TAIL), seen.length());
    }

    boolean isReached() {
        return tail.toString(StandardCharsets.ISO_8859_1).contains(delimiter);
    }
}
