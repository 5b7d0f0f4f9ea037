package vn.cchc.reporting.narrative.fact;

import java.util.List;

/**
 * Status of an area of the plan; lists are in printed order, one entry per task.
 *
 * @param done accepted milestones among those that fell due in the period
 * @param early accepted before their due day
 * @param overdue at the end of the period, whenever they fell due
 * @param reported continuous tasks with a progress entry
 */
public record Area(
        Milestones milestones,
        List<Entry> done,
        List<Entry> early,
        List<Entry> overdue,
        Continuous continuous,
        List<Entry> reported) {

    public Area {
        done = List.copyOf(done);
        early = List.copyOf(early);
        overdue = List.copyOf(overdue);
        reported = List.copyOf(reported);
    }
}
