package vn.cchc.feedback.register;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.State;
import vn.cchc.platform.calendar.DueDay;

/** Filters of a list; an absent filter does not restrict. */
public record ListFilters(
        @QueryParam("state") @Parameter(description = "The state", example = "ASSIGNED")
        State state,

        @QueryParam("channel") @Parameter(description = "The channel", example = "PHONE")
        Channel channel,

        @QueryParam("classification") @Parameter(description = "What it is about", example = "OFFICER_CONDUCT")
        Classification classification,

        @QueryParam("unit") @Parameter(description = "The unit that handles it")
        UUID unit,

        @QueryParam("dueBefore") @Parameter(description = "Open, and due before that day", example = "2021-02-01")
        LocalDate dueBefore,

        @QueryParam("overdue")
        @Parameter(description = "true: the due day has passed without an end; false: all others", example = "true")
        Boolean overdue,

        @QueryParam("moved") @Parameter(description = DueDay.FILTER_MOVED, example = "true")
        Boolean moved,

        @QueryParam("provisional") @Parameter(description = DueDay.FILTER_PROVISIONAL, example = "true")
        Boolean provisional,

        @QueryParam("extensionRequested")
        @Parameter(
                description =
                        "true: only those for which an extension is asked that is not decided on; false: only the others; absent: all",
                example = "true")
        Boolean extensionRequested,

        @QueryParam("awaitingReply")
        @Parameter(
                description =
                        "true: only those with a message of the sender that the office has not replied to; false: only the others;"
                                + " absent: all",
                example = "true")
        Boolean awaitingReply,

        @QueryParam("releaseAwaited")
        @Parameter(
                description =
                        "true: only those with a draft of the answer that is with the leader; false: only the others; absent: all",
                example = "true")
        Boolean releaseAwaited,

        @QueryParam("receivedFrom") @Parameter(description = "Arrived on that day or later", example = "2021-01-01")
        LocalDate receivedFrom,

        @QueryParam("receivedTo") @Parameter(description = "Arrived on that day or earlier", example = "2021-02-25")
        LocalDate receivedTo,

        @QueryParam("q")
        @Parameter(
                description =
                        "Part of the content, without regard to case and diacritics (2 to 100 characters); a number (`12`,"
                                + " `12/2021`) is looked for in the register too; or a tracking code",
                example = "den duong",
                schema = @Schema(type = SchemaType.STRING, maxLength = FeedbackSearch.LONGEST))
        String q) {}
