package vn.cchc.plan.importing.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.NamedRow;

class BodyChecksTest {

    private static PlanDocument.Target target(String text, Integer... linkedRows) {
        return new PlanDocument.Target(null, text, List.of(linkedRows));
    }

    private static List<Cell> title(int row) {
        return List.of(Cell.ofRow(row, CellColumn.TITLE));
    }

    @Test
    void a_target_is_compared_with_the_rows_that_are_linked_to_it_or_share_its_terms() {
        PaperPlan plan = PaperPlan.of("""
                        1 |   | 1   | Văn bản
                        2 | 1 | 1.1 | Từ 90% trở lên văn bản áp dụng chữ ký số
                        3 | 1 | 1.2 | Trên 95% người dân hài lòng
                        4 | 1 | 1.3 | Không có con số""")
                .withArea(
                        6,
                        "Hiện đại hóa",
                        target("Nâng cao chất lượng"),
                        target("Mọi việc đều tốt; 100% văn bản áp dụng chữ ký số"),
                        target("Trên 80% tổ chức hài lòng", 3, 4));

        assertThat(plan.found(new TargetConflict()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(
                        tuple(
                                List.of(Cell.ofRow(2, CellColumn.TITLE), Cell.ofTarget(6, 2)),
                                new Figures.TargetConflict(
                                        6,
                                        "100% văn bản áp dụng chữ ký số",
                                        "100 %",
                                        new NamedRow(2, Optional.of("1.1"), "Từ 90% trở lên văn bản áp dụng chữ ký số"),
                                        "≥ 90 %",
                                        Optional.of("van ban ap"))),
                        tuple(
                                List.of(Cell.ofRow(3, CellColumn.TITLE), Cell.ofTarget(6, 3)),
                                new Figures.TargetConflict(
                                        6,
                                        "Trên 80% tổ chức hài lòng",
                                        "> 80 %",
                                        new NamedRow(3, Optional.of("1.2"), "Trên 95% người dân hài lòng"),
                                        "> 95 %",
                                        Optional.empty())));
    }

    @Test
    void targets_that_ask_for_the_same_are_no_finding() {
        assertThat(PaperPlan.of("1 | | 1 | Từ 90% trở lên văn bản áp dụng chữ ký số")
                        .withArea(1, "Hiện đại hóa", target("Từ 90% trở lên văn bản áp dụng chữ ký số", 1))
                        .found(new TargetConflict()))
                .isEmpty();
    }

    @Test
    void an_issuer_other_than_the_authority_is_found_and_another_way_of_writing_it_is_not() {
        PaperPlan plan = PaperPlan.of("1 | | 1 | Việc");

        assertThat(plan.issuedBy("Ubnd Xã AN BÌNH").found(new OtherIssuer())).isEmpty();
        assertThat(plan.issuedBy("UBND xã Hương Lộc").found(new OtherIssuer()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(tuple(
                        List.of(Cell.ofHeader(CellColumn.ISSUER)),
                        new Figures.OtherIssuer("UBND xã Hương Lộc", "UBND xã An Bình")));
    }

    @Test
    void the_last_section_and_area_that_are_left_are_paired_and_told() {
        PaperPlan plan =
                PaperPlan.of("""
                        1 |   | 1   | CẢI CÁCH TTHC
                        2 | 1 | 1.1 | Việc | Văn phòng
                        3 |   | 2   | VIỆC CHUNG
                        4 | 3 | 2.1 | Việc | Văn phòng""").withArea(1, "Cải cách thủ tục hành chính").withArea(2, "Chỉ đạo, điều hành");

        assertThat(plan.found(new AreaByElimination()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(tuple(
                        title(3),
                        new Figures.AreaByElimination(
                                new NamedRow(3, Optional.of("2"), "VIỆC CHUNG"), 2, "Chỉ đạo, điều hành")));
        assertThat(plan.found(new UnknownArea())).isEmpty();
    }

    @Test
    void sections_without_an_area_are_found_and_none_is_guessed() {
        PaperPlan plan = PaperPlan.of("""
                        1 |   | 1   | VIỆC CHUNG
                        2 | 1 | 1.1 | Việc | Văn phòng
                        3 |   | 2   | VIỆC RIÊNG
                        4 | 3 | 2.1 | Việc | Văn phòng""").withArea(1, "Chỉ đạo, điều hành");

        assertThat(plan.found(new AreaByElimination())).isEmpty();
        assertThat(plan.found(new UnknownArea()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(
                        tuple(title(1), new Figures.UnknownArea(new NamedRow(1, Optional.of("1"), "VIỆC CHUNG"))),
                        tuple(title(3), new Figures.UnknownArea(new NamedRow(3, Optional.of("2"), "VIỆC RIÊNG"))));
    }

    @Test
    void sections_of_a_plan_that_names_no_areas_are_one_finding() {
        PaperPlan plan = PaperPlan.of("""
                        1 |   | 1   | VIỆC CHUNG
                        2 | 1 | 1.1 | Việc | Văn phòng
                        3 |   | 2   | VIỆC RIÊNG
                        4 | 3 | 2.1 | Việc | Văn phòng""");

        assertThat(plan.found(new UnknownArea()))
                .extracting(Finding::rows, Finding::figures)
                .containsExactly(tuple(
                        List.of(1, 3),
                        new Figures.UnknownArea(
                                new NamedRow(1, Optional.of("1"), "VIỆC CHUNG"), Optional.of(2), Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Văn phòng | | Quý I", "Văn phòng", " | | Quý I", ""})
    void an_annex_without_sections_is_one_finding_whatever_columns_it_has(String cells) {
        PaperPlan plan = flat(70, cells).withArea(1, "Chỉ đạo, điều hành");

        assertThat(plan.found(new AreaByElimination())).isEmpty();
        assertThat(plan.found(new UnknownArea()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(tuple(
                        List.of(Cell.ofColumn(CellColumn.TITLE)),
                        new Figures.UnknownArea(
                                new NamedRow(1, Optional.of("1"), "Việc thứ 1"),
                                Optional.empty(),
                                Optional.of(new Figures.Share(70, 70)))));
    }

    private static PaperPlan flat(int tasks, String cells) {
        return PaperPlan.of(IntStream.rangeClosed(1, tasks)
                .mapToObj(i -> i + " | | " + i + " | Việc thứ " + i + " | " + cells)
                .collect(Collectors.joining("\n")));
    }

    @Test
    void a_task_that_names_an_area_among_other_words_is_no_section_of_it() {
        PaperPlan plan =
                PaperPlan.of("""
                        1 |   | 1   | CẢI CÁCH TTHC
                        2 |   | 2   | Rà soát, đánh giá việc chỉ đạo, điều hành
                        3 |   | 3   | VIỆC CHUNG
                        4 | 3 | 3.1 | Việc | Văn phòng""").withArea(1, "Cải cách thủ tục hành chính").withArea(2, "Chỉ đạo, điều hành");

        assertThat(plan.found(new AreaByElimination()))
                .extracting(Finding::rows)
                .containsExactly(List.of(3));
        assertThat(plan.found(new UnknownArea()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(tuple(
                        title(2),
                        new Figures.UnknownArea(
                                new NamedRow(2, Optional.of("2"), "Rà soát, đánh giá việc chỉ đạo, điều hành"),
                                Optional.empty(),
                                Optional.of(new Figures.Share(1, 3)))));
    }
}
