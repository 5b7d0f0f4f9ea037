package vn.cchc.platform.http;

import io.quarkus.runtime.Startup;
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

/** Where files lie while they are on their way in or out. At the start, what a killed process left there is deleted. */
@Startup
@ApplicationScoped
class UploadFolder {

    private static final Logger LOG = Logger.getLogger(UploadFolder.class);

    /** Of another replica on the same machine, none is on its way for so long. */
    private static final Duration LEFT_OVER = Duration.ofHours(2);

    private final Path path;

    UploadFolder(
            @ConfigProperty(name = "quarkus.http.body.uploads-directory") Path path, @SystemClock Clock systemClock) {
        this.path = path;
        try {
            Files.createDirectories(path);
            deleteFilesBefore(systemClock.instant().minus(LEFT_OVER));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for uploads cannot be used", e);
        }
    }

    Path path() {
        return path;
    }

    private void deleteFilesBefore(Instant end) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(end) && Files.deleteIfExists(file)) {
                    LOG.infof("Deleted a file that a killed process left file=%s", file.getFileName());
                }
            }
        }
    }
}
