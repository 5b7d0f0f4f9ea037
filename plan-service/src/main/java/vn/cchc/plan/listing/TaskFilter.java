package vn.cchc.plan.listing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.plan.milestone.MilestoneState;
import vn.cchc.plan.task.SoughtTasks;
import vn.cchc.plan.task.TaskWords;
import vn.cchc.platform.http.Problem;

/**
 * Filter of the list of tasks; null components do not filter. State and due days are those of one and the same milestone of the
 * task.
 *
 * @param code as it is normalised, from whatever is printed; a text that is no code finds nothing
 * @param dueFrom inclusive
 * @param dueTo inclusive
 */
record TaskFilter(
        TaskWords words,
        String code,
        UUID plan,
        UUID authority,
        UUID unit,
        Integer year,
        MilestoneState state,
        LocalDate dueFrom,
        LocalDate dueTo) {

    /** @throws Problem 422 where the last day is before the first */
    TaskFilter {
        if (dueFrom != null && dueTo != null && dueTo.isBefore(dueFrom)) {
            throw Problem.invalid("dueTo", "Không được trước dueFrom.", "Must not be before dueFrom.");
        }
        code = SoughtTasks.codeOf(code);
    }

    /** Whether it asks for tasks with a milestone of some state or due day. */
    boolean asksForMilestones() {
        return state != null || dueFrom != null || dueTo != null;
    }

    /** Whether it asks for the tasks of one plan or unit, which are never more than some thousand. */
    boolean isOfOnePlanOrUnit() {
        return plan != null || unit != null;
    }

    /** The same in one year. */
    TaskFilter in(int itsYear) {
        return new TaskFilter(words, code, plan, authority, unit, itsYear, state, dueFrom, dueTo);
    }

    /** Equal for equal filters; part of a cursor. */
    String text() {
        return "tasks " + Optional.ofNullable(words).map(TaskWords::query).orElse("") + "/" + code + "/" + plan
                + authority + unit + year + state + dueFrom + dueTo;
    }
}
