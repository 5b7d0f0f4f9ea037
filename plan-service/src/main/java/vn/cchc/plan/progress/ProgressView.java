package vn.cchc.plan.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.progress.Progresses.TaskRow;
import vn.cchc.plan.timing.ReportPeriod;
import vn.cchc.platform.http.Bounds;

/** Progress of a plan by area and by task, with continuous tasks listed separately. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "PlanProgress",
        description = "Accepted milestones over those that count; a mean gives each task the same weight")
public record ProgressView(
        @Schema(required = true) UUID planId,

        @Schema(required = true, description = "The day as of which overdue is judged")
        LocalDate asOf,

        @Schema(description = "Mean over the tasks that have any milestone that counts; absent when none has")
        @Min(0)
        @Max(100)
        BigDecimal percent,

        @Schema(required = true, description = "How many tasks the mean is over") @Max(Printed.ROWS)
        int tasksCounted,

        @Schema(required = true) @Size(max = Printed.AREAS + 1)
        List<Area> areas,

        @Schema(required = true, description = "Tasks with milestones, in printed order") @Size(max = Printed.ROWS)
        List<Task> tasks,

        @Schema(required = true) Continuous continuous) {

    /** An area of the plan. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AreaProgress")
    public record Area(
            @Schema(description = "Absent for rows that belong to no area") @Min(1) @Max(Printed.LAST_AREA)
            Integer number,

            @Size(max = Printed.SHORT) String title,

            @Schema(description = "Mean over its tasks that have any") @Min(0) @Max(100)
            BigDecimal percent,

            @Schema(required = true) @Max(Printed.ROWS) int tasksCounted) {}

    /** A task with milestones. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TaskProgress")
    public record Task(
            @Schema(required = true) UUID taskId,

            @Schema(required = true) @Min(1) @Max(Printed.LAST_ORDER)
            int seq,

            @Schema(description = "As printed") @Size(max = Printed.CODE)
            String printedCode,

            @Schema(required = true) @Size(max = Printed.CELL)
            String title,

            @Min(1) @Max(Printed.LAST_AREA) Integer areaNumber,
            UUID leadUnitId,

            @Schema(required = true, description = "Milestones accepted")
            int accepted,

            @Schema(required = true, description = "Milestones that count: neither waived nor waiting to be armed")
            int counted,

            @Schema(required = true) int waived,

            @Schema(required = true, description = "Owed, and past the due day")
            int overdue,

            @Schema(required = true, description = "Accepted or submitted after the due day")
            int late,

            @Schema(description = "Absent when none counts") @Min(0) @Max(100)
            BigDecimal percent,

            @Schema(required = true, description = "Where the milestones and their evidence are listed")
            @Size(max = Bounds.NAME)
            String explanation) {}

    /** Continuous tasks: progress entries made out of those expected. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContinuousProgress")
    public record Continuous(
            @Schema(required = true, description = "Periods with an entry")
            int entered,

            @Schema(required = true, description = "Periods in which an entry is owed")
            int expected,

            @Min(0) @Max(100) BigDecimal percent,

            @Schema(required = true) @Size(max = Printed.ROWS)
            List<ContinuousTask> tasks) {}

    /** A continuous task. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContinuousTaskProgress")
    public record ContinuousTask(
            @Schema(required = true) UUID taskId,

            @Schema(required = true) @Min(1) @Max(Printed.LAST_ORDER)
            int seq,

            @Schema(description = "As printed") @Size(max = Printed.CODE)
            String printedCode,

            @Schema(required = true) @Size(max = Printed.CELL)
            String title,

            @Min(1) @Max(Printed.LAST_AREA) Integer areaNumber,
            UUID leadUnitId,

            @Schema(required = true, examples = "[\"2021-Q1\"]") @Size(max = Printed.RULES)
            List<@Size(max = ReportPeriod.LONGEST_KEY) String> entered,

            @Schema(required = true) @Size(max = Printed.RULES)
            List<@Size(max = ReportPeriod.LONGEST_KEY) String> missing,

            @Schema(required = true, description = "Where the entries are listed") @Size(max = Bounds.NAME)
            String explanation) {}

    /** @param titles areas of the plan in printed order */
    static ProgressView of(UUID planId, LocalDate today, List<TaskRow> rows, List<Progresses.AreaTitle> titles) {
        List<TaskRow> dated =
                rows.stream().filter(task -> task.counts().isPresent()).toList();
        return new ProgressView(
                planId,
                today,
                Share.mean(shares(dated)).orElse(null),
                counted(dated),
                areas(titles, dated),
                dated.stream()
                        .map(task -> view(task, task.counts().orElseThrow()))
                        .toList(),
                continuous(rows.stream().filter(TaskRow::isContinuous).toList()));
    }

    private static List<Area> areas(List<Progresses.AreaTitle> titles, List<TaskRow> dated) {
        List<Area> areas = new ArrayList<>();
        for (Progresses.AreaTitle area : titles) {
            areas.add(area(area.number(), area.title(), dated));
        }
        if (dated.stream().anyMatch(task -> task.areaNumber() == null)) {
            areas.add(area(null, null, dated));
        }
        return areas;
    }

    private static Area area(Integer number, String title, List<TaskRow> dated) {
        List<TaskRow> own = dated.stream()
                .filter(task -> Objects.equals(task.areaNumber(), number))
                .toList();
        return new Area(number, title, Share.mean(shares(own)).orElse(null), counted(own));
    }

    private static List<Share> shares(List<TaskRow> tasks) {
        return tasks.stream().map(TaskRow::share).toList();
    }

    private static int counted(List<TaskRow> tasks) {
        return (int) tasks.stream().filter(task -> task.share().of() > 0).count();
    }

    private static Task view(TaskRow task, Progresses.Counts counts) {
        return new Task(
                task.id(),
                task.seq(),
                task.printedCode(),
                task.title(),
                task.areaNumber(),
                task.leadUnitId(),
                counts.share().done(),
                counts.share().of(),
                counts.waived(),
                counts.overdue(),
                counts.late(),
                counts.share().percent().orElse(null),
                "/api/v1/tasks/" + task.id() + "/progress");
    }

    private static Continuous continuous(List<TaskRow> tasks) {
        List<ContinuousTask> views = tasks.stream().map(ProgressView::view).toList();
        Share all = views.stream()
                .map(task -> new Share(
                        task.entered().size(),
                        task.entered().size() + task.missing().size()))
                .reduce(new Share(0, 0), Share::plus);
        return new Continuous(all.done(), all.of(), all.percent().orElse(null), views);
    }

    private static ContinuousTask view(TaskRow task) {
        return new ContinuousTask(
                task.id(),
                task.seq(),
                task.printedCode(),
                task.title(),
                task.areaNumber(),
                task.leadUnitId(),
                task.owed().stream().filter(task.entered()::contains).toList(),
                task.owed().stream()
                        .filter(period -> !task.entered().contains(period))
                        .toList(),
                "/api/v1/tasks/" + task.id() + "/progress-entries");
    }
}
