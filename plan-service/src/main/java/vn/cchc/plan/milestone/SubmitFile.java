package vn.cchc.plan.milestone;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.platform.files.CheckedFile;
import vn.cchc.platform.files.FormParts;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.VietnameseText;

/**
 * Evidence with a file, as it was sent in a form.
 *
 * @param note may be null
 */
record SubmitFile(FormParts parts, Optional<Sent> file, String note) {

    private static final Set<String> PARTS = Set.of("file", "note");

    /**
     * A file as sent.
     *
     * @param mediaType as declared; may be null
     * @param content exists until the request ends
     */
    record Sent(String name, String mediaType, Path content) {}

    /**
     * A file that may be handed in.
     *
     * @param note may be null
     */
    record Checked(CheckedFile file, String note) {}

    /** @throws Problem 413 or 415 for the file; 422 for the note, for a part that is repeated or unknown, without a file */
    Checked checked() {
        parts.requireEachOnce(PARTS);
        String composed = composedNote();
        Sent sent = file.orElseThrow(() -> Problem.invalid("file", "Thiếu tệp.", "The file is missing."));
        return new Checked(CheckedFile.of(sent.name(), sent.mediaType(), sent.content(), Evidence.FILES), composed);
    }

    /** As texts in JSON are read: composed, and null where nothing of it is visible. */
    private String composedNote() {
        if (note == null || VietnameseText.isInvisible(note)) {
            return null;
        }
        String composed = VietnameseText.nfc(note);
        if (!VietnameseText.isStorable(composed)) {
            throw Problem.invalid("note", "Có ký tự không hợp lệ.", "Has a character that is not valid.");
        }
        if (composed.length() > SubmitNote.LONGEST) {
            throw Problem.invalid(
                    "note",
                    "Tối đa " + SubmitNote.LONGEST + " ký tự.",
                    "At most " + SubmitNote.LONGEST + " characters.");
        }
        return composed;
    }
}
