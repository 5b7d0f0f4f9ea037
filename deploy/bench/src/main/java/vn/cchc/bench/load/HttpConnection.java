package vn.cchc.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.bench.Unmeasurable;

/** A persistent HTTP/1.1 connection with one request in flight; implements only what the services' responses use. */
final class HttpConnection {
    private static final int BUFFER = 64 * 1024;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");
    private static final Pattern CHUNKED = Pattern.compile("(?i)\r\ntransfer-encoding: *chunked");

    /** End of a chunked response; JSON cannot contain these bytes. */
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final int UNKNOWN = -1;
    private static final int BY_CHUNKS = -2;

    private final SocketChannel channel;
    private ByteBuffer answer = ByteBuffer.allocate(BUFFER);

    /** Total bytes of the response, {@link #UNKNOWN} before its head has arrived, or {@link #BY_CHUNKS}. */
    private int expected;

    private long dueNanos;

    HttpConnection(SocketChannel channel) {
        this.channel = channel;
    }

    /** Intended send time of the request in flight, by {@link System#nanoTime}. */
    long dueNanos() {
        return dueNanos;
    }

    void send(byte[] request, long due) throws IOException {
        dueNanos = due;
        expected = UNKNOWN;
        answer.clear();
        ByteBuffer left = ByteBuffer.wrap(request);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /** Reads the available bytes; true when the response is complete. */
    boolean receive() throws IOException {
        if (!answer.hasRemaining()) {
            ByteBuffer larger = ByteBuffer.allocate(2 * answer.capacity());
            larger.put(answer.flip());
            answer = larger;
        }
        if (channel.read(answer) < 0) {
            throw new EOFException("closed by the service");
        }
        if (expected == UNKNOWN) {
            expected = readHead();
        }
        return switch (expected) {
            case UNKNOWN -> false;
            case BY_CHUNKS -> endsWithLastChunk();
            default -> answer.position() >= expected;
        };
    }

    private boolean endsWithLastChunk() {
        int from = answer.position() - LAST_CHUNK.length;
        for (int i = 0; i < LAST_CHUNK.length; i++) {
            if (answer.get(from + i) != LAST_CHUNK[i]) {
                return false;
            }
        }
        return true;
    }

    private int readHead() {
        String head = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
        int end = head.indexOf("\r\n\r\n");
        if (end < 0) {
            return UNKNOWN;
        }
        if (head.charAt("HTTP/1.1 ".length()) != '2') {
            throw new Unmeasurable("Not every request was successful: "
                    + new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8));
        }
        String fields = head.substring(0, end);
        if (CHUNKED.matcher(fields).find()) {
            return BY_CHUNKS;
        }
        Matcher length = LENGTH.matcher(fields);
        if (!length.find()) {
            throw new Unmeasurable("A response without Content-Length or chunked encoding: " + fields);
        }
        return end + 4 + Integer.parseInt(length.group(1));
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
