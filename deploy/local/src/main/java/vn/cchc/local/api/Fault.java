package vn.cchc.local.api;

import java.util.List;

/** Why the system cannot run here: one line with the remedy, optionally followed by the end of a log. */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> details;

    public Fault(String line) {
        this(line, "");
    }

    /**
     * @param line kept to a single line, whatever a quoted message contains
     * @param details further lines, such as the end of a log; may be empty
     */
    public Fault(String line, String details) {
        super(line.replaceAll("\\R\\s*", " "));
        this.details = details.lines().toList();
    }

    public List<String> details() {
        return details;
    }
}
