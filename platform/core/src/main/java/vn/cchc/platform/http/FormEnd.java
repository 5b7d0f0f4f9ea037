package vn.cchc.platform.http;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Detects whether a multipart form is complete: the closing delimiter (RFC 2046, 5.1.1) is its end. */
final class FormEnd {

    /** Bytes kept: longer than a delimiter, which has at most 70 characters and four hyphens. */
    private static final int TAIL = 256;

    private final Optional<String> boundary;
    private Buffer tail = Buffer.buffer();

    private FormEnd(Optional<String> boundary) {
        this.boundary = boundary;
    }

    /** @param contentType multipart/form-data; without a valid boundary the form is never complete */
    static FormEnd of(String contentType) {
        try {
            return new FormEnd(Optional.ofNullable(
                    MediaType.valueOf(contentType).getParameters().get("boundary")));
        } catch (IllegalArgumentException e) {
            return new FormEnd(Optional.empty());
        }
    }

    boolean hasBoundary() {
        return boundary.isPresent();
    }

    void look(Buffer part) {
        Buffer seen = tail.appendBuffer(part.slice(Math.max(0, part.length() - TAIL), part.length()));
        tail = seen.getBuffer(Math.max(0, seen.length() - TAIL), seen.length());
    }

    boolean isReached() {
        return boundary.isPresent()
                && tail.toString(StandardCharsets.ISO_8859_1).contains("--" + boundary.get() + "--");
    }
}
