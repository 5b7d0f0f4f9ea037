package vn.cchc.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.Service;
import vn.cchc.platform.testing.server.Folders;
import vn.cchc.platform.testing.server.ServerFailure;

/** The folder that holds everything a run leaves behind; ignored by git. */
final class WorkFolder {
    /** PostgreSQL's binaries and write-ahead log and the broker's first segments, with some reserve. */
    private static final long NEEDED_MEGABYTES = 600;

    private static final long MEGABYTE = 1024L * 1024L;

    private final Path home;

    private WorkFolder(Path home) {
        this.home = home;
    }

    /** @throws Fault when the folder cannot be created or written, or its disk is almost full */
    static WorkFolder at(Path home) {
        try {
            Files.createDirectories(home);
            Files.delete(Files.createTempFile(home, "probe", ""));
            for (String part : List.of("postgres", "kafka", "logs", "settings", "reports")) {
                Files.createDirectories(home.resolve(part));
            }
            long free = Files.getFileStore(home).getUsableSpace() / MEGABYTE;
            if (free < NEEDED_MEGABYTES) {
                throw new Fault("Only " + free + " MB are free on the disk of " + home + ", " + NEEDED_MEGABYTES
                        + " MB are needed: free some, or choose a folder on another disk with -Dcchc.home=<folder>.");
            }
            return new WorkFolder(home);
        } catch (IOException e) {
            throw new Fault(
                    "The folder " + home + " cannot be written (" + e.getClass().getSimpleName() + ": "
                            + e.getMessage()
                            + "): give it to this user, or choose another with -Dcchc.home=<folder>.");
        }
    }

    /** Deletes what previous runs left, except this run's lock and the unpacked binaries. */
    void clear() {
        try (Stream<Path> entries = Files.list(home)) {
            for (Path entry : entries.toList()) {
                if (entry.equals(postgres())) {
                    Folders.delete(postgres().resolve("data"));
                } else if (Files.isDirectory(entry)) {
                    Folders.delete(entry);
                } else if (!entry.equals(lock())) {
                    Files.delete(entry);
                }
            }
        } catch (IOException | ServerFailure e) {
            throw new Fault("The former data in " + home + " cannot be deleted (" + e.getMessage()
                    + "): delete the folder by hand and start again.");
        }
        at(home);
    }

    Path home() {
        return home;
    }

    Path postgres() {
        return home.resolve("postgres");
    }

    Path kafka() {
        return home.resolve("kafka");
    }

    Path reports() {
        return home.resolve("reports");
    }

    Path log(Service service) {
        return home.resolve("logs").resolve(service.module() + ".log");
    }

    Path settings(Service service) {
        return home.resolve("settings").resolve(service.module() + ".properties");
    }

    Path lock() {
        return home.resolve("launcher.lock");
    }

    Path processes() {
        return home.resolve("processes");
    }

    Path outages() {
        return home.resolve("down");
    }

    Path tokenKey() {
        return home.resolve("token-key.pem");
    }

    Path access() {
        return home.resolve("access.json");
    }

    Path sampleJournal() {
        return home.resolve("sample.journal");
    }
}
