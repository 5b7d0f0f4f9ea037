package vn.cchc.feedback;

/** How a feedback reached the authority. */
public enum Channel {
    ONLINE,
    PHONE,
    IN_PERSON,
    POST,
    EMAIL
}
