package vn.cchc.feedback.register;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.feedback.handling.PhoneNumber;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.VietnameseText;

/**
 * Search for feedback by its sender; all criteria must match. Sent in a body, because query strings end up in logs.
 *
 * @param name part of the name; case and diacritics are ignored
 */
@Schema(minProperties = 1)
public record SearchFeedback(
        @Size(min = SearchFeedback.SHORTEST_NAME, max = 200) @Schema(examples = "nguyen van an")
        String name,

        @Size(min = SearchFeedback.SHORTEST_PHONE, max = 20) @Schema(examples = "0912 345 678")
        String phone,

        @Size(min = SearchFeedback.SHORTEST_EMAIL, max = 254) @Schema(examples = "an.nguyen@example.vn")
        String email,

        @Schema(description = "The `next` of the page before.")
        String cursor,

        @Schema(examples = "50", description = "50 when absent, at most 200.")
        Integer limit) {

    static final int SHORTEST_NAME = 2;

    /** Digits, without the country code. */
    static final int SHORTEST_PHONE = 3;

    static final int SHORTEST_EMAIL = 3;

    private static final Pattern COUNTRY = Pattern.compile("^\\+?84");

    public SearchFeedback {
        name = WrittenText.of(name);
        phone = phone == null ? null : PhoneNumber.normalised(phone);
        email = WrittenText.of(email);
    }

    /**
     * What is searched for, folded as it is stored.
     *
     * @throws Problem 422 without criteria, and where so little is left of one that it would match nearly everybody: of
     *     combining marks nothing, of {@code +84} no digit of a number
     */
    List<SenderPattern> patterns() {
        List<SenderPattern> patterns = new ArrayList<>();
        List<FieldFault> faults = new ArrayList<>();
        if (name != null) {
            String folded = VietnameseText.fold(name);
            if (folded.length() < SHORTEST_NAME) {
                faults.add(tooShort("name", SHORTEST_NAME));
            }
            patterns.add(SenderPattern.of(SenderPattern.Part.NAME, folded));
        }
        if (phone != null) {
            if (digits(phone) < SHORTEST_PHONE) {
                faults.add(FieldFault.of(
                        "phone",
                        "Ít nhất " + SHORTEST_PHONE + " chữ số, không kể mã nước và số 0 đứng trước.",
                        "At least " + SHORTEST_PHONE + " digits without the country code and the 0 in front."));
            }
            patterns.add(SenderPattern.of(SenderPattern.Part.PHONE, phone));
        }
        if (email != null) {
            String folded = VietnameseText.fold(email);
            if (folded.length() < SHORTEST_EMAIL) {
                faults.add(tooShort("email", SHORTEST_EMAIL));
            }
            patterns.add(SenderPattern.of(SenderPattern.Part.EMAIL, folded));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        if (patterns.isEmpty()) {
            throw Problem.invalid("name", "Cần name, phone hoặc email.", "name, phone or email is needed.");
        }
        return patterns;
    }

    private static FieldFault tooShort(String field, int shortest) {
        return FieldFault.of(
                field,
                "Ít nhất " + shortest + " ký tự, không kể dấu.",
                "At least " + shortest + " characters, marks not counted.");
    }

    private static long digits(String normalised) {
        return COUNTRY.matcher(normalised)
                .replaceFirst("")
                .chars()
                .filter(letter -> letter >= '0' && letter <= '9')
                .count();
    }

    /** Omits names and numbers, which the generated {@code toString} would write to logs. */
    @Override
    public String toString() {
        return "SearchFeedback[…]";
    }
}
