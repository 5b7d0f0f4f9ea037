package vn.cchc.feedback;

/** Where a feedback stands. */
public enum State {
    RECEIVED,
    /** Something is missing; the sender has been asked for it. */
    SUPPLEMENT_REQUESTED,
    ACCEPTED,
    REFUSED,
    /** Passed on to the competent authority. */
    REFERRED,
    /** A unit handles it. */
    ASSIGNED,
    ANSWERED,
    CLOSED,
    /** Taken back by the sender. */
    WITHDRAWN;

    /** Whether an answer, a refusal, a referral or a withdrawal is still to come. */
    public boolean open() {
        return switch (this) {
            case RECEIVED, SUPPLEMENT_REQUESTED, ACCEPTED, ASSIGNED -> true;
            case REFUSED, REFERRED, ANSWERED, CLOSED, WITHDRAWN -> false;
        };
    }
}
