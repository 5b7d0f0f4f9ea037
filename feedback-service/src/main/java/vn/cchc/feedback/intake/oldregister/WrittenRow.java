package vn.cchc.feedback.intake.oldregister;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A row of an old register.
 *
 * @param sheet name of its sheet; empty for a text
 * @param number of the row in its sheet, from 1
 * @param cells those that are read, without {@link RegisterField#RESULT}
 * @param flaws why the row is not taken whatever its cells state
 */
public record WrittenRow(String sheet, int number, Map<RegisterField, WrittenCell> cells, Set<Flaw> flaws) {

    public WrittenRow {
        cells = Map.copyOf(cells);
        flaws = Set.copyOf(flaws);
    }

    public Optional<WrittenCell> cell(RegisterField field) {
        return Optional.ofNullable(cells.get(field));
    }
}
