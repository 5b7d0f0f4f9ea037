package vn.cchc.plan.authority;

/** From the highest down. The district level was abolished on 1 July 2025; older data keep it. */
public enum AuthorityLevel {
    PROVINCE,
    DISTRICT,
    COMMUNE;

    /** Whether authorities of this level may stand above those of the other; a level never above itself. */
    public boolean isAbove(AuthorityLevel other) {
        return compareTo(other) < 0;
    }
}
