package vn.cchc.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.http.Bounds;
import vn.cchc.reporting.regime.ReportingPeriod;

/** A report that is due, as shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A report that the plan's schedule or its regime asks for, and what has become of it",
        requiredProperties = {
            "id",
            "authority",
            "year",
            "period",
            "periodLabel",
            "title",
            "preparedHere",
            "dueProvisional",
            "state",
            "returned",
            "lateByDays"
        })
record DueReportView(
        @Schema(description = "Stable; of the milestone where a plan asks for it")
        UUID id,

        @Schema(description = "The plan's milestone for it; absent where the regime itself asks for the report")
        UUID milestoneId,

        AuthorityRef authority,

        @Schema(description = "The regime that knows this report; absent while no regime does")
        RegimeRef regime,

        @Schema(description = "The plan that asks for it; absent where the regime itself does") UUID planId,

        @Schema(examples = "2021") @Max(Bounds.LAST_YEAR) int year,

        @Schema(examples = "2021-Q1") @Size(max = Bounds.NAME)
        String period,

        @Schema(examples = "quý I năm 2021") @Size(max = Bounds.NAME)
        String periodLabel,

        @Schema(
                description = "What is asked for, as the plan words it",
                examples = "Báo cáo định kỳ hàng quý, 6 tháng, năm về CCHC")
        @Size(max = DueReport.LONGEST_TITLE)
        String title,

        @Schema(
                description =
                        "Whether it is written here (`POST /reports`); otherwise it is handed in at the plan's milestone, and"
                                + " its state and days are the milestone's")
        boolean preparedHere,

        @Schema(description = "The last good day; absent while the plan names none", examples = "2021-02-27")
        LocalDate dueOn,

        @Schema(description = "The last working day on or before it", examples = "2021-02-26")
        LocalDate workOn,

        @Schema(description = DueDay.CALENDAR, examples = "VN-2026.1") @Size(max = CalendarTable.LONGEST_VERSION)
        String dueCalendar,

        @Schema(description = DueDay.PROVISIONAL) boolean dueProvisional,

        @Schema(description = DueDay.MOVED_FROM, examples = "2021-02-26")
        LocalDate dueMovedFrom,

        @Schema(
                description = "The last day counted, inclusive; absent where its regime does not set it",
                examples = "2021-02-25")
        LocalDate cutOff,

        @Schema(description = ShownDays.CUT_OFF_CALENDAR + " Absent where there is no cut-off.", examples = "VN-2026.1")
        @Size(max = CalendarTable.LONGEST_VERSION)
        String cutOffCalendar,

        @Schema(description = ShownDays.CUT_OFF_PROVISIONAL + " Absent where there is no cut-off.", examples = "false")
        Boolean cutOffProvisional,

        State state,
        UUID reportId,

        @Schema(description = "Number of the document", examples = "5") @Min(1)
        Integer number,

        @Schema(
                description =
                        "The day it was first sent, or handed in where it is not written here; punctuality is read from it",
                examples = "2021-02-26")
        LocalDate sentOn,

        @Schema(description = "The day it was last sent, after a return")
        LocalDate lastSentOn,

        LocalDate receivedOn,

        @Schema(description = "The day it was last returned")
        LocalDate returnedOn,

        @Schema(description = "Whether it has ever been returned")
        boolean returned,

        @Schema(
                description =
                        "Sent by the due day; false also when that day has passed without it; absent while it is open")
        Boolean inTime,

        @Schema(description = "Calendar days after the due day, up to today when not sent", examples = "0")
        long lateByDays) {

    /** Status of a due report. */
    @Schema(name = "DueReportState")
    enum State {
        NOT_STARTED,
        DRAFT,
        /** Not written here: submitted at the plan's milestone, awaiting the leader. */
        IN_REVIEW,
        APPROVED,
        SENT,
        RECEIVED,
        RETURNED,
        /** Waived by the plan's leader. */
        WAIVED
    }

    static DueReportView of(DueReport due, WorkingCalendar calendar, LocalDate today) {
        Optional<DueReport.Written> written = due.report();
        Optional<Report.CutOff> cutOff = written.map(DueReport.Written::cutOff).or(() -> cutOff(due, calendar));
        Punctuality punctuality = Punctuality.of(due.dueOn(), due.firstSentOn(), today);
        return new DueReportView(
                due.id(),
                due.milestone().map(DueReport.Milestone::id).orElse(null),
                new AuthorityRef(due.authorityId(), due.authorityName()),
                due.regime()
                        .map(regime -> new RegimeRef(regime.code(), regime.name()))
                        .orElse(null),
                due.milestone().map(DueReport.Milestone::planId).orElse(null),
                due.year(),
                due.period(),
                due.known().map(ReportingPeriod::label).orElse(due.period()),
                due.title(),
                due.isPreparedHere(),
                due.dueOn(),
                due.workOn(),
                due.dueCalendar(),
                due.dueProvisional(),
                due.dueMovedFrom(),
                cutOff.map(Report.CutOff::day).orElse(null),
                cutOff.map(Report.CutOff::calendar).orElse(null),
                cutOff.map(Report.CutOff::provisional).orElse(null),
                written.map(DueReport.Written::state)
                        .map(DueReportView::state)
                        .or(() -> due.milestone().map(DueReportView::state))
                        .orElse(State.NOT_STARTED),
                written.map(DueReport.Written::id).orElse(null),
                written.map(DueReport.Written::number).orElse(null),
                due.firstSentOn(),
                written.map(DueReport.Written::sentOn).orElse(null),
                written.map(DueReport.Written::receivedOn).orElse(null),
                written.map(DueReport.Written::returnedOn).orElse(null),
                written.map(DueReport.Written::returnedOn).isPresent(),
                due.isWaived() ? null : punctuality.inTime(),
                due.isWaived() ? 0 : punctuality.lateByDays());
    }

    /**
     * The cut-off that a new draft would get with this calendar; empty if the report has no due day or its regime sets
     * none.
     */
    private static Optional<Report.CutOff> cutOff(DueReport due, WorkingCalendar calendar) {
        return due.dueOn() == null
                ? Optional.empty()
                : due.days().map(days -> Report.CutOff.of(days, due.dueOn(), calendar));
    }

    private static State state(ReportState state) {
        return switch (state) {
            case DRAFT -> State.DRAFT;
            case APPROVED -> State.APPROVED;
            case SENT -> State.SENT;
            case RECEIVED -> State.RECEIVED;
            case RETURNED -> State.RETURNED;
        };
    }

    /** A product returned by the leader is internal to the authority: the report is a draft again. */
    private static State state(DueReport.Milestone milestone) {
        return switch (milestone.state()) {
            case "SUBMITTED" -> State.IN_REVIEW;
            case "RETURNED" -> State.DRAFT;
            case "ACCEPTED" -> State.SENT;
            case "WAIVED" -> State.WAIVED;
            default -> State.NOT_STARTED;
        };
    }
}
