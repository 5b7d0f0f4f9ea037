package vn.cchc.plan.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.plan.transcript.file.DocumentFile;
import vn.cchc.plan.transcript.reading.DocumentTranscriber;
import vn.cchc.platform.testing.CommittedFile;

/**
 * Files in the layouts of other offices, saved by LibreOffice. A transcript is committed beside its file; people compared
 * each cell with the printed one, so a difference is either an error or is compared again.
 */
class LayoutsTest {

    private static final Path FILES =
            Path.of(System.getProperty("cchc.root"), "plan-service/src/test/resources/layouts");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                // An area column merged over its tasks, no tree of codes; money in million đồng.
                "flat",
                // Sections by Roman numerals, codes "a)" and "-"; a heading of two lines; a second annex.
                "roman",
                // Cells merged over rows; the heading repeated by hand; the table broken over two pages.
                "merged",
                // A plan of 2026 with the units of 2025: codes in titles, targets of two years, sources of money.
                "years"
            })
    void each_cell_is_as_printed_or_in_doubt(String layout) throws JsonProcessingException {
        String transcript = JSON.writeValueAsString(
                DocumentTranscriber.transcribe(DocumentFile.read(FILES.resolve(layout + ".docx"))));
        new CommittedFile(FILES.resolve(layout + ".json")).assertIs(transcript + "\n");
    }
}
