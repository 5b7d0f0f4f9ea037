package vn.cchc.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import vn.cchc.reporting.PdfPages;
import vn.cchc.reporting.document.DocumentModel.Alignment;
import vn.cchc.reporting.document.DocumentModel.Appendix;
import vn.cchc.reporting.document.DocumentModel.Block;
import vn.cchc.reporting.document.DocumentModel.Column;
import vn.cchc.reporting.document.DocumentModel.Heading;
import vn.cchc.reporting.document.DocumentModel.Letterhead;
import vn.cchc.reporting.document.DocumentModel.Paragraph;
import vn.cchc.reporting.document.DocumentModel.Row;
import vn.cchc.reporting.document.DocumentModel.Signature;
import vn.cchc.reporting.document.DocumentModel.Table;
import vn.cchc.reporting.document.DocumentModel.Title;

class PdfDocumentTest {

    private static final Instant MOMENT = Instant.parse("2021-02-26T02:00:00Z");
    private static final String ALL_MARKS =
            "ấ ầ ẩ ẫ ậ ắ ằ ẳ ẵ ặ ế ề ể ễ ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ứ ừ ử ữ ự ỳ ỵ ỷ ỹ đ Đ Ế Ộ Ự Ữ";

    private final PdfDocument pdf = new PdfDocument(new HtmlDocument());

    @Test
    void the_first_page_has_the_blocks_of_decree_30() {
        List<String> pages = PdfPages.of(pdf.render(document(false), MOMENT));

        assertThat(pages.get(0))
                .contains("UBND HUYỆN NAM ĐÔNG")
                .contains("ỦY BAN NHÂN DÂN")
                .contains("XÃ THƯỢNG LỘ")
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("Độc lập - Tự do - Hạnh phúc")
                .contains("Số: 05/BC-UBND")
                .contains("Thượng Lộ, ngày 06 tháng 3 năm 2021")
                .contains("BÁO CÁO")
                .contains("Kính gửi: Ủy ban nhân dân huyện Nam Đông (qua Phòng Nội vụ).")
                .contains(ALL_MARKS)
                .doesNotContain("DỰ THẢO");
        assertThat(pages.get(0).strip()).doesNotStartWith("1");
        assertThat(String.join("", pages))
                .contains("Nơi nhận:")
                .contains("TM. ỦY BAN NHÂN DÂN")
                .contains("CHỦ TỊCH")
                .contains("Nguyễn Văn Chiến");
    }

    @Test
    void decomposed_marks_come_out_composed() {
        List<String> pages = PdfPages.of(pdf.render(document(false), MOMENT));

        assertThat(String.join("", pages)).contains("Tiếng Việt viết rời");
    }

    @Test
    void a_long_table_repeats_its_heading_on_each_page_and_pages_are_numbered_from_the_second() {
        List<String> pages = PdfPages.of(pdf.render(document(false), MOMENT));
        List<String> appendix =
                pages.stream().filter(page -> page.contains("Việc thứ")).toList();

        assertThat(appendix).hasSizeGreaterThan(2).allSatisfy(page -> assertThat(page)
                .contains("Nội dung công việc"));
        assertThat(pages.get(1).strip()).startsWith("2");
        assertThat(appendix.get(1).strip()).startsWith("2");
    }

    @Test
    void a_draft_is_marked_and_has_neither_number_nor_date() {
        List<String> pages = PdfPages.of(pdf.render(document(true), MOMENT));

        assertThat(pages.get(0))
                .contains("DỰ THẢO")
                .contains("Số: ……/BC-UBND")
                .contains("Thượng Lộ, ngày … tháng … năm 2021");
    }

