package vn.cchc.feedback;

/** Urgency, assessed on acceptance. */
public enum Urgency {
    NORMAL,
    URGENT
}
