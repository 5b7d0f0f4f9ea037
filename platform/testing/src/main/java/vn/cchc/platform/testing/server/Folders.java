package vn.cchc.platform.testing.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Recursive folder operations missing from {@link Files}. */
public final class Folders {
    private Folders() {}

    /**
     * Deletes a folder recursively; a missing folder is not an error.
     *
     * @throws ServerFailure when something in it cannot be deleted
     */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            List<Path> deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
            for (Path entry : deepestFirst) {
                Files.delete(entry);
            }
        } catch (IOException e) {
            throw new ServerFailure(folder + " could not be deleted: " + e.getMessage(), e);
        }
    }
}
