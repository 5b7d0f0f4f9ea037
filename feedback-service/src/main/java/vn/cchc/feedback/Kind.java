package vn.cchc.feedback;

/** What the sender wants (Decree 20/2008/NĐ-CP, art. 2). */
public enum Kind {
    /** Phản ánh: reports a difficulty, an unreasonable rule, an officer's delay or conduct. */
    REFLECTION,
    /** Kiến nghị: also proposes a solution. */
    PROPOSAL
}
