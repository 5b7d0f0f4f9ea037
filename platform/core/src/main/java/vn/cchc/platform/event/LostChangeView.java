package vn.cchc.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.Bounds;

/** A published change that the journal lacks. */
@Schema(name = "LostChange")
public record LostChangeView(
        @Schema(required = true, examples = "1201") @Min(1) long position,

        @Schema(required = true, examples = "feedback") @Size(max = Bounds.NAME)
        String kind,

        @Schema(required = true) UUID id,
        @Schema(required = true) UUID authorityId,

        @Schema(required = true, examples = "vn.cchc.feedback.received.v1") @Size(max = Bounds.NAME)
        String type,

        @Schema(required = true) OffsetDateTime occurredAt,

        @Schema(
                required = true,
                implementation = Object.class,
                type = SchemaType.OBJECT,
                description = "The public state that its event carried")
        JsonNode state) {}
