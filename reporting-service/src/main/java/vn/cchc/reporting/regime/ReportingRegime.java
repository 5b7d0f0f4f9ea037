package vn.cchc.reporting.regime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A duty to report (chế độ báo cáo) as it holds for a time.
 *
 * @param validTo the last day on which it holds; empty while no end is set
 * @param form empty where its reports are written elsewhere and only their due days are followed here
 * @param rules of the kinds of periods it knows; empty where only the plan's days are followed
 */
public record ReportingRegime(
        String code,
        String name,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        Optional<ReportForm> form,
        List<PeriodRule> rules) {

    public ReportingRegime {
        rules = List.copyOf(rules);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom)
                && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Its days for a period; empty where it does not know such periods. */
    public Optional<RegimeDays> days(ReportingPeriod period) {
        return rules.stream()
                .filter(rule -> rule.kind().equals(period.kind()))
                .findFirst()
                .map(rule -> rule.in(period.year()));
    }
}
