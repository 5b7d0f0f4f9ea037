package vn.cchc.local;

import java.nio.file.Path;
import java.time.Duration;
import vn.cchc.local.api.Fault;
import vn.cchc.platform.testing.server.ChildProcess;
import vn.cchc.platform.testing.server.Processes;

/**
 * A started part of the system.
 *
 * @param name name in messages and in the ledger
 */
record Part(String name, ProcessHandle process, Path log) {

    /** False for a part that is slow or hangs. */
    boolean hasEnded() {
        return !Processes.isRunning(process);
    }

    Fault end() {
        return fault("(process " + process.pid() + ") has ended: read why in " + log
                + " (without a message there, it was killed, possibly for lack of memory), and start again");
    }

    Fault notReadyAfter(Duration patience) {
        return fault("is not ready after " + patience.toMinutes() + " min: read why in " + log + ", and start again");
    }

    private Fault fault(String what) {
        return new Fault(
                name + " " + what + "; progress is kept. If that fails too, start over with -Dcchc.fresh.",
                ChildProcess.tail(log, 12));
    }
}
