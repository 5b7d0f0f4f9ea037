package vn.cchc.plan.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.document.PlanDocument;

/**
 * A plan document to import.
 *
 * @param authorityId owner of the plan; defaults to the caller's authority. An administrator gives the subordinate
 *     authority that the plan is for. A correction cannot change it
 */
@Schema(description = "A plan document to be read as a draft")
public record ImportPlan(
        @Schema(description = "Whose plan it is; the caller's own authority when left out")
        UUID authorityId,

        @NotNull @Valid PlanDocument document) {}
