package vn.cchc.feedback.intake.oldregister;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * What a cell of an old register states.
 *
 * @param text as people see it, its lines separated by line feeds; empty only where the file does not state what its formula gives
 * @param number where the file states a number; null for a text
 * @param moment where the file states a date: what its format shows may have the month before the day; null for a text
 * @param readable whether the file states it: not the result of a formula that was not computed, or has failed
 */
public record WrittenCell(String text, BigDecimal number, LocalDateTime moment, boolean readable) {

    /** Omits the text, which the generated {@code toString} would write to logs. */
    @Override
    public String toString() {
        return "WrittenCell[…]";
    }
}
