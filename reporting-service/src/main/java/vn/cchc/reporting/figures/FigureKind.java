package vn.cchc.reporting.figures;

/** What a figure counts, in report order. */
public enum FigureKind {
    FEEDBACK_RECEIVED(FeedbackFigures.RECEIVED, Unit.FEEDBACK),
    FEEDBACK_BY_CHANNEL(FeedbackFigures.RECEIVED, Unit.FEEDBACK),
    FEEDBACK_ANSWERED(FeedbackFigures.ANSWERED, Unit.FEEDBACK),
    FEEDBACK_IN_TIME(FeedbackFigures.IN_TIME, Unit.FEEDBACK),
    FEEDBACK_LATE(FeedbackFigures.LATE, Unit.FEEDBACK),
    FEEDBACK_IN_TIME_RATE(FeedbackFigures.RATE, Unit.PERCENT),
    FEEDBACK_OPEN(FeedbackFigures.OPEN, Unit.FEEDBACK),
    FEEDBACK_OVERDUE(FeedbackFigures.OVERDUE, Unit.FEEDBACK),
    FEEDBACK_REFUSED(FeedbackFigures.REFUSED, Unit.FEEDBACK),
    FEEDBACK_REFERRED(FeedbackFigures.REFERRED, Unit.FEEDBACK),
    FEEDBACK_WITHDRAWN(FeedbackFigures.WITHDRAWN, Unit.FEEDBACK),
    FEEDBACK_LATE_ADDITIONS(FeedbackFigures.LATE_ADDITIONS, Unit.FEEDBACK),
    MILESTONES_DUE(TaskFigures.DUE, Unit.MILESTONE),
    MILESTONES_ACCEPTED(TaskFigures.ACCEPTED, Unit.MILESTONE),
    MILESTONES_IN_TIME(TaskFigures.IN_TIME, Unit.MILESTONE),
    MILESTONES_LATE(TaskFigures.LATE, Unit.MILESTONE),
    MILESTONES_SUBMITTED(TaskFigures.SUBMITTED, Unit.MILESTONE),
    MILESTONES_OVERDUE(TaskFigures.OVERDUE, Unit.MILESTONE),
    MILESTONES_RETURNED(TaskFigures.RETURNED, Unit.MILESTONE),
    MILESTONES_WAIVED(TaskFigures.WAIVED, Unit.MILESTONE),
    MILESTONES_ACCEPTED_RATE(TaskFigures.RATE, Unit.PERCENT),
    MILESTONES_CARRIED_OVER(TaskFigures.CARRIED_OVER, Unit.MILESTONE),
    TASKS_CONTINUOUS(TaskFigures.CONTINUOUS, Unit.TASK),
    TASKS_CONTINUOUS_REPORTED(TaskFigures.CONTINUOUS_REPORTED, Unit.TASK),
    TASKS_CONTINUOUS_REPORTED_RATE(TaskFigures.CONTINUOUS_RATE, Unit.PERCENT),
    TARGETS_READ(TargetFigures.READ, Unit.TARGET),
    TARGETS_MET(TargetFigures.MET, Unit.TARGET);

    /** What is counted; per cent for a rate. */
    public enum Unit {
        FEEDBACK,
        MILESTONE,
        TASK,
        TARGET,
        PERCENT
    }

    private final String code;
    private final Unit unit;

    FigureKind(String code, Unit unit) {
        this.code = code;
        this.unit = unit;
    }

    /** Stable over periods, e.g. {@code pakn.received}. */
    String code() {
        return code;
    }

    public Unit unit() {
        return unit;
    }
}
