package vn.cchc.reporting.projection;

import java.util.List;
import java.util.UUID;

/**
 * What reporting reads of an event of {@code cchc.task}.
 *
 * @param seq the position in printed order
 * @param heading a row that only groups others
 * @param areaNumber the area of the plan, as the outline of a regime names it
 * @param ruleKinds the kinds of timing, e.g. {@code CONTINUOUS}
 * @param progressPeriods the reporting periods in which a continuous task owes a progress entry, e.g. {@code 2021-Q1}
 * @param enteredPeriods those that have one
 */
public record TaskState(
        UUID planId,
        UUID parentId,
        Integer seq,
        Integer level,
        Boolean heading,
        String printedCode,
        String title,
        Integer areaNumber,
        UUID leadUnitId,
        String leadText,
        List<String> products,
        String timingText,
        List<String> ruleKinds,
        List<String> progressPeriods,
        List<String> enteredPeriods) {

    public TaskState {
        products = products == null ? List.of() : List.copyOf(products);
        ruleKinds = ruleKinds == null ? List.of() : List.copyOf(ruleKinds);
        progressPeriods = progressPeriods == null ? List.of() : List.copyOf(progressPeriods);
        enteredPeriods = enteredPeriods == null ? List.of() : List.copyOf(enteredPeriods);
    }

    public boolean isHeading() {
        return Boolean.TRUE.equals(heading);
    }

    /** Whether a progress entry is expected for a period: the task has no due day, and reports progress instead. */
    public boolean owesProgress(String period) {
        return progressPeriods.contains(period);
    }

    public boolean hasProgress(String period) {
        return enteredPeriods.contains(period);
    }
}
