package vn.cchc.feedback;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the sender wants (Decree 20/2008/NĐ-CP, art. 2). */
@Schema(description = """
        REFLECTION: phản ánh, tells of a difficulty, an unreasonable rule, an officer's delay or conduct; \
        PROPOSAL: kiến nghị, also proposes a solution.""")
public enum Kind {
    /** Phản ánh: tells of a difficulty, an unreasonable rule, an officer's delay or conduct. */
    REFLECTION,
    /** Kiến nghị: also proposes a solution. */
    PROPOSAL
}
