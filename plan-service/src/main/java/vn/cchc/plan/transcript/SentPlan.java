package vn.cchc.plan.transcript;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import vn.cchc.platform.http.Problem;

/**
 * A Word file as it was sent in a form.
 *
 * @param parts how often each part of the form was sent, by name
 * @param content exists until the request ends
 */
record SentPlan(Map<String, Integer> parts, Optional<Path> content) {

    /** @throws Problem 422 for a part that is repeated or unknown, and without a file */
    Path file() {
        parts.forEach((name, times) -> {
            if (!name.equals("file")) {
                throw Problem.invalid(name, "Trường không được định nghĩa.", "This field is not defined.");
            }
            if (times > 1) {
                throw Problem.invalid(name, "Chỉ được gửi một lần.", "May be sent once only.");
            }
        });
        return content.orElseThrow(() -> Problem.invalid("file", "Thiếu tệp.", "The file is missing."));
    }
}
