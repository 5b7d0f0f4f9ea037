package vn.cchc.feedback.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;
import vn.cchc.feedback.TrackingCode;
import vn.cchc.feedback.handling.Case;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.feedback.handling.FeedbackAnswer;
import vn.cchc.feedback.handling.FeedbackReferral;
import vn.cchc.feedback.handling.FeedbackRound;
import vn.cchc.feedback.handling.RefusalReason;
import vn.cchc.feedback.handling.RegisterRow;
import vn.cchc.feedback.handling.SenderView;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.feedback.limit.ReopeningRule;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.http.Bounds;

/** An entry of the register. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Một dòng của sổ theo dõi. A line of the register.")
@AsSent({"ReceiveFeedback", "AssignFeedback", "AnswerFeedback"})
public record RegisterEntry(
        @Schema(required = true, examples = "12", description = "Số thứ tự trong năm, không có số trống.") @Min(1)
        int number,

        @Schema(required = true, examples = "2021") @Max(Bounds.LAST_YEAR)
        int year,

        @Schema(
                required = true,
                description =
                        "The number was given, and what had it was lost by a restore of the database: what is known is what had been"
                                + " told of it. Sender, content, code and time of entry are absent then.")
        boolean lost,

        @Schema(required = true) UUID feedbackId,

        @Schema(examples = "5720-146-923-080")
        @Size(max = TrackingCode.PRINTED_LENGTH)
        @Pattern(regexp = TrackingCode.PRINTED)
        String trackingCode,

        @Schema(required = true) OffsetDateTime receivedAt,
        OffsetDateTime enteredAt,
        @Schema(required = true) Channel channel,
        @Schema(required = true) Kind kind,

        @Schema(description = "Masked for those who may not see it.")
        SenderView sender,

        String content,
        Classification classification,
        @Schema(required = true) State state,
        UUID unitId,

        @Schema(examples = "Bộ phận Địa chính – Xây dựng") @Size(max = Bounds.TITLE)
        String unitName,

        @Schema(examples = "Lê Văn Cường") String person,
        @Schema(required = true, examples = "2021-01-15") LocalDate dueOn,

        @Schema(examples = "VN-2026.1", description = DueDay.CALENDAR) @Size(max = CalendarTable.LONGEST_VERSION)
        String dueCalendar,

        @Schema(required = true, description = DueDay.PROVISIONAL)
        boolean dueProvisional,

        @Schema(examples = "2021-01-14", description = DueDay.MOVED_FROM)
        LocalDate dueMovedFrom,

        @Schema(required = true, examples = "1", description = "Số lần gia hạn. How often the limit was extended.")
        @Max(HandlingLimit.MOST_EXTENSIONS)
        int extensions,

        @Schema(examples = "2021-01-18", description = "Gia hạn đến ngày. The due day, where the limit was extended.")
        LocalDate extendedTo,

        RefusalReason refusalReason,

        @Schema(examples = "UBND huyện Đông Hưng") @Size(max = Bounds.TITLE)
        String referredTo,

        LocalDate referredOn,
        LocalDate answeredOn,
        @Schema(examples = "15/UBND-ĐC") String documentNumber,
        LocalDate documentDate,

        @Schema(description = "Whether the answer was in time, and each before it; absent while there is none.")
        Boolean inTime,

        @Schema(description = "Mở lại. The last reopening, with the answer before it; absent where there was none.")
        Reopened reopened) {

    /** A reopening. */
    @Schema(name = "RegisterReopening")
    public record Reopened(
            @Schema(required = true, examples = "1", description = "How often it had been reopened.")
            @Min(1)
            @Max(ReopeningRule.MOST_TIMES)
            int times,

            @Schema(required = true, examples = "2021-01-18")
            LocalDate on,

            @Schema(required = true, examples = "2021-01-11", description = "Day of the answer before it.")
            LocalDate answeredOn,

            @Schema(required = true, description = "Whether that answer was in time.")
            boolean inTime) {

        static Reopened of(FeedbackRound before) {
            return new Reopened(
                    before.number(),
                    before.reopenedAt().toLocalDate(),
                    before.answeredAt().toLocalDate(),
                    before.inTime());
        }
    }

    static RegisterEntry of(RegisterRow row, Standing standing, boolean mayIdentify, Optional<String> unitName) {
        Case one = row.one();
        Feedback feedback = one.feedback();
        Optional<FeedbackReferral> referral = one.referral().filter(made -> standing.state() == State.REFERRED);
        Optional<FeedbackAnswer> answer = one.answer().filter(given -> standing.answeredOn() != null);
        return new RegisterEntry(
                feedback.registerNumber(),
                feedback.registerYear(),
                false,
                feedback.id(),
                feedback.trackingCode().printed(),
                feedback.receivedAt(),
                feedback.enteredAt(),
                feedback.channel(),
                feedback.kind(),
                SenderView.of(one.sender().details(), mayIdentify),
                feedback.content(),
                standing.classification(),
                standing.state(),
                standing.unitId(),
                unitName.orElse(null),
                standing.person(),
                standing.due().on(),
                standing.due().calendar(),
                standing.due().provisional(),
                standing.due().movedFrom(),
                standing.due().extensions(),
                standing.due().extendedTo(),
                feedback.refusalReason()
                        .filter(reason -> standing.state() == State.REFUSED)
                        .orElse(null),
                referral.map(FeedbackReferral::toName).orElse(null),
                referral.map(made -> made.referredAt().toLocalDate()).orElse(null),
                standing.answeredOn(),
                answer.flatMap(FeedbackAnswer::documentNumber).orElse(null),
                answer.flatMap(FeedbackAnswer::documentDate).orElse(null),
                standing.inTime(),
                row.before().map(Reopened::of).orElse(null));
    }

    /** A number whose feedback is lost. */
    static RegisterEntry lost(int number, UUID id, Standing.Told told, Standing standing, Optional<String> unitName) {
        return new RegisterEntry(
                number,
                told.year(),
                true,
                id,
                null,
                told.receivedAt(),
                null,
                told.channel(),
                told.kind(),
                null,
                null,
                standing.classification(),
                standing.state(),
                standing.unitId(),
                unitName.orElse(null),
                null,
                standing.due().on(),
                standing.due().calendar(),
                standing.due().provisional(),
                standing.due().movedFrom(),
                standing.due().extensions(),
                standing.due().extendedTo(),
                null,
                null,
                null,
                standing.answeredOn(),
                null,
                null,
                standing.inTime(),
                null);
    }
}
