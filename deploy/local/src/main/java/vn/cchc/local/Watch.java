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
 * Stays with the system from its first part's start to its end, and tells what goes wrong first. The end of a process is
 * told at once, whatever is under way, and rather than what fails because of it: that may show only after a minute, and
 * names the wrong thing.
 */
final class Watch {
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final Supplier<Optional<Fault>> ended;
    private final Duration grace;

    /**
     * @param ended what has ended of all that was started, as a fault; asked several times a second
     * @param grace how long a failure may come before the end that causes it: a process that ends in order refuses
     *     requests a while before
     */
    Watch(Supplier<Optional<Fault>> ended, Duration grace) {
        this.ended = ended;
        this.grace = grace;
    }

    /**
     * Does {@code work} in a thread of its own, which is left to itself when something has ended, for then this JVM will.
     *
     * @throws Fault when something has ended, or the work fails
     */
    <T> T over(Supplier<T> work) {
        return stayFor(CompletableFuture.supplyAsync(work, Watch::inThread));
    }

    /** Made here, for it loads classes as the thread that makes it does, and that is Maven's. */
    private static void inThread(Runnable work) {
        Thread thread = new Thread(work, "work");
        thread.setDaemon(true);
        thread.start();
    }

    /** @throws Fault when something has ended */
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
