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

/** A kept-alive HTTP/1.1 connection with one request under way: as much of the protocol as our services' answers use. */
final class HttpConnection {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");

    private final SocketChannel channel;
    private ByteBuffer answer = ByteBuffer.allocate(64 * 1024);
    private int expected;
    private long dueNanos;

    HttpConnection(SocketChannel channel) {
        this.channel = channel;
    }

    /** When the request under way was due, by {@link System#nanoTime}. */
    long dueNanos() {
        return dueNanos;
    }

    void send(byte[] request, long due) throws IOException {
        dueNanos = due;
        expected = -1;
        answer.clear();
        ByteBuffer left = ByteBuffer.wrap(request);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /** Reads what has come; true when the answer is complete. */
    boolean receive() throws IOException {
        if (channel.read(answer) < 0) {
            throw new EOFException("closed by the service");
        }
        if (expected < 0) {
            expected = readHead();
        }
        if (expected > answer.capacity()) {
            ByteBuffer larger = ByteBuffer.allocate(expected);
            larger.put(answer.flip());
            answer = larger;
        }
        return expected >= 0 && answer.position() >= expected;
    }

    /** Bytes of the whole answer; -1 while its head is not complete. */
    private int readHead() {
        String head = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
        int end = head.indexOf("\r\n\r\n");
        if (end < 0) {
            return -1;
        }
        if (head.charAt("HTTP/1.1 ".length()) != '2') {
            throw new Unmeasurable("Not every request was answered well: " + head);
        }
        Matcher length = LENGTH.matcher(head.substring(0, end));
        if (!length.find()) {
            throw new Unmeasurable("An answer without Content-Length: " + head.substring(0, end));
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
