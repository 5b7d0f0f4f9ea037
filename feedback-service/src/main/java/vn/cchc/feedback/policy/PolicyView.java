package vn.cchc.feedback.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Urgency;
import vn.cchc.feedback.handling.LimitView;
import vn.cchc.feedback.handling.ReopeningView;
import vn.cchc.feedback.limit.HandlingPolicy;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.idempotency.Identified;
import vn.cchc.platform.time.VietnamTime;

/** A handling policy as shown to those who keep it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "HandlingPolicy", description = "Thời hạn xử lý theo kênh, loại, mức khẩn. A limit and what it is for.")
public record PolicyView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "1", description = "The version, also in `ETag`.") @Min(1)
        int version,

        @Schema(description = "Absent: of the whole country.")
        UUID authorityId,

        @Schema(description = "Absent: any.") Channel channel,

        @Schema(description = "Absent: all answers.") Classification classification,

        @Schema(description = "Absent: any.") Urgency urgency,
        @Schema(required = true) LimitView limit,

        @Schema(required = true, description = "How often and how long after an answer it may be reopened.")
        ReopeningView reopening,

        @Schema(required = true, description = "The leader releases each answer, from a draft.")
        boolean answersNeedRelease,

        @Schema(required = true, examples = "2021-03-01", description = "The first day of arrival that it holds for.")
        LocalDate validFrom,

        @Schema(examples = "2021-12-31", description = "The last one; absent where none is set.")
        LocalDate validTo,

        @Schema(description = "Absent for those that came with the program.")
        Decision entered,

        Decision ended)
        implements Identified {

    /** Who, when and why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PolicyDecision")
    public record Decision(
            @Schema(required = true) OffsetDateTime at,

            @Schema(examples = "Nguyễn Văn Quản") @Size(max = Caller.LONGEST_NAME)
            String by,

            @Schema(required = true, examples = "Quyết định số 12/QĐ-UBND ngày 20/02/2021.") @Size(max = Bounds.REASON)
            String reason) {

        static Decision of(HandlingPolicy.Decided decided) {
            return new Decision(VietnamTime.local(decided.at()), decided.name(), decided.reason());
        }
    }

    static PolicyView of(HandlingPolicy policy) {
        HandlingPolicy.Scope scope = policy.scope();
        return new PolicyView(
                policy.id(),
                policy.version(),
                scope.authorityId(),
                scope.channel(),
                scope.classification(),
                scope.urgency(),
                LimitView.of(policy.limit()),
                ReopeningView.of(policy.reopening()),
                policy.answersNeedRelease(),
                policy.validFrom(),
                policy.validTo().orElse(null),
                policy.entered().map(Decision::of).orElse(null),
                policy.ended().map(Decision::of).orElse(null));
    }
}
