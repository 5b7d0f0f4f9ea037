package vn.cchc.bench;

/** Why the bench cannot go on, in one sentence for whoever started it. */
public final class Unmeasurable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unmeasurable(String message) {
        super(message);
    }

    public Unmeasurable(String message, Throwable cause) {
        super(message, cause);
    }
}
