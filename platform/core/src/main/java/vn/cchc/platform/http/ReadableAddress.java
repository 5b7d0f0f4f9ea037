package vn.cchc.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Refuses, before routing, a request target that is too long, is not a valid URI (RFC 3986) or percent-decodes to invalid
 * UTF-8; Vert.x and Quarkus would send a response without a body.
 */
@ApplicationScoped
public class ReadableAddress {

    /**
     * Maximum characters of path and query, the length that RFC 9110, 4.1 recommends to support. Vert.x itself refuses
     * request lines above {@code quarkus.http.limits.max-initial-line-length}, which is far more.
     */
    public static final int LONGEST = 8000;

    void require(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    String address = exchange.request().uri();
                    if (address.length() > LONGEST) {
                        EarlyAnswer.send(Problem.addressTooLong(LONGEST), exchange);
                    } else if (!isReadable(address)) {
                        EarlyAnswer.send(Problem.unreadableAddress(), exchange);
                    } else {
                        exchange.next();
                    }
                },
                EarlyAnswer.AFTER_CROSS_ORIGIN);
    }

    private static boolean isReadable(String address) {
        try {
            new URI(address);
        } catch (URISyntaxException e) {
            return false;
        }
        if (address.indexOf('%') < 0) {
            return true;
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(address.length());
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) == '%') {
                octets.write(HexFormat.fromHexDigits(address, i + 1, i + 3));
                i += 2;
            } else {
                // Any unencoded character ends a UTF-8 sequence; which one does not matter.
                octets.write('a');
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
