package vn.cchc.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A published change that the journal lacks. */
@Schema(name = "LostChange")
public record LostChangeView(
        @Schema(required = true, examples = "1201") long position,
        @Schema(required = true, examples = "feedback") String kind,
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID authorityId,

        @Schema(required = true, examples = "vn.cchc.feedback.received.v1")
        String type,

        @Schema(required = true) OffsetDateTime occurredAt,

        @Schema(
                required = true,
                implementation = Object.class,
                type = SchemaType.OBJECT,
                description = "The public state that was told")
        JsonNode state) {}
