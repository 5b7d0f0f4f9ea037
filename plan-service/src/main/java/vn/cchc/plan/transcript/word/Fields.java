package vn.cchc.plan.transcript.word;

import java.util.BitSet;
import vn.cchc.platform.printed.Limit;

/**
 * The complex fields around a run (w:fldChar, ECMA-376 part 1, 17.16.18): each has an instruction, which is not printed, then its
 * result.
 */
final class Fields {

    private int open;
    /** The fields, from 1, whose result has begun. */
    private final BitSet results = new BitSet();

    /** @param type the attribute w:fldCharType */
    void mark(String type) {
        switch (type == null ? "" : type) {
            case "begin" -> {
                Limit.FIELDS.check(++open);
                results.clear(open);
            }
            case "separate" -> results.set(open);
            case "end" -> open = Math.max(0, open - 1);
            default -> {}
        }
    }

    /** Whether a run stands in the instruction of a field. */
    boolean isInstruction() {
        return results.nextClearBit(1) <= open;
    }

    /** An instruction ends with its paragraph at the latest: a field that never ends must not hide the rest of the document. */
    void endParagraph() {
        open = Math.min(open, results.nextClearBit(1) - 1);
    }
}
