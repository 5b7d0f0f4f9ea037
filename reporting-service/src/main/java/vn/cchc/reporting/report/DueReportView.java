package vn.cchc.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.reporting.regime.ReportingPeriod;

/** A report that is due, as shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A report that the plan's schedule asks for, and what has become of it",
        requiredProperties = {
            "milestoneId",
            "authority",
            "regime",
            "planId",
            "year",
            "period",
            "periodLabel",
            "state",
            "returned",
            "lateByDays"
        })
record DueReportView(
        UUID milestoneId,
        AuthorityRef authority,
        RegimeRef regime,
        UUID planId,
        @Schema(examples = "2021") int year,
        @Schema(examples = "2021-Q1") String period,
        @Schema(examples = "quý I năm 2021") String periodLabel,

        @Schema(description = "The last good day; absent while the schedule names none", examples = "2021-02-27")
        LocalDate dueOn,

        @Schema(description = "The last working day on or before it", examples = "2021-02-26")
        LocalDate workOn,

        @Schema(description = "The last day counted, inclusive", examples = "2021-02-25")
        LocalDate cutOff,

        State state,
        UUID reportId,

        @Schema(description = "Number of the document", examples = "5")
        Integer number,

        @Schema(description = "The day it was first sent; punctuality is read from it", examples = "2021-02-26")
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

    /** What has become of it. */
    @Schema(name = "DueReportState")
    enum State {
        NOT_STARTED,
        DRAFT,
        APPROVED,
        SENT,
        RECEIVED,
        RETURNED,
        /** The plan's leader has waived it. */
        WAIVED
    }

    static DueReportView of(DueReport due, LocalDate cutOff, LocalDate today) {
        DueReport.Written written = due.report().orElse(null);
        Punctuality punctuality = Punctuality.of(due.dueOn(), written == null ? null : written.firstSentOn(), today);
        boolean waived = written == null && due.milestoneState().equals("WAIVED");
        return new DueReportView(
                due.milestoneId(),
                new AuthorityRef(due.authorityId(), due.authorityName()),
                new RegimeRef(due.regime(), due.regimeName()),
                due.planId(),
                due.year(),
                due.period(),
                ReportingPeriod.of(due.period()).map(ReportingPeriod::label).orElse(due.period()),
                due.dueOn(),
                due.workOn(),
                cutOff,
                waived ? State.WAIVED : written == null ? State.NOT_STARTED : state(written.state()),
                written == null ? null : written.id(),
                written == null ? null : written.number(),
                written == null ? null : written.firstSentOn(),
                written == null ? null : written.sentOn(),
                written == null ? null : written.receivedOn(),
                written == null ? null : written.returnedOn(),
                written != null && written.returnedOn() != null,
                waived ? null : punctuality.inTime(),
                waived ? 0 : punctuality.lateByDays());
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
}
