package vn.cchc.platform.http;

import io.agroal.api.AgroalPoolInterceptor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Bounds the total waiting time of a request. Each wait (for a connection, a lock, a statement) has its own timeout,
 * but a request may have several in sequence, after waiting for a worker. At the deadline the request's connections are
 * closed by another thread. This costs no round trip while nobody is late, and does not depend on a hanging database.
 * The request then fails as in any outage: 503, transaction rolled back.
 *
 * <p>A late request that waits for a connection fails when that wait ends. So every request fails at the latest {@link
 * #TIME} plus the pool's {@code acquisition-timeout} after its body was read, or after the work excluded by {@link
 * #beginAnew}.
 */
@Singleton
public class RequestDeadline implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(RequestDeadline.class);

    private static final Duration TIME = Duration.ofMillis(7_500);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final String DEADLINE = RequestDeadline.class.getName();

    /**
     * @param at in terms of {@link System#nanoTime}
     * @param told whether the expiry has been counted: a request may hold several connections
     */
    private record Deadline(long at, Method operation, AtomicBoolean told) {

        static Deadline of(Method operation) {
            return new Deadline(System.nanoTime() + TIME.toNanos(), operation, new AtomicBoolean());
        }

        boolean isPast() {
            return System.nanoTime() - at > 0;
        }

        /** Since it began. */
        long nanos() {
            return System.nanoTime() - at + TIME.toNanos();
        }
    }

    /** Connections currently used by requests. */
    private final Map<Connection, Deadline> inUse = new ConcurrentHashMap<>();

    private final Counter ended;
    private final Timer waits;
    private volatile boolean running;
    private Thread thread;

    RequestDeadline(MeterRegistry meters) {
        this.ended = Counter.builder("cchc.requests.ended")
                .description("Requests that were ended because they had not come to their end in time")
                .register(meters);
        // The framework publishes nothing about its queue of requests, which has no bound.
        this.waits = Timer.builder("cchc.requests.waits")
                .description("How long requests waited for a worker thread, once their body was read")
                .register(meters);
    }

    /** The deadline starts when the body has been read: a slow sender delays only itself. */
    @ServerRequestFilter(nonBlocking = true, priority = RequestBodies.PRIORITY + 1)
    public void begin(ContainerRequestContext request, ResourceInfo operation) {
        request.setProperty(DEADLINE, Deadline.of(operation.getResourceMethod()));
    }

    /** Runs on the worker: a request whose deadline passed in the queue is not processed. */
    @ServerRequestFilter(priority = RequestBodies.PRIORITY + 2)
    public void requireTime(ContainerRequestContext request) {
        if (request.getProperty(DEADLINE) instanceof Deadline deadline) {
            waits.record(deadline.nanos(), TimeUnit.NANOSECONDS);
            if (deadline.isPast()) {
                tell(deadline, "waited for a worker");
                throw Problem.unavailable();
            }
        }
    }

    /**
     * Restarts the deadline of the current thread's request after work that neither waited nor held a connection, such
     * as laying out a document; or before the next of a bounded number of parts that could as well have come in requests of their
     * own, such as the files of a form.
     */
    public void beginAnew() {
        deadline().ifPresent(earlier -> CurrentRequestManager.get()
                .setProperty(DEADLINE, Deadline.of(earlier.operation)));
    }

    // Exceptions thrown to the pool would leak the connection.

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            Connection raw = connection.unwrap(Connection.class);
            // Timers and listeners have no deadline, and must not inherit one from a request whose acquisition failed.
            deadline().ifPresentOrElse(deadline -> inUse.put(raw, deadline), () -> inUse.remove(raw));
        } catch (SQLException closed) {
            LOG.debugf("The acquired connection is closed already: %s", closed);
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        forget(connection);
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        forget(connection);
    }

    /** @param view the pool's per-acquisition wrapper */
    private void forget(Connection view) {
        try {
            inUse.remove(view.unwrap(Connection.class));
        } catch (SQLException closed) {
            inUse.keySet().removeIf(RequestDeadline::isClosed);
        }
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    /** The deadline of the current thread's request; timers and listeners have none. */
    private static Optional<Deadline> deadline() {
        ArcContainer beans = Arc.container();
        if (beans == null || !beans.requestContext().isActive()) {
            return Optional.empty();
        }
        var request = CurrentRequestManager.get();
        return request != null && request.getProperty(DEADLINE) instanceof Deadline deadline
                ? Optional.of(deadline)
                : Optional.empty();
    }

    void start(@Observes StartupEvent started) {
        running = true;
        thread = new Thread(this::run, "request-deadlines");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (running) {
                inUse.forEach((connection, deadline) -> {
                    if (deadline.isPast()) {
                        // Atomic with the return to the pool: a connection is not closed under its next user.
                        inUse.computeIfPresent(connection, (same, itsDeadline) -> end(same, itsDeadline));
                    }
                });
                TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Deadline end(Connection connection, Deadline deadline) {
        if (!deadline.isPast()) {
            return deadline;
        }
        tell(deadline, "not come to its end");
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("The connection of a request past its deadline could not be closed: %s", e);
        }
        return null;
    }

    private void tell(Deadline deadline, String what) {
        if (deadline.told.compareAndSet(false, true)) {
            ended.increment();
            Method operation = deadline.operation;
            LOG.warnf(
                    "Request past its deadline: %s.%s has %s for %s",
                    operation.getDeclaringClass().getSimpleName(), operation.getName(), what, TIME);
        }
    }
}
