package vn.cchc.feedback;

/** Lifecycle state of a feedback. */
public enum State {
    RECEIVED,
    /** Something is missing; the sender has been asked for it. */
    SUPPLEMENT_REQUESTED,
    ACCEPTED,
    REFUSED,
    /** Referred to the competent authority. */
    REFERRED,
    /** A unit handles it. */
    ASSIGNED,
    ANSWERED,
    CLOSED,
    /** Opened again by the sender after the answer; a new limit runs, and the unit is that of before. */
    REOPENED,
    /** Withdrawn by the sender. */
    WITHDRAWN;

    /** Whether the feedback has not yet been answered, refused, referred or withdrawn. */
    public boolean open() {
        return switch (this) {
            case RECEIVED, SUPPLEMENT_REQUESTED, ACCEPTED, ASSIGNED, REOPENED -> true;
            case REFUSED, REFERRED, ANSWERED, CLOSED, WITHDRAWN -> false;
        };
    }
}
