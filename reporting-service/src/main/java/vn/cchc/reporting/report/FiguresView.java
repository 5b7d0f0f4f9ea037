package vn.cchc.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.Bounds;
import vn.cchc.reporting.figures.Figure;

/** The figures of a report. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "The figures of a report, as they were at the end of the cut-off",
        requiredProperties = {"reportId", "period", "from", "cutOff", "cutOffProvisional", "frozen", "items"})
record FiguresView(
        UUID reportId,

        @Schema(examples = "2021-Q1") @Size(max = Bounds.NAME)
        String period,

        @Schema(description = "First day counted", examples = "2021-01-01")
        LocalDate from,

        @Schema(description = "Last day counted, inclusive", examples = "2021-02-25")
        LocalDate cutOff,

        @Schema(description = ShownDays.CUT_OFF_PROVISIONAL) boolean cutOffProvisional,

        @Schema(description = "Frozen by approval; otherwise computed at this reading")
        boolean frozen,

        @Schema(description = "The approved edition they belong to", examples = "1") @Min(1)
        Integer edition,

        @Size(max = Figure.MOST) List<FigureView> items) {}
