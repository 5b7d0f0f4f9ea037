package vn.cchc.plan.transcript;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import vn.cchc.platform.files.FormParts;
import vn.cchc.platform.http.Problem;

/**
 * A file as it was sent in a form.
 *
 * @param content exists until the request ends
 */
record SentPlan(FormParts parts, Optional<Path> content) {

    /** @throws Problem 422 for a part that is repeated or unknown, and without a file */
    Path file() {
        parts.requireEachOnce(Set.of("file"));
        return content.orElseThrow(() -> Problem.invalid("file", "Thiếu tệp.", "The file is missing."));
    }
}
