package vn.cchc.plan.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.RealPlan;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.transcript.file.DocumentFile;
import vn.cchc.plan.transcript.reading.DocumentTranscriber;
import vn.cchc.plan.transcript.reading.Doubt;
import vn.cchc.plan.transcript.reading.Head;
import vn.cchc.plan.transcript.reading.Transcript;
import vn.cchc.plan.transcript.reading.Untranscribed;

/** The commune's plan of 2021 as a Word file of LibreOffice, against the document that people transcribed from it. */
class RealPlanTranscriptTest {

    private static final PlanDocument BY_PEOPLE = RealPlan.document();

    private static Transcript transcript;

    @BeforeAll
    static void transcribe() {
        transcript = DocumentTranscriber.transcribe(DocumentFile.read(RealPlan.wordFile()));
    }

    @Test
    void each_cell_of_the_annex_is_as_people_transcribed_it() {
        assertThat(transcript.annex())
                .containsExactlyElementsOf(BY_PEOPLE.annex())
                .hasSize(103);
    }

    @Test
    void the_head_is_found_beneath_the_heading_of_the_annex() {
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
    void the_body_is_as_people_transcribed_it() {
        assertThat(transcript.body())
                .isEqualTo(new Transcript.Body(
                        BY_PEOPLE.objectives(),
                        BY_PEOPLE.requirements(),
                        BY_PEOPLE.areas(),
                        BY_PEOPLE.arrangements(),
                        BY_PEOPLE.recipients()));
    }

    @Test
    void the_title_of_the_annex_is_found() {
        assertThat(transcript.annexHeadings())
                .containsExactly(new PlanDocument.AnnexHeading(
                        1,
                        "PHỤ LỤC",
                        "NHIỆM VỤ CỤ THỂ TRIỂN KHAI CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2021"
                                + " VÀ DỰ TRÙ KINH PHÍ ĐỂ THỰC HIỆN CÁC NHIỆM VỤ"));
    }

    @Test
    void only_preamble_signature_and_the_reference_of_the_annex_are_left() {
        assertThat(transcript.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.code()).isEqualTo(Doubt.Code.AMOUNT_ASSUMED_DONG);
            assertThat(doubt.text()).isEqualTo("Kinh phí thực hiện");
        });
        assertThat(transcript.untranscribed()).hasSize(5).allSatisfy(each -> assertThat(each.why())
                .isEqualTo(Untranscribed.Why.NO_PLACE));
    }
}
