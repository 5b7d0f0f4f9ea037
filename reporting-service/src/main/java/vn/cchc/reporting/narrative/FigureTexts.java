package vn.cchc.reporting.narrative;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.i18n.MessageBundles;
import java.math.BigDecimal;
import java.util.Optional;
import vn.cchc.reporting.document.PrintedForms;
import vn.cchc.reporting.figures.Channel;
import vn.cchc.reporting.figures.Figure;
import vn.cchc.reporting.figures.FigureKind;
import vn.cchc.reporting.figures.TargetFigures;
import vn.cchc.reporting.projection.TargetReadingState;

/** Figures as printed. Wording is in {@link FigureMessages}. */
public final class FigureTexts {

    /** Of a label, in characters; it names an area of the plan at most. */
    public static final int LONGEST_LABEL = 500;

    private FigureTexts() {}

    private static FigureMessages words() {
        return MessageBundles.get(FigureMessages.class);
    }

    /** "Mốc nhiệm vụ đến hạn trong kỳ, lĩnh vực 2". */
    public static String label(Figure figure) {
        FigureMessages words = words();
        String label = label(words, figure);
        return figure.area().map(area -> words.inArea(label, area)).orElse(label);
    }

    private static String label(FigureMessages words, Figure figure) {
        return switch (figure.kind()) {
            case FEEDBACK_RECEIVED -> words.feedbackReceived();
            case FEEDBACK_BY_CHANNEL ->
                words.feedbackByChannel(inText(figure.channel().orElseThrow()));
            case FEEDBACK_ANSWERED -> words.feedbackAnswered();
            case FEEDBACK_IN_TIME -> words.feedbackInTime();
            case FEEDBACK_LATE -> words.feedbackLate();
            case FEEDBACK_IN_TIME_RATE -> words.feedbackInTimeRate();
            case FEEDBACK_OPEN -> words.feedbackOpen();
            case FEEDBACK_OVERDUE -> words.feedbackOverdue();
            case FEEDBACK_REFUSED -> words.feedbackRefused();
            case FEEDBACK_REFERRED -> words.feedbackReferred();
            case FEEDBACK_WITHDRAWN -> words.feedbackWithdrawn();
            case FEEDBACK_LATE_ADDITIONS -> words.feedbackLateAdditions();
            case MILESTONES_DUE -> words.milestonesDue();
            case MILESTONES_ACCEPTED -> words.milestonesAccepted();
            case MILESTONES_IN_TIME -> words.milestonesInTime();
            case MILESTONES_LATE -> words.milestonesLate();
            case MILESTONES_SUBMITTED -> words.milestonesSubmitted();
            case MILESTONES_OVERDUE -> words.milestonesOverdue();
            case MILESTONES_RETURNED -> words.milestonesReturned();
            case MILESTONES_WAIVED -> words.milestonesWaived();
            case MILESTONES_ACCEPTED_RATE -> words.milestonesAcceptedRate();
            case MILESTONES_CARRIED_OVER -> words.milestonesCarriedOver();
            case TASKS_CONTINUOUS -> words.tasksContinuous();
            case TASKS_CONTINUOUS_REPORTED -> words.tasksContinuousReported();
            case TASKS_CONTINUOUS_REPORTED_RATE -> words.tasksContinuousReportedRate();
            case TARGETS_READ -> words.targetsRead();
            case TARGETS_MET -> words.targetsMet();
        };
    }

    /** The name of a channel in running text. */
    @TemplateExtension
    public static String inText(Channel channel) {
        return switch (channel) {
            case ONLINE -> words().online();
            case PHONE -> words().phone();
            case IN_PERSON -> words().inPerson();
            case POST -> words().post();
            case EMAIL -> words().email();
        };
    }

    public static String unit(Figure figure) {
        return switch (figure.kind().unit()) {
            case FEEDBACK -> words().unitFeedback();
            case MILESTONE -> words().unitMilestone();
            case TASK -> words().unitTask();
            case TARGET -> words().unitTarget();
            case PERCENT -> words().unitPercent();
        };
    }

    /** "24", "92,9%", "chưa phát sinh". */
    public static String value(Figure figure) {
        return figure.kind().unit() == FigureKind.Unit.PERCENT ? rate(figure.value()) : value(figure.value());
    }

    /** As printed next to a column with the unit: "92,9". */
    static String value(Optional<BigDecimal> value) {
        return value.map(PrintedForms::decimal).orElseGet(() -> words().notArisen());
    }

    private static String rate(Optional<BigDecimal> value) {
        return value.map(PrintedForms::percent).orElseGet(() -> words().notArisen());
    }

    /**
     * The value of a stored figure.
     *
     * @param unit as stored
     */
    public static String value(Optional<BigDecimal> value, String unit) {
        return unit.equals(words().unitPercent()) ? rate(value) : value(value);
    }

    /** The target value: "≥ 90%", "90 - 100%". */
    static String wanted(TargetReadingState reading) {
        if (reading.value() == null) {
            return "";
        }
        String unit = reading.unit() == null
                ? ""
                : reading.unit().startsWith(TargetFigures.PERCENT) ? reading.unit() : " " + reading.unit();
        String value = PrintedForms.decimal(reading.value());
        return switch (String.valueOf(reading.operator())) {
            case ">", "<" -> reading.operator() + " " + value + unit;
            case ">=" -> "≥ " + value + unit;
            case "<=" -> "≤ " + value + unit;
            case "between" ->
                value + (reading.upper() == null ? "" : " - " + PrintedForms.decimal(reading.upper())) + unit;
            default -> value + unit;
        };
    }

    /** The measured value of a target. */
    static String actual(TargetReadingState reading) {
        Optional<BigDecimal> actual = TargetFigures.actual(reading);
        return TargetFigures.PERCENT.equals(reading.unit()) ? rate(actual) : value(actual);
    }
}
