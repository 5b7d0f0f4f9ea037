package vn.cchc.plan.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.plan.RealPlan;
import vn.cchc.plan.transcript.file.DocumentFile;
import vn.cchc.plan.transcript.reading.DocumentTranscriber;
import vn.cchc.plan.transcript.reading.Doubt;
import vn.cchc.plan.transcript.reading.Transcript;

/** The annex of the commune's plan of 2021 in other formats, against its transcript from the Word file. */
class RealPlanSheetsTest {

    private static final Transcript FROM_WORD = DocumentTranscriber.transcribe(DocumentFile.read(RealPlan.wordFile()));

    @TempDir
    private Path folder;

    private Transcript transcript(byte[] file) throws IOException {
        return DocumentTranscriber.transcribe(DocumentFile.read(Files.write(folder.resolve("file"), file)));
    }

    private static void isTheAnnex(Transcript transcript) {
        assertThat(transcript.annex())
                .containsExactlyElementsOf(FROM_WORD.annex())
                .hasSize(103);
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

    @ParameterizedTest
    @ValueSource(chars = {';', ',', '\t'})
    void csv_gives_each_cell_as_the_word_file_does(char separator) throws IOException {
        isTheAnnex(transcript(RealPlanSheets.csv(separator).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void csv_with_a_mark_of_its_encoding_gives_them_too(String charset) throws IOException {
        isTheAnnex(transcript(("\uFEFF" + RealPlanSheets.csv(';')).getBytes(Charset.forName(charset))));
        isTheAnnex(transcript(("\uFEFFsep=;\r\n" + RealPlanSheets.csv(';')).getBytes(Charset.forName(charset))));
    }

    /** Word pastes each paragraph of a cell as a line, and no quotes. */
    @Test
    void rows_pasted_from_word_are_put_together() throws IOException {
        String pasted = RealPlanSheets.csv('\t').replace("\"", "");

        Transcript transcript = transcript(pasted.getBytes(StandardCharsets.UTF_8));

        assertThat(transcript.annex()).containsExactlyElementsOf(FROM_WORD.annex());
        assertThat(transcript.doubts()).extracting(Doubt::code).contains(Doubt.Code.ROWS_JOINED);
    }
}
