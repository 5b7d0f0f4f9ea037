package vn.cchc.plan.authority;

/** Highest level first. The district level was abolished on 1 July 2025; older data keep it. */
public enum AuthorityLevel {
    PROVINCE,
    DISTRICT,
    COMMUNE;

    /**
     * Whether an authority of this level may be an ancestor of one of the other level. Strict: false for equal levels.
     */
    public boolean isAbove(AuthorityLevel other) {
        return compareTo(other) < 0;
    }
}
