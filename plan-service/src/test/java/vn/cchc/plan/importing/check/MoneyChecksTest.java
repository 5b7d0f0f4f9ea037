package vn.cchc.plan.importing.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.finding.NamedRow;

class MoneyChecksTest {

    private static final PaperPlan PLAN = PaperPlan.of("""
            1 |   | 1   | Nói nhiều hơn   |    | |            | 300
            2 | 1 | 1.1 | Việc            | VP | | Hàng tháng | 100
            3 | 1 | 1.2 | Mục con đúng    |    | |            | 150
            4 | 3 |     | Việc của mục con| VP | | Hàng tháng | 150
            5 |   | 2   | Không ghi gì    |    | |            |
            6 | 5 | 2.1 | Việc            | VP | | Hàng tháng | 40
            7 |   | 3   | Ghi không đồng  |    | |            | 0
            8 | 7 | 3.1 | Việc            | VP | | Hàng tháng | 5""");

    @Test
    void a_heading_is_compared_with_the_tasks_beneath_it_and_one_that_states_nothing_with_none() {
        assertThat(PLAN.found(new HeadingAmount()))
                .containsExactly(
                        new Finding(
                                FindingCode.BUDGET_HEADING_DIFFERS,
                                List.of(Cell.ofRow(1, CellColumn.AMOUNT)),
                                new Figures.HeadingAmount(
                                        new NamedRow(1, Optional.of("1"), "Nói nhiều hơn"), 300, 250, 50)),
                        new Finding(
                                FindingCode.BUDGET_HEADING_DIFFERS,
                                List.of(Cell.ofRow(7, CellColumn.AMOUNT)),
                                new Figures.HeadingAmount(
                                        new NamedRow(7, Optional.of("3"), "Ghi không đồng"), 0, 5, -5)));
    }

    @Test
    void the_grand_total_is_compared_with_all_tasks_where_it_is_printed() {
        assertThat(PLAN.found(new TotalAmount())).isEmpty();
        assertThat(PLAN.statingInAll(295).found(new TotalAmount())).isEmpty();
        assertThat(PLAN.statingInAll(345).found(new TotalAmount()))
                .containsExactly(new Finding(
                        FindingCode.BUDGET_TOTAL_DIFFERS,
                        List.of(Cell.ofHeader(CellColumn.STATED_TOTAL)),
                        new Figures.TotalAmount(345, 295, 50)));
    }

    @Test
    void a_task_with_amounts_beneath_it_states_their_sum_and_is_not_added_to_it() {
        PaperPlan plan = PaperPlan.of("""
                1 |   | 1   | Nói đúng           | VP | | Hàng tháng | 100
                2 | 1 | 1.1 | Phần việc          | VP | | Hàng tháng | 60
                3 | 1 | 1.2 | Phần việc          | VP | | Hàng tháng | 40
                4 |   | 2   | Nói nhiều hơn      | TP | | Hàng tháng | 90
                5 | 4 | 2.1 | Phần việc          | VP | | Hàng tháng | 30
                6 |   | 3   | Không có phần nào  | TP | | Hàng tháng | 5
                7 | 6 | 3.1 | Phần không có tiền | VP | | Hàng tháng |
                8 | 6 | 3.2 | Phần không đồng    | VP | | Hàng tháng | 0
                9 |   | 4   | Mục                |    | |            | 20
                10 | 9 | 4.1 | Việc               | TP | | Hàng tháng | 20
                11 | 10 | a)  | Phần việc          | TP | | Hàng tháng | 20""");

        assertThat(plan.found(new HeadingAmount()))
                .containsExactly(new Finding(
                        FindingCode.BUDGET_HEADING_DIFFERS,
                        List.of(Cell.ofRow(4, CellColumn.AMOUNT)),
                        new Figures.HeadingAmount(new NamedRow(4, Optional.of("2"), "Nói nhiều hơn"), 90, 30, 60)));
        assertThat(plan.statingInAll(155).found(new TotalAmount())).isEmpty();
        assertThat(plan.statingInAll(365).found(new TotalAmount()))
                .containsExactly(new Finding(
                        FindingCode.BUDGET_TOTAL_DIFFERS,
                        List.of(Cell.ofHeader(CellColumn.STATED_TOTAL)),
                        new Figures.TotalAmount(365, 155, 210)));
    }
}
