package vn.cchc.platform.access;

/** How far a right goes for a role. */
public enum Reach {
    /** The role does not have the right. */
    NONE,
    /** In the own authority, for what the own unit is in charge of. */
    OWN_UNIT,
    /** In the own authority. */
    OWN,
    /** In the authorities beneath the own, at any depth; not in the own. */
    BENEATH,
    /** In the own authority and those beneath it. */
    OWN_AND_BENEATH,
    /** Everywhere for whom belongs to a province, which the service asks for; else 403. */
    OF_PROVINCE,
    /** Everywhere. */
    EVERYWHERE;

    boolean isInOwn() {
        return this == OWN_UNIT || this == OWN || this == OWN_AND_BENEATH;
    }

    boolean isInWholeOwn() {
        return this == OWN || this == OWN_AND_BENEATH;
    }

    boolean isBeneath() {
        return this == BENEATH || this == OWN_AND_BENEATH;
    }
}
