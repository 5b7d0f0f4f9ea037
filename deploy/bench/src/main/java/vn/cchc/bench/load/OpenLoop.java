package vn.cchc.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import vn.cchc.bench.Unmeasurable;

/**
 * Open-loop load at a fixed rate, independent of responses. Latency counts from the intended send time, so that a stall
 * affects all requests due in the meantime (no coordinated omission).
 */
public final class OpenLoop {
    /** Maximum requests in flight; more is a growing queue. */
    private static final int MOST_CONNECTIONS = 128;

    private static final int FEW = 8;

    private final int port;
    private final Supplier<byte[]> requests;
    private final int mostConnections;

    /** @param requests complete HTTP/1.1 requests */
    public OpenLoop(int port, Supplier<byte[]> requests) {
        this(port, requests, MOST_CONNECTIONS);
    }

    private OpenLoop(int port, Supplier<byte[]> requests, int mostConnections) {
        this.port = port;
        this.requests = requests;
        this.mostConnections = mostConnections;
    }

    /** Sends requests over a few connections, so that the relay gets events of several at once. */
    public static void few(int port, Supplier<byte[]> requests, int count) {
        new OpenLoop(port, requests, FEW).run(count, Duration.ofSeconds(1));
    }

    /**
     * Latency in ms.
     *
     * @param perSecond achieved rate
     */
    public record Latency(double perSecond, double median, double p99, double worst) {}

    /** @throws Unmeasurable when a status is not 2xx */
    public Latency run(double perSecond, Duration duration) {
        int count = (int) (perSecond * duration.toMillis() / 1000);
        double interval = 1e9 / perSecond;
        long[] nanos = new long[count];
        Deque<HttpConnection> idle = new ArrayDeque<>();
        List<HttpConnection> all = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            int due = 0;
            int sent = 0;
            int answered = 0;
            long begin = System.nanoTime();
            while (answered < count) {
                long now = System.nanoTime() - begin;
                due = Math.min(count, (int) (now / interval) + 1);
                while (sent < due && (!idle.isEmpty() || all.size() < mostConnections)) {
                    HttpConnection connection = idle.isEmpty() ? open(selector, all) : idle.pop();
                    connection.send(requests.get(), begin + (long) (sent * interval));
                    sent++;
                }
                selector.select(1);
                for (SelectionKey key : selector.selectedKeys()) {
                    HttpConnection connection = (HttpConnection) key.attachment();
                    if (connection.receive()) {
                        nanos[answered++] = System.nanoTime() - connection.dueNanos();
                        idle.push(connection);
                    }
                }
                selector.selectedKeys().clear();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            Arrays.sort(nanos);
            return new Latency(
                    count / seconds, nanos[count / 2] / 1e6, nanos[count * 99 / 100] / 1e6, nanos[count - 1] / 1e6);
        } catch (IOException e) {
            throw new Unmeasurable("A connection to port " + port + " broke: " + e.getMessage(), e);
        } finally {
            all.forEach(HttpConnection::close);
        }
    }

    private HttpConnection open(Selector selector, List<HttpConnection> all) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getByName("localhost"), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        HttpConnection connection = new HttpConnection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        all.add(connection);
        return connection;
    }
}
