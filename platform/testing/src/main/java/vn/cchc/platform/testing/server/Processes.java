package vn.cchc.platform.testing.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What the process interface of Java leaves to do by hand. */
public final class Processes {
    private Processes() {}

    /**
     * Whether a process, child of this JVM or not, has not ended. {@link ProcessHandle#isAlive} also says so of one that
     * has ended but whose parent does not take note of it, as in a container whose first process adopts orphans and
     * leaves them; such a one has no command any more.
     */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /**
     * Waits for the end of a process. {@link ProcessHandle#onExit} would look only once in seconds for that of a process
     * which is no child of this JVM.
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
