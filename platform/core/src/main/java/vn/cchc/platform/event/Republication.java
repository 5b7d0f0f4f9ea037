package vn.cchc.platform.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order to send the past of one kind of aggregates again, and how far it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Republication")
record Republication(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "feedback", description = "The kind of aggregates; topic `cchc.<kind>`")
        String kind,

        @Schema(description = "Only what happened on this day or later")
        LocalDate from,

        @Schema(required = true, description = "Events to send")
        long total,

        @Schema(required = true, description = "Events that the broker has acknowledged")
        long sent,

        @Schema(required = true, description = "Whether all have been sent")
        boolean done,

        @Schema(required = true) String orderedBy,
        @Schema(required = true) OffsetDateTime orderedAt,
        OffsetDateTime doneAt) {}
