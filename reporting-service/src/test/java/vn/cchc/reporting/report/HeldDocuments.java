package vn.cchc.reporting.report;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import vn.cchc.reporting.document.DocumentModel;

/** Lays documents out as ever, and for a test that asks for it not before the test says so. */
@Mock
@ApplicationScoped
public class HeldDocuments extends Documents {

    private static final AtomicReference<Hold> NEXT = new AtomicReference<>();
    private static final AtomicInteger LAID_OUT = new AtomicInteger();

    /** A rendering that is under way until it is released. */
    public static final class Hold implements AutoCloseable {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        private Hold() {}

        /** Waits until the rendering has begun. */
        public void awaitBegin() throws InterruptedException {
            if (!begun.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("Nothing was laid out");
            }
        }

        @Override
        public void close() {
            NEXT.compareAndSet(this, null);
            released.countDown();
        }
    }

    /** How many documents have been laid out. */
    public static int laidOut() {
        return LAID_OUT.get();
    }

    /** Holds the next rendering. */
    public static Hold holdNext() {
        Hold hold = new Hold();
        NEXT.set(hold);
        return hold;
    }

    @Override
    byte[] pdf(DocumentModel model, OffsetDateTime createdAt) {
        LAID_OUT.incrementAndGet();
        Hold hold = NEXT.getAndSet(null);
        if (hold != null) {
            hold.begun.countDown();
            try {
                hold.released.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return super.pdf(model, createdAt);
    }
}
