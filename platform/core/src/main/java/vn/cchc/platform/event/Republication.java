package vn.cchc.platform.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.idempotency.Identified;

/** An order to republish the history of one kind of aggregate, and its progress. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@AsSent("OrderRepublication")
@Schema(name = "Republication")
record Republication(
        @Schema(required = true) UUID id,

        @Schema(
                required = true,
                examples = "feedback",
                description =
                        "The kind of aggregates; topic `cchc.<kind>`. `day` for a day mark, which goes to all topics")
        String kind,

        @Schema(description = "Only what happened on this day or later")
        LocalDate from,

        @Schema(
                required = true,
                examples = "1",
                description =
                        "The position in the journal that it began with. Positions are those of all kinds: they tell how"
                                + " far it is, not how many events there are")
        long first,

        @Schema(required = true, examples = "4711", description = "The next position to send")
        long next,

        @Schema(
                required = true,
                examples = "20000",
                description = "The position to end with: the last there was when it was ordered")
        long last,

        @Schema(required = true, description = "Events that the broker has acknowledged")
        long sent,

        @Schema(required = true, description = "Whether all have been sent")
        boolean done,

        @Schema(
                description =
                        "Why it does not progress at present, for an operator to mend; it is retried until it does."
                                + " Absent while it progresses")
        @Size(max = OutboxPublisher.LONGEST_ERROR)
        String lastError,

        @Schema(required = true) @Size(max = Caller.LONGEST_NAME)
        String orderedBy,

        @Schema(required = true) OffsetDateTime orderedAt,
        OffsetDateTime doneAt)
        implements Identified {}
