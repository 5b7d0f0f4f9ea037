package vn.cchc.plan.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.idempotency.Identified;
import vn.cchc.platform.time.VietnamTime;

/**
 * An import with its findings: of a draft, those that it has now; of what was issued, those at the issue.
 *
 * @param planId null until it is issued
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlanImport")
@AsSent("PlanDocumentHeader")
public record PlanImportView(
        @Schema(required = true) UUID id,
        @Schema(required = true) long version,
        @Schema(required = true) UUID authorityId,
        @Schema(required = true) ImportState state,
        @Schema(required = true, examples = "57/KH-UBND") String number,

        @Schema(required = true, examples = "2021") @Min(Printed.FIRST_YEAR) @Max(Printed.LAST_YEAR)
        int year,

        @Schema(required = true) String title,

        @Schema(required = true) @Size(max = Caller.LONGEST_NAME)
        String importedBy,

        @Schema(required = true) OffsetDateTime importedAt,
        UUID planId,
        @Schema(required = true) ImportReading.Summary summary,

        @Schema(required = true) @Size(max = Printed.FINDINGS)
        List<FindingView> findings,

        @Schema(required = true, description = "In printed order") @Size(max = Printed.ROWS)
        List<ImportReading.RowReading> rows)
        implements Identified {

    static PlanImportView of(PlanImport of, ShownReading shown) {
        return new PlanImportView(
                of.id(),
                of.version(),
                of.authorityId(),
                of.state(),
                of.number(),
                of.year(),
                of.document().header().title(),
                of.importedBy().name(),
                of.importedAt().atZone(VietnamTime.ZONE).toOffsetDateTime(),
                of.planId().orElse(null),
                shown.summary(),
                shown.findings(),
                shown.rows());
    }
}
