package vn.cchc.feedback.register;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.cchc.feedback.handling.Sight;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.platform.http.Problem;

/** Lists and searches of feedback. */
@Path("/api/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "register", description = "Danh sách, sổ theo dõi, số liệu. Lists, the register and figures.")
public class ListResource {

    private final FeedbackSearch search;
    private final CurrentCaller caller;
    private final Clock clock;

    ListResource(FeedbackSearch search, CurrentCaller caller, Clock clock) {
        this.search = search;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Requires(Right.READ_FEEDBACK)
    @Operation(
            operationId = "listFeedback",
            summary = "Feedback of the authority, newest arrival first",
            description = "An officer sees what is assigned to the own unit.")
    public Page<ListItem> list(
            @BeanParam ListFilters filters,
            @QueryParam("cursor") @Parameter(description = "The `next` of the page before") String cursor,
            @QueryParam("limit") @Parameter(description = "50 when absent, at most 200", example = "50")
                    Integer limit) {
        Sight sight = Sight.of(caller.scope());
        String narrowed = sight + " " + filters;
        int most = PageLimit.of(limit);
        OffsetDateTime now = OffsetDateTime.now(clock);
        return page(search.list(sight, filters, now, after(cursor, narrowed), most + 1), most, now, narrowed);
    }

    @POST
    @Path("/searches")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.READ_REGISTER)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "searchFeedbackBySender",
            summary = "Feedback by name, phone number or email address of the sender, newest arrival first",
            description = "What is searched for is sent as content: addresses are logged on their way.")
    public Page<ListItem> search(@NotNull @Valid SearchFeedback wanted) {
        List<SenderPattern> patterns = wanted.patterns();
        if (patterns.isEmpty()) {
            throw Problem.invalid("name", "Cần name, phone hoặc email.", "name, phone or email is needed.");
        }
        Sight sight = Sight.of(caller.scope());
        String narrowed = sight + " " + patterns;
        int most = PageLimit.of(wanted.limit());
        return page(
                search.listBySender(sight, patterns, after(wanted.cursor(), narrowed), most + 1),
                most,
                OffsetDateTime.now(clock),
                narrowed);
    }

    private static Optional<FeedbackSearch.After> after(String cursor, String narrowed) {
        return Cursor.decode(cursor, narrowed).map(last -> new FeedbackSearch.After(last.instant(0), last.uuid(1)));
    }

    private static Page<ListItem> page(List<ListRow> rows, int most, OffsetDateTime now, String narrowed) {
        return Page.of(
                rows,
                most,
                row -> ListItem.of(row, now),
                last -> Cursor.encode(narrowed, last.receivedAt(), last.id()));
    }
}
