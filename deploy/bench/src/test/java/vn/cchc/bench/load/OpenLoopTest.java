package vn.cchc.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.bench.Unmeasurable;

class OpenLoopTest {
    private static final byte[] REQUEST =
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger asked = new AtomicInteger();
    private final Semaphore stalled = new Semaphore(Integer.MAX_VALUE);
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private volatile int status = 200;
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            stalled.acquireUninterruptibly();
            byte[] answer = "good".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
        workers.shutdownNow();
    }

    private OpenLoop load() {
        return new OpenLoop(server.getAddress().getPort(), () -> REQUEST);
    }

    @Test
    void sends_as_many_as_the_rate_asks_for() {
        load().run(200, Duration.ofMillis(500));

        assertThat(asked).hasValue(100);
    }

    @Test
    void a_stall_weighs_on_all_requests_that_were_due_meanwhile() {
        stalled.drainPermits();
        workers.execute(() -> {
            while (asked.get() < 60) {
                Thread.onSpinWait();
            }
            stalled.release(1_000);
        });

        OpenLoop.Latency latency = load().run(200, Duration.ofMillis(500));

        assertThat(latency.median())
                .as("60 of 100 waited, the first for 300 ms")
                .isGreaterThan(20);
    }

    @Test
    void an_answer_that_is_no_success_ends_it() {
        status = 500;

        assertThatThrownBy(() -> load().run(100, Duration.ofMillis(100)))
                .isInstanceOf(Unmeasurable.class)
                .hasMessageContaining("500");
    }
}
