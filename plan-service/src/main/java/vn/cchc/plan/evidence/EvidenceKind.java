package vn.cchc.plan.evidence;

/** What was handed in. */
public enum EvidenceKind {
    NOTE,
    /** A file, with or without a note. */
    FILE,
    /** A citizen's feedback that was answered; told by the feedback service. */
    FEEDBACK,
    /** A report that was sent; told by the reporting service. */
    REPORT
}
