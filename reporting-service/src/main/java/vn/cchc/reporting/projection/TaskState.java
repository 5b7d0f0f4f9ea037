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
 * @param progressPeriods the reporting periods for which a continuous task has a progress entry, e.g. {@code 2021-Q1}
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
        List<String> progressPeriods) {

    public TaskState {
        products = products == null ? List.of() : List.copyOf(products);
        ruleKinds = ruleKinds == null ? List.of() : List.copyOf(ruleKinds);
        progressPeriods = progressPeriods == null ? List.of() : List.copyOf(progressPeriods);
    }

    public boolean isHeading() {
        return Boolean.TRUE.equals(heading);
    }

    public boolean isContinuous() {
        return ruleKinds.contains("CONTINUOUS");
    }
}
