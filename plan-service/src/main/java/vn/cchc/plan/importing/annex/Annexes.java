package vn.cchc.plan.importing.annex;

import java.util.Optional;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.task.PrintedCode;

/**
 * Tells where the rows of one annex end and those of the next begin. A document has the rows of all annexes one after another; what
 * tells them apart is a row at the top which in one table would belong to a row above it, such as "1" behind "III".
 */
final class Annexes {

    /** The last row at the top; null before the first. */
    private PlanDocument.Row top;

    private boolean topHeads;
    /** Whether the last row stands beneath another one. */
    private boolean beneath;

    /**
     * To be asked of each row in printed order.
     *
     * @param heads whether it groups the rows beneath it
     */
    boolean beginsWith(PlanDocument.Row row, boolean heads) {
        if (row.parent() != null) {
            beneath = true;
            return false;
        }
        boolean begins = top != null && wouldBelongToOneAbove(row, heads);
        top = row;
        topHeads = heads;
        beneath = false;
        return begins;
    }

    private boolean wouldBelongToOneAbove(PlanDocument.Row row, boolean heads) {
        Optional<String> code = code(row);
        Optional<String> above = code(top);
        if (code.isEmpty()) {
            return beneath && !heads;
        }
        return above.map(one -> !PrintedCode.isOfOneScheme(code.get(), one)).orElse(topHeads);
    }

    private static Optional<String> code(PlanDocument.Row row) {
        return Optional.ofNullable(row.code()).flatMap(PrintedCode::normalise);
    }
}
