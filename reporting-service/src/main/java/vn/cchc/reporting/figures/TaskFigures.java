package vn.cchc.reporting.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
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

    private static final String MILESTONES = "mốc nhiệm vụ";
    private static final String TASKS = "nhiệm vụ";

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
        List<Figure> figures = new ArrayList<>(group("", from, ended, period, rows, milestones, Function.identity()));
        Map<UUID, Integer> areas = rows.stream()
                .filter(task -> task.state().areaNumber() != null)
                .collect(Collectors.toMap(HeardVersion::id, task -> task.state().areaNumber()));
        for (int area : new TreeSet<>(areas.values())) {
            figures.addAll(group(
                    ", lĩnh vực " + area,
                    from,
                    ended,
                    period,
                    rows.stream()
                            .filter(task -> Integer.valueOf(area).equals(areas.get(task.id())))
                            .toList(),
                    milestones.stream()
                            .filter(m -> Integer.valueOf(area)
                                    .equals(areas.get(m.state().taskId())))
                            .toList(),
                    code -> inArea(code, area)));
        }
        return figures;
    }

    private static List<Figure> group(
            String suffix,
            LocalDate from,
            LocalDate ended,
            String period,
            List<HeardVersion<TaskState>> tasks,
            List<HeardVersion<MilestoneState>> milestones,
            Function<String, String> code) {
        List<HeardVersion<MilestoneState>> due = milestones.stream()
                .filter(m -> m.state().isDueBy(ended)
                        && !m.state().dueOn().isBefore(from)
                        && !"UNARMED".equals(m.state().state()))
                .toList();
        List<HeardVersion<MilestoneState>> earlier = milestones.stream()
                .filter(m -> m.state().isDueBy(from.minusDays(1)))
                .toList();
        List<Figure> figures = new ArrayList<>();
        Figure all = milestones(code.apply(DUE), "Mốc nhiệm vụ đến hạn trong kỳ" + suffix, due, m -> true);
        Figure accepted =
                milestones(code.apply(ACCEPTED), "Mốc nhiệm vụ đã hoàn thành" + suffix, due, TaskFigures::isAccepted);
        Figure owed = milestones(code.apply(DUE), "", due, m -> !"WAIVED".equals(m.state()));
        figures.add(all);
        figures.add(accepted);
        figures.add(milestones(
                code.apply(IN_TIME), "Mốc hoàn thành đúng hạn" + suffix, due, m -> isAccepted(m) && !isLate(m)));
        figures.add(
                milestones(code.apply(LATE), "Mốc hoàn thành chậm hạn" + suffix, due, m -> isAccepted(m) && isLate(m)));
        figures.add(
                milestones(code.apply(SUBMITTED), "Mốc đã nộp sản phẩm, chờ nghiệm thu" + suffix, due, m -> "SUBMITTED"
                        .equals(m.state())));
        figures.add(milestones(
                code.apply(OVERDUE), "Mốc quá hạn chưa hoàn thành" + suffix, due, MilestoneState::isUnfinished));
        figures.add(milestones(
                code.apply(RETURNED), "Mốc bị trả lại, chưa nộp lại" + suffix, due, m -> "RETURNED".equals(m.state())));
        figures.add(milestones(
                code.apply(WAIVED), "Mốc được miễn thực hiện" + suffix, due, m -> "WAIVED".equals(m.state())));
        figures.add(Figure.rate(code.apply(RATE), "Tỷ lệ mốc đến hạn đã hoàn thành" + suffix, accepted, owed));
        figures.add(milestones(
                code.apply(CARRIED_OVER),
                "Mốc đến hạn trước kỳ, chưa hoàn thành" + suffix,
                earlier,
                m -> m.isUnfinished() || "SUBMITTED".equals(m.state())));
        Figure continuous = tasks(
                code.apply(CONTINUOUS), "Nhiệm vụ thường xuyên" + suffix, tasks, task -> task.owesProgress(period));
        Figure reported = tasks(
                code.apply(CONTINUOUS_REPORTED),
                "Nhiệm vụ thường xuyên có báo cáo tiến độ trong kỳ" + suffix,
                tasks,
                task -> task.owesProgress(period) && task.hasProgress(period));
        figures.add(continuous);
        figures.add(reported);
        figures.add(Figure.rate(
                code.apply(CONTINUOUS_RATE),
                "Tỷ lệ nhiệm vụ thường xuyên có báo cáo tiến độ" + suffix,
                reported,
                continuous));
        return figures;
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
            String code, String label, List<HeardVersion<MilestoneState>> due, Predicate<MilestoneState> counted) {
        return Figure.count(
                code,
                label,
                MILESTONES,
                due.stream()
                        .filter(told -> counted.test(told.state()))
                        .map(told -> Source.of(Source.Kind.MILESTONE, told))
                        .toList());
    }

    private static Figure tasks(
            String code, String label, List<HeardVersion<TaskState>> tasks, Predicate<TaskState> counted) {
        return Figure.count(
                code,
                label,
                TASKS,
                tasks.stream()
                        .filter(told -> counted.test(told.state()))
                        .map(told -> Source.of(Source.Kind.TASK, told))
                        .toList());
    }
}
