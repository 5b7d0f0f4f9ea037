package vn.cchc.feedback;

/** How pressing the matter is, as judged on acceptance. */
public enum Urgency {
    NORMAL,
    URGENT
}
