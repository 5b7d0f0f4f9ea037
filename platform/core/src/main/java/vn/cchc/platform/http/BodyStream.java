package vn.cchc.platform.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads a request body in slices, each stored before further ones are read: what has come of a body stays, even when the
 * line breaks in the middle of it. A slow sender occupies memory for two slices, but no thread and no database connection.
 * For operations that return a {@link Uni}, have no {@link MaxBody} and take no body as a parameter.
 */
@ApplicationScoped
public class BodyStream {

    /** Maximum length of a slice in bytes. */
    public static final int LONGEST_SLICE = 256 * 1024;

    private final CurrentVertxRequest current;
    private final RequestBodyConfig config;
    private final RequestOwner owner;
    private final BytesInFlight memory;

    BodyStream(CurrentVertxRequest current, RequestBodyConfig config, RequestOwner owner, BodyMemory memory) {
        this.current = current;
        this.config = config;
        this.owner = owner;
        this.memory = memory.inFlight();
    }

    /** Where the slices go. Its methods are called one after another; those that may wait, on a worker thread. */
    public interface Slices {

        /**
         * Called before anything is read; on a worker thread.
         *
         * @return maximum length of the body in bytes; a longer one is refused with 413
         * @throws Problem to refuse the body
         */
        long begin();

        /**
         * Length of the next slice in bytes, at most {@link #LONGEST_SLICE}; the last one, also of a broken line, may be
         * shorter.
         */
        int next();

        /**
         * Stores a slice, which is not empty; on a worker thread.
         *
         * @throws Problem to refuse the rest
         */
        void store(byte[] slice);
    }

    /**
     * Reads the body of the current request. Completes when all of it is stored; fails with what refuses it, 413 or 503.
     * A body that is interrupted, below the least pace, or longer under way than the deadline of {@link RequestBodyConfig}
     * is stored as far as it came, and its connection is closed.
     */
    public Uni<Void> read(Slices slices) {
        RoutingContext exchange = current.getCurrent();
        StreamedBody body = new StreamedBody(exchange, config, memory, owner.of(exchange), slices);
        return Uni.createFrom().<Void>emitter(body::read);
    }
}
