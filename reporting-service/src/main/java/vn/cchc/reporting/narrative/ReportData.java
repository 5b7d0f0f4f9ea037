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
 * Input of a report, as at the end of the cut-off.
 *
 * @param from first day counted
 * @param cutOff last day counted
 * @param ended last completed day counted; later due days are not overdue yet
 * @param previousCutOff last day counted by the previous report; the day before {@code from} if there is none
 * @param place seat of the authority, printed before the date
 * @param units names of the authority's units
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

    /** Computes the figures with their sources. */
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
     * The lead of a task as the plan prints it; empty if not given. A unit that the plan spells in several ways is
     * printed by its own name.
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

    /** Subject printed beneath "BÁO CÁO". */
    public String subject() {
        return Narrative.title(form, period);
    }
}
