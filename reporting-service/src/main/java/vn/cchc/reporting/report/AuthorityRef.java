package vn.cchc.reporting.report;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "An authority by id, with its present name",
        requiredProperties = {"id", "name"})
record AuthorityRef(
        UUID id, @Schema(examples = "UBND xã Thượng Lộ") String name) {}
