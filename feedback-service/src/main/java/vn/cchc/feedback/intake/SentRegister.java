package vn.cchc.feedback.intake;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import vn.cchc.feedback.Channel;
import vn.cchc.platform.files.FormParts;
import vn.cchc.platform.http.Problem;

/**
 * The file of an old register as it was sent in a form.
 *
 * @param content exists until the request ends
 * @param dryRun whether its rows are only checked
 * @param otherwise the channel of rows that name none
 */
record SentRegister(FormParts parts, Optional<Path> content, boolean dryRun, Optional<Channel> otherwise) {

    /** @throws Problem 422 for a part that is repeated or unknown, and without a file */
    Path file() {
        parts.requireEachOnce(Set.of("file"));
        return content.orElseThrow(() -> Problem.invalid("file", "Thiếu tệp.", "The file is missing."));
    }
}
