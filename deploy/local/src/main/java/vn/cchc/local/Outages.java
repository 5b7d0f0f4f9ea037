package vn.cchc.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.cchc.local.api.Fault;
import vn.cchc.platform.testing.server.Folders;
import vn.cchc.platform.testing.server.ServerFailure;

/**
 * Parts of the system, services or the broker, that somebody ends on purpose, to see what the others do meanwhile. A file in the
 * folder that bears the name of the part says so before it is ended; renamed to {@code <name>.over}, it says that the part is to be
 * started again. Both are one rename apart, so there is no moment at which the end looks like a failure.
 */
final class Outages {
    private static final String OVER = ".over";

    private final Path folder;

    private Outages(Path folder) {
        this.folder = folder;
    }

    /** None are under way: what a former start has left there is deleted. */
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

    /** Whether the part may be down; to be asked after it was seen to have ended. */
    boolean isMeant(String name) {
        return Files.exists(folder.resolve(name)) || isOver(name);
    }

    /** Whether the part is to be started again. */
    boolean isOver(String name) {
        return Files.exists(folder.resolve(name + OVER));
    }

    /** The part runs: from here on its end is a failure again. */
    void close(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + OVER));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Fault unusable(Exception cause) {
        return new Fault("The folder " + folder + " cannot be used (" + cause.getMessage()
                + "): see that the disk is not full and the folder is this user's, and start again.");
    }
}
