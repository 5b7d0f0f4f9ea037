package vn.cchc.platform.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Bounds the memory of responses that slow clients have not read yet. Above the limit, of one client or in total, the
 * connection of a slow client is closed, and a response in chunks is not begun. What the operating system's buffers and
 * Netty hold below its low watermark, some 100 KB per connection, is not counted.
 */
@ApplicationScoped
public class PendingResponses {

    /** Marks an exchange whose response is sent in chunks. */
    private static final String CHUNKED = PendingResponses.class.getName();

    private static final int FIRST = Integer.MAX_VALUE;

    /** Interval of checking whether a response has been read, in milliseconds. */
    private static final long LOOK_EVERY = 500;

    /** Netty's high watermark in bytes: above it, a connection is not writable. */
    private static final long HIGH_MARK = 64 * 1024;

    private final ClientAddress clientAddress;
    private final BytesInFlight memory;

    PendingResponses(ClientAddress clientAddress, RequestBodyConfig config, MeterRegistry meters) {
        this.clientAddress = clientAddress;
        this.memory = BytesInFlight.ofHeap(config.heapShare())
                .gauged("cchc.responses.pending", "Memory of responses that clients have not read yet", meters);
    }

    /**
     * Counts the memory of an answer sent in chunks, each after the previous one has been read: one chunk is held at a time.
     *
     * @return releases the memory, to be run once; empty where the bound is reached
     */
    public Optional<Runnable> hold(RoutingContext exchange, long bytes) {
        String client = clientAddress.of(exchange.request());
        if (!memory.take(client, bytes)) {
            return Optional.empty();
        }
        exchange.put(CHUNKED, true);
        return Optional.of(() -> memory.giveBack(client, bytes));
    }

    void watch(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    exchange.addBodyEndHandler(written -> {
                        if (exchange.get(CHUNKED) == null) {
                            countLater(exchange);
                        }
                    });
                    exchange.next();
                },
                FIRST);
    }

    /**
     * A worker hands its response to the event loop, which writes it shortly after. A short response never fills the
     * buffer.
     */
    private void countLater(RoutingContext exchange) {
        if (exchange.response().bytesWritten() > HIGH_MARK) {
            exchange.vertx().setTimer(LOOK_EVERY, timer -> count(exchange));
        }
    }

    private void count(RoutingContext exchange) {
        Channel channel = ((ConnectionBase) exchange.request().connection()).channel();
        if (channel.isWritable()) {
            return;
        }
        String client = clientAddress.of(exchange.request());
        long bytes = exchange.response().bytesWritten();
        if (!memory.take(client, bytes)) {
            exchange.request().connection().close();
            return;
        }
        exchange.vertx().setPeriodic(LOOK_EVERY, timer -> {
            if (channel.isWritable() || !channel.isOpen()) {
                exchange.vertx().cancelTimer(timer);
                memory.giveBack(client, bytes);
            }
        });
    }
}
