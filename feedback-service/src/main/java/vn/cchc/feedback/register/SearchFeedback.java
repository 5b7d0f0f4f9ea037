package vn.cchc.feedback.register;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.feedback.handling.PhoneNumber;
import vn.cchc.platform.text.VietnameseText;

/**
 * Search for feedback by its sender; all criteria must match. Sent in a body, because query strings end up in logs.
 *
 * @param name part of the name; case and diacritics are ignored
 */
public record SearchFeedback(
        @Size(min = 2, max = 200) @Schema(examples = "nguyen van an")
        String name,

        @Size(min = 3, max = 20) @Schema(examples = "0912 345 678")
        String phone,

        @Size(min = 3, max = 254) @Schema(examples = "an.nguyen@example.vn")
        String email,

        @Schema(description = "The `next` of the page before.")
        String cursor,

        @Schema(examples = "50", description = "50 when absent, at most 200.")
        Integer limit) {

    public SearchFeedback {
        name = WrittenText.orNull(name);
        phone = WrittenText.orNull(phone) == null ? null : PhoneNumber.normalised(phone);
        email = WrittenText.orNull(email);
    }

    /** LIKE patterns for the sender's folded name, phone and email; empty without criteria. */
    List<String> patterns() {
        List<String> patterns = new ArrayList<>();
        if (name != null) {
            patterns.add(FeedbackSearch.containing(VietnameseText.fold(name)));
        }
        if (phone != null) {
            patterns.add(FeedbackSearch.containing(phone));
        }
        if (email != null) {
            patterns.add(FeedbackSearch.containing(VietnameseText.fold(email)));
        }
        return patterns;
    }

    /** Omits names and numbers, which the generated {@code toString} would write to logs. */
    @Override
    public String toString() {
        return "SearchFeedback[…]";
    }
}
