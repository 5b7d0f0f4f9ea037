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
    private final FilesAtOnce filesAtOnce;
    private final UploadFolder folder;

    ExchangeFiles(CurrentVertxRequest current, FilesAtOnce filesAtOnce, UploadFolder folder) {
        this.current = current;
        this.filesAtOnce = filesAtOnce;
        this.folder = folder;
    }

    /** What fills a file. */
    public interface Filling {
        void into(Path file) throws IOException;
    }

    /**
     * A file to send.
     *
     * @throws Problem 429 when the caller has too many under way
     */
    public Path filled(Filling filling) {
        RoutingContext exchange = current.getCurrent();
        filesAtOnce.count(exchange);
        Path file = folder.path().resolve(UUID.randomUUID().toString());
        exchange.addEndHandler(ended -> exchange.vertx().fileSystem().delete(file.toString()));
        try {
            filling.into(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
