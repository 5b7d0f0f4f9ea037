package vn.cchc.plan.importing.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.importing.wording.TargetWordingsView;

/**
 * A target of the body as read; a printed one may state several.
 *
 * @param printed place of the printed target among those of its area, from 1
 * @param aim null for a qualitative target, and for one in doubt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReviewedTarget", description = "A target of the body as read; a printed one may state several")
public record ReviewedTarget(
        @Schema(required = true) @Min(1) @Max(Printed.LAST_AREA)
        int areaNumber,

        @Schema(required = true, description = "Place of the printed target among those of its area, from 1") @Min(1)
        int printed,

        @Schema(description = "The line above it") @Size(max = Printed.SHORT)
        String group,

        @Schema(required = true) @Size(max = Printed.LONG) String text,

        @Schema(description = "Absent where no figure is asked for, and where it was not read")
        TargetWordingsView.StatedAim aim,

        @Schema(description = "Why its figures were not read")
        TargetWordingsView.Unread unread,

        @Schema(required = true, description = "Order of the annex rows with the same meaning")
        @Size(max = Printed.ROWS)
        List<@Min(1) @Max(Printed.LAST_ORDER) Integer> rows,

        @Schema(required = true) @Size(max = Printed.FINDINGS)
        List<CellFinding> findings) {}
