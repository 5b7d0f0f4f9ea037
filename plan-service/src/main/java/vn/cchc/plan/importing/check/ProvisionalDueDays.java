package vn.cchc.plan.importing.check;

import java.util.List;
import java.util.stream.Stream;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.importing.check.PlanUnderReview.DatedRow;
import vn.cchc.plan.importing.check.PlanUnderReview.ExpectedDay;

/** Due days that depend on a year without a table of working days: one finding for the whole plan. */
final class ProvisionalDueDays implements Check {

    @Override
    public Stream<Finding> find(PlanUnderReview review) {
        List<DatedRow> provisional = review.dated().stream()
                .filter(row -> row.days().stream().anyMatch(day -> day.due().provisional()))
                .toList();
        if (provisional.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(Finding.inRows(
                FindingCode.DUE_PROVISIONAL,
                provisional.stream().map(row -> row.row().order()).toList(),
                new Figures.ProvisionalDueDays(yearsWithoutTable(provisional), provisional.size())));
    }

    private static List<Integer> yearsWithoutTable(List<DatedRow> rows) {
        return rows.stream()
                .flatMap(row -> row.days().stream())
                .map(ExpectedDay::due)
                .flatMap(due -> due.yearsWithoutTable().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
