package vn.cchc.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.document.PrintableText;
import vn.cchc.platform.testing.LocalServers;
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

/** In a running service, since templates exist nowhere else. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class PdfDocumentTest {

    private static final Instant MOMENT = Instant.parse("2021-02-26T02:00:00Z");
    private static final String ALL_MARKS =
            "ấ ầ ẩ ẫ ậ ắ ằ ẳ ẵ ặ ế ề ể ễ ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ứ ừ ử ữ ự ỳ ỵ ỷ ỹ đ Đ Ế Ộ Ự Ữ";

    private final PdfDocument pdf = new PdfDocument();

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
        String preview = HtmlDocument.render(document(true)).html();

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

    /** Word puts the arrow for "==>"; U+F0FC is the tick of Wingdings in Word, and another sign in any other font. */
    @Test
    void signs_that_the_font_of_the_text_lacks_come_from_others() throws IOException {
        String signs = "✓ ☑ ★ ① ② ❶ ⇒ 👍 🙏 😀 🧿 中文 越南 國語";
        DocumentModel document = document(false, List.of(new Row(List.of("I", signs), true)), signs);

        byte[] file = pdf.render(document, MOMENT);

        List<String> pages = PdfPages.of(file);
        assertThat(pages.get(0)).contains(signs.split(" "));
        assertThat(pages.get(pages.size() - 1)).contains(signs.split(" "));
        assertThat(fonts(file))
                .anyMatch(name -> name.endsWith("+NotoEmoji-Regular"))
                .anyMatch(name -> name.endsWith("+DroidSansFallback"));
        assertThat(HtmlDocument.render(document))
                .satisfies(page -> assertThat(page.html()).contains(signs))
                .satisfies(page -> assertThat(page.unprintable()).isEmpty());
    }

    @Test
    void what_no_font_has_stands_as_its_code_point_on_paper_and_on_the_screen() {
        DocumentModel document =
                document(false, List.of(), "Chữ Nôm \ud840\udc00, dấu \uf0fc, ไทย, \u05d0\u05d1, 1\ufe0f\u20e3.");

        String first = PdfPages.of(pdf.render(document, MOMENT)).get(0);
        PrintablePage preview = HtmlDocument.render(document);

        String printed = "Chữ Nôm [U+20000], dấu [U+F0FC], [U+0E44][U+0E17][U+0E22], [U+05D0][U+05D1], 1[U+20E3].";
        assertThat(first.replaceAll("\\s+", " ")).contains(printed).doesNotContain("#");
        assertThat(preview.html()).contains(printed);
        assertThat(preview.unprintable()).containsExactly(0x5D0, 0x5D1, 0xE17, 0xE22, 0xE44, 0x20E3, 0xF0FC, 0x20000);
    }

    /** Each text of the model has a sign of its own, also one that is added to the model later. */
    @Test
    void the_finding_without_rendering_is_what_the_page_replaces_wherever_it_stands() {
        Filled filled = new Filled();
        DocumentModel document = filled.record(DocumentModel.class);

        assertThat(filled.signs).hasSizeGreaterThan(40);
        assertThat(HtmlDocument.render(document).unprintable()).containsExactlyElementsOf(filled.signs);
        assertThat(HtmlDocument.unprintable(document)).containsExactlyElementsOf(filled.signs);
    }

    /** Makes records whose every text is a sign that no font has. */
    private static final class Filled {

        final List<Integer> signs = new ArrayList<>();

        <T> T record(Class<T> type) {
            RecordComponent[] components = type.getRecordComponents();
            Object[] values = Stream.of(components)
                    .map(component -> value(type, component.getGenericType()))
                    .toArray();
            try {
                Constructor<T> constructor = type.getDeclaredConstructor(
                        Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }

        private Object value(Class<?> owner, Type type) {
            if (type instanceof ParameterizedType of) {
                Type element = of.getActualTypeArguments()[0];
                if (of.getRawType() == Optional.class) {
                    return Optional.of(value(owner, element));
                }
                return element == Block.class
                        ? Stream.of(Block.class.getPermittedSubclasses())
                                // An appendix is one section, and has no headings.
                                .filter(kind -> owner != Appendix.class || kind != Heading.class)
                                .map(this::record)
                                .toList()
                        : List.of(value(owner, element), value(owner, element));
            }
            if (type == String.class) {
                signs.add(0xE000 + signs.size());
                return Character.toString(signs.get(signs.size() - 1));
            }
            if (type == boolean.class) {
                return false;
            }
            if (type == int.class || type == Integer.class) {
                return 2;
            }
            if (type == LocalDate.class) {
                return LocalDate.of(2021, 3, 6);
            }
            Class<?> other = (Class<?>) type;
            return other.isEnum() ? other.getEnumConstants()[0] : record(other);
        }
    }

    /** Composed with the markup before it, the mark would make "≯" of its last character. */
    @Test
    void a_mark_at_the_beginning_of_a_text_leaves_the_markup_as_it_is() {
        DocumentModel document = document(false, List.of(), "\u0338 đầu dòng");

        assertThat(HtmlDocument.render(document).html()).contains("<p>\u0338 đầu dòng</p>");
        assertThat(PdfPages.of(pdf.render(document, MOMENT)).get(0)).contains("đầu dòng");
    }

    @Test
    void what_shows_nothing_leaves_nothing_and_every_space_is_one() {
        DocumentModel document = document(
                false, List.of(), "Đạt\u2003☑\ufe0f và\u3000👨\u200d👩\u200d👧, hợp\u00adtác\u202e xã\u000bxong.");

        String first = PdfPages.of(pdf.render(document, MOMENT)).get(0);

        assertThat(first).contains("Đạt ☑ và 👨👩👧, hợptác xã xong.");
    }

    /** Whatever Unicode has: itself, its code point, or nothing. */
    @Test
    void no_character_is_printed_as_another_sign() {
        List<Block> blocks = new ArrayList<>();
        int step = 97;
        for (int from = 0xA1; from < 0x1FFFF; from += step * 20) {
            StringBuilder line = new StringBuilder();
            for (int point = from; point < from + step * 20; point += step) {
                line.appendCodePoint(Character.getType(point) == Character.SURROGATE ? '-' : point)
                        .append(' ');
            }
            blocks.add(new Paragraph(line.toString()));
        }
        DocumentModel document = document(false, List.of(), blocks);
        String shown = HtmlDocument.render(document).html();

        String printed = String.join("", PdfPages.of(pdf.render(document, MOMENT)));

        assertThat(printed).doesNotContain("#").contains("[U+");
        // Letters of mathematics, and the two kinds of jamo, share their glyphs with others, by whose names they are
        // copied.
        String copied = Normalizer.normalize(printed, Normalizer.Form.NFKC);
        String text =
                shown.substring(shown.indexOf("<p>"), shown.indexOf("Trên đây")).replaceAll("<[^>]*>", "");
        assertThat(Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .codePoints()
                        .filter(point -> Character.UnicodeScript.of(point) != Character.UnicodeScript.HANGUL)
                        .filter(point -> copied.indexOf(point) < 0)
                        .mapToObj(PrintableText::codePoint))
                .isEmpty();
    }

    @Test
    void a_document_without_such_signs_has_no_other_font_and_one_with_them_has_its_lines_where_they_were()
            throws IOException {
        byte[] plain = pdf.render(document(false, List.of(), "Đạt x"), MOMENT);
        byte[] withSigns = pdf.render(document(false, List.of(), "Đạt ① ⇒ 中 👍"), MOMENT);

        assertThat(fonts(plain)).allMatch(name -> name.contains("LiberationSerif"));
        assertThat(lines(withSigns)).isEqualTo(lines(plain));
    }

    private static List<String> fonts(byte[] pdf) throws IOException {
        try (PDDocument file = Loader.loadPDF(pdf)) {
            List<String> names = new ArrayList<>();
            for (PDPage page : file.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    names.add(page.getResources().getFont(font).getName());
                }
            }
            return names;
        }
    }

    /** Where the lines of the first page stand, from the top, in points. */
    private static Set<Float> lines(byte[] pdf) throws IOException {
        Set<Float> lines = new TreeSet<>();
        try (PDDocument file = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    lines.add(text.getYDirAdj());
                }
            };
            stripper.setEndPage(1);
            stripper.getText(file);
        }
        return lines;
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
        return document(draft, rows, List.of());
    }

    private static DocumentModel document(boolean draft, List<Row> rows, String paragraph) {
        return document(draft, rows, List.of(new Paragraph(paragraph)));
    }

    private static DocumentModel document(boolean draft, List<Row> rows, List<Block> first) {
        List<Block> body = new ArrayList<>(first);
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
