package vn.cchc.feedback;

/** What the feedback is about, as settled when it is accepted, refused or referred. */
public enum Classification {
    /** No PAKN, or one that cannot be handled; refused. */
    NOT_ACCEPTABLE,
    /** Conduct or delay of officers. */
    OFFICER_CONDUCT,
    /** An administrative regulation within the authority's own competence. */
    REGULATION_OWN,
    /** An administrative regulation that another authority is competent for; referred. */
    REGULATION_OTHER
}
