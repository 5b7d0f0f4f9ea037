package vn.cchc.plan.document;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.document.PlanDocument.AnnexHeading;
import vn.cchc.plan.document.PlanDocument.Arrangement;

/** What a plan document has beside its head, its areas and its rows. All of it is stated, so that none is dropped by being left out. */
@Schema(name = "PlanDocumentTexts", description = "What a plan document has beside its head, its areas and its rows")
public record DocumentTexts(
        @NotNull @Size(max = Printed.BODY_LINES) List<@NotBlank @Size(max = Printed.LONG) String> objectives,
        @NotNull @Size(max = Printed.BODY_LINES) List<@NotBlank @Size(max = Printed.LONG) String> requirements,
        @NotNull @Size(max = Printed.ARRANGEMENTS) List<@NotNull @Valid Arrangement> arrangements,
        @NotNull @Size(max = Printed.BODY_LINES) List<@NotBlank @Size(max = Printed.SHORT) String> recipients,
        @NotNull @Size(max = Printed.ANNEXES) List<@NotNull @Valid AnnexHeading> annexHeadings) {}
