package vn.cchc.platform.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Files that last as long as the exchange that needs them: what is too large for memory is sent from disk, at the pace of the
 * one who fetches it, without a thread that waits for them.
 */
@ApplicationScoped
public class ExchangeFiles {

    private final CurrentVertxRequest current;
    private final UploadFolder folder;

    ExchangeFiles(CurrentVertxRequest current, UploadFolder folder) {
        this.current = current;
        this.folder = folder;
    }

    /** What fills a file. */
    public interface Filling {
        void into(Path file) throws IOException;
    }

    /** A file to send. */
    public Path filled(Filling filling) {
        Path file = folder.path().resolve(UUID.randomUUID().toString());
        deleteAfter(current.getCurrent(), file);
        try {
            filling.into(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** On the event loop, where the end of the exchange is told. What is being sent when it is deleted is sent to its end. */
    private static void deleteAfter(RoutingContext exchange, Path file) {
        exchange.vertx().runOnContext(now -> {
            if (exchange.response().ended() || exchange.response().closed()) {
                exchange.vertx().fileSystem().delete(file.toString());
            } else {
                exchange.addEndHandler(ended -> exchange.vertx().fileSystem().delete(file.toString()));
            }
        });
    }
}
