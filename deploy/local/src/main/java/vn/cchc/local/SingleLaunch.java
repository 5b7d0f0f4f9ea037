package vn.cchc.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.cchc.local.api.Fault;

/** Allows one launcher at a time per folder. The file lock is released with this JVM, however it ends. */
final class SingleLaunch {
    /** Strong references: an unreachable channel would be closed and its lock released. */
    private static final List<FileChannel> HELD = new CopyOnWriteArrayList<>();

    private SingleLaunch() {}

    /** @throws Fault when another launcher holds {@code lockFile} */
    static void claim(Path lockFile) {
        try {
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                String other = Files.readString(lockFile).trim();
                channel.close();
                throw new Fault(
                        "Already running here, as process " + other + ": stop it with \"kill " + other
                                + "\" (or Ctrl-C in its window), or start a second one with -Dcchc.home=<folder> and other ports.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            HELD.add(channel);
        } catch (IOException e) {
            throw new Fault("The lock " + lockFile + " cannot be taken (" + e.getMessage()
                    + "): make sure that the folder is writable and on a local disk.");
        }
    }
}
