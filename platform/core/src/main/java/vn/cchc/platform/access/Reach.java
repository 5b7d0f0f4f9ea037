package vn.cchc.platform.access;

/** How far a right goes for a role. */
public enum Reach {
    /** The role does not have the right. */
    NONE,
    /** What the caller's own unit is in charge of, in the own authority. */
    OWN_UNIT,
    /** In the own authority. */
    OWN,
    /** The authorities beneath the own, at any depth, without the own. */
    BENEATH,
    /** In the own authority and those beneath it. */
    OWN_AND_BENEATH,
    /** All authorities when the caller belongs to a province (checked by the service); else 403. */
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
