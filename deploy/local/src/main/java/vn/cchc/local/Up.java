package vn.cchc.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import vn.cchc.local.api.Fault;

/** Main class of {@code mvn -Pup}. Runs inside Maven and never returns: a fault or a signal ends the JVM. */
public final class Up {
    private Up() {}

    public static void main(String[] arguments) {
        try {
            new Launch(Options.from(System.getProperties()), terminal()).run();
        } catch (Fault fault) {
            System.err.println();
            System.err.println("CCHC: " + fault.getMessage());
            fault.details().forEach(line -> System.err.println("  | " + line));
            System.exit(1);
        }
    }

    /** Not System.out: Maven colours it, and closes it while the shutdown hooks still run. */
    private static PrintStream terminal() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }
}
