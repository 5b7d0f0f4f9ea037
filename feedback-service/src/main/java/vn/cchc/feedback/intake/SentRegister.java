package vn.cchc.feedback.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import vn.cchc.feedback.Channel;
import vn.cchc.platform.files.FormParts;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/**
 * The file of an old register as it was sent in a form.
 *
 * @param content exists until the request ends
 * @param dryRun whether its rows are only checked
 * @param otherwise the channel of rows that name none
 */
record SentRegister(FormParts parts, Optional<Path> content, boolean dryRun, Optional<Channel> otherwise) {

    /** Bytes of a file that is read. */
    private static final long LARGEST = 5L << 20;

    /** @throws Problem 422 for a part that is repeated or unknown, without a file, and for a file that is larger than is read */
    Path file() {
        parts.requireEachOnce(Set.of("file"));
        Path file = content.orElseThrow(() -> Problem.invalid("file", "Thiếu tệp.", "The file is missing."));
        try {
            if (Files.size(file) > LARGEST) {
                throw Problem.unprocessable(
                        "file-too-large",
                        BilingualText.of(
                                "Tệp lớn hơn 5 MB: hãy chia thành nhiều tệp.",
                                "The file is larger than 5 MB: make several files of it."));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
