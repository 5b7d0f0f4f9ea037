package vn.cchc.plan.importing.annex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.plan.RealPlan;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.task.OtherCell;
import vn.cchc.plan.transcript.file.DocumentFile;
import vn.cchc.plan.transcript.reading.DocumentTranscriber;
import vn.cchc.plan.transcript.reading.Doubt;
import vn.cchc.plan.transcript.reading.Head;
import vn.cchc.plan.transcript.reading.Transcript;
import vn.cchc.plan.transcript.reading.Untranscribed;

/** An annex that goes out as a Word file and comes in again through the transcript is the same. */
class AnnexOutAndInTest {

    private static final Path LAYOUTS =
            Path.of(System.getProperty("cchc.root"), "plan-service/src/test/resources/layouts");

    /** Tasks without sections, with codes of their own scheme and columns that have no other place. */
    private static final PlanDocument FLAT = new PlanDocument(
            PlanDocument.FORMAT,
            new PlanDocument.Header(
                    "08/KH-UBND",
                    "Chuyển đổi số năm 2026",
                    "UBND phường An Bình",
                    "An Bình",
                    LocalDate.of(2026, 1, 5),
                    2026,
                    7_500_000L),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                    row(1, "I.1.a", "Rà soát thủ tục hành chính", 2_500_000L, other("Chỉ tiêu – 2026", "60%")),
                    row(
                            2,
                            "I.1.b",
                            "Niêm yết <công khai> & \"trực tuyến\"",
                            null,
                            other("Chỉ tiêu – 2026", "70%"),
                            other("Chỉ tiêu – 2030", "100%"),
                            other("Ghi chú", "=1+1")),
                    row(3, "I.2.a", "Tập huấn kỹ năng số", 5_000_000L, other("Ghi chú", "Theo mẫu")),
                    row(4, "I.2.b", "Báo cáo kết quả", null)));

    private static PlanDocument.Row row(int order, String code, String title, Long amount, OtherCell... others) {
        return new PlanDocument.Row(
                order,
                null,
                code,
                title,
                "Văn phòng; Tư pháp",
                List.of("Công an", "Các ban, ngành có liên quan"),
                List.of("Kế hoạch", "Báo cáo (quý; năm)"),
                "Trước 15/11/2026",
                amount,
                List.of(others));
    }

    private static OtherCell other(String heading, String text) {
        return new OtherCell(heading, text);
    }

    private static PrintedAnnex printed(PlanDocument document) {
        return PrintedAnnex.of(document, false, Optional.empty());
    }

    private static Transcript outAndIn(PrintedAnnex annex) {
        return in(AnnexDocument.of(annex));
    }

    private static Transcript outAndInAsWorkbook(PrintedAnnex annex) {
        return in(AnnexSheet.of(annex));
    }

    private static Transcript in(byte[] content) {
        try {
            Path file = Files.createTempFile("annex", "");
            try {
                Files.write(file, content);
                return DocumentTranscriber.transcribe(DocumentFile.read(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isTheSame(Transcript read, PlanDocument document) {
        for (int i = 0; i < document.annex().size(); i++) {
            assertThat(read.annex().get(i)).isEqualTo(document.annex().get(i));
        }
        assertThat(read.annex()).hasSameSizeAs(document.annex());
        PlanDocument.Header head = document.header();
        assertThat(read.head().number()).isEqualTo(head.number());
        assertThat(read.head().title()).isEqualTo(head.title());
        assertThat(read.head().issuer()).isEqualTo(head.issuer());
        assertThat(read.head().place()).isEqualTo(head.place());
        assertThat(read.head().signedOn()).isEqualTo(head.signedOn());
        assertThat(read.head().year()).isEqualTo(head.year());
        assertThat(read.head().statedTotal()).isEqualTo(head.statedTotal());
        assertThat(read.doubts()).isEmpty();
    }

    @Test
    void the_plan_of_2021_is_the_same_row_by_row() {
        isTheSame(outAndIn(printed(RealPlan.document())), RealPlan.document());
    }

    @Test
    void the_plan_of_2021_is_the_same_row_by_row_as_a_workbook_and_as_csv() {
        isTheSame(outAndInAsWorkbook(printed(RealPlan.document())), RealPlan.document());
        for (char separator : new char[] {';', ',', '\t'}) {
            String csv = csv(printed(RealPlan.document()), separator);
            assertThat(in(csv.getBytes(UTF_8)).annex())
                    .containsExactlyElementsOf(RealPlan.document().annex());
        }
    }

    /** As programs save a sheet: what is printed above it, its headings and rows. */
    private static String csv(PrintedAnnex annex, char separator) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(annex.headings().get(0).label()));
        lines.add(List.of(annex.reference()));
        lines.add(annex.columns().stream().map(PrintedAnnex.Column::heading).toList());
        annex.parts()
                .get(0)
                .forEach(row -> lines.add(row.cells().stream()
                        .map(cell -> String.join("\n", cell.paragraphs()))
                        .toList()));
        return lines.stream()
                .map(cells -> cells.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(String.valueOf(separator))))
                .collect(Collectors.joining("\r\n"));
    }

    @Test
    void the_plan_of_2021_is_the_same_as_a_whole() {
        isTheSameAsAWhole(RealPlan.document());
        isTheSameAsAWhole(plan(DocumentTranscriber.transcribe(DocumentFile.read(RealPlan.wordFile()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat", "roman", "merged", "years"})
    void the_plans_of_other_offices_are_the_same_as_a_whole(String layout) {
        isTheSameAsAWhole(plan(DocumentTranscriber.transcribe(DocumentFile.read(LAYOUTS.resolve(layout + ".docx")))));
    }

    @Test
    void each_part_of_a_body_is_told_from_the_others() {
        isTheSameAsAWhole(withBody(
                List.of("Nâng cao chất lượng phục vụ.", "1. Một mục tiêu có số", "a) Và một có chữ"),
                List.of("Bám sát kế hoạch của tỉnh"),
                List.of(
                        new PlanDocument.Area(
                                3,
                                "Cải cách thể chế",
                                List.of(
                                        target(null, "100% văn bản đúng quy định"),
                                        target("Về công bố", "95% trở lên; đúng hạn"),
                                        target("Về công bố", "Không quá 5 ngày"),
                                        target("Về niêm yết", "100%  hồ sơ"),
                                        target(null, "Tăng từ 15% trở lên")),
                                List.of()),
                        new PlanDocument.Area(
                                1, "Chính quyền số", List.of(), List.of("Nơi nhận hồ sơ thuận tiện.", "I. Rà soát:")),
                        new PlanDocument.Area(2, "Tài chính công", List.of(), List.of())),
                List.of(
                        new PlanDocument.Arrangement("Văn phòng HĐND và UBND", List.of("Theo dõi;", "Báo cáo.")),
                        new PlanDocument.Arrangement("KINH PHÍ THỰC HIỆN", List.of("Ngân sách xã")),
                        new PlanDocument.Arrangement("Các ban, ngành", List.of())),
                List.of("Sở Nội vụ (b/c)", "Lưu: VT")));
        isTheSameAsAWhole(withBody(List.of("Một mục tiêu"), List.of(), List.of(), List.of(), List.of()));
        isTheSameAsAWhole(withBody(List.of(), List.of("Một yêu cầu"), List.of(), List.of(), List.of("Lưu: VT")));
    }

    private static PlanDocument.Target target(String group, String text) {
        return new PlanDocument.Target(group, text.replace("  ", " "), List.of());
    }

    private static PlanDocument withBody(
            List<String> objectives,
            List<String> requirements,
            List<PlanDocument.Area> areas,
            List<PlanDocument.Arrangement> arrangements,
            List<String> recipients) {
        return new PlanDocument(
                FLAT.format(), FLAT.header(), objectives, requirements, areas, arrangements, recipients, FLAT.annex());
    }

    /** Rows of three annexes whose codes do not tell where the second begins. */
    @Test
    void titles_of_annexes_are_the_same() {
        List<PlanDocument.Row> rows = List.of(
                task(1, null, "1"), task(2, null, "2"), task(3, null, "3"), task(4, null, "4"), task(5, null, "1"));
        PlanDocument document = new PlanDocument(
                FLAT.format(),
                FLAT.header(),
                List.of("Một mục tiêu"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                rows,
                List.of(
                        new PlanDocument.AnnexHeading(1, "Phụ lục 1", "DANH MỤC NHIỆM VỤ CỦA CÁC PHÒNG"),
                        new PlanDocument.AnnexHeading(3, "PHỤ LỤC II", null),
                        new PlanDocument.AnnexHeading(5, "PHỤ LỤC SỐ 3", "Nhiệm vụ của Trung tâm, năm 2026 và 2027")),
                null);

        isTheSameAsAWhole(document);
        PrintedAnnex alone = printed(document);
        assertThat(outAndIn(alone).annexHeadings()).isEqualTo(document.annexHeadings());
        assertThat(outAndIn(alone).head().title()).isEqualTo(document.header().title());
        assertThat(outAndInAsWorkbook(alone).annexHeadings()).isEqualTo(document.annexHeadings());
        assertThat(outAndInAsWorkbook(alone).annex()).isEqualTo(rows);
    }

    /** As a Word file and as a workbook, with nothing in doubt and nothing left but what stands about the signature and annexes. */
    private static void isTheSameAsAWhole(PlanDocument document) {
        PrintedAnnex whole = printed(document).withBody(document);
        for (Transcript read : List.of(outAndIn(whole), outAndInAsWorkbook(whole))) {
            assertThat(plan(read)).usingRecursiveComparison().isEqualTo(document);
            // The title of a plan of several years names none of them; that of a section without a code tells its place
            // alone.
            assertThat(read.doubts()).extracting(Doubt::code).isSubsetOf(Doubt.Code.YEAR_MISSING, Doubt.Code.ROW_PLACE);
            assertThat(read.untranscribed())
                    .extracting(Untranscribed::text)
                    .allMatch(text ->
                            text.startsWith("TM. ") || text.startsWith("PHỤ LỤC") || text.startsWith("(Kèm theo "));
        }
    }

    /** As an import takes it; what offices left to be filled in is filled in. */
    private static PlanDocument plan(Transcript read) {
        Head head = read.head();
        return new PlanDocument(
                PlanDocument.FORMAT,
                new PlanDocument.Header(
                        head.number() == null ? FLAT.header().number() : head.number(),
                        head.title(),
                        head.issuer(),
                        head.place(),
                        head.signedOn() == null ? FLAT.header().signedOn() : head.signedOn(),
                        head.year() == null ? 2026 : head.year(),
                        head.statedTotal()),
                read.body().objectives(),
                read.body().requirements(),
                read.body().areas(),
                read.body().arrangements(),
                read.body().recipients(),
                inDong(read.annex()),
                read.annexHeadings(),
                null);
    }

    @Test
    void a_plan_without_sections_is_the_same_with_its_other_columns() {
        isTheSame(outAndIn(printed(FLAT)), FLAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat", "roman", "merged", "years"})
    void the_rows_of_other_offices_are_the_same_as_a_word_file_and_as_a_workbook(String layout) {
        List<PlanDocument.Row> rows =
                inDong(DocumentTranscriber.transcribe(DocumentFile.read(LAYOUTS.resolve(layout + ".docx")))
                        .annex());

        assertThat(outAndIn(printed(withRows(rows))).annex()).containsExactlyElementsOf(rows);
        assertThat(outAndInAsWorkbook(printed(withRows(rows))).annex()).containsExactlyElementsOf(rows);
    }

    /** Amounts go out in đồng, whatever unit they came in. */
    private static List<PlanDocument.Row> inDong(List<PlanDocument.Row> rows) {
        return rows.stream()
                .map(row -> new PlanDocument.Row(
                        row.order(),
                        row.parent(),
                        row.code(),
                        row.title(),
                        row.lead(),
                        row.coordinating(),
                        row.products(),
                        row.timing(),
                        row.amount(),
                        row.otherCells()))
                .toList();
    }

    /** Rows of the first annex, of the second, and of a third without codes: order, parent, code. */
    @Test
    void several_annexes_are_tables_of_their_own_and_the_same() {
        List<PlanDocument.Row> rows = List.of(
                heading(1, null, "I"),
                task(2, 1, "1"),
                task(3, 1, "2"),
                heading(4, null, "II"),
                task(5, 4, "1"),
                task(6, null, "1"),
                task(7, null, "2"),
                task(8, 7, "2.1"),
                heading(9, null, "A"),
                task(10, 9, "1"),
                heading(11, null, null),
                task(12, 11, "1"),
                task(13, null, "a)"));
        PrintedAnnex annex = printed(withRows(rows));

        assertThat(annex.parts().stream().map(List::size)).containsExactly(5, 3, 4, 1);
        assertThat(annex.headings().get(1).label()).isEqualTo("PHỤ LỤC II");
        assertThat(outAndIn(annex).annex()).containsExactlyElementsOf(rows);
        assertThat(outAndInAsWorkbook(annex).annex()).containsExactlyElementsOf(rows);
        assertThat(outAndIn(annex).doubts()).isEmpty();
        assertThat(outAndIn(annex).head().statedTotal()).isEqualTo(FLAT.header().statedTotal());
    }

    private static PlanDocument.Row heading(int order, Integer parent, String code) {
        return new PlanDocument.Row(
                order, parent, code, "LĨNH VỰC " + order, null, List.of(), List.of(), null, null, List.of());
    }

    private static PlanDocument.Row task(int order, Integer parent, String code) {
        return new PlanDocument.Row(
                order, parent, code, "Rà soát " + order, "Văn phòng", List.of(), List.of(), "Quý I", null, List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kinh phí (triệu đồng) – NSTW",
                "Thời gian bắt đầu",
                "Nguồn kinh phí",
                "Thời gian báo cáo",
                "Hạn báo cáo",
                "Hạn",
                "Tiến độ",
                "Thời hạn hoàn thành",
                "Hoàn thành trước ngày",
                "Dự toán",
                "Ngân sách",
                "Tổng kinh phí (triệu đồng)",
                "Thành tiền"
            })
    void a_further_column_of_money_or_time_takes_the_place_of_none(String heading) {
        List<PlanDocument.Row> rows = List.of(
                row(1, "1", "Rà soát văn bản", 5_000_000L, other(heading, "Quý I")),
                row(2, "2", "Niêm yết thủ tục", 6_000_000L, other(heading, "Quý II")));

        assertThat(outAndIn(printed(withRows(rows))).annex()).containsExactlyElementsOf(rows);
        assertThat(outAndInAsWorkbook(printed(withRows(rows))).annex()).containsExactlyElementsOf(rows);
    }

    private static PlanDocument withRows(List<PlanDocument.Row> rows) {
        return new PlanDocument(
                FLAT.format(), FLAT.header(), List.of(), List.of(), List.of(), List.of(), List.of(), rows);
    }

    @Test
    void a_draft_is_marked_and_otherwise_the_same() {
        isTheSame(outAndIn(PrintedAnnex.of(FLAT, true, Optional.empty())), FLAT);
    }

    @Test
    void the_state_of_a_task_is_one_more_column() {
        Transcript read = outAndIn(PrintedAnnex.of(FLAT, false, Optional.of(Map.of(3, "Quá hạn"))));

        assertThat(read.annex().get(2).otherCells())
                .containsExactly(other("Ghi chú", "Theo mẫu"), other("Tình trạng", "Quá hạn"));
        assertThat(read.annex().get(3).otherCells()).isEmpty();
    }

    @Test
    void the_same_annex_is_the_same_file() {
        PrintedAnnex annex = printed(FLAT);

        assertThat(AnnexDocument.of(annex)).isEqualTo(AnnexDocument.of(annex));
        assertThat(AnnexSheet.of(annex)).isEqualTo(AnnexSheet.of(annex));
    }

    @Test
    void the_longest_annex_is_a_file_of_less_than_a_megabyte() {
        List<PlanDocument.Row> rows = new ArrayList<>();
        while (rows.size() < 2000) {
            rows.add(row(rows.size() + 1, "1", "Nhiệm vụ " + "dài ".repeat(20), 1L, other("Ghi chú", "Theo mẫu")));
        }
        PlanDocument longest = withRows(rows);

        assertThat(AnnexDocument.of(printed(longest))).hasSizeLessThan(1_000_000);
        assertThat(AnnexSheet.of(printed(longest))).hasSizeLessThan(1_000_000);
    }
}
