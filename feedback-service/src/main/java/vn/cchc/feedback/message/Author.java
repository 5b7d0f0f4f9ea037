package vn.cchc.feedback.message;

/** Which side of a thread. */
public enum Author {
    SENDER,
    OFFICE
}
