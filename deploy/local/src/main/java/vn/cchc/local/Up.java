package vn.cchc.local;

import vn.cchc.local.api.Fault;

/** The main class of {@code mvn -Pup}. It runs inside Maven and returns only by ending the JVM. */
public final class Up {
    private Up() {}

    public static void main(String[] arguments) {
        try {
            new Launch(Options.from(System.getProperties()), System.out).run();
            System.exit(0);
        } catch (Fault fault) {
            System.err.println();
            System.err.println("CCHC: " + fault.getMessage());
            fault.details().forEach(line -> System.err.println("  | " + line));
            System.exit(1);
        }
    }
}
