package vn.cchc.reporting.narrative.fact;

import java.util.List;

/**
 * How an area of the plan stands; every list is in printed order, one entry for each task.
 *
 * @param done accepted of what fell due in the period
 * @param early accepted before their day
 * @param overdue by the end of the period, whenever they fell due
 * @param reported the continuous tasks that have told of their progress
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
