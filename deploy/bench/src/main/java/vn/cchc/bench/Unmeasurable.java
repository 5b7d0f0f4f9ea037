package vn.cchc.bench;

/** Why the bench cannot continue, in one sentence for its user. */
public final class Unmeasurable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unmeasurable(String message) {
        super(message);
    }

    public Unmeasurable(String message, Throwable cause) {
        super(message, cause);
    }
}
