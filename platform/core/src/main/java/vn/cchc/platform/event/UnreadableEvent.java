package vn.cchc.platform.event;

/** An event that this service can never process. It becomes a dead letter. */
public class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
