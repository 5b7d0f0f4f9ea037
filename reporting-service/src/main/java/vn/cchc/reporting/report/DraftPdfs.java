package vn.cchc.reporting.report;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import vn.cchc.platform.http.Problem;

/**
 * Cache of draft PDFs, keyed by content. Layout takes half a second of one core or more, and a draft is viewed
 * repeatedly between changes.
 */
@ApplicationScoped
class DraftPdfs {

    /** Maximum size in bytes, about two hundred documents. */
    private static final long MOST = 16L * 1024 * 1024;

    /** Whoever waits holds a worker thread: less than a request may take where it holds a connection. */
    private static final long LONGEST_WAIT_SECONDS = 6;

    private final AsyncCache<String, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((String tag, byte[] pdf) -> pdf.length)
            .buildAsync();

    /**
     * Concurrent callers share one layout.
     *
     * @param tag cache key; equal tags imply equal bytes
     * @throws Problem 503 when a concurrent caller's layout fails or times out
     */
    byte[] get(String tag, Supplier<byte[]> layout) {
        CompletableFuture<byte[]> own = new CompletableFuture<>();
        CompletableFuture<byte[]> underWay = kept.asMap().putIfAbsent(tag, own);
        return underWay == null ? layOut(own, layout) : await(underWay);
    }

    /** Failures are not cached. */
    private static byte[] layOut(CompletableFuture<byte[]> own, Supplier<byte[]> layout) {
        try {
            own.complete(layout.get());
            return own.join();
        } finally {
            own.cancel(false);
        }
    }

    private static byte[] await(CompletableFuture<byte[]> underWay) {
        try {
            return underWay.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable();
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            throw Problem.unavailable();
        }
    }
}
