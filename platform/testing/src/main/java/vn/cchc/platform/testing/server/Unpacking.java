package vn.cchc.platform.testing.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Guards the folder into which PostgreSQL's binaries are unpacked. The library marks a complete copy with a file {@code
 * .exists}. A copy without it, left by a killed process, makes every later start fail, so it is removed first.
 */
final class Unpacking {
    private Unpacking() {}

    interface Start<T> {
        T run() throws IOException;
    }

    /** Runs {@code start} under a lock, across processes and threads, on unpacking into {@code binaries}. */
    static synchronized <T> T alone(Path binaries, Start<T> start) throws IOException {
        Path lockFile = binaries.resolve("unpacking.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            for (Path copy : copies(binaries)) {
                if (lock.isValid() && !Files.exists(copy.resolve(".exists"))) {
                    Folders.delete(copy);
                }
            }
            return start.run();
        }
    }

    private static List<Path> copies(Path binaries) throws IOException {
        try (Stream<Path> entries = Files.list(binaries)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("PG-"))
                    .toList();
        }
    }
}
