package vn.cchc.feedback.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;
import vn.cchc.feedback.TrackingCode;
import vn.cchc.feedback.Transition;
import vn.cchc.feedback.Urgency;
import vn.cchc.feedback.attachment.AttachedFiles;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.feedback.limit.ReopeningRule;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.idempotency.Identified;
import vn.cchc.platform.time.VietnamTime;

/**
 * A feedback as shown to staff.
 *
 * @param allowed sub-resources that may be posted to in this state
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Một phản ánh, kiến nghị như cán bộ xem. A feedback as staff see it.")
@AsSent("ReceiveFeedback")
public record FeedbackView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "3", description = "The version, also in `ETag`.") @Min(1)
        int version,

        @Schema(required = true) UUID authorityId,

        @Schema(required = true, examples = "12", description = "Number in the register.") @Min(1)
        int number,

        @Schema(required = true, examples = "2021", description = "Year of entry, whose register it is in.")
        @Max(Bounds.LAST_YEAR)
        int year,

        @Schema(required = true, examples = "5720-146-923-080")
        @Size(max = TrackingCode.PRINTED_LENGTH)
        @Pattern(regexp = TrackingCode.PRINTED)
        String trackingCode,

        @Schema(required = true) Channel channel,
        @Schema(required = true) Kind kind,
        Classification classification,
        @Schema(required = true) Urgency urgency,
        @Schema(required = true) State state,

        @Schema(required = true, examples = "Đèn đường thôn 3 hỏng đã hai tuần, đề nghị xã sửa chữa.")
        String content,

        @Schema(required = true, examples = "2021-01-05T08:30:00+07:00")
        OffsetDateTime receivedAt,

        @Schema(required = true, examples = "2021-01-05T09:10:00+07:00")
        OffsetDateTime enteredAt,

        @Schema(examples = "Trần Thị Bình", description = "Who entered it; absent when the sender did.")
        @Size(max = Caller.LONGEST_NAME)
        String enteredBy,

        @Schema(required = true, examples = "2021-01-15", description = "Last day on which an answer is in time.")
        LocalDate dueOn,

        @Schema(examples = "2021-01-15T15:30:00+07:00", description = HandlingLimit.DUE_AT)
        OffsetDateTime dueAt,

        @Schema(required = true, examples = "VN-2026.1", description = DueDay.CALENDAR)
        @Size(max = CalendarTable.LONGEST_VERSION)
        String dueCalendar,

        @Schema(required = true, description = DueDay.PROVISIONAL)
        boolean dueProvisional,

        @Schema(examples = "2021-01-14", description = DueDay.MOVED_FROM)
        LocalDate dueMovedFrom,

        @Schema(description = DueDay.NOTE, examples = DueDay.NOTE_EXAMPLE)
        BilingualText dueNote,

        @Schema(required = true, description = "The due day has passed without an end.")
        boolean overdue,

        @Schema(required = true) LimitView limit,

        @Schema(required = true, examples = "1", description = "1, and one more each time it is reopened.") @Min(1)
        int round,

        @Schema(
                examples = "2021-01-18T09:00:00+07:00",
                description = "When the present round began, from when the limit is counted; absent in the first.")
        OffsetDateTime reopenedAt,

        @Schema(required = true, description = "How often and how long after an answer it may be reopened.")
        ReopeningView reopening,

        @Schema(
                examples = "2021-01-25",
                description = "Last day on which it may be reopened; absent when it may not be.")
        LocalDate reopenableUntil,

        @Schema(
                required = true,
                examples = "1",
                description = "How often the limit has been extended; all of it is in `dueOn`.")
        @Max(HandlingLimit.MOST_EXTENSIONS)
        int extensions,

        @Schema(description = "The extension that is asked for, until a leader has decided on it.")
        ExtensionRequest extensionRequest,

        @Schema(description = "Since when the limit is paused.")
        LocalDate pausedSince,

        Assignment assignment,
        Refusal refusal,
        Referral referral,
        Answer answer,

        @Schema(required = true, description = "The answers of the rounds before, oldest first.")
        @Size(max = ReopeningRule.MOST_TIMES)
        List<Answer> earlierAnswers,

        @Schema(required = true) SenderView sender,

        @Schema(required = true, examples = "2", description = "Number of its files, which are at `…/attachments`.")
        @Min(0)
        @Max(AttachedFiles.MOST)
        int attachmentCount,

        @Schema(
                examples = "2021-01-08T10:00:00+07:00",
                description = "Since when a message of the sender (`…/messages`) awaits a reply of the office.")
        OffsetDateTime replyAwaitedSince,

        @Schema(
                required = true,
                description =
                        "Answers are released by the leader: a draft (`…/answer-drafts`) is handed in (`answer-submissions`)."
                                + " By the policy of the case.")
        boolean answersNeedRelease,

        @Schema(
                examples = "2021-01-11T09:30:00+07:00",
                description = "Since when the draft of the answer is with the leader, who releases or returns it.")
        OffsetDateTime releaseAwaitedSince,

        @Schema(
                examples = "2021-01-22",
                description =
                        "The new day that the letter of apology (`…/apology-letters`) of this round promises, once it is released;"
                                + " `dueOn` stays.")
        LocalDate promisedOn,

        @Schema(
                description =
                        "The case of the same matter that it is merged into; that one lists it at `…/merged-cases`.")
        UUID mergedInto,

        @Schema(
                required = true,
                examples = "[\"answers\", \"assignments\"]",
                description = "Sub-resources that may be posted to in this state, by whom the role allows.")
        @Size(max = Bounds.TRANSITIONS)
        List<@Size(max = Bounds.NAME) String> allowed)
        implements Identified {

    /** The assigned unit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeedbackAssignment")
    @AsSent("AssignFeedback")
    public record Assignment(
            @Schema(required = true) UUID unitId,

            @Schema(examples = "Bộ phận Địa chính – Xây dựng") @Size(max = Bounds.TITLE)
            String unitName,

            @Schema(examples = "Lê Văn Cường") String person) {}

    /** An extension that is asked for. */
    @Schema(name = "FeedbackExtensionRequest")
    @AsSent("RequestExtension")
    public record ExtensionRequest(
            @Schema(required = true, examples = "3") @Min(1) @Max(HandlingLimit.LONGEST)
            int amount,

            @Schema(required = true, examples = "Phải chờ cơ quan điện lực khảo sát cột đèn.")
            String reason) {}

    /** Why it was refused, and the competent office. */
    @Schema(name = "FeedbackRefusal")
    public record Refusal(
            @Schema(required = true) RefusalReason reason,
            @Schema(required = true) BilingualText door) {}

    /** To whom it was referred. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeedbackReferral")
    public record Referral(
            UUID toAuthorityId,

            @Schema(required = true, examples = "UBND huyện Đông Hưng") @Size(max = Bounds.TITLE)
            String toName,

            @Schema(required = true) OffsetDateTime referredAt,

            @Schema(required = true, description = "Last day on which passing it on was in time.")
            LocalDate dueOn,

            @Schema(
                    required = true,
                    examples = "VN-2026.1",
                    description = "Version of the table of working days that it was counted with.")
            @Size(max = CalendarTable.LONGEST_VERSION)
            String dueCalendar,

            @Schema(required = true, description = "That day rests on a year whose working days were not decided yet.")
            boolean dueProvisional,

            @Schema(required = true) boolean inTime) {}

    /** The answer given. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeedbackAnswer")
    @AsSent("AnswerFeedback")
    public record Answer(
            @Schema(required = true, examples = "Đèn đường đã được thay ngày 10/01/2021.")
            String text,

            @Schema(examples = "15/UBND-ĐC") String documentNumber,
            @Schema(examples = "2021-01-11") LocalDate documentDate,
            @Schema(required = true) OffsetDateTime answeredAt,

            @Schema(required = true, description = "On or before the due day of its round.")
            boolean inTime) {}

    /** Rendering context, not part of the aggregate. */
    record Context(OffsetDateTime now, WorkingCalendar calendar, Optional<String> unitName, boolean mayIdentify) {}

    static FeedbackView of(Case one, Context context) {
        Feedback feedback = one.feedback();
        return new FeedbackView(
                feedback.id(),
                feedback.version(),
                feedback.authorityId(),
                feedback.registerNumber(),
                feedback.registerYear(),
                feedback.trackingCode().printed(),
                feedback.channel(),
                feedback.kind(),
                feedback.classification().orElse(null),
                feedback.urgency(),
                feedback.state(),
                feedback.content(),
                feedback.receivedAt(),
                feedback.enteredAt(),
                feedback.enteredBy().name(),
                feedback.limitClock().dueOn(),
                feedback.limitClock().dueWithinDay().orElse(null),
                feedback.limitClock().dueCalendar(),
                feedback.limitClock().dueProvisional(),
                feedback.limitClock().dueMovedFrom(),
                DueNote.of(feedback).orElse(null),
                feedback.overdueAt(context.now()),
                LimitView.of(feedback.limitClock().limit()),
                feedback.round(),
                feedback.reopenedAt().orElse(null),
                ReopeningView.of(feedback.reopening()),
                feedback.reopenableUntil(VietnamTime.dayOf(context.now()), context.calendar())
                        .orElse(null),
                feedback.limitClock().extensions().size(),
                feedback.extensionRequested()
                        .map(amount -> new ExtensionRequest(
                                amount, feedback.extensionReason().orElseThrow()))
                        .orElse(null),
                feedback.limitClock().pausedSince(),
                feedback.unitId()
                        .map(unit -> new Assignment(
                                unit,
                                context.unitName().orElse(null),
                                feedback.person().orElse(null)))
                        .orElse(null),
                refusal(feedback).orElse(null),
                referral(one).orElse(null),
                answer(one).orElse(null),
                earlierAnswers(one),
                SenderView.of(one.sender().details(), context.mayIdentify()),
                feedback.attachments(),
                feedback.replyAwaitedSince().orElse(null),
                feedback.answersNeedRelease(),
                feedback.releaseAwaitedSince().orElse(null),
                feedback.promisedOn().orElse(null),
                feedback.mergedInto().orElse(null),
                feedback.allowedAt(context.now(), context.calendar()).stream()
                        .map(Transition::resource)
                        .toList());
    }

    public static Optional<Refusal> refusal(Feedback feedback) {
        return feedback.refusalReason().map(reason -> new Refusal(reason, reason.guidance()));
    }

    public static Optional<Referral> referral(Case one) {
        return one.referral()
                .map(made -> new Referral(
                        made.toAuthorityId().orElse(null),
                        made.toName(),
                        made.referredAt(),
                        made.dueOn(),
                        made.dueCalendar(),
                        made.isDueProvisional(),
                        made.inTime()));
    }

    public static Optional<Answer> answer(Case one) {
        return one.answer()
                .map(given -> new Answer(
                        given.text(),
                        given.documentNumber().orElse(null),
                        given.documentDate().orElse(null),
                        one.feedback().answeredAt().orElseThrow(),
                        one.feedback().answeredInTime().orElseThrow()));
    }

    /** Those of the rounds before, each with the verdict of its round. */
    public static List<Answer> earlierAnswers(Case one) {
        return one.earlier().stream()
                .map(earlier -> new Answer(
                        earlier.answer().text(),
                        earlier.answer().documentNumber().orElse(null),
                        earlier.answer().documentDate().orElse(null),
                        earlier.round().answeredAt(),
                        earlier.round().inTime()))
                .toList();
    }
}
