package vn.cchc.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.cchc.local.api.Fault;
import vn.cchc.platform.testing.server.Folders;
import vn.cchc.platform.testing.server.ServerFailure;

/**
 * Planned outages of the services or the broker, for tests of the other parts' behaviour. Before a part is terminated,
 * a file with its name is created in the folder; renamed to {@code <name>.over}, it requests a restart. Each step is a
 * single atomic file operation, so that the end of the part never looks like a failure.
 */
final class Outages {
    private static final String OVER = ".over";

    private final Path folder;

    private Outages(Path folder) {
        this.folder = folder;
    }

    /** Deletes files left by a previous run: no outage is in progress. */
    static Outages in(Path folder) {
        Outages outages = new Outages(folder);
        try {
            Folders.delete(folder);
            Files.createDirectories(folder);
        } catch (IOException | ServerFailure e) {
            throw outages.unusable(e);
        }
        return outages;
    }

    /** Whether the part may be down. Must be checked after the part was seen to have ended. */
    boolean isMeant(String name) {
        return Files.exists(folder.resolve(name)) || isOver(name);
    }

    /** Whether the part must be restarted. */
    boolean isOver(String name) {
        return Files.exists(folder.resolve(name + OVER));
    }

    /** The part is running again; from now on its end is a failure. */
    void close(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + OVER));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Fault unusable(Exception cause) {
        return new Fault("The folder " + folder + " cannot be used (" + cause.getMessage()
                + "): make sure that the disk is not full and this user owns the folder, and start again.");
    }
}
