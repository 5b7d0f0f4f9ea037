package vn.cchc.plan.transcript.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.plan.transcript.reading.Documents.cell;
import static vn.cchc.plan.transcript.reading.Documents.row;
import static vn.cchc.plan.transcript.reading.Documents.table;
import static vn.cchc.plan.transcript.reading.Documents.transcript;
import static vn.cchc.plan.transcript.reading.Documents.tree;
import static vn.cchc.plan.transcript.reading.Documents.untranscribed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.printed.PrintedDocument.Row;

/** Rows of totals beside rows of tasks. */
class AnnexTotalsTest {

    private static final Row HEADING = row("TT", "Nội dung", "Chủ trì", "Sản phẩm", "Thời gian", "Kinh phí (đồng)");

    private static final Row TASK = row("1", "Một", "A", "Báo cáo", "Quý I", "5.000.000");

    @ParameterizedTest
    @ValueSource(strings = {"Tổng số", "Cộng", "TỔNG CỘNG", "Tổng kinh phí"})
    void a_total_is_no_task(String name) {
        Transcript read = transcript(table(HEADING, TASK, row("", name, "", "", "", "5.000.000")));

        assertThat(tree(read)).containsExactly("1 1 Một");
        assertThat(read.head().statedTotal()).isEqualTo(5_000_000);
        assertThat(untranscribed(read)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cộng mục I", "Tổng cộng phần A", "Cộng I", "Cộng (I)", "Tổng số mục 1"})
    void a_total_of_a_section_is_listed(String name) {
        Transcript read = transcript(table(
                HEADING, TASK, row("", name, "", "", "", "5.000.000"), row("2", "Hai", "A", "", "Quý I", "7.000.000")));

        assertThat(tree(read)).containsExactly("1 1 Một", "2 2 Hai");
        assertThat(read.head().statedTotal()).isNull();
        assertThat(untranscribed(read))
                .containsExactlyInAnyOrder("NO_TASK Nội dung " + name, "NO_TASK Kinh phí (đồng) 5.000.000");
    }

    @Test
    void what_else_a_total_says_is_listed() {
        Transcript words = transcript(table(
                HEADING,
                TASK,
                row("", "Tổng cộng (bằng chữ: Năm triệu đồng)", "Ghi lead", "Ghi sản phẩm", "", "5.000.000")));
        Transcript joined = transcript(table(HEADING, TASK, row(cell(0, 6, "Tổng cộng kinh phí 5.000.000 đồng chẵn"))));

        assertThat(tree(words)).containsExactly("1 1 Một");
        assertThat(words.head().statedTotal()).isEqualTo(5_000_000);
        assertThat(untranscribed(words))
                .containsExactlyInAnyOrder(
                        "NO_TASK Nội dung Tổng cộng (bằng chữ: Năm triệu đồng)",
                        "NO_TASK Chủ trì Ghi lead",
                        "NO_TASK Sản phẩm Ghi sản phẩm");
        assertThat(tree(joined)).containsExactly("1 1 Một");
        assertThat(joined.head().statedTotal()).isNull();
        assertThat(untranscribed(joined)).containsExactly("NO_TASK Nội dung Tổng cộng kinh phí 5.000.000 đồng chẵn");
    }

    @Test
    void a_total_behind_a_colon_is_read() {
        Transcript read = transcript(table(HEADING, TASK, row(cell(0, 6, "Tổng cộng: 5.000.000 đồng"))));

        assertThat(read.head().statedTotal()).isEqualTo(5_000_000);
        assertThat(untranscribed(read)).isEmpty();
    }

    @Test
    void a_task_may_begin_like_a_total() {
        Transcript read = transcript(table(
                HEADING,
                row("1", "Tổng kinh phí quyết toán được công khai trên cổng", "VP", "", "", "5.000.000"),
                row("2", "Cộng tác viên được tập huấn", "", "", "", ""),
                row("3", "Tổng số hồ sơ được số hóa", "", "", "", "")));

        assertThat(tree(read))
                .containsExactly(
                        "1 1 Tổng kinh phí quyết toán được công khai trên cổng",
                        "2 2 Cộng tác viên được tập huấn",
                        "3 3 Tổng số hồ sơ được số hóa");
        assertThat(read.head().statedTotal()).isNull();
    }
}
