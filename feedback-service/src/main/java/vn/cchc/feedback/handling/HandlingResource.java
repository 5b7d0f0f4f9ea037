package vn.cchc.feedback.handling;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.Roles;

/** One feedback, and what staff do with it. */
@Path("/api/v1/feedback/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "handling", description = "Xử lý phản ánh, kiến nghị. Handling of feedback by staff.")
public class HandlingResource {

    private static final String IF_MATCH = "If-Match";
    private static final String VERSION = "The `ETag` of the version that was read.";
    private static final String KEY = "Idempotency-Key";
    private static final String ONCE = "The same key and body get the first answer again.";

    private final Handling handling;

    HandlingResource(Handling handling) {
        this.handling = handling;
    }

    @GET
    @RolesAllowed({Roles.CLERK, Roles.OFFICER, Roles.LEADER})
    @Operation(
            operationId = "getFeedback",
            summary = "One feedback",
            description = "An officer sees what is assigned to the own unit; what lies outside does not exist.")
    public RestResponse<FeedbackView> get(@PathParam("id") @Parameter(description = "Id of the feedback") UUID id) {
        return handling.get(id);
    }

    @GET
    @Path("/due-date")
    @RolesAllowed({Roles.CLERK, Roles.OFFICER, Roles.LEADER})
    @Operation(
            operationId = "explainDueDate",
            summary = "Why the answer is due on that day",
            description =
                    "The limit, each day that was skipped and why, the clause of law and the table of working days.")
    public DueDateView dueDate(@PathParam("id") @Parameter(description = "Id of the feedback") UUID id) {
        return handling.dueDate(id);
    }

    @GET
    @Path("/changes")
    @RolesAllowed({Roles.CLERK, Roles.OFFICER, Roles.LEADER})
    @Operation(operationId = "listChanges", summary = "The history of a feedback: who, when, why")
    public History changes(@PathParam("id") @Parameter(description = "Id of the feedback") UUID id) {
        return handling.history(id);
    }

    @POST
    @Path("/acceptances")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.LEADER})
    @Operation(
            operationId = "acceptFeedback",
            summary = "Take a feedback on",
            description =
                    "Needs the sender's name, address, and phone number or email address (422 when missing: ask for a supplement). A policy for the category and urgency may change the due day.")
    public RestResponse<FeedbackView> accept(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = VERSION, example = "\"3\"") String ifMatch,
            @HeaderParam(KEY) @Parameter(description = ONCE) String idempotencyKey,
            @NotNull @Valid AcceptFeedback wanted) {
        return handling.accept(new Handling.Request(id, ifMatch, idempotencyKey, wanted), wanted);
    }

    @POST
    @Path("/refusals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.LEADER})
    @Operation(
            operationId = "refuseFeedback",
            summary = "Refuse a feedback",
            description = "For complaints and denunciations the answer names the right door.")
    public RestResponse<FeedbackView> refuse(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = VERSION, example = "\"3\"") String ifMatch,
            @HeaderParam(KEY) @Parameter(description = ONCE) String idempotencyKey,
            @NotNull @Valid RefuseFeedback wanted) {
        return handling.refuse(new Handling.Request(id, ifMatch, idempotencyKey, wanted), wanted);
    }

    @POST
    @Path("/supplement-requests")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.LEADER})
    @Operation(operationId = "requestSupplement", summary = "Ask the sender for what is missing")
    public RestResponse<FeedbackView> requestSupplement(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = VERSION, example = "\"3\"") String ifMatch,
            @HeaderParam(KEY) @Parameter(description = ONCE) String idempotencyKey,
            @NotNull @Valid RequestSupplement wanted) {
        return handling.requestSupplement(new Handling.Request(id, ifMatch, idempotencyKey, wanted), wanted);
    }

    @POST
    @Path("/supplements")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.LEADER})
    @Operation(
            operationId = "supplementForSender",
            summary = "Enter what the sender handed in at the office or by phone",
            description = "Only after it was asked for.")
    public RestResponse<FeedbackView> supplement(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = VERSION, example = "\"3\"") String ifMatch,
            @HeaderParam(KEY) @Parameter(description = ONCE) String idempotencyKey,
            @NotNull @Valid SupplementFeedback wanted) {
        return handling.supplement(new Handling.Request(id, ifMatch, idempotencyKey, wanted), wanted);
    }

    @POST
    @Path("/referrals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.LEADER})
    @Operation(
            operationId = "referFeedback",
            summary = "Pass a feedback on to the competent authority",
            description = "In time within 5 working days of the arrival; the referral says by which day that was.")
    public RestResponse<FeedbackView> refer(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = VERSION, example = "\"3\"") String ifMatch,
            @HeaderParam(KEY) @Parameter(description = ONCE) String idempotencyKey,
            @NotNull @Valid ReferFeedback wanted) {
        return handling.refer(new Handling.Request(id, ifMatch, idempotencyKey, wanted), wanted);
    }

    @POST
    @Path("/assignments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.LEADER})
    @Operation(operationId = "assignFeedback", summary = "Give a feedback to a unit, or to another one")
    public RestResponse<FeedbackView> assign(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = VERSION, example = "\"3\"") String ifMatch,
            @HeaderParam(KEY) @Parameter(description = ONCE) String idempotencyKey,
            @NotNull @Valid AssignFeedback wanted) {
        return handling.assign(new Handling.Request(id, ifMatch, idempotencyKey, wanted), wanted);
    }

    @POST
    @Path("/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.OFFICER, Roles.LEADER})
    @Operation(
            operationId = "answerFeedback",
            summary = "Answer a feedback",
            description = "It counts as answered now. An officer answers what is assigned to the own unit.")
    public RestResponse<FeedbackView> answer(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = VERSION, example = "\"3\"") String ifMatch,
            @HeaderParam(KEY) @Parameter(description = ONCE) String idempotencyKey,
            @NotNull @Valid AnswerFeedback wanted) {
        return handling.answer(new Handling.Request(id, ifMatch, idempotencyKey, wanted), wanted);
    }

    @POST
    @Path("/closures")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.OFFICER, Roles.LEADER})
    @Operation(operationId = "closeFeedback", summary = "Close an answered feedback")
    public RestResponse<FeedbackView> close(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = VERSION, example = "\"3\"") String ifMatch,
            @HeaderParam(KEY) @Parameter(description = ONCE) String idempotencyKey,
            @RequestBody(required = false) @Valid CloseFeedback wanted) {
        CloseFeedback given = wanted == null ? new CloseFeedback(null) : wanted;
        return handling.close(new Handling.Request(id, ifMatch, idempotencyKey, given), given);
    }

    @POST
    @Path("/withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.LEADER})
    @Operation(operationId = "withdrawForSender", summary = "Take a feedback back at the request of the sender")
    public RestResponse<FeedbackView> withdraw(
            @PathParam("id") @Parameter(description = "Id of the feedback") UUID id,
            @HeaderParam(IF_MATCH) @Parameter(description = VERSION, example = "\"3\"") String ifMatch,
            @HeaderParam(KEY) @Parameter(description = ONCE) String idempotencyKey,
            @RequestBody(required = false) @Valid WithdrawFeedback wanted) {
        WithdrawFeedback given = wanted == null ? new WithdrawFeedback(null) : wanted;
        return handling.withdraw(new Handling.Request(id, ifMatch, idempotencyKey, given), given);
    }
}
