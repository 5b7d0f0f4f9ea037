package vn.cchc.plan.transcript.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.plan.transcript.reading.Documents.body;
import static vn.cchc.plan.transcript.reading.Documents.cell;
import static vn.cchc.plan.transcript.reading.Documents.doubts;
import static vn.cchc.plan.transcript.reading.Documents.line;
import static vn.cchc.plan.transcript.reading.Documents.numbered;
import static vn.cchc.plan.transcript.reading.Documents.row;
import static vn.cchc.plan.transcript.reading.Documents.table;
import static vn.cchc.plan.transcript.reading.Documents.transcript;
import static vn.cchc.plan.transcript.reading.Documents.untranscribed;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.plan.document.PlanDocument;

/** Letterhead and body. */
class BodyOutlineTest {

    private static PlanDocument.Target target(String group, String text) {
        return new PlanDocument.Target(group, text, null);
    }

    @Test
    void the_letterhead_stands_in_a_table_of_two_columns() {
        Transcript read = transcript(
                table(
                        row(
                                cell(0, 1, "ỦY BAN NHÂN DÂN\nXÃ THƯỢNG LỘ"),
                                cell(1, 1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")),
                        row(cell(0, 1, "Số: 57/KH-UBND"), cell(1, 1, "Thượng Lộ, ngày 31 tháng 12 năm 2020"))),
                line("KẾ HOẠCH"),
                line("Cải cách hành chính năm 2021"),
                line("trên địa bàn xã"),
                line("Căn cứ Quyết định số 1/QĐ;"));

        assertThat(read.head())
                .isEqualTo(new Head(
                        "57/KH-UBND",
                        "Cải cách hành chính năm 2021 trên địa bàn xã",
                        "UBND xã Thượng Lộ",
                        "Thượng Lộ",
                        LocalDate.of(2020, 12, 31),
                        2021,
                        null));
        assertThat(untranscribed(read)).containsExactly("NO_PLACE null Căn cứ Quyết định số 1/QĐ;");
    }

    @Test
    void the_letterhead_may_stand_in_lines_with_tabs() {
        Transcript read = body(
                "UBND HUYỆN NAM ĐÔNG CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "UBND XÃ THƯỢNG LỘ Độc lập - Tự do - Hạnh phúc",
                "Số: 57/KH-UBND Thượng Lộ, ngày 31 tháng 12 năm 2020",
                "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2021");

        assertThat(read.head().number()).isEqualTo("57/KH-UBND");
        assertThat(read.head().issuer()).isEqualTo("UBND xã Thượng Lộ");
        assertThat(read.head().place()).isEqualTo("Thượng Lộ");
        assertThat(read.head().signedOn()).isEqualTo(LocalDate.of(2020, 12, 31));
        assertThat(read.head().year()).isEqualTo(2021);
    }

    @Test
    void what_is_left_to_be_filled_in_is_in_doubt() {
        Transcript read = body(
                "ỦY BAN NHÂN DÂN XÃ AN BÌNH",
                "Số: /KH-UBND",
                "An Bình, ngày tháng 12 năm 2020",
                "KẾ HOẠCH",
                "Cải cách hành chính giai đoạn 2021 - 2025");

        assertThat(read.head().number()).isNull();
        assertThat(read.head().signedOn()).isNull();
        assertThat(read.head().year()).isNull();
        assertThat(doubts(read))
                .containsExactly(
                        Doubt.Code.NUMBER_BLANK,
                        Doubt.Code.SIGNED_DAY_MISSING,
                        Doubt.Code.YEAR_MISSING,
                        Doubt.Code.ANNEX_MISSING);
    }

    @Test
    void the_line_beneath_the_annex_tells_the_head_where_there_is_no_letterhead() {
        Transcript read = body(
                "KẾ HOẠCH",
                "Cải cách hành chính năm 2021",
                "PHỤ LỤC",
                "(Ban hành kèm theo Kế hoạch số: 57/KH-UBND ngày 24 tháng 12 năm 2020 của UBND xã Thượng Lộ)");

        assertThat(read.head().number()).isEqualTo("57/KH-UBND");
        assertThat(read.head().signedOn()).isEqualTo(LocalDate.of(2020, 12, 24));
        assertThat(read.head().issuer()).isEqualTo("UBND xã Thượng Lộ");
    }

    @ParameterizedTest
    @CsvSource({
        "UBND XÃ THƯỢNG LỘ, UBND xã Thượng Lộ",
        "ỦY BAN NHÂN DÂN THỊ TRẤN KHE TRE, UBND thị trấn Khe Tre",
        "UỶ BAN NHÂN DÂN THÀNH PHỐ HUẾ, UBND thành phố Huế",
        "UBND xã Thượng Lộ, UBND xã Thượng Lộ",
        "SỞ NỘI VỤ, SỞ NỘI VỤ"
    })
    void a_peoples_committee_is_named_as_texts_name_it(String printed, String name) {
        assertThat(AuthorityName.of(printed)).isEqualTo(name);
    }

    @Test
    void a_reference_to_another_document_tells_neither_place_nor_day() {
        Transcript read = body(
                "UBND XÃ THƯỢNG LỘ",
                "Số: 57 /KH - UBND V/v cải cách",
                "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2023 của UBND xã)",
                "KẾ HOẠCH",
                "Cải cách hành chính năm 2023",
                "PHỤ LỤC",
                "(Kèm theo Kế hoạch số 99/KH-UBND ngày 02 tháng 02 năm 2022 của UBND huyện A)");

        assertThat(read.head().number()).isEqualTo("57/KH-UBND");
        assertThat(read.head().place()).isNull();
        assertThat(read.head().signedOn()).isNull();
        assertThat(read.head().issuer()).isEqualTo("UBND xã Thượng Lộ");
        assertThat(doubts(read)).contains(Doubt.Code.SIGNED_DAY_MISSING);
        assertThat(untranscribed(read)).hasSize(4).contains("NO_PLACE null V/v cải cách");
    }

    @ParameterizedTest
    @CsvSource({
        "UBND HUYỆN A LƯỚI, TRUNG TÂM Y TẾ, TRUNG TÂM Y TẾ, UBND HUYỆN A LƯỚI",
        "UBND XÃ A LƯỚI, DỰ THẢO LẦN HAI, UBND xã A Lưới, DỰ THẢO LẦN HAI",
        "UBND XÃ A LƯỚI, NHÀ VĂN HÓA, , UBND XÃ A LƯỚI"
    })
    void the_issuer_is_the_line_of_the_authority(String first, String second, String issuer, String left) {
        Transcript read = body(first, second, "Số: 57/KH-UBND", "KẾ HOẠCH", "Cải cách hành chính năm 2021");

        assertThat(read.head().issuer()).isEqualTo(issuer);
        assertThat(untranscribed(read)).contains("NO_PLACE null " + left);
        assertThat(doubts(read).contains(Doubt.Code.ISSUER_MISSING)).isEqualTo(issuer == null);
    }

    @Test
    void a_name_of_the_head_that_is_too_long_is_listed() {
        Transcript read = body(
                "UBND XÃ A LƯỚI",
                "SỐ: 57/KH-" + "A".repeat(60),
                "Phường 5, ngày 3 tháng 2 năm 2021 HỎA TỐC",
                "CHỦ TỊCH",
                "KẾ HOẠCH",
                "Cải cách hành chính năm 2021");

        assertThat(read.head().number()).isNull();
        assertThat(read.head().place()).isEqualTo("Phường 5");
        assertThat(read.head().issuer()).isEqualTo("UBND xã A Lưới");
        assertThat(untranscribed(read))
                .contains("TOO_LONG null 57/KH-" + "A".repeat(60), "NO_PLACE null HỎA TỐC", "NO_PLACE null CHỦ TỊCH");
    }

    @Test
    void objectives_and_requirements_stand_under_one_heading() {
        Transcript read = body(
                "I. MỤC ĐÍCH, YÊU CẦU",
                "1. Mục đích",
                "- Một.",
                "- Hai.",
                "2. Yêu cầu: Ba.",
                "a) Bốn.",
                "II. KHÁC",
                "Năm.");

        assertThat(read.body().objectives()).containsExactly("Một.", "Hai.");
        assertThat(read.body().requirements()).containsExactly("Ba.", "Bốn.");
        assertThat(untranscribed(read)).containsExactly("NO_PLACE null II. KHÁC", "NO_PLACE null Năm.");
    }

    @Test
    void a_paragraph_that_begins_like_another_section_stays_where_it_stands() {
        Transcript read = body("I. MỤC TIÊU", "a) Tổ chức thực hiện tốt các nhiệm vụ", "b) Kinh phí được bảo đảm");

        assertThat(read.body().objectives())
                .containsExactly("Tổ chức thực hiện tốt các nhiệm vụ", "Kinh phí được bảo đảm");
    }

    @Test
    void a_numbered_sentence_that_begins_like_a_heading_is_a_paragraph() {
        Transcript read = body(
                "I. MỤC TIÊU",
                "1. Mục tiêu 100% hồ sơ đúng hạn",
                "2. Chỉ tiêu 90% người dân hài lòng",
                "b) Yêu cầu bảo đảm tiến độ",
                "II. NHIỆM VỤ TRỌNG TÂM NĂM 2021",
                "1. Cải cách thể chế",
                "Rà soát.",
                "III. Kinh phí do ngân sách xã bảo đảm",
                "IV. TỔ CHỨC THỰC HIỆN:",
                "Theo dõi.");

        assertThat(read.body().objectives())
                .containsExactly(
                        "Mục tiêu 100% hồ sơ đúng hạn", "Chỉ tiêu 90% người dân hài lòng", "Yêu cầu bảo đảm tiến độ");
        assertThat(read.body().areas())
                .containsExactly(new PlanDocument.Area(1, "Cải cách thể chế", List.of(), List.of("Rà soát.")));
        assertThat(read.body().arrangements())
                .containsExactly(new PlanDocument.Arrangement("TỔ CHỨC THỰC HIỆN", List.of("Theo dõi.")));
        assertThat(untranscribed(read)).containsExactly("NO_PLACE null III. Kinh phí do ngân sách xã bảo đảm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I. KẾT QUẢ CẢI CÁCH HÀNH CHÍNH NĂM 2020", "I. Đánh giá cải cách", "TÌNH HÌNH CẢI CÁCH"})
    void results_of_the_year_before_are_not_planned(String heading) {
        Transcript read = body(
                "KẾ HOẠCH",
                "Cải cách hành chính năm 2021",
                heading,
                "1. Cải cách thể chế",
                "- Đã ban hành 5 văn bản.",
                "2. Mục tiêu: Đạt.",
                "II. NHIỆM VỤ",
                "1. Cải cách tài chính công",
                "- Công khai.");

        assertThat(read.body().objectives()).isEmpty();
        assertThat(read.body().areas())
                .containsExactly(new PlanDocument.Area(1, "Cải cách tài chính công", List.of(), List.of("Công khai.")));
        assertThat(untranscribed(read))
                .containsExactly(
                        "NO_PLACE null " + heading,
                        "NO_PLACE null 1. Cải cách thể chế",
                        "NO_PLACE null - Đã ban hành 5 văn bản.",
                        "NO_PLACE null 2. Mục tiêu: Đạt.");
    }

    @Test
    void lines_without_text_give_nothing() {
        Transcript read = transcript(
                line("I. MỤC TIÊU"),
                numbered("-", ""),
                line("II. NHIỆM VỤ"),
                line("1. :"),
                line("2. Cải cách thể chế"),
                line("a) Chỉ tiêu"),
                line("- :"),
                numbered("-", ""),
                line("b) Nhiệm vụ"),
                numbered("-", ""),
                line("III. TỔ CHỨC THỰC HIỆN"),
                line("1. : Theo dõi."),
                line("2. Văn phòng: -"));

        assertThat(read.body().objectives()).isEmpty();
        assertThat(read.body().areas())
                .containsExactly(new PlanDocument.Area(2, "Cải cách thể chế", List.of(), List.of()));
        assertThat(read.body().arrangements()).allSatisfy(each -> {
            assertThat(each.title()).isNotBlank();
            assertThat(each.paragraphs()).allSatisfy(text -> assertThat(text).isNotBlank());
        });
        assertThat(untranscribed(read)).containsExactly("NO_PLACE null 1. :", "NO_PLACE null - :");
    }

    @Test
    void a_group_of_targets_without_targets_is_listed() {
        Transcript read = body(
                "II. NHIỆM VỤ",
                "1. Cải cách thể chế",
                "a) Chỉ tiêu",
                "- Nhóm một:",
                "+ 100% hồ sơ.",
                "- Nhóm hai:",
                "- 90% văn bản.",
                "- Nhóm ba:");

        assertThat(read.body().areas().get(0).targets())
                .containsExactly(target("Nhóm một", "100% hồ sơ."), target(null, "90% văn bản."));
        assertThat(untranscribed(read)).containsExactly("NO_PLACE null - Nhóm hai:", "NO_PLACE null - Nhóm ba:");
    }

    @Test
    void areas_have_targets_with_groups_and_measures() {
        Transcript read = body(
                "II. NHIỆM VỤ",
                "1. Cải cách thể chế",
                "a) Chỉ tiêu",
                "- Ứng dụng công nghệ thông tin:",
                "+ 100% hồ sơ.",
                "+ 60% thủ tục.",
                "- 90% văn bản.",
                "b) Nhiệm vụ",
                "- Rà soát.",
                "2. Cải cách tài chính công",
                "Công khai ngân sách.");

        assertThat(read.body().areas())
                .containsExactly(
                        new PlanDocument.Area(
                                1,
                                "Cải cách thể chế",
                                List.of(
                                        target("Ứng dụng công nghệ thông tin", "100% hồ sơ."),
                                        target("Ứng dụng công nghệ thông tin", "60% thủ tục."),
                                        target(null, "90% văn bản.")),
                                List.of("Rà soát.")),
                        new PlanDocument.Area(
                                2, "Cải cách tài chính công", List.of(), List.of("Công khai ngân sách.")));
    }

    @Test
    void automatic_numbers_are_as_good_as_typed_ones() {
        Transcript read = transcript(
                numbered("II.", "NHIỆM VỤ"),
                numbered("1.", "Cải cách thể chế"),
                numbered("1.1.", "Chỉ tiêu"),
                numbered("-", "90% văn bản."),
                numbered("1.2.", "Nhiệm vụ"),
                numbered("", "Rà soát."));

        assertThat(read.body().areas())
                .containsExactly(new PlanDocument.Area(
                        1, "Cải cách thể chế", List.of(target(null, "90% văn bản.")), List.of("Rà soát.")));
    }

    @Test
    void areas_may_be_the_sections_themselves() {
        Transcript read = body(
                "I. CẢI CÁCH THỂ CHẾ",
                "1. Chỉ tiêu",
                "- 90% văn bản.",
                "2. Nhiệm vụ",
                "- Rà soát.",
                "II. HIỆN ĐẠI HÓA HÀNH CHÍNH",
                "1. Nhiệm vụ",
                "- Số hóa.",
                "III. TỔ CHỨC THỰC HIỆN",
                "1. Văn phòng: Theo dõi.",
                "2. Công chức Tư pháp",
                "- Rà soát.");

        assertThat(read.body().areas())
                .extracting(PlanDocument.Area::title)
                .containsExactly("CẢI CÁCH THỂ CHẾ", "HIỆN ĐẠI HÓA HÀNH CHÍNH");
        assertThat(read.body().areas().get(1).measures()).containsExactly("Số hóa.");
        assertThat(read.body().arrangements())
                .containsExactly(
                        new PlanDocument.Arrangement("Văn phòng", List.of("Theo dõi.")),
                        new PlanDocument.Arrangement("Công chức Tư pháp", List.of("Rà soát.")));
    }

    @Test
    void arrangements_without_parts_are_one() {
        Transcript read = body("III. TỔ CHỨC THỰC HIỆN", "Giao Văn phòng theo dõi.", "Trên đây là kế hoạch./.");

        assertThat(read.body().arrangements())
                .containsExactly(new PlanDocument.Arrangement(
                        "TỔ CHỨC THỰC HIỆN", List.of("Giao Văn phòng theo dõi.", "Trên đây là kế hoạch./.")));
    }

    @Test
    void recipients_end_at_the_signature() {
        Transcript read = transcript(table(row(
                cell(0, 1, "Nơi nhận:\n- Phòng Nội vụ;\n- Lưu: VT."), cell(1, 1, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"))));

        assertThat(read.body().recipients()).containsExactly("Phòng Nội vụ", "Lưu: VT");
        assertThat(untranscribed(read)).containsExactly("NO_PLACE null TM. ỦY BAN NHÂN DÂN", "NO_PLACE null CHỦ TỊCH");
    }
}
