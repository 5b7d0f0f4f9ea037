package vn.cchc.plan.importing.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;

class CodeChecksTest {

    private static final PaperPlan PLAN = PaperPlan.of("""
            1 |   | 1     | Mục
            2 | 1 | 1.1   | Việc
            3 | 1 | 1,1   | Mã như trên, viết khác
            4 | 1 | số 4  | Không đọc được
            5 | 1 |       | Không có mã
            6 | 1 | 10.1  | Không thuộc mục 1
            7 |   | 2     | Mục
            8 | 7 | 3.1   | Không thuộc mục 2""");

    private static Cell code(int row) {
        return Cell.ofRow(row, CellColumn.CODE);
    }

    @Test
    void one_code_on_several_rows_is_found_however_it_is_printed() {
        assertThat(PLAN.found(new DuplicateCode()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(tuple(List.of(code(2), code(3)), new Figures.DuplicateCode("1.1", 2)));
    }

    @Test
    void a_further_annex_counts_from_the_beginning() {
        PaperPlan plan = PaperPlan.of("""
                1 |   | 1   | Việc
                2 | 1 | 1.1 | Việc nhỏ
                3 |   | 2   | Việc khác
                4 |   | 3   | Việc thứ ba
                5 |   | 1   | Đề án
                6 | 5 | 1.1 | Phần của đề án
                7 |   | 2   | Đề án khác
                8 |   | 2.  | Đề án cùng số""");

        assertThat(plan.found(new DuplicateCode()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(
                        tuple(List.of(code(1), code(5)), new Figures.DuplicateCode("1", 2)),
                        tuple(List.of(code(7), code(8)), new Figures.DuplicateCode("2", 2)));
    }

    @Test
    void rows_that_are_there_twice_or_a_single_code_are_no_further_annex() {
        PaperPlan slip = PaperPlan.of("""
                1 | | 1 | Việc
                2 | | 2 | Việc khác
                3 | | 1 | Việc thứ ba
                4 | | 4 | Việc thứ tư""");
        PaperPlan copied = PaperPlan.of("""
                1 | | 1 | Việc
                2 | | 2 | Việc khác
                3 | | 1 | Việc
                4 | | 2 | Việc khác""");

        assertThat(slip.found(new DuplicateCode()))
                .extracting(Finding::cells)
                .containsExactly(List.of(code(1), code(3)));
        assertThat(copied.found(new DuplicateCode()))
                .extracting(Finding::cells)
                .containsExactly(List.of(code(1), code(3)), List.of(code(2), code(4)));
    }

    @Test
    void a_malformed_code_is_told_with_what_it_was_read_as_where_it_could_be() {
        assertThat(PLAN.found(new MalformedCode()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(
                        tuple(List.of(code(3)), new Figures.MalformedCode("1,1", Optional.of("1.1"))),
                        tuple(List.of(code(4)), new Figures.MalformedCode("số 4", Optional.empty())));
    }

    @Test
    void a_code_that_does_not_go_on_from_that_above_it_is_out_of_place() {
        assertThat(PLAN.found(new CodeOutOfPlace()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(
                        tuple(List.of(code(6)), new Figures.CodeOutOfPlace("10.1", "1")),
                        tuple(List.of(code(8)), new Figures.CodeOutOfPlace("3.1", "2")));
    }

    @Test
    void codes_of_other_schemes_are_codes_and_count_beneath_their_section() {
        PaperPlan plan = PaperPlan.of("""
                1  |    | I     | Mục
                2  | 1  | 1     | Việc
                3  | 2  | 1.1   | Việc nhỏ
                4  | 3  | a)    | Phần việc
                5  | 3  | b)    | Phần việc
                6  | 5  | -     | Ý
                7  | 5  | -     | Ý
                8  | 1  | 2.    | Việc
                9  | 8  | a)    | Phần việc
                10 |    | II    | Mục
                11 | 10 | 1     | Việc
                12 | 11 | 1.1   | Việc nhỏ
                13 | 10 | II.1  | Việc
                14 | 13 | II.1.a | Phần việc
                15 |    | A     | Mục""");

        assertThat(plan.found(new MalformedCode())).isEmpty();
        assertThat(plan.found(new CodeOutOfPlace())).isEmpty();
        assertThat(plan.found(new DuplicateCode())).isEmpty();
    }

    @Test
    void a_slip_is_found_in_other_schemes_too() {
        PaperPlan plan = PaperPlan.of("""
                1 |   | I    | Mục
                2 | 1 | 1    | Việc
                3 | 1 | 1.   | Việc khác
                4 |   | II   | Mục
                5 | 4 | I.1  | Không thuộc mục II
                6 |   | II.  | Mục khác""");

        assertThat(plan.found(new DuplicateCode()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(
                        tuple(List.of(code(2), code(3)), new Figures.DuplicateCode("1", 2)),
                        tuple(List.of(code(4), code(6)), new Figures.DuplicateCode("II", 2)));
        assertThat(plan.found(new CodeOutOfPlace()))
                .extracting(Finding::figures)
                .containsExactly(new Figures.CodeOutOfPlace("I.1", "II"));
    }
}
