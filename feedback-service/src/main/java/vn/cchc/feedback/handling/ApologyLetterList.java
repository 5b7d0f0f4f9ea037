package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.limit.ReopeningRule;

/**
 * The letters of apology of a feedback.
 *
 * @param items at most one of each round, the first round first
 */
@Schema(
        description =
                "Thư xin lỗi, mỗi lần giải quyết nhiều nhất một. The letters of apology: at most one of each round.")
public record ApologyLetterList(
        @Schema(required = true) @Size(max = ReopeningRule.MOST_TIMES + 1)
        List<ApologyLetterView> items) {}
