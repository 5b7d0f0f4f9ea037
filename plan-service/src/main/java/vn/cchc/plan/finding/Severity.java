package vn.cchc.plan.finding;

/** What a finding asks of people. None stops an issue, and nothing is corrected for any of them. */
public enum Severity {
    /** Two facts of the plan contradict each other: at least one of them is wrong. */
    ERROR,
    /** Something is missing, was not understood, or looks like a slip: what follows from it is to be settled by people. */
    WARNING,
    /** It was understood; the finding tells how, or what it leads to. */
    NOTICE
}
