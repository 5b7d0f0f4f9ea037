package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.cchc.plan.Printed;
import vn.cchc.plan.document.PlanDocument;

/** An area of the body while it is read. */
final class AreaDraft {

    private static final int TARGETS = 200;

    private final int number;
    private final String title;
    private final List<PlanDocument.Target> targets = new ArrayList<>();
    private final List<String> measures = new ArrayList<>();
    private String group;
    private Mark.Kind groupKind;
    /** The line above the group while no target stands in it; otherwise null. */
    private BodyLine emptyGroup;

    AreaDraft(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /**
     * Its number as printed, where no area before has it; otherwise the next one that is free.
     *
     * @param taken numbers of the areas before; this one is added
     */
    static int number(Mark mark, Set<Integer> taken) {
        String code = mark.code();
        String printed = code.substring(code.lastIndexOf('.') + 1);
        boolean number =
                !printed.isEmpty() && printed.length() <= 2 && printed.chars().allMatch(c -> c >= '0' && c <= '9');
        int next = number ? Integer.parseInt(printed) : 1;
        while (next == 0 || !taken.add(next)) {
            next = next % Printed.LAST_AREA + 1;
        }
        return next;
    }

    /** A target, or the line above a group of them, which ends in a colon and groups what has another mark. */
    void addTarget(BodyLine line, Notes notes) {
        Mark mark = line.mark();
        if (group != null && mark.kind() == groupKind) {
            listEmptyGroup(notes);
            group = null;
        }
        String text = mark.rest();
        boolean heads = text.endsWith(":") && text.length() <= Printed.SHORT;
        if (heads) {
            listEmptyGroup(notes);
            emptyGroup = line;
            group = text.substring(0, text.length() - 1).strip();
            groupKind = mark.kind();
        } else if (targets.size() == TARGETS) {
            notes.tooMany(line.place(), line.text());
        } else if (text.length() > Printed.LONG) {
            notes.tooLong(line.place(), line.text());
        } else {
            targets.add(new PlanDocument.Target(group, text, null));
            emptyGroup = null;
        }
    }

    /** Nothing stands in the group: its line would be nowhere. */
    private void listEmptyGroup(Notes notes) {
        if (emptyGroup != null) {
            notes.untranscribed(emptyGroup.place(), emptyGroup.text(), Untranscribed.Why.NO_PLACE);
            emptyGroup = null;
        }
    }

    void addMeasure(BodyLine line, Notes notes) {
        Paragraphs.add(measures, Printed.MEASURES, Printed.LONG, line, notes);
    }

    PlanDocument.Area area(Notes notes) {
        listEmptyGroup(notes);
        return new PlanDocument.Area(number, title, targets, measures);
    }
}
