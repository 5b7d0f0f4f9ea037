package vn.cchc.feedback.intake.oldregister;

import java.util.Map;
import java.util.Optional;

/**
 * A row of an old register.
 *
 * @param sheet name of its sheet; empty for a text
 * @param number of the row in its sheet, from 1
 * @param merged whether one of its cells goes over several rows, so that it is not plain what belongs to which
 */
public record WrittenRow(String sheet, int number, Map<RegisterField, WrittenCell> cells, boolean merged) {

    public WrittenRow {
        cells = Map.copyOf(cells);
    }

    public Optional<WrittenCell> cell(RegisterField field) {
        return Optional.ofNullable(cells.get(field));
    }
}
