package vn.cchc.plan.milestone;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.platform.files.CheckedFile;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.VietnameseText;

/**
 * Evidence with a file, as it was sent in a form.
 *
 * @param parts how often each part of the form was sent, by name
 * @param note may be null
 */
record SubmitFile(Map<String, Integer> parts, Optional<Sent> file, String note) {

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
        requireEachPartOnce();
        String composed = composedNote();
        Sent sent = file.orElseThrow(() -> Problem.invalid("file", "Thiếu tệp.", "The file is missing."));
        return new Checked(CheckedFile.of(sent.name(), sent.mediaType(), sent.content(), Evidence.FILES), composed);
    }

    /** Repeated and unknown parts are rejected; otherwise they would be ignored silently. */
    private void requireEachPartOnce() {
        parts.forEach((name, times) -> {
            if (!PARTS.contains(name)) {
                throw Problem.invalid(name, "Trường không được định nghĩa.", "This field is not defined.");
            }
            if (times > 1) {
                throw Problem.invalid(name, "Chỉ được gửi một lần.", "May be sent once only.");
            }
        });
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
