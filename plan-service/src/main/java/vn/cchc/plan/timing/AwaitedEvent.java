package vn.cchc.plan.timing;

/** What an {@link TimingRule.OnEvent} waits for. */
public enum AwaitedEvent {
    /** A citizen's feedback (PAKN) was received; the feedback service tells of it. */
    FEEDBACK_RECEIVED,
    /** An inspection ended; entered by hand. */
    INSPECTION_ENDED,
    /** Anything else; entered by hand. */
    OTHER
}
