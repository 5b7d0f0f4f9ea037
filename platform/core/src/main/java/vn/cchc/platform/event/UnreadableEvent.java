package vn.cchc.platform.event;

/** An event that this service can never process, however often it tries. It goes to the dead-letter topic. */
public class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
