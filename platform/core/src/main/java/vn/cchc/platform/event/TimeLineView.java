package vn.cchc.platform.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.idempotency.Identified;

/** State of this service's timeline. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TimeLine")
public record TimeLineView(
        @Schema(required = true, examples = "1", description = "1, and one more after each restore of the database")
        @Min(1)
        int epoch,

        @Schema(examples = "2021-02-25", description = "The last business day that is marked as complete")
        LocalDate markedDay,

        @Schema(
                description = "Since when it is known that the topics hold what the journal lacks; until the epoch is"
                        + " raised, nothing is recorded. Absent while all is there")
        OffsetDateTime lostSince,

        @Schema(description = "What is lost; absent while all is there, or while it is still read from the topics")
        Loss loss,

        @Schema(description = "The ordered epoch, until it has begun; absent where none is ordered")
        Order raising,

        @Schema(required = true, description = "The epochs behind the first, youngest first")
        @Size(max = Bounds.LAST_SHOWN)
        List<EpochView> epochs)
        implements Identified {

    /** A service has one, whose id is not shown: a replay of an order needs it. */
    private static final UUID ID = new UUID(0, 0);

    @Override
    public UUID id() {
        return ID;
    }

    /** Extent of the loss. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TimeLineLoss")
    public record Loss(
            @Schema(
                    required = true,
                    examples = "1200",
                    description = "Up to this position what was sent is in the journal")
            long voidAfter,

            @Schema(required = true, examples = "210") long changes,
            @Schema(required = true, examples = "70") long aggregates,

            @Schema(description = "When the first of the lost changes happened")
            OffsetDateTime from,

            @Schema(description = "When the last of them happened")
            OffsetDateTime to) {}

    /** An epoch that an operator has ordered and that has not begun. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @AsSent("RaiseEpoch")
    @Schema(name = "EpochOrder")
    public record Order(
            @Schema(required = true) OffsetDateTime orderedAt,

            @Schema(required = true, examples = "Nguyễn Văn Vận Hành") @Size(max = Caller.LONGEST_NAME)
            String orderedBy,

            @Schema(required = true) String reason,

            @Schema(
                    description =
                            "Why the last try to begin it failed; it is tried again. Absent while none has failed")
            @Size(max = EpochRaising.LONGEST_ERROR)
            String lastError) {}

    /** An epoch, and why it began. */
    @AsSent("RaiseEpoch")
    @Schema(name = "TimeLineEpoch")
    public record EpochView(
            @Schema(required = true, examples = "2") @Min(1) int epoch,
            @Schema(required = true, examples = "1200") long voidAfter,
            @Schema(required = true, examples = "210") long changes,
            @Schema(required = true, examples = "70") long aggregates,
            @Schema(required = true) OffsetDateTime raisedAt,

            @Schema(required = true, examples = "Nguyễn Văn Vận Hành") @Size(max = Caller.LONGEST_NAME)
            String raisedBy,

            @Schema(required = true) String reason) {}
}
