package vn.cchc.feedback.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The sender, as far as the caller may see.
 *
 * @param masked whether reduced to initials and the last digits of the phone number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SenderView(
        @Schema(examples = "Nguyễn Văn An") @Size(max = SenderView.LONGEST_NAME)
        String name,

        @Schema(examples = "Thôn 3, xã Tiên Hưng") @Size(max = SenderDetails.LONGEST_ADDRESS)
        String address,

        @Schema(examples = "+84912345678") @Size(max = SenderDetails.LONGEST_PHONE)
        String phone,

        @Schema(examples = "an.nguyen@example.vn") @Size(max = SenderDetails.LONGEST_EMAIL)
        String email,

        @Schema(required = true) boolean masked) {

    /** In characters; of a name of single letters its initials are the longer form. */
    static final int LONGEST_NAME = 500;

    public static SenderView of(SenderDetails details, boolean mayIdentify) {
        return mayIdentify
                ? new SenderView(details.name(), details.address(), details.phone(), details.email(), false)
                : masked(details);
    }

    private static SenderView masked(SenderDetails details) {
        return new SenderView(
                details.name() == null ? null : initials(details.name()),
                details.address() == null ? null : "***",
                details.phone() == null
                        ? null
                        : "***"
                                + details.phone()
                                        .substring(Math.max(0, details.phone().length() - 3)),
                details.email() == null ? null : "***",
                true);
    }

    private static String initials(String name) {
        return Arrays.stream(name.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + "***")
                .collect(Collectors.joining(" "));
    }
}
