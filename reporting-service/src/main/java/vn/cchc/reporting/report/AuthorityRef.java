package vn.cchc.reporting.report;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.Bounds;

@Schema(
        description = "An authority by id, with its present name",
        requiredProperties = {"id", "name"})
record AuthorityRef(
        UUID id,

        @Schema(examples = "UBND xã Thượng Lộ") @Size(max = Bounds.TITLE)
        String name) {}
