package vn.cchc.feedback.handling;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.feedback.attachment.AttachmentList;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/** One feedback, and the operations of staff on it. */
@Path("/api/v1/feedback/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "handling", description = "Xử lý phản ánh, kiến nghị. Handling of feedback by staff.")
public class HandlingResource implements Presenter<FeedbackView> {

    private static final String ID = "Id of the feedback";

    private final Handling handling;
    private final FeedbackViews views;
    private final LimitReplay replay;
    private final CurrentCaller caller;

    HandlingResource(Handling handling, FeedbackViews views, LimitReplay replay, CurrentCaller caller) {
        this.handling = handling;
        this.views = views;
        this.replay = replay;
        this.caller = caller;
    }

    @GET
    @Requires(Right.READ_FEEDBACK)
    @Operation(
            operationId = "getFeedback",
            summary = "One feedback",
            description = "An officer sees what is assigned to the own unit; what lies outside does not exist.")
    public RestResponse<FeedbackView> get(@PathParam("id") @Parameter(description = ID) UUID id) {
        return shown(views.one(id, sight()));
    }

    @Override
    public RestResponse<FeedbackView> present(UUID id) {
        return get(id);
    }

    @GET
    @Path("/due-date")
    @Requires(Right.READ_FEEDBACK)
    @Operation(
            operationId = "explainDueDate",
            summary = "Why the answer is due on that day",
            description =
                    "The limit, each day that was skipped and why, the clause of law and the table of working days.")
    public DueDateView dueDate(@PathParam("id") @Parameter(description = ID) UUID id) {
        return views.dueDate(id, sight());
    }

    @GET
    @Path("/limit")
    @Requires(Right.READ_FEEDBACK)
    @Operation(
            operationId = "readLimit",
            summary = "What the limit said at a moment: running or paused, what had counted, what was left",
            description = "Counted again from the states and extensions of until then, with the policy and the table of"
                    + " working days of then.")
    public LimitReadingView limit(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @QueryParam("at")
                    @Parameter(
                            description = "From the arrival to now, which it is when absent",
                            example = "2021-01-06T09:00:00+07:00")
                    OffsetDateTime at) {
        return replay.at(id, at, sight());
    }

    @GET
    @Path("/changes")
    @Requires(Right.READ_FEEDBACK)
    @Operation(
            operationId = "listChanges",
            summary = "The history of a feedback: who, when, why; oldest first",
            description = "From the journal, out of which the events and the figures of a past day are read too.")
    public Page<ChangeView> changes(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @QueryParam("cursor") @Parameter(description = "The `next` of the page before") String cursor,
            @QueryParam("limit") @Parameter(description = "50 when absent, at most 200", example = "50")
                    Integer limit) {
        return views.changes(id, sight(), limit, cursor);
    }

    @GET
    @Path("/attachments")
    @Requires(Right.READ_FEEDBACK)
    @Operation(
            operationId = "listAttachments",
            summary = "The files of a feedback",
            description = "What the sender handed in, in that order; each is downloaded by its id.")
    public AttachmentList attachments(@PathParam("id") @Parameter(description = ID) UUID id) {
        return views.attachments(id, sight());
    }

    @GET
    @Path("/merged-cases")
    @Requires(Right.READ_FEEDBACK)
    @Operation(
            operationId = "listMergedCases",
            summary = "The cases that are merged into a feedback, since they tell of the same matter",
            description =
                    "Each has its own number and limit, and gets an answer of its own, or this one's (`shared-answers`)."
                            + " An officer sees those of the own unit.")
    public MergedCaseList merged(@PathParam("id") @Parameter(description = ID) UUID id) {
        return views.merged(id, sight());
    }

    @POST
    @Path("/merges")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ROUTE_FEEDBACK)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "mergeFeedback",
            summary = "Merge a feedback into another one that tells of the same matter",
            description =
                    "Which ones may, `similar-cases` suggests. Nothing else changes: it keeps its number, its sender and its own limit, and"
                            + " is handled and answered by itself, or by the answer of the other one (`shared-answers`). One case leads"
                            + " those of a matter: 422 for one that is merged itself, or has ended without an answer; 409"
                            + " `leads-others` for one that leads others, `too-many-merged` beyond 200.")
    public RestResponse<FeedbackView> merge(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid MergeFeedback wanted) {
        return shown(views.one(handling.merge(id, ifMatch, wanted, by()), sight()));
    }

    @POST
    @Path("/separations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ROUTE_FEEDBACK)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "separateFeedback",
            summary = "Take a feedback out of the cases that it is merged with",
            description = "409 `not-merged` for one that is not merged.")
    public RestResponse<FeedbackView> separate(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @RequestBody(required = false) @Valid SeparateFeedback wanted) {
        SeparateFeedback given = wanted == null ? new SeparateFeedback(null) : wanted;
        return shown(views.one(handling.separate(id, ifMatch, given, by()), sight()));
    }

    @POST
    @Path("/shared-answers")
    @Requires(Right.ANSWER_FEEDBACK)
    @Idempotent(presenter = HandlingResource.class)
    @Operation(
            operationId = "shareAnswer",
            summary = "Answer a feedback as the case that it is merged into was answered",
            description =
                    "Its sender gets the same text and document, and its own limit ends. A case that was accepted and not assigned gets the"
                            + " unit of the other one. 409 `not-merged`, `no-answer-to-share`; `release-needed` where its policy"
                            + " wants the leader to release answers, and that of the other one did not.")
    public RestResponse<FeedbackView> shareAnswer(
            @PathParam("id") @Parameter(description = ID) UUID id, @BeanParam IfMatch ifMatch) {
        return shown(views.one(handling.shareAnswer(id, ifMatch, by()), sight()));
    }

    @POST
    @Path("/acceptances")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ROUTE_FEEDBACK)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "acceptFeedback",
            summary = "Take a feedback on",
            description =
                    "Needs the sender's name, address, and phone number or email address (422 when missing: ask for a"
                            + " supplement). A policy for the category and urgency may change the due day.")
    public RestResponse<FeedbackView> accept(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid AcceptFeedback wanted) {
        return shown(views.one(handling.accept(id, ifMatch, wanted, by()), sight()));
    }

    @POST
    @Path("/refusals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ROUTE_FEEDBACK)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "refuseFeedback",
            summary = "Refuse a feedback",
            description = "For complaints and denunciations the answer names the right door.")
    public RestResponse<FeedbackView> refuse(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid RefuseFeedback wanted) {
        return shown(views.one(handling.refuse(id, ifMatch, wanted, by()), sight()));
    }

    @POST
    @Path("/supplement-requests")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ROUTE_FEEDBACK)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "requestSupplement",
            summary = "Ask the sender for what is missing",
            description = "`limit` tells whether the days until the sender has answered count.")
    public RestResponse<FeedbackView> requestSupplement(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid RequestSupplement wanted) {
        return shown(views.one(handling.requestSupplement(id, ifMatch, wanted, by()), sight()));
    }

    @POST
    @Path("/supplements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ACT_FOR_SENDER)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(64 * KB)
    @Operation(
            operationId = "supplementForSender",
            summary = "Enter what the sender handed in at the office or by phone",
            description = "Only after it was asked for.")
    public RestResponse<FeedbackView> supplement(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid SupplementFeedback wanted) {
        return shown(views.one(handling.supplement(id, ifMatch, wanted, by()), sight()));
    }

    @POST
    @Path("/referrals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ROUTE_FEEDBACK)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "referFeedback",
            summary = "Pass a feedback on to the competent authority",
            description = "In time within 5 working days of the arrival; the referral says by which day that was.")
    public RestResponse<FeedbackView> refer(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid ReferFeedback wanted) {
        return shown(views.one(handling.refer(id, ifMatch, wanted, by()), sight()));
    }

    @POST
    @Path("/assignments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ROUTE_FEEDBACK)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "assignFeedback",
            summary = "Give a feedback to a unit, or to another one",
            description = "Officers of that unit see it from then on.")
    public RestResponse<FeedbackView> assign(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid AssignFeedback wanted) {
        return shown(views.one(handling.assign(id, ifMatch, wanted, by()), sight()));
    }

    @POST
    @Path("/extension-requests")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.REQUEST_EXTENSION)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "requestExtension",
            summary = "Ask the leader for a later due day",
            description =
                    "`limit` tells how often and by how much it may be extended, and whether it may when the due day has"
                            + " passed (409 otherwise). The due day stays until a leader grants it. An officer asks for what is"
                            + " assigned to the own unit.")
    public RestResponse<FeedbackView> requestExtension(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid RequestExtension wanted) {
        return shown(views.one(handling.requestExtension(id, ifMatch, wanted, by()), sight()));
    }

    @POST
    @Path("/extensions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.DECIDE_ON_EXTENSIONS)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "extendFeedback",
            summary = "Grant the extension that was asked for, or a shorter one",
            description =
                    "The due day moves: the extension begins on the day after it, of a limit in working hours at the due moment."
                            + " The sender sees the new day, and the reason that it was asked for.")
    public RestResponse<FeedbackView> extend(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @RequestBody(required = false) @Valid ExtendFeedback wanted) {
        ExtendFeedback given = wanted == null ? new ExtendFeedback(null, null) : wanted;
        return shown(views.one(handling.extend(id, ifMatch, given, by()), sight()));
    }

    @POST
    @Path("/extension-refusals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.DECIDE_ON_EXTENSIONS)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "refuseExtension",
            summary = "Refuse the extension that was asked for",
            description = "The due day stays. Another one may be asked for.")
    public RestResponse<FeedbackView> refuseExtension(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid RefuseExtension wanted) {
        return shown(views.one(handling.refuseExtension(id, ifMatch, wanted, by()), sight()));
    }

    @POST
    @Path("/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ANSWER_FEEDBACK)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(128 * KB)
    @Operation(
            operationId = "answerFeedback",
            summary = "Answer a feedback",
            description =
                    "It counts as answered now. An officer answers what is assigned to the own unit. Where `answersNeedRelease`, 409"
                            + " `release-needed`: a draft is handed in, which the leader releases. Elsewhere a draft ends with it,"
                            + " with the leader or not.")
    public RestResponse<FeedbackView> answer(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid AnswerFeedback wanted) {
        return shown(views.one(handling.answer(id, ifMatch, wanted, by()), sight()));
    }

    @POST
    @Path("/answer-submissions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ANSWER_FEEDBACK)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "submitAnswer",
            summary = "Hand the draft of the answer to the leader",
            description =
                    "409 `no-draft` without one, `draft-changed` when it is not the version that the caller has read. It comes back"
                            + " when the feedback is given to another unit, when the sender is asked for more or has supplied it, and"
                            + " when a reopened feedback is assigned, to another person of the same unit, too. The limit runs on.")
    public RestResponse<FeedbackView> submitAnswer(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid SubmitAnswer wanted) {
        return shown(views.one(handling.submitAnswer(id, ifMatch, wanted, by()), sight()));
    }

    @POST
    @Path("/answer-recalls")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ANSWER_FEEDBACK)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "recallAnswer",
            summary = "Take the draft of the answer back from the leader",
            description =
                    "409 `no-draft-submitted` once the leader has decided on it. It is written and handed in again.")
    public RestResponse<FeedbackView> recallAnswer(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @RequestBody(required = false) @Valid RecallAnswer wanted) {
        RecallAnswer given = wanted == null ? new RecallAnswer(null) : wanted;
        return shown(views.one(handling.recallAnswer(id, ifMatch, given, by()), sight()));
    }

    @POST
    @Path("/answer-returns")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.RELEASE_ANSWERS)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "returnAnswer",
            summary = "Return the draft of the answer, with the reason",
            description = "Who writes it reads the reason in the draft and in the history; the sender does not.")
    public RestResponse<FeedbackView> returnAnswer(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid ReturnAnswer wanted) {
        return shown(views.one(handling.returnAnswer(id, ifMatch, wanted, by()), sight()));
    }

    @POST
    @Path("/answer-releases")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.RELEASE_ANSWERS)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "releaseAnswer",
            summary = "Answer a feedback with the draft that was handed in",
            description =
                    "It counts as answered now, and the sender sees the answer from now on. 409 `draft-changed` when it is not the"
                            + " version that the leader has read. Number and day of the document may be given here, as a document"
                            + " gets its number when it is signed. What the sender has asked since it was handed in still awaits a"
                            + " reply.")
    public RestResponse<FeedbackView> releaseAnswer(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid ReleaseAnswer wanted) {
        return shown(views.one(handling.releaseAnswer(id, ifMatch, wanted, by()), sight()));
    }

    @POST
    @Path("/apology-releases")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.RELEASE_ANSWERS)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "releaseApology",
            summary = "Send the letter of apology for a late answer, with the new day",
            description =
                    "The sender sees the new day and gets the letter by code and secret. It is no extension: `dueOn` and figures stay, and"
                            + " the feedback stays overdue. 409 `not-overdue`, `no-letter`, `letter-changed` when it is not the version that"
                            + " the leader has read, `promised-day-unfit` when its day is no working day after today any more,"
                            + " `letter-released` for a second one in a round.")
    public RestResponse<FeedbackView> releaseApology(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid ReleaseApology wanted) {
        return shown(views.one(handling.releaseApology(id, ifMatch, wanted, by()), sight()));
    }

    @POST
    @Path("/closures")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ANSWER_FEEDBACK)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "closeFeedback",
            summary = "Close an answered feedback",
            description =
                    "It may still be reopened for some time (`reopenableUntil`); nothing else can be done with it.")
    public RestResponse<FeedbackView> close(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @RequestBody(required = false) @Valid CloseFeedback wanted) {
        CloseFeedback given = wanted == null ? new CloseFeedback(null) : wanted;
        return shown(views.one(handling.close(id, ifMatch, given, by()), sight()));
    }

    @POST
    @Path("/reopenings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ACT_FOR_SENDER)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "reopenForSender",
            summary = "Reopen an answered feedback at the request of the sender",
            description =
                    "A clerk enters it, with the reason, for a sender who asks by another channel. Until `reopenableUntil`; a new"
                            + " limit runs from now on.")
    public RestResponse<FeedbackView> reopen(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid ReopenFeedback wanted) {
        return shown(views.one(handling.reopen(id, ifMatch, wanted, by()), sight()));
    }

    @POST
    @Path("/withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.ACT_FOR_SENDER)
    @Idempotent(presenter = HandlingResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "withdrawForSender",
            summary = "Take a feedback back at the request of the sender",
            description = "A clerk enters it for a sender who asks by another channel.")
    public RestResponse<FeedbackView> withdraw(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @BeanParam IfMatch ifMatch,
            @RequestBody(required = false) @Valid WithdrawFeedback wanted) {
        WithdrawFeedback given = wanted == null ? new WithdrawFeedback(null) : wanted;
        return shown(views.one(handling.withdraw(id, ifMatch, given, by()), sight()));
    }

    private static RestResponse<FeedbackView> shown(FeedbackView feedback) {
        return ETags.ok(feedback, feedback.version());
    }

    private Staff by() {
        return Staff.of(caller.get(), caller.scope());
    }

    private Sight sight() {
        return Sight.of(caller.scope());
    }
}
