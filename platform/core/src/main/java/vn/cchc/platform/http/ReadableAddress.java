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
 * An address that is too long, is no URI (RFC 3986) or whose percent-encoding gives no UTF-8 is refused before anything looks at
 * it; Vert.x and Quarkus would answer without a word.
 */
@ApplicationScoped
public class ReadableAddress {

    /**
     * Characters of path and query, as many as RFC 9110, 4.1 asks for. Vert.x cuts off what is longer than {@code
     * quarkus.http.limits.max-initial-line-length}, which is far more.
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
                // What is not encoded ends a sequence, whatever it is.
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
