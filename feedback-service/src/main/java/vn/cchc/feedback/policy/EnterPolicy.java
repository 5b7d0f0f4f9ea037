package vn.cchc.feedback.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.State;
import vn.cchc.feedback.Urgency;
import vn.cchc.feedback.WrittenText;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.feedback.limit.HandlingPolicy;
import vn.cchc.feedback.limit.LimitUnit;
import vn.cchc.feedback.limit.ReopeningRule;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.http.Problem;

/**
 * Request to enter a handling policy. What is absent of authority, channel, classification and urgency is any.
 *
 * @param validFrom the first day of arrival that it holds for, after today: what has arrived keeps its limit
 * @param validTo the last one; unbounded when absent
 * @param replaces the policy of just the same scope that ends the day before
 */
public record EnterPolicy(
        @Schema(description = "Whose policy it is; absent: of the whole country, which only an operator keeps.")
        UUID authorityId,

        Channel channel,

        @Schema(description = "Absent: of all answers. `REGULATION_OTHER` is the limit for passing on.")
        Classification classification,

        Urgency urgency,
        @NotNull @Valid Limit limit,

        @Valid @Schema(description = "How often and how long after an answer it may be reopened; absent: as is usual.")
        Reopening reopening,

        @Schema(
                description =
                        "The leader releases each answer, from a draft; absent: the office answers directly. Only with"
                                + " `authorityId`.")
        Boolean answersNeedRelease,

        @NotNull
        @Schema(examples = "2021-03-01", description = "The first day of arrival that it holds for; after today.")
        LocalDate validFrom,

        @Schema(examples = "2021-12-31", description = "The last one; absent: until it is ended.")
        LocalDate validTo,

        @Schema(description = "A policy of just the same scope, which ends the day before `validFrom`.")
        UUID replaces,

        @NotBlank @Size(max = Bounds.REASON) @Schema(examples = "Quyết định số 12/QĐ-UBND ngày 20/02/2021.")
        String reason) {

    /** States in which a limit may wait: once it has begun and before it has ended. */
    private static final Set<State> PAUSING = EnumSet.of(State.SUPPLEMENT_REQUESTED, State.ACCEPTED, State.ASSIGNED);

    /** How far ahead a policy may begin; farther would only hide a typing error. */
    static final int FARTHEST_YEARS = 10;

    public EnterPolicy {
        reason = WrittenText.of(reason);
    }

    /** The limit of a policy. */
    @Schema(name = "PolicyLimit")
    public record Limit(
            @NotNull @Min(1) @Max(HandlingLimit.LONGEST) @Schema(examples = "10")
            Integer amount,

            @NotNull
            @Schema(
                    examples = "WORKING_DAY",
                    description = "`WORKING_HOUR`: office hours of the authority, from the moment of arrival on.")
            LimitUnit unit,

            @Schema(
                    description =
                            "A last day that is off moves to the next working day; when absent it does. Working days"
                                    + " and hours never end on a day off.")
            Boolean rollsForward,

            @Min(0)
            @Max(HandlingLimit.MOST_EXTENSIONS)
            @Schema(examples = "1", description = "How often it may be extended; absent: never.")
            Integer maxExtensions,

            @Min(1)
            @Max(HandlingLimit.LONGEST)
            @Schema(examples = "5", description = "By how much at a time at most; absent: by as much as the limit.")
            Integer longestExtension,

            @Schema(description = "It may be extended when the due day has passed, too; when absent it may not.")
            Boolean extendsWhenOverdue,

            @Size(max = 3) @Schema(description = "States in which nothing is counted; absent: none.")
            List<@NotNull State> pausedIn,

            @NotBlank @Size(max = HandlingLimit.LONGEST_BASIS) @Schema(examples = "Quyết định số 12/QĐ-UBND, Điều 3")
            String legalBasis) {

        public Limit {
            legalBasis = WrittenText.lineOrNull(legalBasis);
        }
    }

    /** When a feedback may be reopened. */
    @Schema(name = "PolicyReopening")
    public record Reopening(
            @Min(0)
            @Max(ReopeningRule.MOST_TIMES)
            @Schema(examples = "1", description = "How often; 0: never; absent: once.")
            Integer times,

            @Min(1)
            @Max(ReopeningRule.LONGEST)
            @Schema(examples = "10", description = "Working days after the day of the answer; absent: 10.")
            Integer workingDays) {}

    HandlingPolicy.Scope scope() {
        return new HandlingPolicy.Scope(authorityId, channel, classification, urgency);
    }

    /**
     * The policy, where it is one.
     *
     * @throws Problem 422 naming what is at fault
     */
    HandlingPolicy policy(UUID id, LocalDate today, HandlingPolicy.Decided entered) {
        if (classification == Classification.NOT_ACCEPTABLE) {
            throw Problem.invalid(
                    "classification", "Đơn không tiếp nhận thì không có thời hạn.", "What is refused has no limit.");
        }
        List<State> pausedIn = limit.pausedIn() == null ? List.of() : limit.pausedIn();
        if (!PAUSING.containsAll(pausedIn)) {
            throw Problem.invalid(
                    "limit.pausedIn",
                    "Chỉ tạm dừng ở SUPPLEMENT_REQUESTED, ACCEPTED, ASSIGNED.",
                    "A limit pauses in SUPPLEMENT_REQUESTED, ACCEPTED and ASSIGNED only.");
        }
        if (Boolean.TRUE.equals(answersNeedRelease) && authorityId == null) {
            throw Problem.invalid(
                    "answersNeedRelease",
                    "Chỉ đặt cho từng cơ quan (authorityId): mỗi cơ quan tự quyết định lãnh đạo có duyệt văn bản trả lời hay không.",
                    "For one authority only (authorityId): each decides for itself whether its leader releases answers.");
        }
        if (!validFrom.isAfter(today)) {
            throw Problem.invalid(
                    "validFrom",
                    "Phải sau hôm nay: hồ sơ đã đến giữ thời hạn của mình.",
                    "Must be after today: what has arrived keeps its limit.");
        }
        if (validFrom.isAfter(today.plusYears(FARTHEST_YEARS))) {
            throw Problem.invalid(
                    "validFrom",
                    "Không quá " + FARTHEST_YEARS + " năm kể từ hôm nay.",
                    "At most " + FARTHEST_YEARS + " years from today.");
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw Problem.invalid("validTo", "Không trước validFrom.", "Not before validFrom.");
        }
        return HandlingPolicy.entered(
                id,
                scope(),
                HandlingLimit.of(
                        limit.amount(),
                        limit.unit(),
                        !Boolean.FALSE.equals(limit.rollsForward()),
                        limit.maxExtensions() == null ? 0 : limit.maxExtensions(),
                        limit.longestExtension(),
                        Boolean.TRUE.equals(limit.extendsWhenOverdue()),
                        Set.copyOf(pausedIn),
                        limit.legalBasis()),
                reopening == null ? ReopeningRule.USUAL : ReopeningRule.of(reopening.times(), reopening.workingDays()),
                Boolean.TRUE.equals(answersNeedRelease),
                validFrom,
                Optional.ofNullable(validTo),
                entered);
    }
}
