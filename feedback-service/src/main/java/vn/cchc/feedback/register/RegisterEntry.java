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
import vn.cchc.feedback.handling.RefusalReason;
import vn.cchc.feedback.handling.SenderView;
import vn.cchc.feedback.limit.HandlingLimit;
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

        @Schema(description = "Whether the answer was in time; absent while there is none.")
        Boolean inTime) {

    static RegisterEntry of(Case one, boolean mayIdentify, Optional<String> unitName) {
        Feedback feedback = one.feedback();
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
                feedback.classification().orElse(null),
                feedback.state(),
                feedback.unitId().orElse(null),
                unitName.orElse(null),
                feedback.person().orElse(null),
                feedback.limitClock().dueOn(),
                feedback.limitClock().dueCalendar(),
                feedback.limitClock().dueProvisional(),
                feedback.limitClock().dueMovedFrom(),
                feedback.limitClock().extensions().size(),
                extendedTo(
                        feedback.limitClock().extensions().size(),
                        feedback.limitClock().dueOn()),
                feedback.refusalReason().orElse(null),
                one.referral().map(FeedbackReferral::toName).orElse(null),
                one.referral().map(made -> made.referredAt().toLocalDate()).orElse(null),
                feedback.answeredOn().orElse(null),
                one.answer().flatMap(FeedbackAnswer::documentNumber).orElse(null),
                one.answer().flatMap(FeedbackAnswer::documentDate).orElse(null),
                feedback.inTime().orElse(null));
    }

    private static LocalDate extendedTo(int extensions, LocalDate dueOn) {
        return extensions == 0 ? null : dueOn;
    }

    /** The part of a lost feedback's event that is read. */
    record Told(
            int year,
            Channel channel,
            Kind kind,
            Classification classification,
            State state,
            OffsetDateTime receivedAt,
            LocalDate dueOn,
            String dueCalendar,
            Boolean dueProvisional,
            LocalDate dueMovedFrom,
            int extensions,
            UUID unitId,
            LocalDate answeredOn,
            Boolean inTime) {}

    /** A number whose feedback is lost. */
    static RegisterEntry lost(int number, UUID id, Told told, Optional<String> unitName) {
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
                told.classification(),
                told.state(),
                told.unitId(),
                unitName.orElse(null),
                null,
                told.dueOn(),
                told.dueCalendar(),
                Boolean.TRUE.equals(told.dueProvisional()),
                told.dueMovedFrom(),
                told.extensions(),
                extendedTo(told.extensions(), told.dueOn()),
                null,
                null,
                null,
                told.answeredOn(),
                null,
                null,
                told.inTime());
    }
}
