package vn.cchc.reporting.figures;

/** Channels of feedback, in report order. The names are those of the events of feedback-service. */
public enum Channel {
    ONLINE,
    PHONE,
    IN_PERSON,
    POST,
    EMAIL
}
