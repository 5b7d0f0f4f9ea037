package vn.cchc.feedback.intake.oldregister;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Notes on the reading of a register: those on what is not read come first, and of rows that follow each other there is one. */
final class Notes {

    private final List<Note> all = new ArrayList<>();
    private int further;

    void add(Note.Kind kind, String sheet, int row, String place) {
        Note last = all.isEmpty() ? null : all.get(all.size() - 1);
        boolean goesOn = last != null
                && row > 0
                && last.kind() == kind
                && last.sheet().equals(sheet)
                && last.lastRow() + 1 == row;
        if (goesOn) {
            all.set(all.size() - 1, new Note(kind, sheet, last.row(), row, place));
        } else {
            all.add(new Note(kind, sheet, row, row, place));
        }
    }

    void addFurther(int more) {
        further += more;
    }

    List<Note> first(int most) {
        return all.stream().sorted(Comparator.comparing(Note::kind)).limit(most).toList();
    }

    /** How many there are beyond the first ones. */
    int beyond(int most) {
        return Math.max(0, all.size() - most) + further;
    }
}
