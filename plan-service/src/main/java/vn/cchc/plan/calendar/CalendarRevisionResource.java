package vn.cchc.plan.calendar;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.ChangeView;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/**
 * Revisions of the working calendar, maintained by operators and, when there is only one province, by its
 * administrators.
 */
@Path("/api/v1/calendar-revisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Requires(Right.KEEP_CALENDAR)
@Tag(name = "Working calendar")
public class CalendarRevisionResource implements Presenter<CalendarRevisionView> {

    private static final String PATH = "/api/v1/calendar-revisions/";

    private final CalendarRevisions use;
    private final CalendarRevisionViews views;
    private final CurrentCaller caller;

    CalendarRevisionResource(CalendarRevisions use, CalendarRevisionViews views, CurrentCaller caller) {
        this.use = use;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listCalendarRevisions",
            summary = "List the changes of the working calendar, the youngest first",
            description = "Proposed, applied and withdrawn ones.")
    public Page<CalendarRevisionView> list(@RestQuery String cursor, @RestQuery Integer limit) {
        return views.list(caller.authorities(), caller.get(), limit, cursor);
    }

    @POST
    @Idempotent(presenter = CalendarRevisionResource.class)
    @MaxBody(64 * KB)
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Proposed; the services count what it would move",
            content = @Content(schema = @Schema(implementation = CalendarRevisionView.class)))
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
    @Operation(
            operationId = "proposeCalendarRevision",
            summary = "Propose a year of the working calendar",
            description =
                    "With the year alone: the days off that the Labour Code and the lunar calendar give it. Nothing is"
                            + " in force by it. Each service counts which of its open due days would move; one change is"
                            + " proposed at a time.")
    public RestResponse<CalendarRevisionView> propose(@NotNull @Valid ProposeRevision request) {
        CalendarRevisionView revision = views.one(use.propose(request, caller.authorities(), caller.get()));
        return ETags.created(revision, revision.version(), URI.create(PATH + revision.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getCalendarRevision",
            summary = "Get a change of the working calendar, with what it moves and who has not counted yet",
            description =
                    "Each service counts what it would move; `unanswered` names those that have not answered yet.")
    public RestResponse<CalendarRevisionView> get(@RestPath UUID id) {
        return answer(views.one(id, caller.authorities(), caller.get()));
    }

    @Override
    public RestResponse<CalendarRevisionView> present(UUID id) {
        return get(id);
    }

    @GET
    @Path("/{id}/changes")
    @Operation(
            operationId = "listCalendarRevisionChanges",
            summary = "List what happened to a change of the working calendar",
            description = "Oldest first.")
    public Page<ChangeView> changes(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        return views.changes(id, caller.authorities(), caller.get(), limit, cursor);
    }

    @POST
    @Path("/{id}/applications")
    @Idempotent(presenter = CalendarRevisionResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "applyCalendarRevision",
            summary = "Bring a proposed table into force",
            description =
                    "Once all services have counted, or when `answerBy` is over. Each service then counts its open due"
                            + " days anew, records what moves, and tells it here as `recount`.")
    public RestResponse<CalendarRevisionView> apply(
            @RestPath UUID id, @NotNull @Valid DecideRevision request, @BeanParam IfMatch ifMatch) {
        return answer(views.one(use.apply(id, ifMatch, request.reason(), caller.authorities(), caller.get())));
    }

    @POST
    @Path("/{id}/withdrawals")
    @Idempotent(presenter = CalendarRevisionResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "withdrawCalendarRevision",
            summary = "Withdraw a proposed table",
            description = "The table in force stays.")
    public RestResponse<CalendarRevisionView> withdraw(
            @RestPath UUID id, @NotNull @Valid DecideRevision request, @BeanParam IfMatch ifMatch) {
        return answer(views.one(use.withdraw(id, ifMatch, request.reason(), caller.authorities(), caller.get())));
    }

    private static RestResponse<CalendarRevisionView> answer(CalendarRevisionView revision) {
        return ETags.ok(revision, revision.version());
    }
}
