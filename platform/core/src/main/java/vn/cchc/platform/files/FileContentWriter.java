package vn.cchc.platform.files;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import vn.cchc.platform.http.PendingResponses;
import vn.cchc.platform.http.Problem;

/**
 * Writes a range of a content. A file in the database is read in slices, each after the previous one has been written to
 * the network: the download of a slow client holds one slice in memory, but no thread and no database connection. The first
 * slice is read before anything is sent, so that an unavailable database gives a 503. If the database is lost later, the
 * stream is reset and the client sees a truncated body.
 */
@Provider
@Produces(MediaType.WILDCARD)
public class FileContentWriter implements ServerMessageBodyWriter<FileContent.Part> {

    private static final Logger LOG = Logger.getLogger(FileContentWriter.class);

    /** Slice size in bytes: the memory that one download holds. */
    static final int SLICE = 256 * 1024;

    private static final List<String> OF_THE_FILE =
            List.of("Content-Length", "Content-Range", "Content-Disposition", "Accept-Ranges", "ETag", "Last-Modified");

    /** HTTP/2 error code INTERNAL_ERROR for an aborted stream (RFC 9113, 7). Over HTTP/1.1 the connection is closed. */
    private static final long INTERNAL_ERROR = 2;

    private final StoredFiles files;
    private final PendingResponses pending;
    private final CurrentVertxRequest current;

    FileContentWriter(StoredFiles files, PendingResponses pending, CurrentVertxRequest current) {
        this.files = files;
        this.pending = pending;
        this.current = current;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == FileContent.Part.class;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == FileContent.Part.class;
    }

    /** Not called: Quarkus REST uses {@link #writeResponse}. */
    @Override
    public void writeTo(
            FileContent.Part part,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new UnsupportedOperationException("A file is not written to a stream that a thread would wait for");
    }

    @Override
    public void writeResponse(FileContent.Part part, Type genericType, ServerRequestContext context) {
        RoutingContext exchange = current.getCurrent();
        HttpServerResponse answer = exchange.response();
        if (part.count() == 0) {
            answer.end();
        } else if (part.of() instanceof FileContent.Stored file) {
            send(exchange, file, part.from(), part.from() + part.count());
        } else if (part.of() instanceof FileContent.Made made) {
            answer.end(Buffer.buffer(made.part(part.from(), part.count())));
        }
    }

    private void send(RoutingContext exchange, FileContent.Stored file, long from, long end) {
        Runnable release = pending.hold(exchange, SLICE).orElseThrow(Problem::unavailable);
        Sending sending = new Sending(exchange, file, from, end, release);
        boolean begun = false;
        try {
            sending.write(sending.read());
            begun = true;
        } catch (SQLException e) {
            throw new IllegalStateException("The first slice cannot be read", e);
        } finally {
            if (!begun) {
                release.run();
                // A problem is sent instead: remove the headers that describe the file.
                OF_THE_FILE.forEach(exchange.response().headers()::remove);
            }
        }
    }

    /** A download in progress. After the first slice it runs on the event loop, but for reading slices. */
    private final class Sending {

        private final RoutingContext exchange;
        private final FileContent.Stored file;
        private final long end;
        private final Runnable release;
        private long next;

        Sending(RoutingContext exchange, FileContent.Stored file, long from, long end, Runnable release) {
            this.exchange = exchange;
            this.file = file;
            this.next = from;
            this.end = end;
            this.release = release;
        }

        byte[] read() throws SQLException {
            return files.slice(file, next, (int) Math.min(SLICE, end - next));
        }

        void write(byte[] slice) {
            next += slice.length;
            exchange.response().write(Buffer.buffer(slice)).onComplete(written -> {
                if (written.failed() || isOver()) {
                    release.run(); // The client has disconnected.
                } else if (next < end) {
                    readNext();
                } else {
                    exchange.response().end();
                    release.run();
                }
            });
        }

        private void readNext() {
            exchange.vertx().executeBlocking(this::read, false).onComplete(read -> {
                if (isOver()) {
                    release.run();
                } else if (read.succeeded()) {
                    write(read.result());
                } else {
                    LOG.warnf(
                            "Download aborted, its file can no longer be read: table=%s key=%s cause=%s",
                            file.place().table(), file.key(), read.cause());
                    exchange.response().reset(INTERNAL_ERROR);
                    release.run();
                }
            });
        }

        private boolean isOver() {
            return exchange.response().closed() || exchange.response().ended();
        }
    }
}
