package vn.cchc.feedback.tracking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.State;
import vn.cchc.feedback.TrackingCode;
import vn.cchc.feedback.Transition;
import vn.cchc.feedback.attachment.AttachedFiles;
import vn.cchc.feedback.handling.ApologyLetter;
import vn.cchc.feedback.handling.Case;
import vn.cchc.feedback.handling.CaseStep;
import vn.cchc.feedback.handling.DueNote;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.feedback.handling.FeedbackView;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.feedback.limit.LimitExplanation;
import vn.cchc.feedback.limit.ReopeningRule;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.idempotency.Identified;
import vn.cchc.platform.text.PrintedDay;
import vn.cchc.platform.time.VietnamTime;

/**
 * A feedback as shown to its sender. Contains no names, not even the sender's: a found receipt reveals no name.
 *
 * @param id for retrieval, not serialised
 * @param allowed transitions available to the sender, and the thread while it takes messages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Tình trạng xử lý, dành cho người gửi. How the feedback stands, for its sender.")
public record TrackingView(
        @JsonIgnore UUID id,

        @Schema(required = true, examples = "5720-146-923-080")
        @Size(max = TrackingCode.PRINTED_LENGTH)
        @Pattern(regexp = TrackingCode.PRINTED)
        String trackingCode,

        @Schema(required = true) State state,

        @Schema(required = true, examples = "2021-01-05T08:30:00+07:00")
        OffsetDateTime receivedAt,

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

        @Schema(
                required = true,
                description = "What the leader has granted, oldest first: by how much longer, until when, and why.")
        @Size(max = HandlingLimit.MOST_EXTENSIONS)
        List<GrantedExtension> extensions,

        @Schema(required = true) boolean overdue,

        @Schema(
                description =
                        "The letter of apology for the late answer, once a leader has released it; `dueOn` stays.")
        Apology apology,

        @Schema(required = true, description = "Who holds it now.")
        Holder holder,

        @Schema(description = "What the sender is asked for.") @Size(max = Bounds.REASON)
        String supplementRequest,

        Refusal refusal,
        Referral referral,
        FeedbackView.Answer answer,

        @Schema(required = true, description = "The answers before it was reopened, oldest first.")
        @Size(max = ReopeningRule.MOST_TIMES)
        List<FeedbackView.Answer> earlierAnswers,

        @Schema(
                examples = "2021-01-18T09:00:00+07:00",
                description = "When it was last reopened: the limit is counted from then on.")
        OffsetDateTime reopenedAt,

        @Schema(
                examples = "2021-01-25",
                description = "Last day on which the sender may reopen it (`…/reopenings`); absent when it may not be.")
        LocalDate reopenableUntil,

        @Schema(required = true, examples = "2", description = "Number of its files, which are at `…/attachments`.")
        @Min(0)
        @Max(AttachedFiles.MOST)
        int attachmentCount,

        @Schema(required = true, description = "The last " + Bounds.LAST_SHOWN + " states.")
        @Size(max = Bounds.LAST_SHOWN)
        List<Step> history,

        @Schema(
                required = true,
                examples = "[\"withdrawals\", \"messages\"]",
                description = "Sub-resources that the sender may post to now.")
        @Size(max = Bounds.TRANSITIONS)
        List<@Size(max = Bounds.NAME) String> allowed)
        implements Identified {

    private static final String MESSAGES = "messages";

    /** The unit in charge. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TrackingHolder")
    public record Holder(
            @Schema(examples = "UBND xã Tiên Hưng") @Size(max = Bounds.TITLE)
            String authority,

            @Schema(examples = "Bộ phận Địa chính – Xây dựng") @Size(max = Bounds.TITLE)
            String unit) {}

    /** An extension of the limit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TrackingExtension")
    public record GrantedExtension(
            @Schema(required = true) OffsetDateTime grantedAt,

            @Schema(
                    required = true,
                    examples = "2021-01-18",
                    description = "The due day that it led to; `dueOn` may have moved since.")
            LocalDate dueOn,

            @Schema(required = true, description = "By how much longer and until when, in words.")
            BilingualText text,

            @Schema(examples = "Phải chờ cơ quan điện lực khảo sát cột đèn.") @Size(max = Bounds.REASON)
            String reason) {}

    /** A letter of apology. */
    @Schema(name = "TrackingApology")
    @AsSent("ReleaseApology")
    public record Apology(
            @Schema(required = true) OffsetDateTime releasedAt,

            @Schema(
                    required = true,
                    examples = "17/UBND-VP",
                    description = "Of the letter, which is at `…/apology-letter`.")
            String documentNumber,

            @Schema(required = true, examples = "2021-01-22", description = "The new day.")
            LocalDate promisedOn,

            @Schema(required = true, examples = "Phải chờ cơ quan điện lực khảo sát cột đèn.")
            @Size(max = Bounds.REASON)
            String reason,

            @Schema(required = true, description = "The apology and the new day, in words.")
            BilingualText text) {}

    /** Why it was refused. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TrackingRefusal")
    @AsSent("RefuseFeedback")
    public record Refusal(
            @Schema(required = true) FeedbackView.Refusal decision,
            @Schema(examples = "Nội dung đơn là tố cáo.") String text) {}

    /** Where it was referred to. */
    @Schema(name = "TrackingReferral")
    public record Referral(
            @Schema(required = true, examples = "UBND huyện Đông Hưng") @Size(max = Bounds.TITLE)
            String toName,

            @Schema(required = true) OffsetDateTime referredAt) {}

    /** A state entered. */
    @Schema(name = "TrackingStep")
    public record Step(
            @Schema(required = true) State state,
            @Schema(required = true) OffsetDateTime at) {}

    static TrackingView of(
            Case one,
            List<CaseStep> steps,
            Optional<ApologyLetter> letter,
            Holder holder,
            OffsetDateTime now,
            WorkingCalendar calendar) {
        Feedback feedback = one.feedback();
        return new TrackingView(
                feedback.id(),
                feedback.trackingCode().printed(),
                feedback.state(),
                feedback.receivedAt(),
                feedback.limitClock().dueOn(),
                feedback.limitClock().dueWithinDay().orElse(null),
                feedback.limitClock().dueCalendar(),
                feedback.limitClock().dueProvisional(),
                feedback.limitClock().dueMovedFrom(),
                DueNote.of(feedback).orElse(null),
                extensions(feedback, steps),
                feedback.overdueAt(now),
                letter.flatMap(TrackingView::apology).orElse(null),
                holder,
                feedback.state() == State.SUPPLEMENT_REQUESTED
                        ? reason(steps, Transition.REQUEST_SUPPLEMENT).orElse(null)
                        : null,
                FeedbackView.refusal(feedback)
                        .map(refusal -> new Refusal(
                                refusal, reason(steps, Transition.REFUSE).orElse(null)))
                        .orElse(null),
                one.referral()
                        .map(made -> new Referral(made.toName(), made.referredAt()))
                        .orElse(null),
                FeedbackView.answer(one).orElse(null),
                FeedbackView.earlierAnswers(one),
                feedback.reopenedAt().orElse(null),
                feedback.reopenableUntil(VietnamTime.dayOf(now), calendar).orElse(null),
                feedback.attachments(),
                history(feedback, steps),
                allowed(feedback, now, calendar));
    }

    /** The transitions, then the thread. */
    private static List<String> allowed(Feedback feedback, OffsetDateTime now, WorkingCalendar calendar) {
        Stream<String> transitions = feedback.allowedAt(now, calendar).stream()
                .filter(Transition::isOfSender)
                .map(Transition::resource);
        return (feedback.takesMessages() ? Stream.concat(transitions, Stream.of(MESSAGES)) : transitions).toList();
    }

    private static List<GrantedExtension> extensions(Feedback feedback, List<CaseStep> steps) {
        List<GrantedExtension> granted = new ArrayList<>();
        Optional<String> asked = Optional.empty();
        for (CaseStep step : steps) {
            if (step.transition() == Transition.REOPEN) {
                granted.clear();
            }
            if (step.transition() == Transition.REQUEST_EXTENSION) {
                asked = step.reason();
            }
            if (step.transition() == Transition.EXTEND) {
                LocalDate dueOn = step.dueOn().orElseThrow();
                granted.add(new GrantedExtension(
                        step.at(),
                        dueOn,
                        LimitExplanation.extension(
                                granted.size() + 1,
                                feedback.limitClock().limit(),
                                step.extension().orElseThrow(),
                                dueOn,
                                step.dueAt()),
                        asked.orElse(null)));
            }
        }
        return granted;
    }

    private static Optional<Apology> apology(ApologyLetter letter) {
        return letter.release()
                .map(made -> new Apology(
                        made.at(),
                        made.documentNumber(),
                        letter.promisedOn(),
                        letter.reason(),
                        BilingualText.of(
                                "Cơ quan xin lỗi Ông/Bà vì đã quá hạn trả lời, và hẹn trả lời chậm nhất vào ngày "
                                        + PrintedDay.inFigures(letter.promisedOn())
                                        + ". Việc hẹn lại không làm thay đổi hạn trả lời theo quy định",
                                "The office apologises for the late answer and promises it by " + letter.promisedOn()
                                        + ". The due day set by the rules stays as it was")));
    }

    private static Optional<String> reason(List<CaseStep> steps, Transition transition) {
        return steps.stream()
                .filter(step -> step.transition() == transition)
                .reduce((earlier, later) -> later)
                .flatMap(CaseStep::reason);
    }

    /** History of states. The arrival is shown with its actual time, which may precede the entry. */
    private static List<Step> history(Feedback feedback, List<CaseStep> steps) {
        List<CaseStep> states =
                steps.stream().filter(step -> step.transition().entersState()).toList();
        return Bounds.lastShown(states).stream()
                .map(step -> new Step(
                        step.state(), step.transition() == Transition.RECEIVE ? feedback.receivedAt() : step.at()))
                .toList();
    }
}
