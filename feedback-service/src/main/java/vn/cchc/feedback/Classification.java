package vn.cchc.feedback;

/** Category of the feedback, decided when it is accepted, refused or referred. */
public enum Classification {
    /** Not a PAKN, or one that cannot be handled; refused. */
    NOT_ACCEPTABLE,
    /** Conduct or delay of officers. */
    OFFICER_CONDUCT,
    /** An administrative regulation within the authority's own competence. */
    REGULATION_OWN,
    /** An administrative regulation within another authority's competence; referred. */
    REGULATION_OTHER
}
