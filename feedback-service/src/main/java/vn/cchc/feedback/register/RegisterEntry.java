package vn.cchc.feedback.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;
import vn.cchc.feedback.handling.Case;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.feedback.handling.FeedbackAnswer;
import vn.cchc.feedback.handling.FeedbackReferral;
import vn.cchc.feedback.handling.RefusalReason;
import vn.cchc.feedback.handling.SenderView;
import vn.cchc.platform.calendar.DueDay;

/** A line of the register. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Một dòng của sổ theo dõi. A line of the register.")
public record RegisterEntry(
        @Schema(required = true, examples = "12", description = "Số thứ tự trong năm, không có số trống.")
        int number,

        @Schema(required = true, examples = "2021") int year,
        @Schema(required = true) UUID feedbackId,

        @Schema(required = true, examples = "5720-146-923-080")
        String trackingCode,

        @Schema(required = true) OffsetDateTime receivedAt,
        @Schema(required = true) OffsetDateTime enteredAt,
        @Schema(required = true) Channel channel,
        @Schema(required = true) Kind kind,

        @Schema(required = true, description = "Masked for those who may not see it.")
        SenderView sender,

        @Schema(required = true) String content,
        Classification classification,
        @Schema(required = true) State state,
        UUID unitId,
        @Schema(examples = "Bộ phận Địa chính – Xây dựng") String unitName,
        @Schema(examples = "Lê Văn Cường") String person,
        @Schema(required = true, examples = "2021-01-15") LocalDate dueOn,

        @Schema(required = true, description = DueDay.PROVISIONAL)
        boolean dueProvisional,

        RefusalReason refusalReason,
        @Schema(examples = "UBND huyện Đông Hưng") String referredTo,
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
                feedback.dueOn(),
                feedback.isDueProvisional(),
                feedback.refusalReason().orElse(null),
                one.referral().map(FeedbackReferral::toName).orElse(null),
                one.referral().map(made -> made.referredAt().toLocalDate()).orElse(null),
                feedback.answeredOn().orElse(null),
                one.answer().flatMap(FeedbackAnswer::documentNumber).orElse(null),
                one.answer().flatMap(FeedbackAnswer::documentDate).orElse(null),
                feedback.inTime().orElse(null));
    }
}
