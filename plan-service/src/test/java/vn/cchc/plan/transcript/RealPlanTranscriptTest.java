package vn.cchc.plan.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.RealPlan;
import vn.cchc.plan.importing.PlanDocument;
import vn.cchc.plan.transcript.reading.DocumentTranscriber;
import vn.cchc.plan.transcript.reading.Head;
import vn.cchc.plan.transcript.reading.Transcript;
import vn.cchc.plan.transcript.reading.Untranscribed;
import vn.cchc.plan.transcript.word.WordFile;

/** The commune's plan of 2021 as a Word file of LibreOffice, against the document that people transcribed from it. */
class RealPlanTranscriptTest {

    private static final PlanDocument BY_PEOPLE = RealPlan.document();

    private static Transcript transcript;

    @BeforeAll
    static void transcribe() throws URISyntaxException {
        transcript = DocumentTranscriber.transcribe(WordFile.read(Path.of(RealPlanTranscriptTest.class
                .getResource("/plan-2021/plan-57-KH-UBND.docx")
                .toURI())));
    }

    @Test
    void eachCellOfTheAnnexIsAsPeopleTranscribedIt() {
        assertThat(transcript.annex())
                .containsExactlyElementsOf(BY_PEOPLE.annex())
                .hasSize(103);
    }

    @Test
    void theHeadIsFoundBeneathTheHeadingOfTheAnnex() {
        assertThat(transcript.head())
                .isEqualTo(new Head(
                        "57/KH-UBND",
                        "Thực hiện công tác cải cách hành chính năm 2021",
                        "UBND xã Thượng Lộ",
                        null,
                        LocalDate.of(2020, 12, 24),
                        2021,
                        34_900_000L));
    }

    @Test
    void theBodyIsAsPeopleTranscribedIt() {
        assertThat(transcript.body())
                .isEqualTo(new Transcript.Body(
                        BY_PEOPLE.objectives(),
                        BY_PEOPLE.requirements(),
                        BY_PEOPLE.areas(),
                        BY_PEOPLE.arrangements(),
                        BY_PEOPLE.recipients()));
    }

    @Test
    void onlyPreambleSignatureAndTheHeadingOfTheAnnexAreLeft() {
        assertThat(transcript.doubts()).isEmpty();
        assertThat(transcript.untranscribed()).hasSize(8).allSatisfy(each -> assertThat(each.why())
                .isEqualTo(Untranscribed.Why.NO_PLACE));
    }
}
