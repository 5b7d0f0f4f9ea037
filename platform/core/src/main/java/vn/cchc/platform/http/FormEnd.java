package vn.cchc.platform.http;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Whether a form has come to its end: the closing delimiter (RFC 2046, 5.1.1) is the last thing in it. */
final class FormEnd {

    /** A delimiter has at most 70 characters and four hyphens; what follows it is for nobody. */
    private static final int TAIL = 256;

    /** No line of a form has a line break in it. */
    private static final String NEVER = "\r\r";

    private final String delimiter;
    private Buffer tail = Buffer.buffer();

    private FormEnd(String delimiter) {
        this.delimiter = delimiter;
    }

    /** @param contentType multipart/form-data; of one that has no boundary or cannot be read, no end is ever reached */
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
