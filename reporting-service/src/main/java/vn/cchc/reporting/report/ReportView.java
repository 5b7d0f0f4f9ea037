package vn.cchc.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.idempotency.Identified;
import vn.cchc.reporting.regime.ReportingRegime;

/** A report as shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A report with its text",
        requiredProperties = {
            "id",
            "authority",
            "regime",
            "planId",
            "milestoneId",
            "year",
            "period",
            "title",
            "periodFrom",
            "cutOff",
            "cutOffCalendar",
            "cutOffProvisional",
            "dueOn",
            "workOn",
            "dueProvisional",
            "state",
            "allowed",
            "edition",
            "lateByDays",
            "changedSinceApproval",
            "sections",
            "editions"
        })
@AsSent("ApproveReport")
record ReportView(
        UUID id,
        AuthorityRef authority,
        RegimeRef regime,
        UUID planId,
        UUID milestoneId,
        @Schema(examples = "2021") @Max(Bounds.LAST_YEAR) int year,

        @Schema(examples = "2021-Q1") @Size(max = Bounds.NAME)
        String period,

        @Schema(examples = "Kết quả công tác cải cách hành chính quý I năm 2021") @Size(max = DueReport.LONGEST_TITLE)
        String title,

        @Schema(description = "First day counted", examples = "2021-01-01")
        LocalDate periodFrom,

        @Schema(description = "Last day counted, inclusive", examples = "2021-02-25")
        LocalDate cutOff,

        @Schema(description = ShownDays.CUT_OFF_CALENDAR, examples = "VN-2026.1")
        @Size(max = CalendarTable.LONGEST_VERSION)
        String cutOffCalendar,

        @Schema(description = ShownDays.CUT_OFF_PROVISIONAL) boolean cutOffProvisional,

        @Schema(examples = "2021-02-27") LocalDate dueOn,

        @Schema(description = "The last working day on or before the due day", examples = "2021-02-26")
        LocalDate workOn,

        @Schema(description = DueDay.CALENDAR, examples = "VN-2026.1") @Size(max = CalendarTable.LONGEST_VERSION)
        String dueCalendar,

        @Schema(description = DueDay.PROVISIONAL) boolean dueProvisional,

        @Schema(description = DueDay.MOVED_FROM, examples = "2021-02-26")
        LocalDate dueMovedFrom,

        ReportState state,

        @Schema(description = "Changes of state that are possible now, by the names of their sub-resources")
        @Size(max = Bounds.TRANSITIONS)
        List<@Size(max = Bounds.NAME) String> allowed,

        @Schema(description = "1, and one more after each return", examples = "1") @Min(1)
        int edition,

        @Schema(description = "Number of the document, given by the first approval and kept", examples = "5") @Min(1)
        Integer number,

        @Schema(examples = "05/BC-UBND") @Size(max = Bounds.NAME)
        String numberAndSymbol,

        @Schema(examples = "2021-02-26") LocalDate approvedOn,

        @Schema(description = "The day it was first sent") LocalDate sentOn,

        @Schema(description = "The day it was last sent") LocalDate lastSentOn,

        LocalDate receivedOn,

        @Schema(description = "The day it was last returned")
        LocalDate returnedOn,

        @Schema(description = "Why it was last returned") @Size(max = Bounds.REASON)
        String returnReason,

        @Schema(description = "First sent by the due day; absent while it is open")
        Boolean inTime,

        @Schema(examples = "0") long lateByDays,

        @Schema(description = "PAKN answered, as approved", examples = "28")
        Long feedbackAnswered,

        @Schema(description = "Of these in time", examples = "26")
        Long feedbackAnsweredInTime,

        @Schema(
                description =
                        "Of a draft whose cut-off has passed: what its figures may lack, without which it can be approved only"
                                + " with a reason; empty when they are complete")
        @Size(max = Bounds.MISSING)
        List<MissingSource> missing,

        @Schema(
                description =
                        "Of a report that is not approved yet: the characters of its document that no font has, each printed as"
                                + " its code point; empty where all can be printed. The first " + Bounds.LAST_SHOWN)
        @Size(max = Bounds.LAST_SHOWN)
        List<UnprintableCharacter> unprintable,

        @Schema(
                description =
                        "Why the edition shown was approved although the sources of its figures were not complete; what"
                                + " was missing stands with the edition")
        String incompleteReason,

        @Schema(
                description =
                        "Something of the days counted was heard after the approval, and the figures of the edition shown"
                                + " may lack it; the edition stays as it is",
                examples = "false")
        Boolean changedSinceApproval,

        LateEvents.Summary lateEvents,

        @Size(max = ReportingRegime.SECTIONS) List<SectionView> sections,

        @Schema(description = "The last " + Bounds.LAST_SHOWN) @Size(max = Bounds.LAST_SHOWN)
        List<EditionView> editions)
        implements Identified {}