    @Test
    void the_file_is_a4_tagged_titled_in_vietnamese_and_has_bookmarks() throws IOException {
        try (PDDocument file = Loader.loadPDF(pdf.render(document(false), MOMENT))) {
            PDRectangle first = file.getPage(0).getMediaBox();
            PDRectangle last = file.getPage(file.getNumberOfPages() - 1).getMediaBox();

            assertThat(Math.round(first.getWidth())).isEqualTo(595);
            assertThat(Math.round(first.getHeight())).isEqualTo(842);
            assertThat(last.getWidth()).isGreaterThan(last.getHeight());
            assertThat(file.getDocumentInformation().getTitle())
                    .isEqualTo("BÁO CÁO - Kết quả công tác cải cách hành chính quý I năm 2021");
            assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("vi-VN");
            assertThat(file.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(file.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("I. CÔNG TÁC CHỈ ĐẠO");
            assertThat(new String(
                            file.getDocumentCatalog().getMetadata().toByteArray(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("<pdfaid:part>2</pdfaid:part>");
        }
    }

    @Test
    void the_preview_says_the_same_and_is_plain_html() {
        String preview = new HtmlDocument().render(document(true));

        assertThat(preview)
                .startsWith("<!DOCTYPE html>")
                .contains("lang=\"vi-VN\"")
                .contains("Tiếng Việt viết rời &lt;&amp;&gt;")
                .contains("DỰ THẢO")
                .doesNotContain("<bookmark");
    }

    @Test
    void the_same_document_gives_the_same_bytes() {
        assertThat(pdf.render(document(false), MOMENT)).isEqualTo(pdf.render(document(false), MOMENT));
    }

    @Test
    void a_date_is_never_broken_over_two_lines() {
        List<String> pages = PdfPages.of(pdf.render(document(false), MOMENT));

        assertThat(String.join("\n", pages).lines())
                .noneMatch(line -> line.strip().startsWith("/"));
    }

    @Test
    void a_heading_within_a_table_stays_with_what_it_heads() {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= 80; i++) {
            rows.add(
                    i % 3 == 0
                            ? new Row(List.of(String.valueOf(i), "Nhóm việc"), true)
                            : new Row(List.of(String.valueOf(i), "Việc thứ " + i), false));
        }
        List<String> pages = PdfPages.of(pdf.render(document(false, rows), MOMENT));

        assertThat(pages.stream().filter(page -> page.contains("Nhóm việc")))
                .hasSizeGreaterThan(2)
                .allSatisfy(page -> assertThat(page.strip()).doesNotEndWith("Nhóm việc"));
    }

    private static DocumentModel document(boolean draft) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(List.of("I", "Nhóm việc"), true));
        for (int i = 1; i <= 60; i++) {
            rows.add(new Row(List.of(String.valueOf(i), "Việc thứ " + i), false));
        }
        return document(draft, rows);
    }

    private static DocumentModel document(boolean draft, List<Row> rows) {
        List<Block> body = new ArrayList<>();
        body.add(new Heading(1, "I.", "CÔNG TÁC CHỈ ĐẠO"));
        body.add(new Paragraph(ALL_MARKS));
        body.add(new Paragraph("Tie\u0302\u0301ng Vie\u0323\u0302t vie\u0302\u0301t ro\u031b\u0300i <&>"));
        for (int i = 0; i < 25; i++) {
            body.add(new Paragraph(
                    "Đến ngày 25/02/2021 " + "đã hoàn thành nhiệm vụ được giao ngày 24/12/2020, ".repeat(3)));
        }
        return new DocumentModel(
                new Letterhead(
                        Optional.of("UBND HUYỆN NAM ĐÔNG"),
                        List.of("ỦY BAN NHÂN DÂN", "XÃ THƯỢNG LỘ"),
                        "Ủy ban nhân dân xã Thượng Lộ",
                        draft ? Optional.empty() : Optional.of(5),
                        "BC-UBND",
                        "Thượng Lộ",
                        draft ? Optional.empty() : Optional.of(LocalDate.of(2021, 3, 6)),
                        2021),
                new Title("BÁO CÁO", "Kết quả công tác cải cách hành chính quý I năm 2021"),
                Optional.of("Ủy ban nhân dân huyện Nam Đông (qua Phòng Nội vụ)"),
                body,
                "Trên đây là báo cáo./.",
                List.of("Như trên", "Lưu: VT"),
                new Signature(
                        "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", draft ? Optional.empty() : Optional.of("Nguyễn Văn Chiến")),
                List.of(new Appendix(
                        "Phụ lục I",
                        "CÁC VIỆC",
                        true,
                        List.of(new Table(
                                Optional.empty(),
                                List.of(
                                        new Column("TT", 10, Alignment.CENTRE),
                                        new Column("Nội dung công việc", 90, Alignment.LEFT)),
                                rows)))),
                draft,
                1);
    }
}
