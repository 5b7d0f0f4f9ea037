package vn.cchc.plan.importing.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Figures.Spelling;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.NamedRow;

class UnitChecksTest {

    private static final PaperPlan PLAN = PaperPlan.of("""
            1 |   | 1   | Mục  |                    |                        |            |
            2 | 1 | 1.1 | Việc | Văn phòng          | Đoàn Thanh niên        | Hàng tháng |
            3 | 1 | 1.2 | Việc | Tư pháp            | Văn phòng HĐND; Tư pháp| Hàng tháng |
            4 | 1 | 1.3 | Việc | Văn phòng HĐND     | Văn phòng              | Hàng tháng |
            5 | 1 |     | Việc |                    | Tư pháp                | Hàng tháng |
            6 | 1 | 1.5 | Việc | Đoàn Thanh niên    |                        | Hàng tháng |""");

    private static Cell lead(int row) {
        return Cell.ofRow(row, CellColumn.LEAD);
    }

    private static Cell coordinating(int row) {
        return Cell.ofRow(row, CellColumn.COORDINATING);
    }

    @Test
    void the_spellings_of_one_unit_are_brought_together_over_both_columns() {
        assertThat(PLAN.found(new UnitSpellings()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(tuple(
                        List.of(lead(2), coordinating(3), lead(4), coordinating(4)),
                        new Figures.UnitSpellings(
                                "VP",
                                "Văn phòng",
                                List.of(
                                        new Spelling("Văn phòng", List.of(2, 4)),
                                        new Spelling("Văn phòng HĐND", List.of(3, 4))))));
    }

    @Test
    void a_name_that_is_no_unit_is_found_once_with_all_its_cells() {
        assertThat(PLAN.found(new UnknownUnit()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(tuple(List.of(coordinating(2), lead(6)), new Figures.UnknownUnit("Đoàn Thanh niên")));
    }

    @Test
    void a_task_without_anybody_in_charge_is_found_and_a_heading_is_not() {
        assertThat(PLAN.found(new MissingLead()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(
                        tuple(List.of(lead(5)), new Figures.MissingLead(new NamedRow(5, Optional.empty(), "Việc"))));
    }

    @Test
    void a_register_that_knows_some_units_of_a_cell_names_the_others() {
        PaperPlan plan = PaperPlan.of("""
                1 | | 1 | Việc | Văn phòng HĐND, Tổ công nghệ số thôn 9 | | Hàng tháng
                2 | | 2 | Việc | Tổ công nghệ số thôn 9                 | | Hàng tháng""");

        assertThat(plan.found(new UnknownUnit()))
                .extracting(Finding::cells, Finding::figures)
                .containsExactly(tuple(List.of(lead(1), lead(2)), new Figures.UnknownUnit("Tổ công nghệ số thôn 9")));
    }
}
