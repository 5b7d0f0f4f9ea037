package vn.cchc.plan.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cchc.plan.RealPlan;
import vn.cchc.plan.transcript.file.DocumentFile;
import vn.cchc.plan.transcript.reading.Doubt;
import vn.cchc.plan.transcript.reading.DocumentTranscriber;
import vn.cchc.plan.transcript.reading.Transcript;

/** The annex of the commune's plan of 2021 in other formats, against its transcript from the Word file. */
class RealPlanSheetsTest {

    private static final Transcript FROM_WORD =
            DocumentTranscriber.transcribe(DocumentFile.read(RealPlan.wordFile()));

    @TempDir
    private Path folder;

    private Transcript transcript(byte[] file) throws IOException {
        return DocumentTranscriber.transcribe(DocumentFile.read(Files.write(folder.resolve("file"), file)));
    }

    private static void isTheAnnex(Transcript transcript) {
        assertThat(transcript.annex()).containsExactlyElementsOf(FROM_WORD.annex()).hasSize(103);
        assertThat(transcript.head().statedTotal()).isEqualTo(34_900_000L);
        assertThat(transcript.head().number()).isEqualTo("57/KH-UBND");
        assertThat(transcript.doubts())
                .extracting(Doubt::code)
                .containsExactlyInAnyOrder(Doubt.Code.TITLE_MISSING, Doubt.Code.YEAR_MISSING);
    }

    @Test
    void a_workbook_gives_each_cell_as_the_word_file_does() throws IOException {
        isTheAnnex(transcript(RealPlanSheets.xlsx()));
    }
}
