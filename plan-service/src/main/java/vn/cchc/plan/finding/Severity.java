package vn.cchc.plan.finding;

/** Severity of a finding. None prevents issuing a plan, and nothing is corrected automatically. */
public enum Severity {
    /** Two facts of the plan contradict each other; at least one is wrong. */
    ERROR,
    /** Something is missing, not understood, or probably a typing error; people must decide what it means. */
    WARNING,
    /** Understood; the finding states the interpretation or its consequence. */
    NOTICE
}
