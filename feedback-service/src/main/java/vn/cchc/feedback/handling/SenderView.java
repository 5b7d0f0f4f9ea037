package vn.cchc.feedback.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
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
        @Schema(examples = "Nguyễn Văn An") String name,
        @Schema(examples = "Thôn 3, xã Tiên Hưng") String address,
        @Schema(examples = "+84912345678") String phone,
        @Schema(examples = "an.nguyen@example.vn") String email,
        @Schema(required = true) boolean masked) {

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
