package vn.cchc.platform.testing.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Process operations missing from {@link ProcessHandle}. */
public final class Processes {
    private Processes() {}

    /**
     * Whether a process, child of this JVM or not, is still running. {@link ProcessHandle#isAlive} is also true for a
     * zombie whose parent does not reap it, such as in a container whose init process does not reap orphans; a zombie
     * has no command.
     */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /**
     * Waits for the end of a process. {@link ProcessHandle#onExit} polls only every few seconds for a process that is
     * not a child of this JVM.
     *
     * @return whether it has ended within {@code patience}, also when this thread is interrupted
     */
    public static boolean endsWithin(Duration patience, ProcessHandle process) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isRunning(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return !isRunning(process);
            }
        }
        return true;
    }
}
