package vn.cchc.feedback.handling;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * What the body of a letter of apology says.
 *
 * @param authority its full name
 * @param receivedOn days as printed
 * @param number in the register of the year
 */
public record ApologyText(
        String authority, String receivedOn, int number, int year, String dueOn, String reason, String promisedOn) {

    @CheckedTemplate(basePath = "apology")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance letter(ApologyText letter);
    }

    List<String> paragraphs() {
        return Templates.letter(this)
                .render()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
