package vn.cchc.plan.importing;

/** What became of a document. */
public enum ImportState {
    /** May be corrected, discarded or issued. */
    DRAFT,
    ISSUED,
    DISCARDED
}
