package vn.cchc.plan.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.transcript.file.DocumentFile;
import vn.cchc.plan.transcript.reading.DocumentTranscriber;
import vn.cchc.plan.transcript.reading.Transcript;

class TranscribedPlanTest {

    private static final Transcript FLAT = DocumentTranscriber.transcribe(DocumentFile.read(
            Path.of(System.getProperty("cchc.root"), "plan-service/src/test/resources/layouts/flat.docx")));

    @Test
    void a_document_has_notes_on_its_file_and_amounts_as_printed() {
        TranscribedPlan document = TranscribedPlan.of(FLAT, true);

        assertThat(document.notes().doubts()).isNotEmpty();
        assertThat(document.annex()).isEqualTo(FLAT.annex());
        assertThat(document.annex()).extracting(PlanDocument.Row::printedAmount).anyMatch(Objects::nonNull);
    }

    /** A replica of the version before refuses both. */
    @Test
    void a_document_for_the_version_before_has_neither() {
        TranscribedPlan document = TranscribedPlan.of(FLAT, false);

        assertThat(document.notes()).isNull();
        assertThat(document.annex()).hasSameSizeAs(FLAT.annex());
        assertThat(document.annex()).extracting(PlanDocument.Row::printedAmount).containsOnlyNulls();
        assertThat(document.annex())
                .extracting(PlanDocument.Row::amount)
                .isEqualTo(FLAT.annex().stream().map(PlanDocument.Row::amount).toList());
    }
}
