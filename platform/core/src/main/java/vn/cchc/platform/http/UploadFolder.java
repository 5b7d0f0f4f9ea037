package vn.cchc.platform.http;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.cchc.platform.time.SystemClock;

/** Temporary directory for uploads. Orphans of killed processes are deleted. */
@Startup
@ApplicationScoped
public class UploadFolder {

    private static final Logger LOG = Logger.getLogger(UploadFolder.class);

    /**
     * Time without a change after which a file is an orphan, even of another replica on the same machine: no request lasts as long
     * ({@link RequestBodyConfig#deadline}, and the work on it).
     */
    private static final Duration LEFT_OVER = Duration.ofMinutes(30);

    private final Path path;
    private final Clock systemClock;

    UploadFolder(
            @ConfigProperty(name = "quarkus.http.body.uploads-directory") Path path, @SystemClock Clock systemClock) {
        this.path = path;
        this.systemClock = systemClock;
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for uploads cannot be used", e);
        }
    }

    public Path path() {
        return path;
    }

    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteLeftOver() throws IOException {
        Instant end = systemClock.instant().minus(LEFT_OVER);
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(end) && Files.deleteIfExists(file)) {
                    LOG.infof("Deleted a file that a killed process left file=%s", file.getFileName());
                }
            }
        }
    }
}
