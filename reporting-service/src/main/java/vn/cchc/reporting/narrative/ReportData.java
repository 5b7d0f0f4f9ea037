package vn.cchc.reporting.narrative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.text.VietnameseText;
import vn.cchc.reporting.figures.FeedbackFigures;
import vn.cchc.reporting.figures.Figure;
import vn.cchc.reporting.figures.Figures;
import vn.cchc.reporting.figures.TargetFigures;
import vn.cchc.reporting.figures.TaskFigures;
import vn.cchc.reporting.projection.FeedbackState;
import vn.cchc.reporting.projection.HeardVersion;
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
 * @param previousCutOff last day counted by the report before this one; the day before {@code from} where there is none
 * @param place the seat of the authority, as it stands before the date
 * @param units the names of the authority's units
 */
public record ReportData(
        ReportForm form,
        ReportingPeriod period,
        LocalDate from,
        LocalDate cutOff,
        LocalDate ended,
        LocalDate previousCutOff,
        AuthorityName issuer,
        Optional<AuthorityName> superior,
        String place,
        Map<UUID, String> units,
        Optional<PlanState> plan,
        List<HeardVersion<TaskState>> tasks,
        List<HeardVersion<MilestoneState>> milestones,
        List<HeardVersion<TargetReadingState>> readings,
        Figures figures) {

    public ReportData {
        units = Map.copyOf(units);
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
            LocalDate previousCutOff,
            AuthorityName issuer,
            Optional<AuthorityName> superior,
            String place,
            Map<UUID, String> units,
            Optional<PlanState> plan,
            List<HeardVersion<TaskState>> tasks,
            List<HeardVersion<MilestoneState>> milestones,
            List<HeardVersion<TargetReadingState>> readings,
            List<HeardVersion<FeedbackState>> feedback) {
        List<Figure> figures = new ArrayList<>(FeedbackFigures.of(from, cutOff, ended, previousCutOff, feedback));
        figures.addAll(TaskFigures.of(from, ended, period.code(), tasks, milestones));
        figures.addAll(TargetFigures.of(readings));
        return new ReportData(
                form,
                period,
                from,
                cutOff,
                ended,
                previousCutOff,
                issuer,
                superior,
                place,
                units,
                plan,
                tasks,
                milestones,
                readings,
                new Figures(figures));
    }

    /**
     * Who leads a task, as the plan prints it; empty when it does not say. One unit that the plan spells in several ways has
     * its own name in the report.
     */
    public String lead(TaskState task) {
        String printed = Optional.ofNullable(task.leadText()).orElse("");
        return Optional.ofNullable(task.leadUnitId())
                .map(units::get)
                .filter(name -> words(name).equals(words(printed)))
                .orElse(printed);
    }

    private static String words(String name) {
        return VietnameseText.fold(name).replaceAll("[^a-z0-9]+", " ").strip();
    }

    /** What the report is about, as it stands beneath "BÁO CÁO". */
    public String subject() {
        return Narrative.title(form, period);
    }
}
