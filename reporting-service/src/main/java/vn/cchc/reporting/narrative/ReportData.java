package vn.cchc.reporting.narrative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.cchc.reporting.figures.FeedbackFigures;
import vn.cchc.reporting.figures.Figure;
import vn.cchc.reporting.figures.Figures;
import vn.cchc.reporting.figures.TargetFigures;
import vn.cchc.reporting.figures.TaskFigures;
import vn.cchc.reporting.projection.Fact;
import vn.cchc.reporting.projection.FeedbackState;
import vn.cchc.reporting.projection.MilestoneState;
import vn.cchc.reporting.projection.PlanState;
import vn.cchc.reporting.projection.TargetReadingState;
import vn.cchc.reporting.projection.TaskState;
import vn.cchc.reporting.regime.ReportForm;
import vn.cchc.reporting.regime.ReportingPeriod;

/**
 * Everything a report is written from, as it was at the end of the cut-off.
 *
 * @param from first day counted
 * @param cutOff last day counted
 * @param ended last day counted that is over: what is due later is not overdue yet
 * @param place the seat of the authority, as it stands before the date
 */
public record ReportData(
        ReportForm form,
        ReportingPeriod period,
        LocalDate from,
        LocalDate cutOff,
        LocalDate ended,
        AuthorityName issuer,
        Optional<AuthorityName> superior,
        String place,
        Optional<PlanState> plan,
        List<Fact<TaskState>> tasks,
        List<Fact<MilestoneState>> milestones,
        List<Fact<TargetReadingState>> readings,
        Figures figures) {

    public ReportData {
        tasks = List.copyOf(tasks);
        milestones = List.copyOf(milestones);
        readings = List.copyOf(readings);
    }

    /** Counts, then holds the figures together with what they were counted from. */
    public static ReportData of(
            ReportForm form,
            ReportingPeriod period,
            LocalDate from,
            LocalDate cutOff,
            LocalDate ended,
            AuthorityName issuer,
            Optional<AuthorityName> superior,
            String place,
            Optional<PlanState> plan,
            List<Fact<TaskState>> tasks,
            List<Fact<MilestoneState>> milestones,
            List<Fact<TargetReadingState>> readings,
            List<Fact<FeedbackState>> feedback) {
        List<Figure> figures = new ArrayList<>(FeedbackFigures.of(from, cutOff, ended, feedback));
        figures.addAll(TaskFigures.of(from, ended, period.code(), tasks, milestones));
        figures.addAll(TargetFigures.of(readings));
        return new ReportData(
                form,
                period,
                from,
                cutOff,
                ended,
                issuer,
                superior,
                place,
                plan,
                tasks,
                milestones,
                readings,
                new Figures(figures));
    }

    /** What the report is about, as it stands beneath "BÁO CÁO". */
    public String subject() {
        return form.title(period);
    }
}
