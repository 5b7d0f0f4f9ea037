package vn.cchc.plan.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.plan.CellView;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.platform.http.BilingualText;

class FindingDifferenceTest {

    /** @param rows none for the column as a whole */
    private static FindingView leadMissing(String said, Integer... rows) {
        List<CellView> cells = rows.length == 0
                ? List.of(new CellView(null, null, null, CellColumn.LEAD))
                : Arrays.stream(rows)
                        .map(row -> new CellView(row, null, null, CellColumn.LEAD))
                        .toList();
        return finding(FindingCode.LEAD_MISSING, said, Arrays.asList(rows), cells);
    }

    private static FindingView finding(FindingCode code, String said, List<Integer> rows, List<CellView> cells) {
        BilingualText text = BilingualText.of(said, said);
        return new FindingView(code, code.severity(), rows, cells, text, text, Map.of());
    }

    private static FindingDifference difference(List<FindingView> before, List<FindingView> now) {
        return FindingDifference.of(before, now, order -> order);
    }

    @Test
    void a_finding_of_many_rows_stays_while_some_of_them_lack_the_cell() {
        FindingDifference difference = difference(
                List.of(leadMissing("7 of 9", 1, 2, 3, 4, 5, 6, 7)), List.of(leadMissing("6 of 9", 2, 3, 4, 5, 6, 7)));

        assertThat(difference.settled()).isEmpty();
        assertThat(difference.raised()).isEmpty();
    }

    @Test
    void a_finding_of_a_column_that_becomes_one_of_rows_is_the_same() {
        FindingDifference difference =
                difference(List.of(leadMissing("no such column")), List.of(leadMissing("6 of 7", 2, 3, 4, 5, 6, 7)));

        assertThat(difference.settled()).isEmpty();
        assertThat(difference.raised()).isEmpty();
    }

    @Test
    void a_finding_of_many_rows_that_becomes_one_for_each_of_a_few_is_the_same() {
        FindingDifference difference = difference(
                List.of(leadMissing("3 of 9", 1, 2, 3)), List.of(leadMissing("row 2", 2), leadMissing("row 3", 3)));

        assertThat(difference.settled()).isEmpty();
        assertThat(difference.raised()).isEmpty();
    }

    @Test
    void a_row_that_lacks_the_cell_no_more_is_settled_and_another_one_is_raised() {
        FindingView first = leadMissing("row 1", 1);
        FindingView second = leadMissing("row 2", 2);
        FindingDifference difference = difference(List.of(first), List.of(second));

        assertThat(difference.settled()).containsExactly(first);
        assertThat(difference.raised()).containsExactly(second);
    }

    @Test
    void a_finding_of_further_rows_is_raised() {
        FindingView more = leadMissing("3 of 9", 1, 2, 3);
        FindingDifference difference = difference(List.of(leadMissing("row 1", 1)), List.of(more));

        assertThat(difference.settled()).isEmpty();
        assertThat(difference.raised()).containsExactly(more);
    }

    @Test
    void other_findings_are_the_same_by_what_they_say() {
        List<CellView> cells = List.of(new CellView(1, null, null, CellColumn.AMOUNT));
        FindingView before = finding(FindingCode.BUDGET_HEADING_DIFFERS, "5 and 6", List.of(1), cells);
        FindingView now = finding(FindingCode.BUDGET_HEADING_DIFFERS, "5 and 7", List.of(1), cells);
        FindingDifference difference = difference(List.of(before), List.of(now));

        assertThat(difference.settled()).containsExactly(before);
        assertThat(difference.raised()).containsExactly(now);
    }
}
