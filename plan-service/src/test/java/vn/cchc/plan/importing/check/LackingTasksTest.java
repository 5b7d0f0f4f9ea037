package vn.cchc.plan.importing.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.finding.NamedRow;

/** Leads and timings that are missing in one task, in many, and in all. */
class LackingTasksTest {

    private static final NamedRow FIRST = new NamedRow(1, Optional.of("1"), "Việc");

    /** Tasks at the top: the first of them without lead and timing. */
    private static PaperPlan plan(int without, int with) {
        return PaperPlan.of(IntStream.rangeClosed(1, without + with)
                .mapToObj(i -> i + " | | " + i + " | Việc" + (i > without ? " | VP | | Hàng tháng" : ""))
                .collect(Collectors.joining("\n")));
    }

    @Test
    void an_annex_without_columns_for_lead_and_timing_has_one_finding_for_each() {
        assertThat(plan(70, 0).found(new MissingLead()))
                .containsExactly(new Finding(
                        FindingCode.LEAD_MISSING,
                        List.of(Cell.ofColumn(CellColumn.LEAD)),
                        new Figures.MissingLead(FIRST, Optional.of(new Figures.Share(70, 70)))));
        assertThat(plan(70, 0).found(new MissingTiming()))
                .containsExactly(new Finding(
                        FindingCode.TIMING_MISSING,
                        List.of(Cell.ofColumn(CellColumn.TIMING)),
                        new Figures.MissingTiming(FIRST, Optional.of(new Figures.Share(70, 70)))));
    }

    @Test
    void many_tasks_without_a_lead_are_one_finding_with_their_cells() {
        assertThat(plan(60, 10).found(new MissingLead())).singleElement().satisfies(finding -> {
            assertThat(finding.rows()).hasSize(60).startsWith(1, 2, 3);
            assertThat(finding.figures())
                    .isEqualTo(new Figures.MissingLead(FIRST, Optional.of(new Figures.Share(60, 70))));
        });
    }

    @ParameterizedTest
    @CsvSource({"1,0,1", "2,0,1", "5,1,5", "6,1,1", "1,70,1", "5,70,5"})
    void a_few_are_told_one_by_one(int without, int with, int findings) {
        assertThat(plan(without, with).found(new MissingTiming())).hasSize(findings);
        assertThat(plan(without, with).found(new MissingLead())).hasSize(findings);
    }

    @Test
    void the_only_task_is_told_by_its_name() {
        assertThat(plan(1, 0).found(new MissingLead()))
                .containsExactly(Finding.inRow(FindingCode.LEAD_MISSING, 1, new Figures.MissingLead(FIRST)));
    }
}
