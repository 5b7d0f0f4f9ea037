package vn.cchc.plan.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a plan is: by area, by task, and continuous tasks told apart. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Progress",
        description = "Accepted milestones over those that count; a mean gives each task the same weight")
public record ProgressView(
        @Schema(required = true) UUID planId,

        @Schema(required = true, description = "The day as of which overdue is judged")
        LocalDate asOf,

        @Schema(description = "Mean over the tasks that have any milestone that counts; absent when none has")
        BigDecimal percent,

        @Schema(required = true, description = "How many tasks the mean is over")
        int tasksCounted,

        @Schema(required = true) List<Area> areas,

        @Schema(required = true, description = "Tasks with milestones, in printed order")
        List<Task> tasks,

        @Schema(required = true) Continuous continuous) {

    /** An area of the plan. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AreaProgress")
    public record Area(
            @Schema(description = "Absent for rows that belong to no area")
            Integer number,

            String title,

            @Schema(description = "Mean over its tasks that have any")
            BigDecimal percent,

            @Schema(required = true) int tasksCounted) {}

    /** A task with milestones. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TaskProgress")
    public record Task(
            @Schema(required = true) UUID taskId,
            @Schema(required = true) int seq,
            @Schema(description = "As printed") String printedCode,
            @Schema(required = true) String title,
            Integer areaNumber,
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

            @Schema(description = "Absent when none counts") BigDecimal percent,

            @Schema(required = true, description = "Where the milestones and their evidence are listed")
            String explanation) {}

    /** Continuous tasks: progress entries made over those expected. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContinuousProgress")
    public record Continuous(
            @Schema(required = true, description = "Periods with an entry")
            int entered,

            @Schema(required = true, description = "Periods in which an entry is owed")
            int expected,

            BigDecimal percent,
            @Schema(required = true) List<ContinuousTask> tasks) {}

    /** A continuous task. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContinuousTaskProgress")
    public record ContinuousTask(
            @Schema(required = true) UUID taskId,
            @Schema(required = true) int seq,
            @Schema(description = "As printed") String printedCode,
            @Schema(required = true) String title,
            Integer areaNumber,
            UUID leadUnitId,

            @Schema(required = true, examples = "[\"2021-Q1\"]")
            List<String> entered,

            @Schema(required = true) List<String> missing,

            @Schema(required = true, description = "Where the entries are listed")
            String explanation) {}
}
