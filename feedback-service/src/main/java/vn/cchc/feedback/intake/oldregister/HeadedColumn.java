package vn.cchc.feedback.intake.oldregister;

import java.util.Optional;

/**
 * A column of an old register with text.
 *
 * @param sheet name of its sheet; empty for a text
 * @param letters by which a program shows the column: "A", "AB"
 * @param heading as printed; empty for cells without one
 * @param field what it states; empty for a column that is not read
 */
public record HeadedColumn(String sheet, String letters, String heading, Optional<RegisterField> field) {}
