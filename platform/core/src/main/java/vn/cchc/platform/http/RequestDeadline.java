package vn.cchc.platform.http;

import io.agroal.api.AgroalPoolInterceptor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
 * Bounds what a request waits for as a whole. Each wait has a bound of its own, for a connection, a lock, a statement; a
 * request may have several of them, one after the other, and may have waited for a worker before. When its time is over, the
 * connections that it holds are closed under it, which costs no round trip as long as nobody is late, and needs no answer of
 * a database that is silent. It then fails as in any outage: 503, its transaction rolled back.
 *
 * <p>A request that is late and waits for a connection is told when that wait is over; so nobody is told later than {@link
 * #TIME} and the pool's {@code acquisition-timeout} after the body had come, or after the work that {@link #beginAnew} leaves out.
 */
@Singleton
public class RequestDeadline implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(RequestDeadline.class);

    private static final Duration TIME = Duration.ofMillis(7_500);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final String DEADLINE = RequestDeadline.class.getName();

    /**
     * @param at as {@link System#nanoTime} has it
     * @param told whether the end of the request has been counted: it may hold several connections
     */
    private record Deadline(long at, Method operation, AtomicBoolean told) {

        static Deadline of(Method operation) {
            return new Deadline(System.nanoTime() + TIME.toNanos(), operation, new AtomicBoolean());
        }

        boolean isPast() {
            return System.nanoTime() - at > 0;
        }
    }

    /** Connections in use by requests. */
    private final Map<Connection, Deadline> inUse = new ConcurrentHashMap<>();

    private final Counter ended;
    private volatile boolean running;
    private Thread thread;

    RequestDeadline(MeterRegistry meters) {
        this.ended = Counter.builder("cchc.requests.ended")
                .description("Requests that were ended because they had not come to their end in time")
                .register(meters);
    }

    /** The time begins when the body has come: a slow sender waits for nobody but himself. */
    @ServerRequestFilter(nonBlocking = true, priority = RequestBodies.PRIORITY + 1)
    public void begin(ContainerRequestContext request, ResourceInfo operation) {
        request.setProperty(DEADLINE, Deadline.of(operation.getResourceMethod()));
    }

    /** On the worker: who has waited for it until now is not worked for any more. */
    @ServerRequestFilter(priority = RequestBodies.PRIORITY + 2)
    public void requireTime(ContainerRequestContext request) {
        if (request.getProperty(DEADLINE) instanceof Deadline deadline && deadline.isPast()) {
            tell(deadline, "waited for a worker");
            throw Problem.unavailable();
        }
    }

    /**
     * Begins the time of the request that this thread works for anew, after work that has waited for nobody and held nothing: how
     * long a document takes to be laid out says nothing of how long its caller waits for others.
     */
    public void beginAnew() {
        deadline().ifPresent(earlier -> CurrentRequestManager.get()
                .setProperty(DEADLINE, Deadline.of(earlier.operation)));
    }

    // What the pool calls must not throw: the connection would be lost to it.

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            Connection raw = connection.unwrap(Connection.class);
            // Who has none, a timer or a listener, must not inherit that of a request whose acquisition failed.
            deadline().ifPresentOrElse(deadline -> inUse.put(raw, deadline), () -> inUse.remove(raw));
        } catch (SQLException closed) {
            LOG.debugf("It has no end to wait for: %s", closed);
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

    /** @param view that the pool gives for the time of a call */
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

    /** Of the request that this thread works for; timers and listeners have none. */
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
                        // Atomically with its return to the pool: it is not closed under another.
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
            LOG.warnf("Its connection could not be closed: %s", e);
        }
        return null;
    }

    private void tell(Deadline deadline, String what) {
        if (deadline.told.compareAndSet(false, true)) {
            ended.increment();
            Method operation = deadline.operation;
            LOG.warnf(
                    "A request is ended: %s.%s has %s for %s",
                    operation.getDeclaringClass().getSimpleName(), operation.getName(), what, TIME);
        }
    }
}
