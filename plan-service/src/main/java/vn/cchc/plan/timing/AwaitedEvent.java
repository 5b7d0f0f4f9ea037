package vn.cchc.plan.timing;

/** Events that a {@link TimingRule.OnEvent} may wait for. */
public enum AwaitedEvent {
    /** A citizen's feedback (PAKN) was received; from an event of feedback-service. */
    FEEDBACK_RECEIVED,
    /** An inspection ended; entered by hand. */
    INSPECTION_ENDED,
    /** Anything else; entered by hand. */
    OTHER
}
