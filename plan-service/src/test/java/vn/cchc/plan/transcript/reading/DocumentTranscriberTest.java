package vn.cchc.plan.transcript.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.plan.transcript.reading.Documents.body;
import static vn.cchc.plan.transcript.reading.Documents.line;
import static vn.cchc.plan.transcript.reading.Documents.numbered;
import static vn.cchc.plan.transcript.reading.Documents.transcript;
import static vn.cchc.plan.transcript.reading.Documents.untranscribed;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.PrintedDocument.Omission;

/** What of a document is no line of the body. */
class DocumentTranscriberTest {

    @Test
    void omissions_beyond_those_listed_are_counted() {
        Omission omission = new Omission(Omission.Kind.PICTURE, "", 0);
        PrintedDocument document = new PrintedDocument(List.of(line("I. MỤC TIÊU")), List.of(omission), 100);

        assertThat(DocumentTranscriber.transcribe(document).untranscribedInAll())
                .isEqualTo(101);
    }

    @Test
    void a_mark_without_text_is_no_paragraph() {
        Transcript read = transcript(
                line("I. MỤC TIÊU"),
                numbered("1.", ""),
                numbered("-", ""),
                line("-"),
                line("2."),
                line("- ..."),
                line("- Nâng cao chất lượng."),
                line("- 95%."));

        assertThat(read.body().objectives()).containsExactly("Nâng cao chất lượng.", "95%.");
        assertThat(untranscribed(read)).containsExactly("NO_PLACE null 1.", "NO_PLACE null 2.", "NO_PLACE null - ...");
    }

    @Test
    void the_number_of_a_page_is_no_paragraph() {
        Transcript read = body("I. MỤC TIÊU", "- Nâng cao.", "3", "- 4 -", "- Công khai.");

        assertThat(read.body().objectives()).containsExactly("Nâng cao.", "Công khai.");
        assertThat(untranscribed(read)).containsExactly("NO_PLACE null 3", "NO_PLACE null - 4 -");
    }
}
