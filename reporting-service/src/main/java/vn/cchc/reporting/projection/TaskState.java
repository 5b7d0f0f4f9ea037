package vn.cchc.reporting.projection;

import java.util.List;
import java.util.UUID;

/**
 * The part of a {@code cchc.task} event that reporting reads.
 *
 * @param seq position in printed order
 * @param heading a row that only groups others
 * @param areaNumber the area of the plan, as referenced by the outline of a regime
 * @param ruleKinds kinds of timing, e.g. {@code CONTINUOUS}
 * @param progressPeriods reporting periods in which a continuous task owes a progress entry, e.g. {@code 2021-Q1}
 * @param enteredPeriods those with an entry
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

    /**
     * Whether a progress entry is expected for a period: continuous tasks have no due day and report progress instead.
     */
    public boolean owesProgress(String period) {
        return progressPeriods.contains(period);
    }

    public boolean hasProgress(String period) {
        return enteredPeriods.contains(period);
    }
}
