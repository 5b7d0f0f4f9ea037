package vn.cchc.local;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import vn.cchc.local.api.Fault;

/**
 * Monitors the system from start to end and reports the first failure. The end of a process is reported at once, and in
 * preference to its consequences, which may appear only after a minute and suggest another cause.
 */
final class Watch {
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final Supplier<Optional<Fault>> ended;
    private final Duration grace;

    /**
     * @param ended the end of any started part as a fault; polled several times a second
     * @param grace maximum time between a failure and the end of the process that caused it: on an orderly shutdown a
     *     process refuses requests for a while before it ends
     */
    Watch(Supplier<Optional<Fault>> ended, Duration grace) {
        this.ended = ended;
        this.grace = grace;
    }

    /**
     * Runs {@code work} in a daemon thread, which is abandoned when a part has ended, as this JVM then ends too.
     *
     * @throws Fault when a part has ended or the work fails
     */
    <T> T over(Supplier<T> work) {
        return stayFor(CompletableFuture.supplyAsync(work, Watch::inThread));
    }

    /** The thread is created here to inherit the creator's context class loader, which is Maven's. */
    private static void inThread(Runnable work) {
        Thread thread = new Thread(work, "work");
        thread.setDaemon(true);
        thread.start();
    }

    /** @throws Fault when a part has ended */
    void forEver() {
        stayFor(new CompletableFuture<>());
    }

    private <T> T stayFor(CompletableFuture<T> work) {
        while (true) {
            try {
                return work.get(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException underWay) {
                Optional<Fault> end = ended.get();
                if (end.isPresent()) {
                    throw end.get();
                }
            } catch (ExecutionException failure) {
                stayFor(new CompletableFuture<>().completeOnTimeout(null, grace.toMillis(), TimeUnit.MILLISECONDS));
                throw failure.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(failure.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Fault("The launcher was interrupted: start again.");
            }
        }
    }
}
