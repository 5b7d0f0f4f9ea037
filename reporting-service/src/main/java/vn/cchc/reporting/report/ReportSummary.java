package vn.cchc.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.http.Bounds;
import vn.cchc.reporting.regime.ReportingRegime;

/** A report in a list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A report without its text",
        requiredProperties = {
            "id",
            "authority",
            "regime",
            "period",
            "periodLabel",
            "state",
            "dueOn",
            "dueProvisional",
            "lateByDays"
        })
record ReportSummary(
        UUID id,
        AuthorityRef authority,

        @Schema(examples = "CCHC") @Size(max = ReportingRegime.LONGEST_CODE)
        String regime,

        @Schema(examples = "2021-Q1") @Size(max = Bounds.NAME)
        String period,

        @Schema(examples = "quý I năm 2021") @Size(max = Bounds.NAME)
        String periodLabel,

        ReportState state,

        @Schema(examples = "05/BC-UBND") @Size(max = Bounds.NAME)
        String numberAndSymbol,

        @Schema(examples = "2021-02-27") LocalDate dueOn,

        @Schema(description = DueDay.CALENDAR, examples = "VN-2026.1") @Size(max = CalendarTable.LONGEST_VERSION)
        String dueCalendar,

        @Schema(description = DueDay.PROVISIONAL) boolean dueProvisional,

        @Schema(description = DueDay.MOVED_FROM, examples = "2021-02-26")
        LocalDate dueMovedFrom,

        @Schema(description = "The day it was first sent") LocalDate sentOn,

        Boolean inTime,
        @Schema(examples = "0") long lateByDays) {}
