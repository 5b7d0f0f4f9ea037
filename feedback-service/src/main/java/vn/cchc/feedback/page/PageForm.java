package vn.cchc.feedback.page;

import java.util.Optional;
import vn.cchc.platform.files.SentForm;

/**
 * A form of a page as sent.
 *
 * @param entered what was entered
 * @param sent the same with the files
 * @param client the address that files are counted for; empty for a member of staff
 * @param beginAnew gives the request its time anew, for each file
 */
public record PageForm(SubmittedForm entered, SentForm sent, Optional<String> client, Runnable beginAnew) {

    /**
     * Of a page of the version before, whose form has no files.
     *
     * @throws vn.cchc.platform.http.Problem as {@link SubmittedForm#read}
     */
    public static PageForm withoutFiles(String body) {
        return new PageForm(SubmittedForm.read(body), SentForm.NOTHING, Optional.empty(), () -> {});
    }

    public static PageForm of(SentForm sent, Optional<String> client, Runnable beginAnew) {
        return new PageForm(SubmittedForm.of(sent), sent, client, beginAnew);
    }
}
