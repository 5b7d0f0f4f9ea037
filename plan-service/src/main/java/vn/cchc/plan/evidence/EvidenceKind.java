package vn.cchc.plan.evidence;

/** Kinds of evidence. */
public enum EvidenceKind {
    NOTE,
    /** A file, with or without a note. */
    FILE,
    /** A citizen's feedback that was answered; from an event of feedback-service. */
    FEEDBACK,
    /** A report that was sent; from an event of reporting-service. */
    REPORT
}
