package vn.cchc.feedback.attachment.metadata;

/** The structure of a file cannot be followed, so that what it says of place and device may not be found. */
public final class UnreadableStructure extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableStructure(String message) {
        super(message);
    }
}
