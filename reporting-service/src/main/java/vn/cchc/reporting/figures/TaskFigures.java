package vn.cchc.reporting.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.cchc.reporting.projection.HeardVersion;
import vn.cchc.reporting.projection.MilestoneState;
import vn.cchc.reporting.projection.TaskState;

/**
 * Counts a plan's milestones that fell due in a period, by their state at the end of the last day. Each is in exactly
 * one of: accepted, submitted and awaiting acceptance, overdue, waived. Accepted ones are in time or late by the day of
 * submission. Returned ones count as overdue. A milestone with a paused limit has not fallen due, see {@link
 * MilestoneState#isDueBy}. Continuous tasks have no due day; they are counted separately, by progress entries made over
 * expected.
 */
public final class TaskFigures {

    public static final String DUE = "tasks.due";
    public static final String ACCEPTED = "tasks.accepted";
    public static final String IN_TIME = "tasks.acceptedInTime";
    public static final String LATE = "tasks.acceptedLate";
    public static final String SUBMITTED = "tasks.submitted";
    public static final String OVERDUE = "tasks.overdue";
    public static final String RETURNED = "tasks.returned";
    public static final String WAIVED = "tasks.waived";
    public static final String RATE = "tasks.acceptedRate";
    public static final String CARRIED_OVER = "tasks.carriedOver";
    public static final String CONTINUOUS = "tasks.continuous";
    public static final String CONTINUOUS_REPORTED = "tasks.continuousReported";
    public static final String CONTINUOUS_RATE = "tasks.continuousReportedRate";

    private TaskFigures() {}

    /** Code of a figure for one area of the plan, e.g. {@code tasks.due.area-2}. */
    public static String inArea(String code, int area) {
        return code + ".area-" + area;
    }

    /**
     * @param from first day of the period
     * @param ended last completed day of the period; states are as at its end
     * @param period the period's code, referenced by progress entries
     */
    public static List<Figure> of(
            LocalDate from,
            LocalDate ended,
            String period,
            List<HeardVersion<TaskState>> tasks,
            List<HeardVersion<MilestoneState>> milestones) {
        List<HeardVersion<TaskState>> rows =
                tasks.stream().filter(task -> !task.state().isHeading()).toList();
        List<Figure> figures = new ArrayList<>(group(from, ended, period, rows, milestones));
        Map<UUID, Integer> areas = rows.stream()
                .filter(task -> task.state().areaNumber() != null)
                .collect(Collectors.toMap(HeardVersion::id, task -> task.state().areaNumber()));
        for (int area : new TreeSet<>(areas.values())) {
            group(
                            from,
                            ended,
                            period,
                            rows.stream()
                                    .filter(task -> Integer.valueOf(area).equals(areas.get(task.id())))
                                    .toList(),
                            milestones.stream()
                                    .filter(m -> Integer.valueOf(area)
                                            .equals(areas.get(m.state().taskId())))
                                    .toList())
                    .forEach(figure -> figures.add(figure.inArea(area)));
        }
        return figures;
    }

    private static List<Figure> group(
            LocalDate from,
            LocalDate ended,
            String period,
            List<HeardVersion<TaskState>> tasks,
            List<HeardVersion<MilestoneState>> milestones) {
        List<HeardVersion<MilestoneState>> due = milestones.stream()
                .filter(m -> m.state().isDueBy(ended)
                        && !m.state().dueOn().isBefore(from)
                        && !"UNARMED".equals(m.state().state()))
                .toList();
        List<HeardVersion<MilestoneState>> earlier = milestones.stream()
                .filter(m -> m.state().isDueBy(from.minusDays(1)))
                .toList();
        Figure accepted = milestones(FigureKind.MILESTONES_ACCEPTED, due, TaskFigures::isAccepted);
        Figure owed = milestones(FigureKind.MILESTONES_DUE, due, m -> !"WAIVED".equals(m.state()));
        Figure continuous = tasks(FigureKind.TASKS_CONTINUOUS, tasks, task -> task.owesProgress(period));
        Figure reported = tasks(
                FigureKind.TASKS_CONTINUOUS_REPORTED,
                tasks,
                task -> task.owesProgress(period) && task.hasProgress(period));
        return List.of(
                milestones(FigureKind.MILESTONES_DUE, due, m -> true),
                accepted,
                milestones(FigureKind.MILESTONES_IN_TIME, due, m -> isAccepted(m) && !isLate(m)),
                milestones(FigureKind.MILESTONES_LATE, due, m -> isAccepted(m) && isLate(m)),
                milestones(FigureKind.MILESTONES_SUBMITTED, due, m -> "SUBMITTED".equals(m.state())),
                milestones(FigureKind.MILESTONES_OVERDUE, due, MilestoneState::isUnfinished),
                milestones(FigureKind.MILESTONES_RETURNED, due, m -> "RETURNED".equals(m.state())),
                milestones(FigureKind.MILESTONES_WAIVED, due, m -> "WAIVED".equals(m.state())),
                Figure.rate(FigureKind.MILESTONES_ACCEPTED_RATE, accepted, owed),
                milestones(
                        FigureKind.MILESTONES_CARRIED_OVER,
                        earlier,
                        m -> m.isUnfinished() || "SUBMITTED".equals(m.state())),
                continuous,
                reported,
                Figure.rate(FigureKind.TASKS_CONTINUOUS_REPORTED_RATE, reported, continuous));
    }

    /** Whether the product was submitted after the due day; without a submission, whether it was accepted after it. */
    public static boolean isLate(MilestoneState milestone) {
        LocalDate done = milestone.submittedOn() != null ? milestone.submittedOn() : milestone.acceptedOn();
        return done != null && milestone.dueOn() != null && done.isAfter(milestone.dueOn());
    }

    public static boolean isAccepted(MilestoneState milestone) {
        return "ACCEPTED".equals(milestone.state());
    }

    private static Figure milestones(
            FigureKind kind, List<HeardVersion<MilestoneState>> due, Predicate<MilestoneState> counted) {
        return Figure.count(
                kind,
                due.stream()
                        .filter(told -> counted.test(told.state()))
                        .map(told -> Source.of(Source.Kind.MILESTONE, told))
                        .toList());
    }

    private static Figure tasks(FigureKind kind, List<HeardVersion<TaskState>> tasks, Predicate<TaskState> counted) {
        return Figure.count(
                kind,
                tasks.stream()
                        .filter(told -> counted.test(told.state()))
                        .map(told -> Source.of(Source.Kind.TASK, told))
                        .toList());
    }
}
