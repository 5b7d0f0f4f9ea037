package vn.cchc.plan.importing.annex;

import io.quarkus.qute.i18n.MessageBundles;
import java.util.HashMap;
import java.util.Map;
import vn.cchc.plan.progress.PlanFigures.TaskFigures;

/** The present state of tasks in words. */
public final class StateWords {

    private StateWords() {}

    /** @param figures by the order of the row */
    public static Map<Integer, String> of(Map<Integer, TaskFigures> figures) {
        AnnexMessages words = MessageBundles.get(AnnexMessages.class);
        Map<Integer, String> states = new HashMap<>();
        figures.forEach((row, task) -> states.put(row, of(task, words)));
        return states;
    }

    static String of(TaskFigures task, AnnexMessages words) {
        if (task.overdue() > 0) {
            return words.overdue(task.overdue(), task.accepted(), task.counted());
        }
        if (task.counted() == 0) {
            if (task.owed() > 0) {
                return words.continuous(task.entered(), task.owed());
            }
            return task.waived() > 0 ? words.waived() : words.waiting();
        }
        return task.accepted() == task.counted() ? words.done() : words.underWay(task.accepted(), task.counted());
    }
}
