package vn.cchc.local.api;

import java.util.List;

/** Why the system cannot run here, as one line that says what to do, with the end of a log where that helps. */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> details;

    public Fault(String line) {
        this(line, "");
    }

    /**
     * @param line    stays one line, whatever a message that it quotes holds
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
