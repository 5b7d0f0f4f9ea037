package vn.cchc.plan.importing;

/** The document that a draft is compared with. */
public enum Since {
    /** The one that it was imported with; else the earliest that is known. */
    FIRST,
    /** The one before the present. */
    LAST
}
