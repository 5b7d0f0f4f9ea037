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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.cchc.feedback.handling.Sight;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;

/** Lists and searches of feedback. */
@Path("/api/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "register", description = "Danh sách, sổ theo dõi, số liệu. Lists, the register and figures.")
public class ListResource {

    private final ListViews views;
    private final CurrentCaller caller;

    ListResource(ListViews views, CurrentCaller caller) {
        this.views = views;
        this.caller = caller;
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
        return views.list(filters, Sight.of(caller.scope()), limit, cursor);
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
        return views.ofSender(wanted, Sight.of(caller.scope()));
    }
}
