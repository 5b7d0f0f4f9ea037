package vn.cchc.plan.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The figures of a plan's tasks, for other features. */
@ApplicationScoped
public class PlanFigures {

    private final Progresses progresses;

    PlanFigures(Progresses progresses) {
        this.progresses = progresses;
    }

    /**
     * Figures of a task.
     *
     * @param accepted milestones
     * @param counted milestones that are neither unarmed nor waived
     * @param overdue milestones
     * @param waived milestones
     * @param entered periods with a progress entry, of a continuous task
     * @param owed periods in which a continuous task owes one; 0 for any other task
     */
    public record TaskFigures(int accepted, int counted, int overdue, int waived, int entered, int owed) {}

    /** By the order of the row; without tasks that have neither milestones nor progress entries to make. */
    public Map<Integer, TaskFigures> ofTasks(UUID planId, LocalDate today) {
        Map<Integer, TaskFigures> figures = new HashMap<>();
        for (Progresses.TaskRow task : progresses.tasksOfPlan(planId, today)) {
            Share share = task.share();
            figures.put(
                    task.seq(),
                    new TaskFigures(
                            share.done(),
                            share.of(),
                            task.counts().map(Progresses.Counts::overdue).orElse(0),
                            task.counts().map(Progresses.Counts::waived).orElse(0),
                            task.entered().size(),
                            task.owed().size()));
        }
        return figures;
    }
}
