package vn.cchc.platform.database;

import io.quarkus.runtime.PreventFurtherStepsException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * Database work that must finish before the service is ready. While the database is unavailable it waits, logs and
 * retries without limit; any other failure ends the start. SIGTERM ends the wait: Quarkus itself would finish the start
 * first.
 */
public final class DatabaseAtStart {

    private static final Logger LOG = Logger.getLogger(DatabaseAtStart.class);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** How often the same reason to wait is logged. */
    private static final Duration LINE_EVERY = Duration.ofSeconds(30);

    /** Exit code of the JVM on SIGTERM: 128 + 15. */
    private static final int STOPPED = 143;

    private DatabaseAtStart() {}

    /** Repeatable work: it is restarted from the beginning when the connection is lost. */
    @FunctionalInterface
    public interface Work<T> {

        T run() throws SQLException;
    }

    /** The same without a result. */
    public static void run(Runnable work) {
        try {
            call(() -> {
                work.run();
                return true;
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs the work as soon as the database is available.
     *
     * @throws SQLException when it fails for another reason than an {@link Outage}
     * @throws PreventFurtherStepsException when the service is stopped meanwhile
     */
    public static <T> T call(Work<T> work) throws SQLException {
        try (Wait wait = new Wait()) {
            String before = null;
            long saidAt = 0;
            while (true) {
                try {
                    return wait.unlessStopped(work.run());
                } catch (SQLException | RuntimeException e) {
                    if (!Outage.isTransient(e)) {
                        throw e;
                    }
                    String reason = reason(e);
                    // By time, not by attempts: one that is not answered takes several seconds.
                    if (!reason.equals(before) || System.nanoTime() - saidAt >= LINE_EVERY.toNanos()) {
                        LOG.warnf("The database is away, the start waits for it: %s: %s", address(), reason);
                        saidAt = System.nanoTime();
                    }
                    before = reason;
                }
                wait.pause();
            }
        }
    }

    /**
     * Polls without limit until {@code missing} is empty. Waits for the database as {@link #call} does.
     *
     * @param missing describes to an operator what the start waits for; empty when it may continue
     * @throws SQLException when the query fails for another reason than an {@link Outage}
     * @throws PreventFurtherStepsException when the service is stopped meanwhile
     */
    public static void await(Work<Optional<String>> missing) throws SQLException {
        try (Wait wait = new Wait()) {
            int asked = 0;
            while (true) {
                Optional<String> what = wait.unlessStopped(call(missing));
                if (what.isEmpty()) {
                    return;
                }
                if (asked++ % (LINE_EVERY.toSeconds() / PAUSE.toSeconds()) == 0) {
                    LOG.warnf("The start waits: %s", what.get());
                }
                wait.pause();
            }
        }
    }

    /** Host, port and name of the database: a wrong one is the commonest reason to wait for ever, and the driver does not name it. */
    private static String address() {
        return ConfigProvider.getConfig()
                .getOptionalValue("quarkus.datasource.jdbc.url", String.class)
                .map(url -> url.replaceFirst("\\?.*", ""))
                .orElse("no address");
    }

    /** The driver's error and what caused it, in one line: an unknown host or a certificate is in the cause alone. */
    static String reason(Throwable failure) {
        StringJoiner reasons = new StringJoiner(", caused by ");
        Throwable from = failure;
        while (from.getCause() != null && !(from instanceof SQLException)) {
            from = from.getCause();
        }
        for (Throwable cause = from; cause != null; cause = cause.getCause()) {
            reasons.add(cause.toString().replaceAll("\\s*\n\\s*", " "));
        }
        return reasons.toString();
    }

    /** Interrupts the starting thread when the JVM shuts down. */
    private static final class Wait implements AutoCloseable {

        private final Thread hook = new Thread(Thread.currentThread()::interrupt, "end-of-wait");

        Wait() {
            try {
                Runtime.getRuntime().addShutdownHook(hook);
            } catch (IllegalStateException stopping) {
                throw stopped();
            }
        }

        void pause() {
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } catch (InterruptedException e) {
                throw stopped();
            }
        }

        <T> T unlessStopped(T result) {
            if (Thread.interrupted()) {
                throw stopped();
            }
            return result;
        }

        private static PreventFurtherStepsException stopped() {
            return new PreventFurtherStepsException("Stopped while the start waited for the database", STOPPED);
        }

        @Override
        public void close() {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException stopping) {
                // The shutdown hook has run, or is about to.
                LOG.debug("The JVM ends");
            }
        }
    }
}
